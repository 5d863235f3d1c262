"""What a style sheet says, as pydantic models; all lengths are in points.

A look leaves out what it takes from the look it stands on: roles of paragraphs stand on ``body``, those inside
tables on ``table.cells.text``. ``languages`` holds whole style sheets, already merged with what they override.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from sopgen.spec.scalar import read_by, string
from sopgen.style.measures import (
    Indent,
    LineSpacing,
    read_indent,
    read_length,
    read_line_spacing,
    read_paper,
    read_size,
)

_ALIGNMENTS = {"左对齐": "left", "居中": "center", "右对齐": "right", "两端对齐": "justified"}
_TRUTH = {"是": "true", "否": "false"}

Size: TypeAlias = Annotated[float, read_by(read_size)]
Length: TypeAlias = Annotated[float, read_by(read_length)]
Distance: TypeAlias = Annotated[Indent, read_by(read_indent)]
Spacing: TypeAlias = Annotated[LineSpacing, read_by(read_line_spacing)]
Paper: TypeAlias = Annotated[tuple[float, float], read_by(read_paper)]
Flag: TypeAlias = Annotated[bool, BeforeValidator(lambda value: _TRUTH.get(value, value))]
Color: TypeAlias = Annotated[str, string(pattern="^[0-9A-Fa-f]{6}$", to_upper=True)]
Font: TypeAlias = Annotated[str, string(min_length=1, pattern=r'^[^"<>&]+$')]
Alignment: TypeAlias = Annotated[
    Literal["left", "center", "right", "justified"], BeforeValidator(lambda value: _ALIGNMENTS.get(value, value))
]
Side: TypeAlias = Literal["top", "left", "bottom", "right"]
HeadingLevel: TypeAlias = Literal["1", "2", "3", "4"]
Item: TypeAlias = Literal["title", "number", "version", "status", "confidentiality", "department", "chapter", "page"]


class Part(BaseModel):
    """A map of a style sheet: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def over(self, base: Self) -> Self:
        """``base``, with everything that is said here put over it."""
        return base.model_copy(update={name: getattr(self, name) for name in self.model_fields_set})


class Border(Part):
    """A line around something: which sides, how thick, how far from the text."""

    sides: tuple[Side, ...] = ("top", "left", "bottom", "right")
    color: Color = "000000"
    width: Length = 0.5
    distance: Length = 0.0


class Characters(Part):
    """How characters look."""

    east_asian: Font | None = None
    latin: Font | None = None
    complex: Font | None = None
    size: Size | None = None
    bold: Flag | None = None
    italic: Flag | None = None
    underline: Flag | None = None
    color: Color | None = None
    fill: Color | None = None


class Look(Characters):
    """How a paragraph looks; a negative ``first_line_indent`` is a hanging one."""

    alignment: Alignment | None = None
    first_line_indent: Distance | None = None
    left_indent: Distance | None = None
    right_indent: Distance | None = None
    line_spacing: Spacing | None = None
    space_before: Length | None = None
    space_after: Length | None = None
    keep_with_next: Flag | None = None
    border: Border | None = None


class Body(Look):
    """The look that all others stand on; it has to say what its letters and lines are."""

    east_asian: Font
    latin: Font
    size: Size
    line_spacing: Spacing


class Sides(Part):
    """Four lengths."""

    top: Length
    bottom: Length
    left: Length
    right: Length


class Page(Part):
    """The paper, its margins, and how far header and footer stand from its edge."""

    size: Paper
    margins: Sides
    header: Length
    footer: Length

    @property
    def text_width(self) -> float:
        """What is left for text between the margins."""
        return self.size[0] - self.margins.left - self.margins.right

    @property
    def text_height(self) -> float:
        """What is left for text between the top and bottom margins."""
        return self.size[1] - self.margins.top - self.margins.bottom


class Level(Part):
    """How one level is numbered: ``{1}`` in ``text`` is the count of the first level, and so on."""

    format: Literal["decimal", "chinese", "circled", "letter", "roman"] = "decimal"
    text: Annotated[str, string(min_length=1)]
    after: Literal["nothing", "space", "tab"] = "nothing"


class Lists(Part):
    """Bullets and numbers of lists, level by level; deeper levels begin again at the first.

    ``indent`` is where the first level's bullets stand, ``hanging`` how far the text stands from its bullet.
    """

    indent: Distance
    hanging: Distance
    bullets: Annotated[tuple[str, ...], Field(min_length=1)]
    checklist: str
    ordered: Annotated[tuple[Level, ...], Field(min_length=1)]


class TableLook(Part):
    """How tables of one role differ from ``table``."""

    border: Border | None = None
    header_fill: Color | None = None
    label_fill: Color | None = None
    group_fill: Color | None = None
    row_height: Length | None = None
    blank_row_height: Length | None = None
    tall_row_height: Length | None = None
    vertical: Literal["top", "center"] | None = None


class TableBase(TableLook):
    """How tables look: the looks of their cells by role, and of paragraphs with a role inside them."""

    border: Border
    row_height: Length
    blank_row_height: Length
    tall_row_height: Length
    vertical: Literal["top", "center"]
    margins: Sides
    space_after: Length
    list_hanging: Distance
    cells: dict[str, Look]
    paragraphs: dict[str, Look]


class Tone(Part):
    """The colours of one kind of callout."""

    color: Color
    fill: Color


class Running(Part):
    """What a header or footer says on the left, in the middle and on the right, and what in chapters."""

    left: tuple[Item, ...] = ()
    center: tuple[Item, ...] = ()
    right: tuple[Item, ...] = ()
    labelled: Flag = False
    chapter: Running | None = None


class Style(Part):
    """A style sheet."""

    name: str
    page: Page
    body: Body
    headings: dict[HeadingLevel, Look]
    numbering: Annotated[tuple[Level, ...], Field(min_length=4, max_length=4)]
    paragraphs: dict[str, Look]
    characters: dict[str, Characters]
    lists: Lists
    table: TableBase
    tables: dict[str, TableLook] = {}
    callouts: dict[Literal["note", "tip", "caution", "warning", "danger"], Tone]
    header: Running
    footer: Running
    languages: dict[str, Style] = {}

    def of(self, language: str) -> Style:
        """The style sheet for documents in ``language``, a BCP 47 tag."""
        return self.languages.get(language) or self.languages.get(language.split("-", 1)[0]) or self

    @cached_property
    def key(self) -> str:
        """A text that two style sheets share only if they say the same."""
        return repr(self)

    def __hash__(self) -> int:
        return hash(self.key)

    def table_look(self, role: str) -> TableBase:
        """How tables of ``role`` look."""
        special = self.tables.get(role)
        update: dict[str, Any] = (
            {} if special is None else {key: getattr(special, key) for key in special.model_fields_set}
        )
        return self.table.model_copy(update=update)
