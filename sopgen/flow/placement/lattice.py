"""The lattice on which lines are routed: rows and columns of cells, and the channels between them.

Position ``(x, y)``: odd ``x`` is the middle of column ``x // 2``, even ``x`` the channel left of it; odd ``y`` is the
middle of row ``y // 2``, even ``y`` the channel above it. Any number of lines may run side by side in a channel; the
middle of a row or column belongs to one net, which is all lines that lead to the same node. Lines to one node join.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
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


Unit = tuple[int, int, bool]
"""The stretch between neighbouring spots: the left or upper one, and whether it is horizontal."""


def unit(x: int, y: int, direction: int) -> Unit:
    """The stretch that a move from ``(x, y)`` passes."""
    if direction == EAST:
        return x, y, True
    if direction == WEST:
        return x - 1, y, True
    return (x, y, False) if direction == SOUTH else (x, y - 1, False)


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

    def take(self, wire: Wire, path: list[Spot]) -> None:
        """Let the wire run along ``path``."""
        last = -1
        for start, end in pairwise(path):
            direction = MOVES.index((end[0] - start[0], end[1] - start[1]))
            key = unit(*start, direction)
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

    def clutter(self) -> float:
        """How hard the lines are to follow: how many cross at how many spots, and a little for their length."""
        crossings = sum(
            len(nets) * len(self.through[spot, False])
            for (spot, horizontal), nets in [*self.through.items()]
            if horizontal and (spot, False) in self.through
        )
        return crossings + sum(map(len, self.nets.values())) / 60


def side_of(spot: Spot, neighbour: Spot) -> Side:
    """On which side of ``spot`` its neighbour lies."""
    if neighbour[0] == spot[0]:
        return "top" if neighbour[1] < spot[1] else "bottom"
    return "left" if neighbour[0] < spot[0] else "right"
