"""Moves nodes inside their rows and lanes while that makes wires shorter."""

from __future__ import annotations

from sopgen.flow.graph import BARS
from sopgen.flow.placement.cells import Grid
from sopgen.flow.placement.wires import Wire

_ROUNDS = 3
_IN_THE_WAY = 0.6
"""What it costs to stand where a line from elsewhere would come down."""
_LEAST = 0.01
"""What a move has to gain at least, in columns."""


def straighten(grid: Grid) -> None:
    """Move and swap nodes of ``grid``."""
    movable = [
        name for name, node in grid.nodes.items() if node.kind not in (*BARS, "in", "out") and grid.room[node.lane] > 1
    ]
    if not movable:
        return
    work = _Straightening(grid)
    for _ in range(_ROUNDS):
        if not [name for name in movable if work.improve(name)]:
            return


class _Straightening:
    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.leaving: dict[str, list[tuple[str, float]]] = {name: [] for name in grid.nodes}
        self.coming: dict[str, list[tuple[str, float]]] = {name: [] for name in grid.nodes}
        for wire in grid.drawing.wires:
            weight = self._weight(wire)
            self.leaving[wire.source].append((wire.target, weight))
            self.coming[wire.target].append((wire.source, weight))

    def improve(self, name: str) -> bool:
        """Move a node to the best column of its lane, whatever stands there to its own; whether that is another."""
        grid = self.grid
        row, column = grid.row[name], grid.column[name]
        best, gain, own = column, _LEAST, self._cost(name)
        for other in grid.columns(name):
            beside = grid.taken.get((row, other))
            if other == column or (beside is not None and grid.nodes[beside].kind in ("in", "out")):
                continue
            before = own + (self._cost(beside) if beside else 0)
            if before <= gain:
                continue
            self._swap(name, beside, other)
            after = self._cost(name) + (self._cost(beside) if beside else 0)
            self._swap(name, beside, column)
            if before - after > gain:
                best, gain = other, before - after
        if best == column:
            return False
        self._swap(name, grid.taken.get((row, best)), best)
        return True

    def _swap(self, name: str, other: str | None, column: int) -> None:
        grid = self.grid
        row, own = grid.row[name], grid.column[name]
        del grid.taken[row, own]
        if other is not None:
            grid.take(other, row, own)
        grid.take(name, row, column)

    def _cost(self, name: str) -> float:
        """How long and how crooked the wires of a node are."""
        grid = self.grid
        outgoing = [weight * self._length(name, end) for end, weight in self.leaving[name]]
        incoming = [weight * self._length(name, end) for end, weight in self.coming[name]]
        aside = 0.1 * (grid.column[name] - grid.columns(name)[0])
        return sum(outgoing) + sum(incoming) + aside + (_IN_THE_WAY if self._in_the_way(name) else 0)

    def _in_the_way(self, name: str) -> bool:
        """Whether what only leads into the flow stands above where it does, and something else leads there too."""
        grid, drawing = self.grid, self.grid.drawing
        if grid.nodes[name].kind not in ("exception", "entry"):
            return False
        targets = [wire.target for wire in drawing.outgoing[name] if grid.column[wire.target] == grid.column[name]]
        return any(len(drawing.incoming[target]) > 1 for target in targets)

    def _weight(self, wire: Wire) -> float:
        """How much it matters that a wire is short."""
        source, target = self.grid.nodes[wire.source].kind, self.grid.nodes[wire.target].kind
        if source == "fork" or target == "join":
            return 0.1
        if wire.back or source in ("exception", "entry"):
            return 0.3
        return 1.0 if self.grid.drawing.main[wire.source] == wire.target else 0.5

    def _length(self, name: str, end: str) -> float:
        """How long and how crooked a wire between two nodes is."""
        grid = self.grid
        column = grid.column[name]
        apart = abs(grid.column[end] - column)
        if apart:
            return apart + 0.5
        row, other = grid.row[name], grid.row[end]
        low, high = (row, other) if row < other else (other, row)
        for between in range(low + 1, high):
            if (between, column) in grid.taken:
                return 0.6
        return 0.0
