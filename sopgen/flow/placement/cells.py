"""Which row and column each node gets: rows follow the flow downwards, columns lie in the lanes of the roles.

Rows: a node comes right below the last of those that lead to it, loops left out, in the first row whose cell in its
lane is free (list scheduling). The bars around parallel tracks have a row of their own. Columns: below the node that
leads to it where that can be, else as near as can be.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sopgen.flow.graph import Node
from sopgen.flow.placement.wires import Drawing, Wire
from sopgen.source import Path

BARS = ("fork", "join")


@dataclass(frozen=True, slots=True)
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


def arrange(drawing: Drawing, lanes: tuple[str, ...], most: int, floor: Mapping[str, int]) -> Cells:
    """The cells of ``drawing``.

    Args:
        drawing: what is to be laid out.
        lanes: the roles, from left to right.
        most: how many columns a lane may have, more only for parallel tracks.
        floor: the first row that a node may have.
    """
    return _Arranging(drawing, lanes, most, floor).run()


class _Arranging:
    def __init__(self, drawing: Drawing, lanes: tuple[str, ...], most: int, floor: Mapping[str, int]) -> None:
        self.drawing, self.floor = drawing, floor
        self.nodes = drawing.nodes
        self.order = _order(drawing)
        self.room = {lane: max(most, need) for lane, need in _tracks(drawing, lanes).items()}
        self.first: dict[str, int] = {}
        total = 0
        for lane in lanes:
            self.first[lane] = total + 1
            total += self.room[lane] + 2
        self.row: dict[str, int] = {}
        self.column: dict[str, int] = {}
        self.taken: dict[tuple[int, int], str] = {}
        self.closed: set[int] = set()
        self.owner: dict[int, Path] = {}

    def run(self) -> Cells:
        above = [name for name in self.nodes if self._from_outside(name)]
        marks = [name for name, node in self.nodes.items() if node.kind == "out"]
        for name in self._topological({*above, *marks}):
            self._place(name)
        for name in sorted(above, key=lambda name: self.nodes[name].kind == "in"):
            self._place_above(name)
        for name in marks:
            if not self._place_beside(name, self.drawing.incoming[name][0].source):
                self._place(name)
        self._straighten()
        return self._compact()

    def _from_outside(self, name: str) -> bool:
        """Whether a node only leads into the flow, and so stands beside where it leads to."""
        if self.nodes[name].kind not in ("exception", "entry", "in") or self.drawing.incoming[name]:
            return False
        return any(self.nodes[wire.target].kind != "out" for wire in self.drawing.outgoing[name])

    def _topological(self, left_out: set[str]) -> list[str]:
        waiting = dict.fromkeys(self.nodes, 0)
        for wire in self.drawing.wires:
            waiting[wire.target] += not wire.back and wire.source not in left_out
        ready = [(self.order[name], name) for name, count in waiting.items() if count == 0 and name not in left_out]
        heapq.heapify(ready)
        found: list[str] = []
        while ready:
            _, name = heapq.heappop(ready)
            found.append(name)
            for wire in self.drawing.outgoing[name]:
                if not wire.back and wire.target not in left_out:
                    waiting[wire.target] -= 1
                    if waiting[wire.target] == 0:
                        heapq.heappush(ready, (self.order[wire.target], wire.target))
        return found

    def _place(self, name: str) -> None:
        before = [wire.source for wire in self.drawing.incoming[name] if not wire.back and wire.source in self.row]
        row = max((self.row[source] + 1 for source in before), default=0)
        row = max(row, self.floor.get(name, 0))
        block = _block(self.nodes[name])
        if self.nodes[name].kind in BARS:
            self._open(row)
            self.closed.add(row)
            self._own(row, block)
            column = self._near(name, before, range(self.first[self.nodes[name].lane], self._last(name) + 1))
            self._take(name, row, column)
            return
        while True:
            if block is not None and row not in self.closed and self.owner.get(row) != block:
                self._open(row)
                self._own(row, block)
            free = [] if row in self.closed or self.owner.get(row) != block else self._free(name, row)
            if free:
                self._take(name, row, self._near(name, before, free))
                return
            row += 1

    def _own(self, row: int, block: Path | None) -> None:
        """Keep a row for what stands between the bars of a step, so that nothing else seems to be parallel to it."""
        if block is not None:
            self.owner[row] = block

    def _last(self, name: str) -> int:
        lane = self.nodes[name].lane
        return self.first[lane] + self.room[lane] - 1

    def _free(self, name: str, row: int) -> list[int]:
        columns = range(self.first[self.nodes[name].lane], self._last(name) + 1)
        return [column for column in columns if (row, column) not in self.taken]

    def _near(self, name: str, before: list[str], free: list[int] | range) -> int:
        """The free column that lies best: below what leads here, first of all below what leads nowhere else first."""

        def cost(column: int) -> tuple[float, int]:
            total = 0.3 * (column - self.first[self.nodes[name].lane])
            for source in before:
                weight = 2.0 if self._main(source) == name else 0.8
                total += abs(self.column[source] - column) * weight
            return total, column

        return min(free, key=cost)

    def _main(self, source: str) -> str:
        """Where the flow from a node mainly goes: to the first in the file of what comes after it."""
        targets = [wire.target for wire in self.drawing.outgoing[source] if not wire.back]
        return min(targets, key=lambda name: self.order[name], default="")

    def _take(self, name: str, row: int, column: int) -> None:
        self.row[name], self.column[name] = row, column
        self.taken[row, column] = name

    def _open(self, row: int) -> None:
        """Make an empty row, unless that row is empty."""
        if row not in self.row.values() and row not in self.owner:
            return
        for name, own in self.row.items():
            if own >= row:
                self.row[name] = own + 1
        self.closed = {own + (own >= row) for own in self.closed}
        self.owner = {own + (own >= row): block for own, block in self.owner.items()}
        self.taken = {(self.row[name], self.column[name]): name for name in self.row}

    def _place_beside(self, name: str, other: str) -> bool:
        """Put a mark where a line is cut right below, or else to the left or right, of the node it belongs to."""
        row, column = self.row[other], self.column[other]
        if self.nodes[other].kind in BARS:
            return False
        lane = self.nodes[other].lane
        last = self.first[lane] + self.room[lane]
        after = self.drawing.outgoing[other]
        alone = all(wire.target == name or self.nodes[wire.target].kind == "out" for wire in after)
        if alone and row + 1 not in self.closed and self.taken.get((row + 1, column)) is None:
            self._take(name, row + 1, column)
            return True
        return self._place_aside(name, row, column, (self.first[lane] - 1, last))

    def _place_aside(self, name: str, row: int, column: int, ends: tuple[int, int]) -> bool:
        """Put a mark into the same row, at an end of the lane that nothing stands before."""
        for end in sorted(ends, reverse=True):
            low, high = sorted((column, end))
            if all((row, place) not in self.taken for place in range(low + 1, high)) and (row, end) not in self.taken:
                self._take(name, row, end)
                return True
        return False

    def _place_above(self, name: str) -> None:
        target = self.drawing.outgoing[name][0].target
        if self.nodes[name].kind == "in" and self.nodes[target].kind not in BARS:
            row, column = self.row[target], self.column[target]
            if row and row - 1 not in self.owner and row - 1 not in self.closed and (row - 1, column) not in self.taken:
                self._take(name, row - 1, column)
                return
            lane = self.nodes[target].lane
            if row == 0 and len(self.drawing.incoming[target]) == 1:
                self._open(0)
                self._take(name, 0, column)
                return
            if self._place_aside(name, row, column, (self.first[lane] - 1, self.first[lane] + self.room[lane])):
                return
        for distance in range(1, len(self.nodes) + 2):
            row = self.row[target] - distance
            if row < 0:
                break
            free = [] if row in self.closed or row in self.owner else self._free(name, row)
            if free:
                self._take(name, row, self._near(name, [target], free))
                return
        row = self.row[target]
        self._open(row)
        self._take(name, row, self._near(name, [target], self._free(name, row)))

    def _straighten(self) -> None:
        """Move and swap nodes inside their rows and lanes while that makes wires shorter."""
        for _ in range(3):
            changed = False
            for name in self.nodes:
                changed |= self._improve(name)
            if not changed:
                return

    def _improve(self, name: str) -> bool:
        if self.nodes[name].kind in (*BARS, "in", "out") or self.room[self.nodes[name].lane] == 1:
            return False
        row, column = self.row[name], self.column[name]
        best, gain = None, 0.01
        for other in range(self.first[self.nodes[name].lane], self._last(name) + 1):
            if other == column:
                continue
            with_ = self.taken.get((row, other))
            if with_ is not None and self.nodes[with_].kind in ("in", "out"):
                continue
            before = self._cost(name) + (self._cost(with_) if with_ else 0)
            self._swap(name, with_, other)
            after = self._cost(name) + (self._cost(with_) if with_ else 0)
            self._swap(name, with_, column)
            if before - after > gain:
                best, gain = other, before - after
        if best is None:
            return False
        self._swap(name, self.taken.get((row, best)), best)
        return True

    def _swap(self, name: str, other: str | None, column: int) -> None:
        row, own = self.row[name], self.column[name]
        del self.taken[row, own]
        if other is not None:
            self._take(other, row, own)
        self._take(name, row, column)

    def _cost(self, name: str) -> float:
        def length(wire: Wire, end: str) -> float:
            apart = abs(self.column[end] - self.column[name])
            weight = 0.3 if wire.back else 1.0 if self._main(wire.source) == wire.target else 0.5
            if self.nodes[wire.source].kind == "fork" or self.nodes[wire.target].kind == "join":
                weight = 0.1
            blocked = 0.0
            if apart == 0:
                low, high = sorted((self.row[end], self.row[name]))
                blocked = 0.6 * any((row, self.column[name]) in self.taken for row in range(low + 1, high))
            return weight * (apart + 0.5 * (apart > 0) + blocked)

        outgoing = (length(wire, wire.target) for wire in self.drawing.outgoing[name])
        incoming = (length(wire, wire.source) for wire in self.drawing.incoming[name])
        return sum(outgoing) + sum(incoming) + 0.1 * (self.column[name] - self.first[self.nodes[name].lane])

    def _compact(self) -> Cells:
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


def _block(node: Node) -> Path | None:
    """The path of the outermost step with parallel tracks that a node is part of; None outside tracks."""
    if "parallel" in node.path:
        return node.path[: node.path.index("parallel")]
    return node.path if node.kind in BARS else None


def _order(drawing: Drawing) -> dict[str, tuple[int, int]]:
    """The order in which nodes are placed: that of the file, ends right after what leads to them."""
    places = {name: place for place, name in enumerate(drawing.nodes)}
    found = {}
    for name, node in drawing.nodes.items():
        before = [places[wire.source] for wire in drawing.incoming[name] if not wire.back]
        last = node.kind in ("end", "handover", "out") and bool(before)
        found[name] = (max(before), 1) if last else (places[name], 0)
    return found


def _tracks(drawing: Drawing, lanes: tuple[str, ...]) -> dict[str, int]:
    """How many columns each lane needs for parallel tracks that begin in it."""
    need = dict.fromkeys(lanes, 1)
    for name, node in drawing.nodes.items():
        if node.kind == "fork":
            count: dict[str, int] = defaultdict(int)
            for wire in drawing.outgoing[name]:
                count[drawing.nodes[wire.target].lane] += 1
            need |= {lane: max(need[lane], number) for lane, number in count.items()}
    return need
