"""The lattice on which lines are routed: rows and columns of cells, and the channels between them.

Position ``(x, y)``: odd ``x`` is the middle of column ``x // 2``, even ``x`` the channel left of it; odd ``y`` is the
middle of row ``y // 2``, even ``y`` the channel above it. Any number of lines may run side by side in a channel; the
middle of a row or column belongs to one net, which is all lines that lead to the same node. Lines to one node join.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from sopgen.flow.placement.cells import Cells
from sopgen.flow.placement.model import Side
from sopgen.flow.placement.wires import Wire

Spot = tuple[int, int]
NORTH, EAST, SOUTH, WEST = range(4)
MOVES: tuple[Spot, ...] = ((0, -1), (1, 0), (0, 1), (-1, 0))
SIDES: dict[Side, int] = {"top": NORTH, "right": EAST, "bottom": SOUTH, "left": WEST}


class Port(NamedTuple):
    """Where a line may leave or enter a node: the node's own spot, the side, and what using it costs."""

    spot: Spot
    side: Side
    cost: float


class Unit(NamedTuple):
    """The stretch between neighbouring spots, the left or upper one first."""

    start: Spot
    horizontal: bool


def unit(spot: Spot, direction: int) -> Unit:
    """The stretch that a move from ``spot`` passes."""
    x, y = spot
    if direction == EAST:
        return Unit(spot, horizontal=True)
    if direction == WEST:
        return Unit((x - 1, y), horizontal=True)
    if direction == SOUTH:
        return Unit(spot, horizontal=False)
    return Unit((x, y - 1), horizontal=False)


class Lattice:
    """Which stretches are taken by which nets.

    Attributes:
        width: the number of spots from left to right.
        height: the number of spots from top to bottom.
        blocked: the spots that shapes stand on.
        nets: the nets on each stretch.
        sources: the nodes from which the lines on each stretch come, for those right at a node.
        through: how many nets pass straight through a spot, by spot and whether horizontally.
    """

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.width, self.height = 2 * cells.columns + 1, 2 * cells.rows + 1
        self.blocked: dict[Spot, str] = {}
        self.nets: dict[Unit, set[str]] = defaultdict(set)
        self.sources: dict[Unit, set[str]] = defaultdict(set)
        self.through: dict[tuple[Spot, bool], set[str]] = defaultdict(set)
        self.used: dict[tuple[str, Side, Spot], str] = {}
        for name, row in cells.row.items():
            columns = cells.columns_of(name)
            for x in range(2 * columns[0] + 1, 2 * columns[-1] + 2):
                self.blocked[x, 2 * row + 1] = name

    def spots(self, name: str) -> list[Spot]:
        """The spots in the middles of the columns that a node stands in."""
        row = self.cells.row[name]
        return [(2 * column + 1, 2 * row + 1) for column in self.cells.columns_of(name)]

    def free(self, spot: Spot, direction: int, wire: Wire) -> bool:
        """Whether the wire may take the move: channels are open to all, middles to one net."""
        x, y = spot
        step = MOVES[direction]
        end = x + step[0], y + step[1]
        if not (0 <= end[0] < self.width and 0 <= end[1] < self.height):
            return False
        along = y if step[1] == 0 else x
        if along % 2 == 0:
            return True
        key = unit(spot, direction)
        nets = self.nets.get(key)
        if not nets or nets == {wire.target}:
            return True
        return wire.source in self.sources.get(key, ()) and self.blocked.get(spot) == wire.source

    def take(self, wire: Wire, path: list[Spot]) -> None:
        """Let the wire run along ``path``."""
        last = -1
        for start, end in zip(path, path[1:], strict=False):
            direction = MOVES.index((end[0] - start[0], end[1] - start[1]))
            key = unit(start, direction)
            self.nets[key].add(wire.target)
            if self.blocked.get(start) == wire.source:
                self.sources[key].add(wire.source)
            if last == direction:
                self.through[start, direction in (EAST, WEST)].add(wire.target)
            last = direction
        for spot, next_spot, name, use in (
            (path[0], path[1], wire.source, "out"),
            (path[-1], path[-2], wire.target, "in"),
        ):
            self.used[name, side_of(spot, next_spot), spot] = use

    def crossings(self, spot: Spot, *, horizontal: bool, net: str) -> int:
        """How many nets a line that goes straight through ``spot`` crosses there."""
        across = self.through.get((spot, not horizontal))
        return len(across - {net}) if across else 0


def side_of(spot: Spot, neighbour: Spot) -> Side:
    """On which side of ``spot`` its neighbour lies."""
    if neighbour[0] == spot[0]:
        return "top" if neighbour[1] < spot[1] else "bottom"
    return "left" if neighbour[0] < spot[0] else "right"
