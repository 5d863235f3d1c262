"""The way of every wire over the lattice: short ones first, then those anew that cross others or hide behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import and_

from sopgen.flow.placement.cells import Cells
from sopgen.flow.placement.lattice import Lattice, Spot
from sopgen.flow.placement.ordering import clash
from sopgen.flow.placement.search import Search
from sopgen.flow.placement.wires import Drawing, Wire

_TRIES = 12
_AGAIN, _FEW = 2, 120
"""How often lines that cross others are laid anew, now that all are there; and up to how many lines there are."""
_ALONE = 4
"""How often lines are laid anew that have a label and lie upon others all the way."""


class NoWayError(Exception):
    """Wires that cannot be routed; carries them."""

    def __init__(self, wires: Sequence[Wire]) -> None:
        super().__init__(wires)
        self.wires = wires


def route(drawing: Drawing, cells: Cells) -> tuple[dict[Wire, list[Spot]], Lattice]:
    """The spots that every wire passes, and the lattice with all of them in it.

    Raises:
        NoWayError: there is no way left for a wire.
    """
    routes = _Routes(drawing, cells)
    for wire in sorted(drawing.wires, key=lambda wire: _urgency(wire, cells)):
        if not routes.lay(wire):
            raise NoWayError([wire])
    for _ in range(_AGAIN if len(drawing.wires) <= _FEW else 0):
        crossing = _crossing(routes.paths, routes.lattice)
        if not crossing:
            break
        for wire in crossing:
            routes.lay_anew(wire)
    hidden = _hidden(routes.paths)
    for _ in range(_ALONE):
        if not hidden:
            break
        for wire in hidden:
            routes.lay_anew(wire, alone=True)
        hidden = _hidden(routes.paths)
    if hidden:
        raise NoWayError(hidden)
    return routes.paths, routes.lattice


class _Routes:
    """The ways found so far."""

    def __init__(self, drawing: Drawing, cells: Cells) -> None:
        self.drawing, self.lattice = drawing, Lattice(cells)
        self.paths: dict[Wire, list[Spot]] = {}
        self._moved = 0  # how many found another way than they had
        self._found: dict[tuple[Wire, bool], int] = {}  # how many had when a wire found its own

    def lay(self, wire: Wire, *, alone: bool = False) -> bool:
        """Find a way for a wire and take it; whether there is one."""
        search = Search(wire, self.drawing, self.lattice, alone=alone)
        for _ in range(_TRIES):
            path = search.shortest()
            if path is None:
                break
            turn = clash(wire.target, path, self.lattice)
            if turn is None:
                self.paths[wire] = path
                self.lattice.take(wire, path)
                return True
            search.forbid(*turn)
        return False

    def lay_anew(self, wire: Wire, *, alone: bool = False) -> None:
        """Find the best way for a wire now that the others are there; it keeps its own if there is no other.

        What has found its way where the others are now would find it again.
        """
        path = self.paths.pop(wire)
        if self._found.get((wire, alone)) == self._moved:
            self.paths[wire] = path
            return
        self.lattice.release(wire, path)
        if not self.lay(wire, alone=alone):
            self.paths[wire] = path
            self.lattice.take(wire, path)
        self._moved += self.paths[wire] != path
        self._found[wire, alone] = self._moved


def _crossing(paths: Mapping[Wire, list[Spot]], lattice: Lattice) -> list[Wire]:
    """The wires that cross others, those that cross most first."""
    through = zip(lattice.places, *lattice.through, strict=True)
    busy = {spot: (down, across) for spot, down, across in through if down and across}
    count: dict[Wire, int] = {}
    for wire, path in paths.items() if busy else ():
        for before, spot, after in zip(path, path[1:], path[2:], strict=False):
            if spot in busy and (before[0] == after[0] or before[1] == after[1]):
                across = busy[spot][before[0] == after[0]]
                count[wire] = count.get(wire, 0) + len(across) - (wire.target in across)
    return sorted((wire for wire, crossed in count.items() if crossed), key=lambda wire: -count[wire])


def _hidden(paths: Mapping[Wire, list[Spot]]) -> list[Wire]:
    """The wires with a label that lie upon others all the way.

    Where one line leaves a wire and another joins it in the same channel, there is a stretch in between.
    """
    labelled = [wire for wire in paths if wire.label]
    on: dict[tuple[Spot, Spot], set[int]] = defaultdict(set)
    for number, path in enumerate(paths.values() if labelled else ()):
        for stretch in _stretches(path):
            on[stretch].add(number)
    found = []
    for wire in labelled:
        path = paths[wire]
        along = [on[stretch] for stretch in _stretches(path)]
        if 1 in map(len, along):
            continue
        straight = [a[0] == c[0] or a[1] == c[1] for a, c in zip(path, path[2:], strict=False)]
        past = [len(one & other) == 1 for one, other in pairwise(along)]
        if not any(map(and_, straight, past)):
            found.append(wire)
    return found


def _stretches(path: list[Spot]) -> list[tuple[Spot, Spot]]:
    """The stretches of a way, each with its left or upper spot first."""
    return [(one, other) if one < other else (other, one) for one, other in pairwise(path)]


def _urgency(wire: Wire, cells: Cells) -> tuple[bool, bool, int]:
    """Short lines in the direction of the flow come first, for they should be straight."""
    apart = abs(cells.column[wire.source] - cells.column[wire.target])
    down = cells.row[wire.target] - cells.row[wire.source]
    return wire.back, not (apart == 0 and down == 1), abs(down) + 2 * apart
