"""How tall everything is that is written: a column of boxes, which pages are then filled with.

Lines are counted from the widths of characters, heights from the style sheet. Nothing here is exact: fonts differ
between machines, and so do the line heights that Word, WPS and LibreOffice give the same font.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sopgen.style.model import Body
    from sopgen.writers.docx.places import Place
    from sopgen.writers.docx.styles import Sheet

_FIGURES, _WORDS = 0.49, 0.43
"""The width of a digit or capital, and of an average letter in English, in parts of the font size."""
BROAD_FACES = frozenset({"Arial", "Helvetica", "Verdana", "Tahoma", "Segoe UI", "Open Sans", "Noto Sans"})
"""Faces whose letters are broader than those of Times, which most resemble."""
BROADER = 1.12
"""By how much they are."""
WASTE = 1.2
"""Half an English word, which is what lines lose where they break, in parts of the size of type."""
_CHINESE_LINE, _LATIN_LINE = 1.42, 1.15
"""The height of a single line in parts of the font size."""
_ROW_LINE = 16
"""The height of the pieces, in points, that rows are broken into."""
_UNFILLED = 0.6
"""What lines of Chinese lose, because no part of a character fits and none begins with punctuation."""


def text_width(text: str) -> float:
    """The width of ``text`` in parts of the font size.

    UTF-8 needs three bytes for the wide characters and one for the narrow ones, so that counting both tells how many
    are wide, at the speed of C.
    """
    if text.isascii():
        return len(text) * _FIGURES
    wide = (len(text.encode("utf-8", "replace")) - len(text)) / 2
    return wide + (len(text) - wide) * _FIGURES


class Box(NamedTuple):
    """Something that takes up height on a page; all lengths are in points.

    Attributes:
        height: without the space above.
        before: space above that the one before has not below it, which goes at the top of a page.
        lines: how many lines it may be broken between; 1 if it may not.
        keep: whether it stays on the page of the next box.
        page_break: whether it begins a page.
        repeat: the height of the header rows that are repeated above it at the top of a page.
        heading: whether it is a heading.
    """

    height: float
    before: float = 0
    lines: int = 1
    keep: bool = False
    page_break: bool = False
    repeat: float = 0
    heading: bool = False


class Metrics(NamedTuple):
    """The measures of a paragraph style, in points.

    Attributes:
        letter: how much room a wide letter needs.
        narrow: what part of that a narrow letter needs.
        waste: how much of a line stays empty because it breaks between words or characters.
        line: the distance of lines.
        indent: the indents left and right together.
        first_line: the indent of the first line.
        before: the space above.
        after: the space below.
        keep: whether paragraphs stay on the page of what follows.
    """

    letter: float
    narrow: float
    waste: float
    line: float
    indent: float
    first_line: float
    before: float
    after: float
    keep: bool = False


def style_metrics(sheet: Sheet, body: Body, *, chinese: bool) -> dict[str, Metrics]:
    """The measures of every paragraph style."""
    natural, letter, waste = (_CHINESE_LINE, _FIGURES, _UNFILLED) if chinese else (_LATIN_LINE, _WORDS, WASTE)
    found = {}
    for style, look in sheet.looks.items():
        size, spacing = look.size or body.size, look.line_spacing or body.line_spacing
        sides = sum(indent.points(size) for indent in (look.left_indent, look.right_indent) if indent)
        first = max(look.first_line_indent.points(size), 0) if look.first_line_indent else 0
        line = spacing.value if spacing.exact else spacing.value * size * natural
        above, below = look.space_before or 0, look.space_after or 0
        narrow = letter * (BROADER if not chinese and (look.latin or body.latin) in BROAD_FACES else 1)
        keep = bool(look.keep_with_next)
        found[style] = Metrics(size, narrow, size * waste, line, sides, first, above, below, keep)
    return found


@dataclass(slots=True, eq=False, repr=False)
class Ruler:
    """Measures a document while it is written.

    Attributes:
        metrics: the measures of every paragraph style.
        boxes: what stands outside tables so far.
        cells: how tall the cells are that are being written, outermost first.
        page_break: whether the next paragraph begins a page.
        characters: how many characters the paragraph being written has.
        bytes: how many bytes they need in UTF-8.
        breaks: how many line breaks they hold.
        picture: the height of its tallest picture.
        crowded: the size of type in the crowded table that is being written, 0 outside one.
        reached: how many boxes have been put on pages so far, and the height that they reach on the last.
    """

    metrics: dict[str, Metrics]
    boxes: list[Box] = field(default_factory=list)
    cells: list[float] = field(default_factory=list)
    page_break: bool = False
    characters: int = 0
    bytes: int = 0
    breaks: int = 0
    picture: float = 0
    crowded: float = 0
    reached: tuple[int, float] = (0, 0)
    _joined: str = ""
    _below: float = 0

    def cell(self, padding: float) -> None:
        """Begins a cell, which needs ``padding`` besides what it holds; it ends when it is taken off ``cells``."""
        self.cells.append(padding)
        self._below = 0

    def paragraph(self, style: str, place: Place, *, heading: bool = False) -> None:
        """Measures the paragraph that has been written in a style and place."""
        letter, narrow, waste, line, indent, first_line, before, after, keep = self.metrics[style]
        if self.crowded:
            part = self.crowded / letter
            letter, waste, line = letter * part, waste * part, line * part
        wide = (self.bytes - self.characters) / 2
        length = (wide + (self.characters - wide) * narrow) * letter + first_line
        room = max(place.width / 20 - indent, letter)
        lines = 1 + self.breaks
        if length > room:
            lines += ceil((length - room) / max(room - waste, letter))
        height = lines * line + after
        if self.picture > line:
            height += self.picture - line
        if place.in_callout and self._joined == style:
            height, before = height - after - before, 0
        self._joined = style if place.in_callout else ""
        # between two paragraphs programs leave the larger of what the one wants below and the other above
        before, self._below = before - self._below if before > self._below else 0, after
        self.characters = self.bytes = self.breaks = 0
        self.picture = 0
        if self.cells:
            self.cells[-1] += before + height
            return
        keep = (keep and not place.part) or place.keep or heading
        self.boxes.append(Box(height, before, lines, keep, self.page_break, heading=heading))
        self.page_break = False

    def space(self, height: float) -> None:
        """Measures the space below a table, which is part of that above what follows, and begins no page."""
        self._below = -height

    def row(self, height: float, *, keep: bool, repeat: float, whole: bool) -> None:
        """Measures a row of a table; ``whole`` ones are not broken between pages."""
        self._below = 0
        if self.cells:
            self.cells[-1] += height
            return
        lines = 1 if whole else max(1, round(height / _ROW_LINE))
        self.boxes.append(Box(height, 0, lines, keep, self.page_break, repeat))
        self.page_break = False
