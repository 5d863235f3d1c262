"""The columns of tables: in the proportions asked for, but none so narrow that a word would be broken."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from sopgen.document.nodes import Code, List, Paragraph, Text
from sopgen.writers.docx.looks import twips
from sopgen.writers.docx.ruler import text_width
from sopgen.writers.docx.styles import TABLE_TEXT

if TYPE_CHECKING:
    from sopgen.document.nodes import Block, Cell, Inline, Row, Table
    from sopgen.writers.docx.base import Base

_HEADING = 4
"""Headings of columns up to this many Chinese characters stay on one line."""
_LIST = 1.2
"""How far a list indents its text, in parts of the font size."""
_BOLD = 1.1
"""How much wider bold letters and capitals are than average ones."""


def widths(node: Table, room: int, base: Base) -> list[int]:
    """The widths of a table's columns, in twips; they add up to ``room``."""
    count = max(len(node.widths), _extent(node.rows))
    shares = [share if share > 0 else 1.0 for share in node.widths]
    shares += [sum(shares) / len(shares) if shares else 1.0] * (count - len(shares))
    return _rounded(_fitted(shares, _least(node, count, base), room))


def _rounded(exact: list[float]) -> list[int]:
    reached, edges = 0.0, [0]
    for width in exact:
        reached += width
        edges.append(round(reached))
    return [right - left for left, right in pairwise(edges)]


def _fitted(shares: list[float], least: list[float], room: int) -> list[float]:
    """``room`` divided in proportion to ``shares``, except that no column has less than ``least``, if there is room."""
    least = [need * min(1, room / sum(least)) for need in least] if any(least) else least
    narrow: dict[int, float] = {}
    while True:
        rest = room - sum(narrow.values())
        total = sum(share for index, share in enumerate(shares) if index not in narrow)
        wanted = [narrow.get(index, rest * share / total if total else 0) for index, share in enumerate(shares)]
        more = {index: need for index, need in enumerate(least) if index not in narrow and wanted[index] < need}
        if not more:
            return wanted
        narrow |= more


def _extent(rows: tuple[Row, ...]) -> int:
    """How many columns rows reach to, counting the cells that reach into them from above."""
    widest = 1
    below: list[tuple[int, int]] = []
    for row in rows:
        reach = sum([columns for columns, _ in below]) + sum([cell.columns for cell in row.cells])
        below = [(columns, left - 1) for columns, left in below if left > 1]
        below += [(cell.columns, cell.rows - 1) for cell in row.cells if cell.rows > 1]
        widest = max(widest, reach)
    return widest


def _least(node: Table, count: int, base: Base) -> list[float]:
    """How wide each column has to be for its longest word, in twips.

    Only rows with a cell a column are looked at. Chinese text breaks anywhere: there it is the headings that count.
    """
    chinese = base.language.startswith("zh")
    longest = [0.0] * count
    for row in node.rows:
        if len(row.cells) == count and (row.header or not chinese):
            for column, cell in enumerate(row.cells):
                longest[column] = max(longest[column], _longest(cell, chinese=chinese))
    margins = base.table_look(node.role).margins
    size = base.sheet.looks[TABLE_TEXT].size or base.style.body.size
    return [twips(length * size * _BOLD + margins.left + margins.right) if length else 0 for length in longest]


def _longest(cell: Cell, *, chinese: bool) -> float:
    """The width of the longest word of a cell, in parts of the font size."""
    if chinese:
        return min(_HEADING, max((text_width(text) for text, _ in _texts(cell.children)), default=0))
    words = (
        text_width(word) + indent
        for text, indent in _texts(cell.children)
        for word in text.replace("-", "- ").replace("/", "/ ").split()
    )
    return max(words, default=0)


def _texts(blocks: tuple[Block, ...], indent: float = 0) -> Iterator[tuple[str, float]]:
    """The texts of paragraphs, and how far the lists indent them that they stand in."""
    for block in blocks:
        if isinstance(block, Paragraph):
            for text in _values(block.children):
                yield text, indent
        elif isinstance(block, List):
            for item in block.items:
                yield from _texts(item.children, indent + _LIST)


def _values(children: tuple[Inline, ...]) -> Iterator[str]:
    for child in children:
        if isinstance(child, Text | Code):
            yield child.value
        else:
            yield from _values(getattr(child, "children", ()))
