"""What a style sheet says, as pydantic models; all lengths are in points.

A look leaves out what it takes from the look it stands on: roles of paragraphs stand on ``body``, those inside
tables on ``table.cells.text``. ``languages`` holds whole style sheets, already merged with what they override.
"""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from sopgen.diagnostics import Language
from sopgen.spec.scalar import string
from sopgen.style.furniture import CoverLine, Running, Watermark, WatermarkTexts
from sopgen.style.manner import USUAL, Manner
from sopgen.style.samples import LEVELS
from sopgen.style.scalars import (
    Alignment,
    Color,
    Distance,
    Flag,
    Font,
    HeadingLevel,
    Length,
    OrNone,
    Paper,
    Part,
    Side,
    Size,
    Spacing,
)


class Border(Part):
    """A line around something: which sides, how thick, how far from the text."""

    sides: tuple[Side, ...] = ("top", "left", "bottom", "right")
    color: Color = "000000"
    width: Length = 0.5
    distance: Length = 0.0


OptionalBorder: TypeAlias = Annotated[Border | None, OrNone(None)]
OptionalFill: TypeAlias = Annotated[Color | None, OrNone(None)]


class Characters(Part):
    """How characters look; ``letter_spacing`` is added between them, or taken away if it is negative."""

    east_asian: Font | None = None
    latin: Font | None = None
    complex: Font | None = None
    size: Size | None = None
    letter_spacing: Distance | None = None
    bold: Flag | None = None
    italic: Flag | None = None
    underline: Flag | None = None
    color: Color | None = None
    fill: OptionalFill = None


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
    border: OptionalBorder = None


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
    """How one level is numbered: ``{1}`` in ``text`` is the count of the first level, and so on.

    After a tab the text of a heading stands ``width`` from the margin. With ``digits`` all counts in it are written in
    digits (正规形式编号), also those of levels that count otherwise.
    """

    format: Literal["decimal", "chinese", "circled", "letter", "upper", "roman", "upper-roman"] = "decimal"
    text: Annotated[str, string(min_length=1)]
    digits: Flag = False
    after: Literal["nothing", "space", "tab"] = "nothing"
    width: Length | None = None


class Lists(Part):
    """Bullets and numbers of lists, level by level; deeper levels begin again at the first.

    ``indent`` is where the first level's bullets stand, ``hanging`` how far the text stands from its bullet.
    """

    indent: Distance
    hanging: Distance
    bullets: Annotated[tuple[str, ...], Field(min_length=1)]
    checklist: str
    ordered: Annotated[tuple[Level, ...], Field(min_length=1)]


TableLine: TypeAlias = Literal["top", "left", "bottom", "right", "rows", "columns"]


class TableLook(Part):
    """How tables of one role differ from ``table``.

    ``border`` is the look of every line, ``frame`` that of the outer ones where they are others; ``lines`` says which
    there are: those around the table, and those between its rows and its columns.
    """

    border: Border | None = None
    frame: OptionalBorder = None
    lines: tuple[TableLine, ...] | None = None
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
    lines: tuple[TableLine, ...] = ("top", "left", "bottom", "right", "rows", "columns")
    row_height: Length
    blank_row_height: Length
    tall_row_height: Length
    vertical: Literal["top", "center"]
    margins: Sides
    space_before: Length = 0.0
    space_after: Length
    list_hanging: Distance
    cells: dict[str, Look]
    paragraphs: dict[str, Look]


class Tone(Part):
    """The colours of one kind of callout: of its bar, and behind its text; no background without ``fill``."""

    color: Color
    fill: OptionalFill


Protection: TypeAlias = Literal["none", "read-only", "forms"]


class Style(Part):
    """A style sheet.

    ``manner`` says how the parts of a document are set of which there is more than one way to set them;
    ``front_pages`` says how pages before the text are numbered, None for numbers that run through;
    ``contents_title`` stands above the table of contents, None for the usual word; ``end`` is the role of an empty
    paragraph below everything, None for no such paragraph; ``watermark_texts`` says by status
    what is printed across every page, ``watermark`` how that looks, None if nothing is; ``protection`` what may still
    be changed in a document: everything, nothing, or the fields of its forms.
    """

    name: str
    page: Page
    body: Body
    headings: dict[HeadingLevel, Look]
    numbering: Annotated[tuple[Level, ...], Field(min_length=4, max_length=4), LEVELS]
    paragraphs: dict[str, Look]
    characters: dict[str, Characters]
    lists: Lists
    table: TableBase
    tables: Annotated[dict[str, TableLook], Field(default_factory=dict)]
    callouts: dict[Literal["note", "tip", "caution", "warning", "danger"], Tone]
    manner: Manner = USUAL
    front_pages: Annotated[Literal["roman", "upper-roman"] | None, OrNone(None)] = None
    header: Running
    footer: Running
    cover: Annotated[tuple[CoverLine, ...], OrNone(())] = ()
    contents_title: Annotated[str | None, OrNone(None)] = None
    end: Annotated[str | None, OrNone(None)] = None
    watermark: Annotated[Watermark | None, OrNone(None)] = None
    watermark_texts: Annotated[WatermarkTexts, Field(default_factory=dict)]
    protection: Protection = "none"
    languages: Annotated[dict[Language, "Style"], Field(default_factory=dict)]

    def of(self, language: str) -> "Style":
        """The style sheet for documents in ``language``, a BCP 47 tag."""
        known = (language, language.split("-", 1)[0])
        return next((sheet for name, sheet in self.languages.items() if name in known), self)

    def __hash__(self) -> int:
        return hash(self.name)

    def watermark_text(self, status: str) -> str:
        """What is printed across the pages of documents with that status; empty if nothing is."""
        texts = self.watermark_texts.items() if self.watermark else ()
        return next((text for word, text in texts if word == status), "")

    def table_look(self, role: str) -> TableBase:
        """How tables of ``role`` look."""
        special = self.tables.get(role)
        update: dict[str, Any] = (
            {} if special is None else {key: getattr(special, key) for key in special.model_fields_set}
        )
        return self.table.model_copy(update=update)
