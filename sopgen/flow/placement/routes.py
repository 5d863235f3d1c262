"""The way of every wire over the lattice: short, with few bends and crossings (A*)."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import and_

from sopgen.flow.placement.cells import BARS, Cells
from sopgen.flow.placement.lattice import EAST, MOVES, SIDES, WEST, Lattice, Port, Spot, unit
from sopgen.flow.placement.model import Side
from sopgen.flow.placement.ordering import Orders
from sopgen.flow.placement.wires import Drawing, Wire

_ACROSS, _DOWN = 50.0, 34.0
"""What it costs to go half a column, half a row."""
_BEND, _CROSSING, _BESIDE, _THROUGH_ROW = 34.0, 60.0, 6.0, 12.0
_SHARED = 0.55
"""What part of its cost a stretch has that another line to the same node takes already."""
_HOPE = 0.8
"""What part of its cost the rest of a way is hoped to have; more finds ways sooner that are not quite the best."""
_SECOND = 70.0
"""What it costs to leave a node where another line leaves it."""
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
    paths: dict[Wire, list[Spot]] = {}
    lattice, orders = Lattice(cells), Orders()
    for wire in sorted(drawing.wires, key=lambda wire: _urgency(wire, cells)):
        paths[wire] = _lay(wire, drawing, lattice, orders, alone=False)
    for _ in range(_AGAIN if len(paths) <= _FEW else 0):
        for wire in _crossing(paths, lattice):
            del paths[wire]
            lattice, orders = _again(paths, cells)
            paths[wire] = _lay(wire, drawing, lattice, orders, alone=False)
    for _ in range(_ALONE):
        hidden = _hidden(paths)
        if not hidden:
            break
        for wire in hidden:
            del paths[wire]
            lattice, orders = _again(paths, cells)
            paths[wire] = _lay(wire, drawing, lattice, orders, alone=True)
    hidden = _hidden(paths)
    if hidden:
        raise NoWayError(hidden)
    return paths, lattice


def _lay(wire: Wire, drawing: Drawing, lattice: Lattice, orders: Orders, *, alone: bool) -> list[Spot]:
    path = _find(_Search(wire, drawing, lattice, alone=alone), orders)
    lattice.take(wire, path)
    orders.add(wire, path, lattice)
    return path


def _again(paths: Mapping[Wire, list[Spot]], cells: Cells) -> tuple[Lattice, Orders]:
    """The lattice with ``paths`` and nothing else."""
    lattice, orders = Lattice(cells), Orders()
    for wire, path in paths.items():
        lattice.take(wire, path)
        orders.add(wire, path, lattice)
    return lattice, orders


def _crossing(paths: Mapping[Wire, list[Spot]], lattice: Lattice) -> list[Wire]:
    """The wires that cross others, those that cross most first."""
    count: dict[Wire, int] = {}
    for wire, path in paths.items():
        for before, spot, after in zip(path, path[1:], path[2:], strict=False):
            if before[0] == after[0] or before[1] == after[1]:
                across = lattice.through.get((spot, before[0] == after[0]), set())
                count[wire] = count.get(wire, 0) + len(across - {wire.target})
    return sorted((wire for wire, crossed in count.items() if crossed), key=lambda wire: -count[wire])


def _hidden(paths: Mapping[Wire, list[Spot]]) -> list[Wire]:
    """The wires with a label that lie upon others all the way.

    Where one line leaves a wire and another joins it in the same channel, there is a stretch in between.
    """
    on: dict[frozenset[Spot], set[Wire]] = defaultdict(set)
    for wire, path in paths.items():
        for pair in pairwise(path):
            on[frozenset(pair)].add(wire)
    found = []
    for wire, path in paths.items():
        along = [on[frozenset(pair)] for pair in pairwise(path)]
        straight = [a[0] == c[0] or a[1] == c[1] for a, c in zip(path, path[2:], strict=False)]
        past = [len(one & other) == 1 for one, other in pairwise(along)]
        alone = any(len(wires) == 1 for wires in along) or any(map(and_, straight, past))
        if wire.label and not alone:
            found.append(wire)
    return found


def _urgency(wire: Wire, cells: Cells) -> tuple[bool, bool, int]:
    """Short lines in the direction of the flow come first, for they should be straight."""
    apart = abs(cells.column[wire.source] - cells.column[wire.target])
    down = cells.row[wire.target] - cells.row[wire.source]
    return wire.back, not (apart == 0 and down == 1), abs(down) + 2 * apart


def _find(search: _Search, orders: Orders) -> list[Spot]:
    for _ in range(_TRIES):
        path = search.shortest()
        if path is None:
            break
        clash = orders.clash(search.wire, path, search.lattice)
        if clash is None:
            return path
        search.forbidden.add(clash)
    raise NoWayError([search.wire])


class _Search:
    """The search for the way of one wire; ``alone`` makes it keep away from other lines to the same node."""

    def __init__(self, wire: Wire, drawing: Drawing, lattice: Lattice, *, alone: bool) -> None:
        self.wire, self.drawing, self.lattice, self.alone = wire, drawing, lattice, alone
        self.forbidden: set[State] = set()

    def _exits(self) -> Iterator[Port]:
        """Where the wire may leave its source."""
        wire, lattice = self.wire, self.lattice
        node = self.drawing.nodes[wire.source]
        if node.kind in BARS:
            below = lattice.cells.columns_of(wire.target)
            for spot in lattice.spots(wire.source):
                cost = 0.0 if node.kind == "join" or spot[0] // 2 in below else 25.0
                yield Port(spot, "bottom", cost + self._taken(spot, "bottom"))
            return
        (spot,) = lattice.spots(wire.source)
        wires = self.drawing.outgoing[wire.source]
        sides: dict[Side, float] = {"bottom": 0.0, "right": 45.0, "left": 45.0}
        if wire.back:
            sides = {"bottom": 14.0, "right": 10.0, "left": 10.0}
        elif len(wires) > 1:
            sides = {"bottom": 0.0 if wires[0] is wire else 14.0, "right": 18.0, "left": 18.0}
        for side, cost in sides.items():
            yield Port(spot, side, cost + self._taken(spot, side))

    def _taken(self, spot: Spot, side: Side) -> float:
        use = self.lattice.used.get((self.wire.source, side, spot))
        if use is None:
            return 0.0
        return (_SECOND * (8 if self.alone else 1)) if use == "out" else float("inf")

    def _entries(self) -> dict[State, float]:
        """Where the wire may enter its target: the spot, the direction of the last move, and what it costs."""
        wire, lattice = self.wire, self.lattice
        kind = self.drawing.nodes[wire.target].kind
        sides: dict[Side, float] = {"top": 0.0}
        if kind not in BARS:
            aside = 45.0 if kind == "decision" and not wire.back else 22.0
            sides |= {"left": aside, "right": aside}
        return {
            (spot, (SIDES[side] + 2) % 4): cost
            for spot in lattice.spots(wire.target)
            for side, cost in sides.items()
            if lattice.used.get((wire.target, side, spot)) != "out"
        }

    def shortest(self) -> list[Spot] | None:  # noqa: C901 (one loop, in one place)  # noqa: C901 (one search, its steps inline: it is called for every wire)
        """The best way, None if there is none."""
        entries = self._entries()
        if not entries:
            return None
        columns = [x for (x, _), _ in entries]
        low, high, goal = min(columns), max(columns), next(iter(entries))[0][1]

        def left(x: int, y: int) -> float:
            aside = low - x if x < low else x - high if x > high else 0
            return _HOPE * (aside * _ACROSS + abs(goal - y) * _DOWN + (_BEND if aside else 0))

        queue: list[tuple[float, float, Spot, int]] = []
        best: dict[State, float] = {}
        came: dict[State, State | None] = {}
        for port in self._exits():
            direction = SIDES[port.side]
            if port.cost < best.get((port.spot, direction), _NEVER):
                best[port.spot, direction], came[port.spot, direction] = port.cost, None
                heapq.heappush(queue, (port.cost + left(*port.spot), port.cost, port.spot, direction))
        while queue:
            _, cost, spot, direction = heapq.heappop(queue)
            state = spot, direction
            if cost > best[state]:
                continue
            first = came[state] is None
            if state in entries and not first:
                return _back(state, came)
            for turn in (direction,) if first or (spot[0] & spot[1] & 1) else _TURNS[direction]:
                end = spot[0] + MOVES[turn][0], spot[1] + MOVES[turn][1]
                known = best.get((end, turn), _NEVER)
                if known <= cost:
                    continue
                after = cost + self._move(spot, end, turn, bends=turn != direction, entries=entries)
                if after < known:
                    best[end, turn], came[end, turn] = after, state
                    heapq.heappush(queue, (after + left(*end), after, end, turn))
        return None

    def _move(self, spot: Spot, end: Spot, turn: int, *, bends: bool, entries: Mapping[State, float]) -> float:
        """What a move costs; endless if it is not allowed: channels are open to all, middles to one net."""
        lattice, net = self.lattice, self.wire.target
        x, y = spot
        horizontal = turn in (EAST, WEST)
        if not (0 <= end[0] < lattice.width and 0 <= end[1] < lattice.height):
            return _NEVER
        cost = _ACROSS if horizontal else _DOWN
        nets = lattice.nets.get(unit(x, y, turn))
        if nets:
            if (y if horizontal else x) % 2 and (len(nets) > 1 or net not in nets) and not self._leaves(spot, turn):
                return _NEVER
            if net not in nets:
                cost += _BESIDE * len(nets)
            else:
                cost = cost + _BESIDE * 25 if self.alone else cost * _SHARED
        owner = lattice.blocked.get(end)
        if owner is not None:
            if owner != net or (end, turn) not in entries:
                return _NEVER
            cost += entries[end, turn]
        if bends:
            return _NEVER if (spot, turn) in self.forbidden else cost + _BEND
        if horizontal and y % 2:
            cost += _THROUGH_ROW
        across = lattice.through.get((spot, not horizontal))
        return cost + _CROSSING * len(across - {net}) if across else cost

    def _leaves(self, spot: Spot, turn: int) -> bool:
        """Whether a move leaves the source where another line from there leaves it."""
        source = self.wire.source
        return self.lattice.blocked.get(spot) == source and source in self.lattice.sources[unit(*spot, turn)]


State = tuple[Spot, int]
"""Where a line has come to, and in which direction."""
_NEVER = float("inf")
_TURNS = tuple((direction, (direction + 1) % 4, (direction + 3) % 4) for direction in range(4))


def _back(state: State, came: Mapping[State, State | None]) -> list[Spot]:
    path = [state[0]]
    before = came[state]
    while before is not None:
        path.append(before[0])
        before = came[before]
    return path[::-1]
