"""Which rows of a table stay on the page of the next: small tables are not broken, and no row is left alone."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from sopgen.writers.docx.styles import TABLE_TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopgen.document.nodes import Row, Table
    from sopgen.style.model import TableBase
    from sopgen.writers.docx.base import Base

_WHOLE, _TALL, _FORM = 0.25, 0.4, 0.6
"""Tables up to this part of a page are kept on one, more where no row has a single line, and more yet forms.

Nobody fills in half a form on each of two pages.
"""
_PAIR, _RUN = 0.15, 0.25
"""So are the first two rows of a longer one, and its last two; more of the first, up to one that is not so tall."""


def row_height(look: TableBase, row: Row) -> float:
    """The least height of a row, in points."""
    if "tall" in row.role.split():
        return look.tall_row_height
    if "blank" in [cell.role for cell in row.cells]:
        return max(look.row_height, look.blank_row_height)
    return look.row_height


def kept_rows(node: Table, lines: Sequence[int], look: TableBase, base: Base) -> frozenset[int]:
    """The indices of the rows that stay on the page of the next.

    Of those near its beginning the first that does not has the fewest lines: programs may break it.

    Args:
        node: the table.
        lines: how many lines each of its rows fills.
        look: how it looks.
        base: what all documents of the style share.
    """
    line = base.metrics[TABLE_TEXT].line
    padding = look.margins.top + look.margins.bottom
    heights = [max(row_height(look, row), count * line + padding) for row, count in zip(node.rows, lines, strict=True)]
    page, last = base.style.page.text_height, len(node.rows) - 1
    first = next((index for index, row in enumerate(node.rows) if not row.header), last)
    single = 1 in lines[first:last]
    if sum(heights) <= page * (_FORM if "form" in node.role.split() else _WHOLE if single else _TALL):
        return frozenset(range(last))
    pairs = (index for index in (first, last - 1) if first <= index < last)
    kept = frozenset(index for index in pairs if heights[index] + heights[index + 1] <= page * _PAIR)
    free = first + (first in kept)
    near = range(free, first + bisect_right(list(accumulate(heights[first:last])), page * _RUN))
    return kept.union(range(first, min(near, key=lines.__getitem__, default=free)))
