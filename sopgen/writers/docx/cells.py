"""What the cells of a table need: how wide their words and labels are, and how many lines their paragraphs fill.

All widths are in parts of the font size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_DATE = re.compile(r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|\b\d{1,2} [A-Z][a-z]+ \d{4}\b")
"""Dates are not broken."""
_ROW = 2
"""How many lines a row of a table inside a cell takes."""
_LIST = 1.2
"""How far a list indents its text."""
_BOLD = 1.1
"""How much wider bold letters are than others."""
_SLENDER, _BROAD, _CAPITALS = "fijlrtI.,:;'()|!", "mwMW", re.compile("[A-Z]")
_LETTER, _LESS, _MORE, _CAPITAL = 0.53, 0.23, 0.28, 0.15
"""The width of a small letter; how much less slender ones need, how much more broad ones and capitals."""
_BREAKS = re.compile("(?<=[-/])|\\s+")
"""Where a word may be broken."""
_SEAMS, _SPACE = re.compile("(?<=[0-9A-Za-z])(?=[一-鿿])|(?<=[一-鿿])(?=[0-9A-Za-z])"), 0.25
"""Where Chinese characters meet others, and the space that Word leaves there."""
_FOREIGN = re.compile("[!-~]{4,}")
"""Words in Chinese text that are not Chinese."""


class Content(NamedTuple):
    """What a cell holds.

    Attributes:
        word: the width of what has to stay on one line.
        lines: the width of each of its paragraphs.
    """

    word: float
    lines: tuple[float, ...]

    def height(self, width: float) -> int:
        """How many lines it fills if it is so wide."""
        return sum([ceil(line / width) or 1 for line in self.lines])


def content(cell: Cell, row: Row, *, chinese: bool) -> Content:
    """What a cell of a row holds."""
    texts = list(_texts(cell.children))
    lines = tuple(text_width(text) + indent for text, indent in texts)
    heavy = _BOLD if row.header or cell.header or cell.role == "label" else 1
    word = _least_chinese(cell, row, texts) if chinese else 0.0
    for text, indent in texts:
        word = max([word, *(_unbroken(date) + indent for date in _DATE.findall(text))])
        for words in _FOREIGN.findall(text) if chinese else (text,):
            longest = max(_BREAKS.split(words), key=len)
            word = max(word, _word_width(longest) * heavy + indent)
    return Content(word, lines)


def _least_chinese(cell: Cell, row: Row, texts: list[tuple[str, float]]) -> float:
    """The width of what has to stay on one line in a cell with Chinese text, which may be broken anywhere else."""
    longest = max([text_width(text) + indent for text, indent in texts], default=0)
    if row.header:
        return min(_HEADING, longest)
    if cell.role == "label":
        return min(_LABEL, longest)
    return max([_unbroken(text) for text, _ in texts]) if 0 < longest <= _SHORT else 0


def _unbroken(text: str) -> float:
    """The width of a text on one line."""
    return text_width(text) + len(_SEAMS.findall(text)) * _SPACE


def _word_width(word: str) -> float:
    """The width of a word, nearer than ``text_width`` has it."""
    if not word.isascii():
        return text_width(word)
    slender, broad = sum(map(word.count, _SLENDER)), sum(map(word.count, _BROAD))
    return len(word) * _LETTER - slender * _LESS + broad * _MORE + len(_CAPITALS.findall(word)) * _CAPITAL


def _texts(blocks: tuple[Block, ...], indent: float = 0) -> Iterator[tuple[str, float]]:
    """The texts of paragraphs, and how far the lists indent them that they stand in."""
    for block in blocks:
        match block:
            case Paragraph():
                for text in plain(block.children).split("\n"):
                    yield text, indent
            case List():
                for item in block.items:
                    yield from _texts(item.children, indent + _LIST)
            case Callout() | Section():
                yield from _texts(block.children, indent)
            case Table():
                yield from [("", 0.0)] * (_ROW * len(block.rows))
