"""Which of two lines in a channel must lie before the other, where both end on the same middle of a row or column.

A line that comes into a channel from above and one that leaves it below, in the same column, would lie upon each other
if the first ran below the second. So the first has to run above it; a way is refused if that makes a circle.
"""

from __future__ import annotations

from collections import defaultdict

from sopgen.flow.placement.lattice import EAST, NORTH, SOUTH, WEST, Lattice, Spot, unit
from sopgen.flow.placement.wires import Wire

Channel = tuple[bool, int]
"""Whether it is horizontal, and its ``y`` or ``x``."""
Pair = tuple[Channel, str, str]
"""In a channel, one net before (above, left of) another."""


class Orders:
    """The orders of nets in channels that lines found so far ask for."""

    def __init__(self) -> None:
        self.after: dict[Channel, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))

    def add(self, wire: Wire, path: list[Spot], lattice: Lattice) -> None:
        """Keep what ``path`` asks for."""
        for (channel, before, after), _ in _asked(wire, path, lattice):
            self.after[channel][before].add(after)

    def clash(self, wire: Wire, path: list[Spot], lattice: Lattice) -> tuple[Spot, int] | None:
        """The first turn of ``path`` that asks for what the others, or the rest of it, forbid."""
        added: dict[tuple[Channel, str], set[str]] = defaultdict(set)
        for (channel, before, after), turn in _asked(wire, path, lattice):
            if self._leads(channel, after, before, added):
                return turn
            added[channel, before].add(after)
        return None

    def _leads(self, channel: Channel, start: str, end: str, added: dict[tuple[Channel, str], set[str]]) -> bool:
        """Whether ``start`` has to lie before ``end``."""
        known = self.after.get(channel, {})
        seen, waiting = {start}, [start]
        while waiting:
            net = waiting.pop()
            if net == end:
                return True
            further = (known.get(net, set()) | added.get((channel, net), set())) - seen
            seen |= further
            waiting += further
        return False


def _asked(wire: Wire, path: list[Spot], lattice: Lattice) -> list[tuple[Pair, tuple[Spot, int]]]:
    """The orders that ``path`` asks for, each with the turn that does."""
    found = []
    net = wire.target
    for before, spot, after in zip(path, path[1:], path[2:], strict=False):
        into, out = _direction(before, spot), _direction(spot, after)
        if into == out:
            continue
        for way, stub in ((out, (into + 2) % 4), (into, out)):
            horizontal = way in (EAST, WEST)
            x, y = spot
            if (x if horizontal else y) % 2 == 0 or (y if horizontal else x) % 2:
                continue
            channel = horizontal, y if horizontal else x
            opposite = (stub + 2) % 4
            for other in lattice.nets.get(unit(*spot, opposite), ()):
                if other != net:
                    pair = (channel, net, other) if stub in (NORTH, WEST) else (channel, other, net)
                    found.append((pair, (spot, out)))
    return found


def _direction(start: Spot, end: Spot) -> int:
    if end[0] == start[0]:
        return SOUTH if end[1] > start[1] else NORTH
    return EAST if end[0] > start[0] else WEST
