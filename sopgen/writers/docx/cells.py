"""What the cells of a table need: how wide their words and labels are, and how many lines their paragraphs fill.

All widths are in parts of the font size.
"""

from __future__ import annotations

import re
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from sopgen.document.nodes import Callout, List, Paragraph, Section, Table
from sopgen.writers.docx.inlines import plain
from sopgen.writers.docx.ruler import text_width

if TYPE_CHECKING:
    from sopgen.document.nodes import Block, Cell, Row

_HEADING = 4
"""Headings of columns up to this many Chinese characters stay on one line."""
_LABEL, _SHORT = 7.5, 5
"""So do labels of forms up to this many, the star of a compulsory field counted, and other cells: 30 分钟内."""
_BRIEF, _TWO_LINES = 5.5, 10
"""And so do English cells that are no wider: 24 hours; others take two lines at most: within 30 / minutes."""
_DATE = re.compile(
    r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|\b\d{1,2} [A-Z][a-z]+ \d{4}\b|_+ / _+ / _+|\+\d{1,3}(?: \(?\d+\)?)+"
)
"""Dates are not broken, nor are telephone numbers, +86 138 0013 8000, and the room that a form leaves for a date."""
_BLANK, _MOST = re.compile("\u3000+年.*|[☐☑]\u00a0.*"), 16
"""Nor is that in Chinese, nor are options to tick, up to this width: they could be broken anywhere."""
_ROW = 2
"""How many lines a row of a table inside a cell takes."""
_LIST = 1.2
"""How far a list indents its text."""
_BOLD = 1.1
"""How much wider bold letters are than others."""
_SLENDER, _BROAD, _CAPITALS = "fijlrtI.,:;'()|!", "mwMW", re.compile("[A-Z]")
_LETTER, _LESS, _MORE, _CAPITAL = 0.53, 0.23, 0.28, 0.15
"""The width of a small letter; how much less slender ones need, how much more broad ones and capitals."""
_BREAKS = re.compile(r"(?<=[-/])(?!(?<=[A-Z\d]-)\d)|(?<!\b[A-Z]\.)\s+")
"""Where a word may be broken; not in 8:00-20:00 and RW-101, nor behind the initial of a name: J. Whitfield."""
_CODE = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)+")
"""A code such as DW13-B, whose capitals are wider than other letters."""
_SPACE = 0.25
"""The space that Word leaves where Chinese characters meet others."""
_FOREIGN = re.compile(r"(?:\b[A-Z]\. )*[!-~À-ɏḀ-ỿ²³₀-₉]{4,}")
"""Words and names in Chinese text that are not Chinese."""


class Content(NamedTuple):
    """What a cell holds.

    Attributes:
        word: the width of what has to stay on one line.
        lines: the width of each of its paragraphs.
    """

    word: float
    lines: tuple[float, ...]

    def height(self, width: float, filled: float) -> int:
        """How many lines it fills if it is so wide, of which those before the last are filled as far as ``filled``."""
        return sum([1 if line <= width else ceil(line / filled) for line in self.lines])


def content(cell: Cell, row: Row, *, chinese: bool) -> Content:
    """What a cell of a row holds."""
    texts = _texts(cell.children)
    lines = tuple([text_width(text) + indent for text, indent in texts])
    heading, label = row.header, cell.role == "label"
    heavy = _BOLD if heading or label or cell.header else 1
    word = 0.0
    if chinese and lines:  # which may be broken anywhere else
        longest = max(lines)
        if heading or label:
            column = heading or row.cells[-1].role == "label"  # in a table inside a form
            most = _HEADING if column else _LABEL
            word = most if longest > most else max([_unbroken(text) for text, _ in texts])
        elif 0 < longest <= _SHORT:
            word = max([_unbroken(text) for text, _ in texts])
        elif cell.role == "blank" and longest <= _MOST:
            word = max([_unbroken(text) for text, _ in texts if _BLANK.fullmatch(text)], default=0.0)
    elif len(lines) == 1 and lines[0] <= _TWO_LINES and not heading:
        word = _word_width(texts[0][0]) * heavy if lines[0] <= _BRIEF else lines[0] / 2
    for text, indent in texts:
        if not chinese or _FOREIGN.search(text):
            word = max(word, _longest(text, heavy, chinese=chinese) + indent)
    return Content(word, lines)


def _longest(text: str, heavy: float, *, chinese: bool) -> float:
    """The width of the longest word or date that is not Chinese."""
    words = _FOREIGN.findall(text) if chinese else (text,)
    widths = [_word_width(max(_BREAKS.split(one), key=len)) * heavy for one in words]
    return max(widths + [_unbroken(date) for date in _DATE.findall(text)])


def _unbroken(text: str) -> float:
    """The width of a text on one line."""
    if text.isascii() and _CODE.fullmatch(text):
        return max(text_width(text), _word_width(text))
    width = text_width(text)
    return width if width == len(text) else width + _seams(text) * _SPACE


def _seams(text: str) -> int:
    """How often Chinese characters and Latin letters or digits meet."""
    chinese = ["一" <= letter <= "鿿" if letter.isalnum() else None for letter in text]
    return sum(left is not None and right is not None and left != right for left, right in pairwise(chinese))


def _word_width(word: str) -> float:
    """The width of a word, nearer than ``text_width`` has it."""
    if not word.isascii() and max(word) >= "⺀":
        return text_width(word)
    slender, broad = sum(map(word.count, _SLENDER)), sum(map(word.count, _BROAD))
    return len(word) * _LETTER - slender * _LESS + broad * _MORE + len(_CAPITALS.findall(word)) * _CAPITAL


def _texts(blocks: tuple[Block, ...], indent: float = 0) -> list[tuple[str, float]]:
    """The texts of paragraphs, and how far the lists indent them that they stand in."""
    found: list[tuple[str, float]] = []
    for block in blocks:
        if type(block) is Paragraph:  # nearly all
            text = plain(block.children)
            found += [(line, indent) for line in text.split("\n")] if "\n" in text else ((text, indent),)
            continue
        match block:
            case List():
                for item in block.items:
                    found += _texts(item.children, indent + _LIST)
            case Callout() | Section():
                found += _texts(block.children, indent)
            case Table():
                found += [("", 0.0)] * (_ROW * len(block.rows))
    return found
