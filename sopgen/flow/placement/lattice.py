"""The lattice on which lines are routed: rows and columns of cells, and the channels between them.

Position ``(x, y)``: odd ``x`` is the middle of column ``x // 2``, even ``x`` the channel left of it; odd ``y`` is the
middle of row ``y // 2``, even ``y`` the channel above it. Any number of lines may run side by side in a channel; the
middle of a row or column belongs to one net, which is all lines that lead to the same node. Lines to one node join.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sopgen.flow.placement.cells import Cells
from sopgen.flow.placement.model import Side
from sopgen.flow.placement.wires import Wire

Spot = tuple[int, int]
NORTH, EAST, SOUTH, WEST = range(4)
SIDES: dict[Side, int] = {"top": NORTH, "right": EAST, "bottom": SOUTH, "left": WEST}


Unit = tuple[int, int, bool]
"""The stretch between neighbouring spots: the left or upper one, and whether it is horizontal."""
Nets = dict[str, int]
"""The nets somewhere, each with the number of its lines there."""
_NONE: Nets = {}


class Lattice:
    """Which stretches are taken by which nets.

    Spots are numbered from left to right and from top to bottom, with a ring around them that nothing may enter.

    Attributes:
        step: what to add to the number of a spot for a move to the north, east, south and west.
        places: the position of each spot.
        blocked: the name of the shape that stands on each spot, None for none.
        along: for each direction of a stretch, vertical or horizontal, the nets on the one that begins at each spot.
        through: likewise the nets that pass straight through each spot.
        used: whether lines enter or leave at a port: ``in`` or ``out``, and how many.
    """

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        width, height = 2 * cells.columns + 3, 2 * cells.rows + 3
        self.step = (-width, 1, width, -1)
        self.places = _places(width, height)
        ring = [""] * width
        inside = ["", *[None] * (width - 2), ""]
        self.blocked: list[str | None] = [*ring, *inside * (height - 2), *ring]
        self.along: tuple[list[Nets | None], ...] = ([None] * len(self.places), [None] * len(self.places))
        self.through: tuple[list[Nets | None], ...] = ([None] * len(self.places), [None] * len(self.places))
        self.used: dict[tuple[str, Side, Spot], dict[str, int]] = {}
        self._sources: dict[Unit, Nets] = {}
        for name, row in cells.row.items():
            first, last = cells.span.get(name) or (cells.column[name],) * 2
            for x in range(2 * first + 1, 2 * last + 2):
                self.blocked[(2 * row + 2) * width + x + 1] = name

    def number(self, spot: Spot) -> int:
        """The number of a spot."""
        return (spot[1] + 1) * self.step[SOUTH] + spot[0] + 1

    def spots(self, name: str) -> list[Spot]:
        """The spots in the middles of the columns that a node stands in."""
        y = 2 * self.cells.row[name] + 1
        if name not in self.cells.span:
            return [(2 * self.cells.column[name] + 1, y)]
        return [(2 * column + 1, y) for column in self.cells.columns_of(name)]

    def nets(self, stretch: Unit) -> Nets:
        """The nets on a stretch."""
        x, y, horizontal = stretch
        return self.along[horizontal][self.number((x, y))] or _NONE

    def sources(self, stretch: Unit) -> Nets:
        """The nodes from which the lines on a stretch come, for those right at a node."""
        return self._sources.get(stretch, _NONE)

    def units(self) -> Iterator[tuple[Unit, Nets]]:
        """All stretches with nets on them."""
        for horizontal, taken in enumerate(self.along):
            for number, nets in enumerate(taken):
                if nets:
                    yield (*self.places[number], bool(horizontal)), nets

    def take(self, wire: Wire, path: list[Spot]) -> None:
        """Let the wire run along ``path``."""
        self._count(wire, path, 1)

    def release(self, wire: Wire, path: list[Spot]) -> None:
        """Take away a wire that runs along ``path``."""
        self._count(wire, path, -1)

    def _count(self, wire: Wire, path: list[Spot], by: int) -> None:
        net, width, straight = wire.target, self.step[SOUTH], None
        numbers = [(y + 1) * width + x + 1 for x, y in path]
        start = numbers[0]
        for end in numbers[1:]:
            horizontal = -2 < end - start < 2
            place = min(end, start)
            nets = self.along[horizontal][place]
            if nets:
                _add(nets, net, by)
            else:
                self.along[horizontal][place] = {net: by}
            if horizontal is straight:
                nets = self.through[horizontal][start]
                if nets:
                    _add(nets, net, by)
                else:
                    self.through[horizontal][start] = {net: by}
            start, straight = end, horizontal
        first, second = path[0], path[1]
        _add(self._sources.setdefault((*min(first, second), first[1] == second[1]), {}), wire.source, by)
        _add(self.used.setdefault((wire.source, side_of(first, second), first), {}), "out", by)
        _add(self.used.setdefault((net, side_of(path[-1], path[-2]), path[-1]), {}), "in", by)

    def clutter(self) -> float:
        """How hard the lines are to follow: how many cross at how many spots, and a little for their length."""
        crossings = sum(len(down) * len(across) for down, across in zip(*self.through, strict=True) if down and across)
        return crossings + sum(len(nets) for _, nets in self.units()) / 60


@lru_cache(maxsize=64)
def _places(width: int, height: int) -> list[Spot]:
    return [(x, y) for y in range(-1, height - 1) for x in range(-1, width - 1)]


def _add(nets: Nets, name: str, by: int) -> None:
    count = nets.get(name, 0) + by
    if count:
        nets[name] = count
    else:
        del nets[name]


def side_of(spot: Spot, neighbour: Spot) -> Side:
    """On which side of ``spot`` its neighbour lies."""
    if neighbour[0] == spot[0]:
        return "top" if neighbour[1] < spot[1] else "bottom"
    return "left" if neighbour[0] < spot[0] else "right"
