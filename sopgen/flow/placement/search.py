"""The best way of one wire over the lattice (A*): short, with few bends and crossings."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sopgen.flow.graph import BARS
from sopgen.flow.placement.lattice import EAST, SIDES, SOUTH, Lattice, Spot
from sopgen.flow.placement.model import Side
from sopgen.flow.placement.wires import Drawing, Wire

_ACROSS, _DOWN = 50.0, 34.0
"""What it costs to go half a column, half a row."""
_BEND, _CROSSING, _BESIDE, _THROUGH_ROW = 34.0, 60.0, 6.0, 12.0
_SHARED = 0.55
"""What part of its cost a stretch has that another line to the same node takes already."""
_KEEP_AWAY = 150.0
"""What such a stretch costs a line that has to be alone somewhere."""
_HOPE = 0.8
"""What part of its cost the rest of a way is hoped to have; more finds ways sooner that are not quite the best."""
_SECOND = 70.0
"""What it costs to leave a node where another line leaves it."""
_NEVER = float("inf")
_MOVES = (_DOWN, _ACROSS, _DOWN, _ACROSS)
_ONWARD = tuple((direction,) for direction in range(4))
_TURNS = tuple((direction, (direction + 1) % 4, (direction + 3) % 4) for direction in range(4))

State = int
"""Where a line has come to and in which direction: four times the number of the spot, and the direction."""


class Search:
    """The search for the way of one wire; ``alone`` makes it keep away from other lines to the same node."""

    def __init__(self, wire: Wire, drawing: Drawing, lattice: Lattice, *, alone: bool) -> None:
        self.wire, self.drawing, self.lattice, self.alone = wire, drawing, lattice, alone
        self.forbidden: set[State] = set()

    def forbid(self, spot: Spot, after: Spot) -> None:
        """Never turn at ``spot`` to ``after``."""
        self.forbidden.add(self._state(spot, after))

    def _state(self, spot: Spot, after: Spot) -> State:
        number = self.lattice.number(spot)
        return 4 * number + self.lattice.step.index(self.lattice.number(after) - number)

    def _begun(self) -> dict[State, float]:
        """The states in which the wire may leave its source, and what each costs."""
        lattice, source = self.lattice, self.wire.source
        found: dict[State, float] = {}
        for spot, side, cost in self._exits():
            use = lattice.used.get((source, side, spot))
            if not use or "in" not in use:
                again = (_SECOND * (8 if self.alone else 1)) if use else 0.0
                found[4 * lattice.number(spot) + SIDES[side]] = cost + again
        return found

    def _exits(self) -> list[tuple[Spot, Side, float]]:
        """Where the wire may leave its source: the spot, the side, and what that costs where no other line does."""
        wire, spots = self.wire, self.lattice.spots(self.wire.source)
        kind = self.drawing.nodes[wire.source].kind
        if kind in BARS:
            below = self.lattice.cells.columns_of(wire.target)
            return [(spot, "bottom", 0.0 if kind == "join" or spot[0] // 2 in below else 25.0) for spot in spots]
        if wire.source == wire.target:  # back in at the top
            return [(spots[0], "right", 0.0), (spots[0], "left", 0.0)]
        wires = self.drawing.outgoing[wire.source]
        down, aside = 0.0, 45.0
        if wire.back:
            down, aside = 14.0, 10.0
        elif len(wires) > 1:
            down, aside = 0.0 if wires[0] is wire else 14.0, 18.0
        return [(spots[0], "bottom", down), (spots[0], "right", aside), (spots[0], "left", aside)]

    def _entries(self) -> dict[State, float]:
        """Where the wire may enter its target: the state in which it does, and what it costs."""
        wire, lattice = self.wire, self.lattice
        kind = self.drawing.nodes[wire.target].kind
        sides: dict[Side, float] = {"top": 0.0}
        if kind not in BARS and wire.source != wire.target:
            aside = 45.0 if kind == "decision" and not wire.back else 22.0
            sides |= {"left": aside, "right": aside}
        return {
            4 * lattice.number(spot) + (SIDES[side] + 2) % 4: cost
            for spot in lattice.spots(wire.target)
            for side, cost in sides.items()
            if "out" not in lattice.used.get((wire.target, side, spot), ())
        }

    def _straight(self) -> list[Spot] | None:
        """The way straight down to the next row where nothing is on it: there is none better."""
        wire, lattice = self.wire, self.lattice
        column, row = lattice.cells.column[wire.source], lattice.cells.row[wire.source]
        x, y = 2 * column + 1, 2 * row + 1
        source = lattice.number((x, y))
        channel = source + lattice.step[2]
        target = channel + lattice.step[2]
        if lattice.blocked[target] != wire.target or lattice.cells.column[wire.target] != column:
            return None
        taken, across = lattice.along[False], lattice.through[True][channel]
        if taken[source] or taken[channel] or across or (x, y) not in lattice.spots(wire.source):
            return None
        return [(x, y), (x, y + 1), (x, y + 2)]

    def _hopes(self, entries: Mapping[State, float]) -> tuple[Sequence[float], Sequence[float]]:
        """What the rest of a way is hoped to cost, by column and by row of spots; the ring has the last ones."""
        lattice = self.lattice
        ends = [lattice.places[state // 4] for state in entries]
        (low, goal), (high, _) = min(ends), max(ends)  # in one row
        return _hopes_across(low, high, 2 * lattice.cells.columns + 2), _hopes_down(goal, 2 * lattice.cells.rows + 2)

    def shortest(self) -> list[Spot] | None:
        """The best way, None if there is none."""
        straight = self._straight()
        if straight:
            return straight
        entries = self._entries()
        return self._found(entries) if entries else None

    def _found(self, entries: Mapping[State, float]) -> list[Spot] | None:
        across, down = self._hopes(entries)
        lattice, forbidden = self.lattice, self.forbidden
        step, places, blocked, along, through = (
            lattice.step, lattice.places, lattice.blocked, lattice.along, lattice.through
        )  # fmt: skip
        best = self._begun()
        came: dict[State, State | None] = dict.fromkeys(best)
        queue = [(cost, cost, state) for state, cost in best.items()]
        heapq.heapify(queue)
        while queue:
            _, cost, state = heapq.heappop(queue)
            if cost > best[state]:
                continue
            spot, direction = state >> 2, state & 3
            first = came[state] is None
            if state in entries and not first:
                return self._back(state, came)
            x, y = places[spot]
            for turn in _ONWARD[direction] if first or x & y & 1 else _TURNS[direction]:
                end = spot + step[turn]
                reached = 4 * end + turn
                known = best.get(reached, _NEVER)
                if known <= cost or (blocked[end] is not None and reached not in entries):
                    continue
                horizontal = turn & 1
                special = through[1 - horizontal][spot] if turn == direction else forbidden
                if special or along[horizontal][spot if turn in (EAST, SOUTH) else end] or reached in entries:
                    after = cost + self._move(spot, end, turn, direction, entries)
                else:  # as most moves are
                    more = _BEND if turn != direction else _THROUGH_ROW if horizontal and y & 1 else 0.0
                    after = cost + (_MOVES[turn] + more)
                if after < known:
                    best[reached], came[reached] = after, state
                    x_end, y_end = places[end]
                    heapq.heappush(queue, (after + across[x_end] + down[y_end], after, reached))
        return None

    def _move(self, spot: int, end: int, turn: int, direction: int, entries: Mapping[State, float]) -> float:
        """What a move to a spot that is open costs; endless if it is not allowed: middles belong to one net."""
        lattice, net = self.lattice, self.wire.target
        cost, horizontal = _MOVES[turn], turn & 1
        nets = lattice.along[horizontal][spot if turn in (EAST, SOUTH) else end]
        if nets:
            shared = net in nets
            middle = lattice.places[spot][horizontal] & 1
            if middle and (len(nets) > 1 or not shared) and not self._leaves(spot, end):
                return _NEVER
            if not shared:
                cost += _BESIDE * len(nets)
            else:
                cost = cost + _KEEP_AWAY if self.alone else cost * _SHARED
        cost += entries.get(4 * end + turn, 0.0)
        if turn != direction:
            return _NEVER if 4 * spot + turn in self.forbidden else cost + _BEND
        if horizontal and lattice.places[spot][1] & 1:
            cost += _THROUGH_ROW
        across = lattice.through[not horizontal][spot]
        return cost + _CROSSING * (len(across) - (net in across)) if across else cost

    def _leaves(self, spot: int, end: int) -> bool:
        """Whether a move leaves the source where another line from there leaves it."""
        source, lattice = self.wire.source, self.lattice
        if lattice.blocked[spot] != source:
            return False
        one, other = sorted((lattice.places[spot], lattice.places[end]))
        return source in lattice.sources((*one, one[1] == other[1]))

    def _back(self, state: State, came: Mapping[State, State | None]) -> list[Spot]:
        path = []
        passed: State | None = state
        while passed is not None:
            path.append(self.lattice.places[passed // 4])
            passed = came[passed]
        return path[::-1]


@lru_cache(maxsize=512)
def _hopes_across(low: int, high: int, columns: int) -> Sequence[float]:
    asides = [low - x if x < low else x - high if x > high else 0 for x in range(columns)]
    return [_HOPE * (aside * _ACROSS + (_BEND if aside else 0)) for aside in asides]


@lru_cache(maxsize=512)
def _hopes_down(goal: int, rows: int) -> Sequence[float]:
    return [_HOPE * abs(goal - y) * _DOWN for y in range(rows)]
