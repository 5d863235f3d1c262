"""The grid: which row and column each node has, the lanes that columns belong to, and the rows that tracks keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sopgen.flow.graph import BARS, Node
from sopgen.flow.placement.wires import Drawing
from sopgen.frozen import frozen
from sopgen.source import Path


@frozen
class Cells:
    """Where everything stands in the grid.

    Attributes:
        row: of each node.
        column: of each node; of a bar, that of the step it belongs to.
        span: the first and last column of each bar.
        lanes: the role of each lane, its first and its last column.
        rows: how many rows there are.
        columns: how many columns there are.
    """

    row: Mapping[str, int]
    column: Mapping[str, int]
    span: Mapping[str, tuple[int, int]]
    lanes: tuple[tuple[str, int, int], ...]
    rows: int
    columns: int

    def columns_of(self, name: str) -> range:
        """The columns that a node takes up."""
        first, last = self.span.get(name, (self.column[name], self.column[name]))
        return range(first, last + 1)


class Grid:
    """The grid while it is filled: every lane has some columns, and one more on either side for marks.

    Attributes:
        drawing: what is laid out.
        room: how many columns each lane has, without those for marks.
        first: the first of them.
        row: the row of each node that has one.
        column: its column.
        taken: the node in each cell.
        closed: the rows that belong to a bar.
        owner: the step that a row is kept for, by row.
    """

    def __init__(self, drawing: Drawing, lanes: tuple[str, ...], most: int) -> None:
        self.drawing, self.nodes = drawing, drawing.nodes
        self.room = {lane: max(most, need) for lane, need in _tracks(drawing, lanes).items()}
        self.first: dict[str, int] = {}
        total = 0
        for lane in lanes:
            self.first[lane] = total + 1
            total += self.room[lane] + 2
        bands = {lane: range(first, first + self.room[lane]) for lane, first in self.first.items()}
        self._columns = {name: bands[node.lane] for name, node in self.nodes.items()}
        self.row: dict[str, int] = {}
        self.column: dict[str, int] = {}
        self.taken: dict[tuple[int, int], str] = {}
        self.closed: set[int] = set()
        self.owner: dict[int, Path] = {}

    def columns(self, name: str) -> range:
        """The columns of a node's lane."""
        return self._columns[name]

    def free(self, name: str, row: int) -> list[int]:
        """The columns of a node's lane in which nothing stands in that row."""
        return [column for column in self._columns[name] if (row, column) not in self.taken]

    def open_for(self, block: Path | None, row: int) -> bool:
        """Whether what belongs to a step with tracks, or to none, may stand in a row."""
        return row not in self.closed and self.owner.get(row) == block

    def take(self, name: str, row: int, column: int) -> None:
        """Put a node into a cell."""
        self.row[name], self.column[name] = row, column
        self.taken[row, column] = name

    def own(self, row: int, block: Path | None) -> None:
        """Keep a row for what stands between the bars of a step, so that nothing else seems to be parallel to it."""
        if block is not None:
            self.owner[row] = block

    def open(self, row: int) -> None:
        """Make an empty row, unless that row is empty."""
        if row not in self.row.values() and row not in self.owner:
            return
        for name, own in self.row.items():
            if own >= row:
                self.row[name] = own + 1
        self.closed = {own + (own >= row) for own in self.closed}
        self.owner = {own + (own >= row): block for own, block in self.owner.items()}
        self.taken = {(self.row[name], self.column[name]): name for name in self.row}

    def compact(self) -> Cells:
        """The cells without empty rows and columns; every lane keeps a column."""
        used = {self.column[name] for name in self.nodes}
        column: dict[int, int] = {}
        lanes = []
        for lane, first in self.first.items():
            start = len(column)
            columns = [place for place in range(first - 1, first + self.room[lane] + 1) if place in used] or [first]
            column |= {place: start + position for position, place in enumerate(columns)}
            lanes.append((lane, start, len(column) - 1))
        rows = {row: place for place, row in enumerate(sorted(set(self.row.values())))}
        row_of = {name: rows[self.row[name]] for name in self.nodes}
        column_of = {name: column[self.column[name]] for name in self.nodes}
        spans = {name: self._span(name, column_of) for name, node in self.nodes.items() if node.kind in BARS}
        return Cells(row_of, column_of, spans, tuple(lanes), len(rows), len(column))

    def _span(self, name: str, column_of: Mapping[str, int]) -> tuple[int, int]:
        fork = self.nodes[name].kind == "fork"
        wires = self.drawing.outgoing[name] if fork else self.drawing.incoming[name]
        columns = [column_of[wire.target if fork else wire.source] for wire in wires] + [column_of[name]]
        return min(columns), max(columns)


def block_of(node: Node) -> Path | None:
    """The path of the outermost step with parallel tracks that a node is part of; None outside tracks."""
    if "parallel" in node.path:
        return node.path[: node.path.index("parallel")]
    return node.path if node.kind in BARS else None


def _tracks(drawing: Drawing, lanes: tuple[str, ...]) -> dict[str, int]:
    """How many columns each lane needs for parallel tracks that begin in it, and for what comes in beside the start."""
    need = dict.fromkeys(lanes, 1)
    for name, node in drawing.nodes.items():
        if node.kind == "fork":
            count: dict[str, int] = defaultdict(int)
            for wire in drawing.outgoing[name]:
                count[drawing.nodes[wire.target].lane] += 1
            need |= {lane: max(need[lane], number) for lane, number in count.items()}
        elif node.kind == "entry" and any(_is_start(drawing, wire.target) for wire in drawing.outgoing[name]):
            need[node.lane] = max(need[node.lane], 2)
    return need


def _is_start(drawing: Drawing, name: str) -> bool:
    """Whether a node is one that the start leads to: what else leads to it stands beside the start."""
    return any(drawing.nodes[wire.source].kind == "start" for wire in drawing.incoming[name])
