"""What the texts of a spec are: each field of a model is marked with the kind of text it holds.

The kinds drive everything that treats texts by what they mean: references are looked up in Markdown only, a role
prints by its name, ``say`` prints as typed. ``fields_of`` reads the marks of a model once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args

if TYPE_CHECKING:
    from pydantic import BaseModel, GetCoreSchemaHandler
    from pydantic.fields import FieldInfo
    from pydantic_core import CoreSchema


M = TypeVar("M")


class Kind(Enum):
    """The kind of a text in a spec."""

    LINE = auto()
    """A name or title: plain text, references are not read."""
    TEXT = auto()
    """Markdown, in which ``[[…]]`` refers to something."""
    SAY = auto()
    """Words to be spoken, printed exactly as typed."""
    ID = auto()
    """The id of the thing it stands in."""
    ROLE = auto()
    """The id of a role."""
    STEP = auto()
    """Where the flow goes: a step, ``end``, or the number of another SOP."""
    CALL = auto()
    """What is carried out: another SOP by number, or a procedure of this file by id."""
    PROCEDURE = auto()
    """The id of a procedure of this file."""
    FORM = auto()
    """The id of a form."""
    SCRIPT = auto()
    """The id of a script."""
    RECORD = auto()
    """The id of a record."""
    STATE = auto()
    """The id of a ticket's state."""
    RESOURCE = auto()
    """The name of a resource, a system as a rule."""
    WORD = auto()
    """One of a fixed set of words, each with a label in every language."""
    FILE = auto()
    """An image file, relative to the spec."""
    PLACE = auto()
    """Where a table or section goes: the key of a part, or a section's id."""
    PATTERN = auto()
    """How things are numbered, with blanks such as ``{seq:03}``."""
    NUMBER = auto()
    """The number of a document."""
    SOP = auto()
    """An SOP that stands in a handbook: its path from the handbook, or its number."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema without the mark, which pydantic would else try to make sense of."""
        return handler(source)


PROSE = frozenset({Kind.TEXT, Kind.LINE, Kind.SAY, Kind.PATTERN})
"""The kinds of texts that people read; they may begin with any sign."""


class Field(NamedTuple):
    """One field of a model: its attribute, its key in YAML, and the kind of its texts (None: not text)."""

    attribute: str
    key: str
    kind: Kind | None
    info: FieldInfo

    @property
    def is_list(self) -> bool:
        """Whether it holds a list or a map of names, empty when left out."""
        return self.info.get_default(call_default_factory=True) in ((), {})


@cache
def fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of ``model`` in the order in which they are declared."""
    fields = model.model_fields.items()
    return tuple(Field(name, info.alias or name, _kind(info), info) for name, info in fields if name != "extras")


@cache
def keys_of(model: type[BaseModel]) -> Mapping[str, Field]:
    """The same fields by their keys."""
    return {field.key: field for field in fields_of(model)}


def model_in(annotation: object, base: type[M]) -> type[M] | None:
    """The model of ``base`` in an annotation: itself, or that of the values of a list or map."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        return annotation
    return next((found for inner in get_args(annotation) if (found := model_in(inner, base)) is not None), None)


def _kind(info: FieldInfo) -> Kind | None:
    """The mark on a field, wherever it stands in the annotation."""
    return next((mark for mark in (*info.metadata, *_marks(info.annotation)) if isinstance(mark, Kind)), None)


def _marks(annotation: object) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _marks(argument)
