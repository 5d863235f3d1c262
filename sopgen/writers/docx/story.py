"""The story of a document: the text that grows while blocks are written, and all that is counted on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sopgen.diagnostics import Diagnostic, Location, Message, Severity
from sopgen.document.nodes import Diagram, Figure, List, Paragraph, Span, Table, Text
from sopgen.writers.docx.anchors import Anchors
from sopgen.writers.docx.controls import Controls
from sopgen.writers.docx.counters import Counters
from sopgen.writers.docx.headings import HeadingNumbers
from sopgen.writers.docx.images import Pictures
from sopgen.writers.docx.numbering import Numbering
from sopgen.writers.docx.places import Place, kept, parted
from sopgen.writers.docx.ruler import Ruler
from sopgen.writers.docx.styles import BODY

if TYPE_CHECKING:
    from sopgen.document.nodes import Block, Document, Inline
    from sopgen.writers.docx.base import Base
    from sopgen.writers.docx.contents import Contents, Entry


_LED = frozenset({Figure, List, Table})
"""Blocks that the paragraph before them leads into: it stays on their page."""
_TOGETHER = 12
"""How many paragraphs and items before a diagram stay on its page: what the procedure is for, who acts in it."""
BlockWriter = Callable[["Story", Any, Place], None]


class Opening(NamedTuple):
    """Where a run of headings begins: the place of an empty text before it in ``out``, and of its first box."""

    place: int
    box: int


@dataclass(slots=True, eq=False, repr=False)
class Story:
    """One document being written.

    Attributes:
        base: what all documents of the style share.
        document: what is written.
        writers: how each kind of block is written.
        first_page: the number of the page on which it begins.
        grid: whether each letter may have a cell of a grid to itself.
        out: the text of the body so far.
        entries: the headings so far.
        outline: of each heading that has a number or an entry, whether it has an entry.
        pictures: the pictures so far.
        contents: where the table of contents stands, if there is one.
        below: what begins below it, though its role would have it begin a page.
        diagnostics: what could not be shown so far.
        waiting: the ids of what begins with the next paragraph.
        ruler: measures what is written.
        page_break: whether the next paragraph begins a page.
        drawings: the pictures that stand in for shapes so far, each the bytes of an EMF file.
        turned: whether there are pages on their side.
        chapters: the titles of the chapters so far.
        chapter: which of them is being written, from 1; 0 outside chapters.
        begun: where in ``out`` the chapter begins, or what stands between two of them.
        sections: how many sections have ended so far.
        opening: where the run of headings begins that the next block follows.
        text_begins: how many headings stand in the front matter, where that has ended; its pages are numbered apart.
        restarts: whether the pages of the section being written begin at 1 again.
        gap: space that the next paragraph leaves above itself, in twips.
    """

    base: Base
    document: Document
    writers: Mapping[type, BlockWriter]
    first_page: int = 1
    grid: bool = False
    out: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    outline: list[bool] = field(default_factory=list)
    pictures: Pictures = field(default_factory=Pictures)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    contents: Contents | None = None
    below: Block | None = None
    drawings: list[bytes] = field(default_factory=list)
    turned: bool = False
    chapters: list[str] = field(default_factory=list)
    chapter: int = 0
    begun: int = 0
    sections: int = 0
    opening: Opening | None = None
    text_begins: int | None = None
    restarts: bool = False
    page_break: bool = False
    gap: int = 0
    controls: Controls = field(init=False)
    anchors: Anchors = field(init=False)
    numbering: Numbering = field(init=False)
    counters: Counters = field(init=False)
    ruler: Ruler = field(init=False)
    heading_numbers: HeadingNumbers = field(default_factory=HeadingNumbers)

    def __post_init__(self) -> None:
        self.controls = Controls(locked=self.base.style.protection == "forms")
        self.anchors = Anchors(self.out)
        self.numbering = Numbering(self.base.lists, self.base.style)
        self.counters = Counters(self.numbering)
        self.ruler = Ruler(self.base.metrics)

    def blocks(self, blocks: tuple[Block, ...], place: Place) -> None:
        """Writes blocks one after the other."""
        if len(blocks) > 1 and not place.in_table:
            leading = _leading(blocks)
            for block, following, after in zip(blocks, blocks[1:], (*blocks[2:], None), strict=False):
                spot, is_title = place, type(following) is Paragraph and type(after) in _LED
                if (type(block) is Paragraph and _leads_into(block, following)) or id(block) in leading:
                    spot = kept(place)
                elif type(block) is Figure and is_title and not block.caption:
                    spot = parted(place)
                self.writers[type(block)](self, block, spot)
            blocks = blocks[-1:]
        for block in blocks:
            self.writers[type(block)](self, block, place)

    def start(self, style: str, place: Place, numbering: str = "", indent: str = "") -> None:
        """Begins a paragraph; ``end`` ends it.

        Args:
            style: the id of its style.
            place: where it stands.
            numbering: its ``w:numPr``.
            indent: its ``w:ind``, where it has one of its own.
        """
        if place.unusual or numbering or indent or self.gap or self.page_break:
            self.out.append(self._unusual(style, place, numbering, indent))
        else:
            self.out.append(_usual(style))
        if self.waiting or self.anchors.here:
            self.anchors.begin(self.waiting)
            self.waiting.clear()

    def end(self, style: str, place: Place, *, heading: bool = False) -> None:
        """Ends a paragraph that began so."""
        self.out.append("</w:p>")
        self.ruler.paragraph(style, place, heading=heading)

    def _unusual(self, style: str, place: Place, numbering: str, indent: str) -> str:
        page_break, before = self.page_break, 0
        if page_break:
            self.ruler.page_break = True
        if self.gap:
            before = self.gap + self.base.space_before(style)
        self.page_break, self.gap = False, 0
        if not indent and place.foreign and style == BODY and (numbering or not place.left):
            indent = self.base.foreign_layout
        return _unusual(style, place, numbering, indent, before, page_break=page_break)

    def open_headings(self) -> None:
        """Notes where a run of headings begins, unless a heading has just been written."""
        boxes = self.ruler.boxes
        if not (boxes and boxes[-1].heading):
            self.opening = Opening(len(self.out), len(boxes))
            self.out.append("")

    def empty(self, style: str, place: Place) -> None:
        """Writes a paragraph without text."""
        self.start(style, place)
        self.end(style, place)

    def report(self, code: str, rule: str, message: Message, where: str, hint: Message | None = None) -> None:
        """Notes something that could not be shown."""
        self.diagnostics.append(Diagnostic(code, rule, Severity.WARNING, message, Location(where), hint))


def _leads_into(block: Paragraph, following: Block) -> bool:
    """Whether a paragraph stays on the page of what follows: a list, a table, or what a colon at its end announces."""
    if type(following) is not Paragraph:
        return type(following) in _LED
    last: Inline | None = block.children[-1] if block.children else None
    while type(last) is Span:
        last = last.children[-1] if last.children else None
    return type(last) is Text and last.value.endswith(("：", ":"))


def _leading(blocks: tuple[Block, ...]) -> set[int]:
    """The identities of the paragraphs and lists that lead from a heading into a diagram."""
    found: set[int] = set()
    for index, block in enumerate(blocks):
        if type(block) is Diagram:
            room = _TOGETHER
            for before in reversed(blocks[:index]):
                room -= len(before.items) if isinstance(before, List) else 1
                if room < 0 or not isinstance(before, (List, Paragraph)):
                    break
                found.add(id(before))
    return found


@cache
def _usual(style: str) -> str:
    """The beginning of a paragraph that needs no more than its style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'


@lru_cache(1024)
def _unusual(style: str, place: Place, numbering: str, layout: str, before: int, *, page_break: bool) -> str:
    """The beginning of one that needs more: as a rule the same as another of its list."""
    parts = [f'<w:p><w:pPr><w:pStyle w:val="{style}"/>']
    if place.keep:
        parts.append("<w:keepNext/>")
    elif place.part:
        parts.append('<w:keepNext w:val="0"/>')
    if place.whole:
        parts.append("<w:keepLines/>")
    if page_break:
        parts.append("<w:pageBreakBefore/>")
    parts.append(numbering)
    if before:
        parts.append(f'<w:spacing w:before="{before}"/>')
    if layout:
        parts.append(layout)
    elif place.left and not numbering:
        parts.append(f'<w:ind w:left="{place.left}"/>')
    return "".join(parts) + "</w:pPr>"
