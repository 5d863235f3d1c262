"""The head that every document of the language has: its number, title, version, status and who signs it."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field
from pydantic_core import PydanticCustomError

from sopgen.diagnostics import Language
from sopgen.spec.front import Person
from sopgen.spec.kinds import Kind
from sopgen.spec.scalar import read_by
from sopgen.spec.shape import Many, Names, Shape
from sopgen.spec.texts import Dated, Line, Number, Secrecy, Versioned, Word


def _read_format(value: object) -> int:
    if value == "1":
        return 1
    raise PydanticCustomError("spec_version", "version 1 is needed")


FormatVersion: TypeAlias = Annotated[int, read_by(_read_format, {"anyOf": [{"const": 1}, {"const": "1"}]})]
Status: TypeAlias = Annotated[Literal["draft", "in-review", "trial", "effective", "superseded", "retired"], Kind.WORD]


class ControlledDocument(Shape):
    """What is controlled about a document, whatever it holds."""

    sopgen: FormatVersion
    """The version of the spec language: 1."""
    kind: Literal["sop", "handbook"]
    """What the document is."""
    id: Number
    """The document's number (文件编号), unique in the repository."""
    title: Line
    """The title."""
    type: Word | None = None
    """The type of service; any word, known ones print a label."""
    language: Language | None = None
    """The language of the document; that of the repository when left out, else zh-CN."""
    style: Line | None = None
    """Its style sheet: a name, or a path from the folder of this file; that of the repository when left out."""
    version: Versioned
    """The current version."""
    status: Status | None = None
    """Where the document stands in its life."""
    effective_date: Dated | None = None
    """From when it applies."""
    review_date: Dated | None = None
    """By when it is reviewed."""
    department: Line | None = None
    """The department that owns it."""
    confidentiality: Secrecy | None = None
    """Who may see it."""
    properties: Names[Line, Line] = Field(default_factory=Names)
    """Further lines of the front table."""
    prepared_by: Person | None = None
    """Who wrote it."""
    reviewed_by: Person | None = None
    """Who reviewed it."""
    approved_by: Person | None = None
    """Who approved it."""
    countersigned_by: Many[Person] = ()
    """Who else signs it."""
