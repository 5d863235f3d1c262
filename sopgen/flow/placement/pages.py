"""Where a long flow is cut into pages."""

from __future__ import annotations

from collections.abc import Mapping

from sopgen.flow.placement.cells import BARS, Cells
from sopgen.flow.placement.wires import Drawing

_LOOK_BACK = 0.3
"""Which part of its rows a page may end earlier than it must."""


def best_end(drawing: Drawing, row: Mapping[str, int], first: int, last: int, rows: int) -> int:
    """After which row, ``last`` at most, a page that begins with ``first`` best ends: where few lines are cut."""
    if last >= rows - 1:
        return rows - 1
    places = range(last - int((last - first + 1) * _LOOK_BACK), last + 1)
    return min(places, key=lambda place: (_cost(drawing, row, place) + 0.9 * (last - place), -place))


def _cost(drawing: Drawing, row: Mapping[str, int], place: int) -> float:
    """What it costs to cut below a row: the lines that cross, more where they join what belongs together."""
    cost = 0.0
    for wire in drawing.wires:
        low, high = sorted((row[wire.source], row[wire.target]))
        if low <= place < high:
            own = drawing.nodes[wire.source].path == drawing.nodes[wire.target].path
            bar = drawing.nodes[wire.source].kind in BARS or drawing.nodes[wire.target].kind in BARS
            cost += 4 if own else 3 if bar else 1
    return cost


def row_heights(cells: Cells, heights: Mapping[str, float]) -> list[float]:
    """The height of each row, from those of the shapes."""
    found = [0.0] * cells.rows
    for name, row in cells.row.items():
        found[row] = max(found[row], heights[name])
    return found


def columns_of_rows(cells: Cells) -> list[set[int]]:
    """The columns in which something stands, by row."""
    found: list[set[int]] = [set() for _ in range(cells.rows)]
    for name, row in cells.row.items():
        found[row] |= {cells.column[name]}
    return found
