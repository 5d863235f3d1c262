"""Which of two lines in a channel must lie before the other, where both end on the same middle of a row or column.

A line that comes into a channel from above and one that leaves it below, in the same column, would lie upon each other
if the first ran below the second. So the first has to run above it; a way is refused if that makes a circle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sopgen.flow.placement.lattice import Lattice, Nets, Spot, Unit

Channel = tuple[bool, int]
"""Whether it is horizontal, and its ``y`` or ``x``."""
Order = dict[str, set[str]]
"""In a channel, the nets that have to lie right after each net."""


def clash(net: str, path: list[Spot], lattice: Lattice) -> tuple[Spot, Spot] | None:
    """The turn of ``path``, and where it turns to, which asks for what other lines, or the rest of it, forbid."""
    if len(path) == 3:  # straight to the neighbour
        return None
    orders: dict[Channel, Order] = {}
    for before, spot, after in zip(path, path[1:], path[2:], strict=False):
        if before[0] == after[0] or before[1] == after[1]:
            continue
        for channel, stub in _stubs(before, spot, after):
            order = orders.get(channel)
            if order is None:
                order = orders[channel] = _order(channel, lattice)
            first, second = _sides(channel, spot)
            other = lattice.nets(second if stub == first else first)
            for name in other:
                if name != net:
                    one, later = (net, name) if stub == first else (name, net)
                    if _leads(order, later, one):
                        return spot, after
                    order[one].add(later)
    return None


def _stubs(before: Spot, spot: Spot, after: Spot) -> Iterator[tuple[Channel, Unit]]:
    """The channels that a turn leads out of or into, each with the stretch that ends there in a middle."""
    for along, end in ((after, before), (before, after)):
        horizontal = along[1] == spot[1]
        across, place = (spot[1], spot[0]) if horizontal else (spot[0], spot[1])
        if across % 2 == 0 and place % 2:
            yield (horizontal, across), (*min(spot, end), not horizontal)


def _sides(channel: Channel, spot: Spot) -> tuple[Unit, Unit]:
    """The stretches above and below a channel, or left and right of it, at a spot."""
    x, y = spot
    return ((x, y - 1, False), (x, y, False)) if channel[0] else ((x - 1, y, True), (x, y, True))


def _order(channel: Channel, lattice: Lattice) -> Order:
    """What all lines so far ask for in a channel."""
    order: Order = defaultdict(set)
    horizontal, across = channel
    taken = lattice.along[not horizontal]
    step, last = (2, lattice.cells.columns) if horizontal else (2 * lattice.step[2], lattice.cells.rows)
    spot = lattice.number((1, across) if horizontal else (across, 1))
    back = lattice.step[0] if horizontal else lattice.step[3]
    for _ in range(last):
        first: Nets | None = taken[spot + back]
        second = taken[spot]
        if first and second:
            for one in first:
                order[one].update(other for other in second if other != one)
        spot += step
    return order


def _leads(order: Order, start: str, end: str) -> bool:
    """Whether ``start`` has to lie before ``end``."""
    seen, waiting = {start}, [start]
    while waiting:
        net = waiting.pop()
        if net == end:
            return True
        further = order.get(net, set()) - seen
        seen |= further
        waiting += further
    return False
