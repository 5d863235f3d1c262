"""Which cell each node gets: rows follow the flow downwards, columns lie in the lanes of the roles.

Rows: a node comes right below the last of those that lead to it, loops left out, in the first row whose cell in its
lane is free (list scheduling). The bars around parallel tracks have a row of their own. Columns: below the node that
leads to it where that can be, else as near as can be. Marks stand beside what they belong to.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

from sopgen.flow.graph import BARS
from sopgen.flow.placement.cells import Cells, Grid, block_of
from sopgen.flow.placement.straightening import straighten
from sopgen.flow.placement.wires import Drawing

_NEAR = 2
"""How many rows above where it leads to what comes in from outside may stand."""


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
        self.drawing, self.floor, self.grid = drawing, floor, Grid(drawing, lanes, most)
        self.nodes = drawing.nodes
        self.order, self.main = drawing.order, drawing.main

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
        straighten(self.grid)
        return self.grid.compact()

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
        """Put a node below what leads to it, or else where there is room for it first."""
        grid, block = self.grid, block_of(self.nodes[name])
        before = [wire.source for wire in self.drawing.incoming[name] if not wire.back and wire.source in grid.row]
        row = max([grid.row[source] + 1 for source in before], default=0)
        row = max(row, self.floor.get(name, 0))
        if self.nodes[name].kind in BARS:
            grid.open(row)
            grid.closed.add(row)
            grid.own(row, block)
            grid.take(name, row, self._near(name, before, grid.columns(name)))
            return
        while True:
            if block is not None and row not in grid.closed and grid.owner.get(row) != block:
                grid.open(row)
                grid.own(row, block)
            free = grid.free(name, row) if grid.open_for(block, row) else []
            if free:
                grid.take(name, row, self._near(name, before, free))
                return
            row += 1

    def _near(self, name: str, before: list[str], free: Sequence[int]) -> int:
        """The free column that lies best: below what leads here, first of all below what leads nowhere else first."""
        if len(free) == 1:
            return free[0]
        first = self.grid.columns(name)[0]

        def cost(column: int) -> tuple[float, int]:
            total = 0.3 * (column - first)
            for source in before:
                weight = 2.0 if self.main[source] == name else 0.8
                total += abs(self.grid.column[source] - column) * weight
            return total, column

        return min(free, key=cost)

    def _place_beside(self, name: str, other: str) -> bool:
        """Put a mark where a line is cut right below, or else to the left or right, of the node it belongs to."""
        grid = self.grid
        row, column = grid.row[other], grid.column[other]
        if self.nodes[other].kind in BARS:
            return False
        after = self.drawing.outgoing[other]
        alone = all(wire.target == name or self.nodes[wire.target].kind == "out" for wire in after)
        if alone and row + 1 not in grid.closed and grid.taken.get((row + 1, column)) is None:
            grid.take(name, row + 1, column)
            return True
        return self._place_aside(name, row, column) or self._place_near_by(name, row)

    def _place_aside(self, name: str, row: int, column: int) -> bool:
        """Put a mark into the same row, at an end of the lane that nothing stands before."""
        taken, columns = self.grid.taken, self.grid.columns(name)
        for end in (columns[-1] + 1, columns[0] - 1):
            low, high = sorted((column, end))
            if all((row, place) not in taken for place in range(low + 1, high)) and (row, end) not in taken:
                self.grid.take(name, row, end)
                return True
        return False

    def _place_near_by(self, name: str, row: int) -> bool:
        """Put a mark at an end of the lane one row down or up, where the ends of the same row are taken."""
        grid, columns, block = self.grid, self.grid.columns(name), block_of(self.nodes[name])
        for near in (row + 1, row - 1):
            for end in (columns[-1] + 1, columns[0] - 1):
                if near in self.rows and grid.open_for(block, near) and (near, end) not in grid.taken:
                    grid.take(name, near, end)
                    return True
        return False

    def _place_above(self, name: str) -> None:
        """Put what only leads into the flow above where it does, or else beside."""
        grid, target = self.grid, self.drawing.outgoing[name][0].target
        row, column = grid.row[target], grid.column[target]
        if self.nodes[name].kind == "in" and self.nodes[target].kind not in BARS:
            if row and grid.open_for(None, row - 1) and (row - 1, column) not in grid.taken:
                grid.take(name, row - 1, column)
                return
            if row == 0 and len(self.drawing.incoming[target]) == 1:
                grid.open(0)
                grid.take(name, 0, column)
                return
            if self._place_aside(name, row, column):
                return
        for higher in range(row - 1, max(row - 1 - _NEAR, -1), -1):
            free = self._beside_the_flow(target, grid.free(name, higher)) if grid.open_for(None, higher) else []
            if free:
                grid.take(name, higher, self._near(name, [target], free))
                return
        grid.open(row)
        free = grid.free(name, row)
        grid.take(name, row, self._near(name, [target], self._beside_the_flow(target, free) or free))

    def _beside_the_flow(self, target: str, free: list[int]) -> list[int]:
        """The columns of ``free`` in which nothing stands in the way of what else leads to ``target``."""
        if all(self.nodes[wire.source].kind in ("exception", "entry") for wire in self.drawing.incoming[target]):
            return free
        return [column for column in free if column != self.grid.column[target]]

    @property
    def rows(self) -> range:
        """The rows so far."""
        return range(max(self.grid.row.values(), default=-1) + 1)
