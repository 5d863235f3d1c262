"""The rows of a flow between which a page may end, and where pages best end: where few lines are cut."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate

from sopgen.flow.graph import BARS
from sopgen.flow.placement.cells import Cells
from sopgen.flow.placement.wires import Drawing
from sopgen.frozen import frozen

_OWN, _BAR, _LAST, _FIRST = 4, 3, 6, 5
"""How many lines one counts for that joins the parts of one step, tracks with their bar, the last step with the end,
the beginning with the first step."""
_ALONE = 1
"""How many more lines may be cut lest the last shape stand alone on a page."""


@frozen
class Rows:
    """The rows between which a page may end.

    Attributes:
        row: the row of each node.
        nodes: the nodes of each row.
        levels: the nodes that stand beside each other in the grid, and the last row that one of them has; a row may
            have several levels, one below the other.
        columns: those in which something stands, by row.
        cells: the grid, if a page with all rows has it too.
        count: how many rows there are.
    """

    row: Mapping[str, int]
    nodes: Sequence[list[str]]
    levels: Sequence[tuple[list[str], int]]
    columns: Sequence[set[int]]
    cells: Cells | None
    count: int

    @classmethod
    def of(cls, cells: Cells, home: Mapping[str, str]) -> Rows:
        """The rows of a grid, each node in that of its home."""
        row, column = cells.row, cells.column
        used = {old: new for new, old in enumerate(sorted({row[name] for name in home.values()}))}
        rows = {name: used[row[other]] for name, other in home.items()}
        levels: dict[int, list[str]] = defaultdict(list)
        columns: list[set[int]] = [set() for _ in used]
        nodes: list[list[str]] = [[] for _ in used]
        for name in home:
            nodes[rows[name]].append(name)
            levels[row[name]].append(name)
            columns[rows[name]].add(column[name])
        lowest = [(level, max([rows[name] for name in level])) for level in levels.values()]
        return cls(rows, nodes, lowest, columns, cells, len(used))

    def apart(self, home: Mapping[str, str]) -> Rows:
        """The same with a row for every home, one below the other."""
        order = sorted(dict.fromkeys(home.values()), key=lambda name: self.row[name])
        place = {name: row for row, name in enumerate(order)}
        rows = {name: place[own] for name, own in home.items()}
        nodes: list[list[str]] = [[] for _ in order]
        for name, row in rows.items():
            nodes[row].append(name)
        levels = [(level, row) for row, level in enumerate(nodes)]
        return Rows(rows, nodes, levels, [{0} for _ in order], None, len(order))


def cut_costs(drawing: Drawing, row: Mapping[str, int], rows: int) -> list[float]:
    """What it costs to end a page with each row: the lines that are cut, more where they join what belongs together.

    To end with the last row costs nothing.
    """
    steps = [0.0] * (rows + 1)
    for wire in drawing.wires:
        low, high = sorted((row[wire.source], row[wire.target]))
        steps[low] += (weight := _weight(drawing, wire.source, wire.target))
        steps[high] -= weight
    if rows > 1 and [*row.values()].count(rows - 1) == 1:
        steps[rows - 2] += _ALONE
        steps[rows - 1] -= _ALONE
    return [*accumulate(steps[:rows])]


def _weight(drawing: Drawing, source: str, target: str) -> float:
    one, other = drawing.nodes[source], drawing.nodes[target]
    if other.kind in ("end", "handover") and len(drawing.incoming[target]) == 1:
        return _LAST
    if one.kind == "start":
        return _FIRST
    if one.path == other.path:
        return _OWN
    return _BAR if one.kind in BARS or other.kind in BARS else 1


def best_ends(costs: Sequence[float], reach: Sequence[int], pages: int) -> list[int]:
    """The last row of each page, on so many pages at most, for the least cost; none if they do not suffice.

    Args:
        costs: what it costs to end a page with each row.
        reach: the last row that a page which begins with each row may have.
        pages: how many pages there may be.
    """
    rows = len(costs)
    fewest = [0] * (rows + 1)  # the pages that the rows from each on take at least
    for first in reversed(range(rows)):
        fewest[first] = 1 + min(fewest[first + 1 : reach[first] + 2])
    if fewest[0] > pages:
        return []
    best: list[dict[int, tuple[float, int]]] = [{rows: (0.0, -1)}]
    for left, latest in enumerate(reversed(_latest(reach, pages)), start=1):
        further = best[-1]
        best.append({rows: (0.0, -1)})
        for first in range(min(latest + 1, rows)):
            if fewest[first] <= left:
                best[-1][first] = min(
                    (costs[last] + further[last + 1][0], -last)
                    for last in range(first, reach[first] + 1)
                    if last + 1 in further
                )
    ends: list[int] = []
    first = 0
    while first < rows:
        ends.append(-best[pages][first][1])
        first, pages = ends[-1] + 1, pages - 1
    return ends


def _latest(reach: Sequence[int], pages: int) -> list[int]:
    """The row with which each page begins at the latest."""
    ahead = [*accumulate(reach, max), len(reach) - 1]
    return [*accumulate(range(pages - 1), lambda first, _: ahead[first] + 1, initial=0)]
