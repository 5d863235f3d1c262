"""Which track of its channel each line runs on, so that no two lie upon each other and few cross."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sopgen.flow.placement.lattice import Lattice, Unit
from sopgen.flow.placement.ordering import Channel
from sopgen.frozen import frozen


@dataclass(slots=True, eq=False, repr=False)
class Run:
    """A straight stretch of a net in a channel.

    Attributes:
        net: the node that its lines lead to.
        low: the first spot along the channel.
        high: the last one.
        before: where lines leave it upwards (to the left, in a vertical channel).
        after: where lines leave it downwards (to the right).
        track: its track, counted from the top (left).
    """

    net: str
    low: int
    high: int
    before: set[int] = field(default_factory=set)
    after: set[int] = field(default_factory=set)
    track: int = 0

    def meets(self, other: Run) -> bool:
        """Whether the two need different tracks."""
        return self.net != other.net and self.low <= other.high and other.low <= self.high


@frozen
class Tracks:
    """The runs in each channel, and how many tracks it has."""

    runs: Mapping[Channel, list[Run]]
    count: Mapping[Channel, int]

    def of(self, channel: Channel, net: str, place: int) -> int:
        """The track on which ``net`` passes ``place`` of a channel."""
        return next(run.track for run in self.runs[channel] if run.net == net and run.low <= place <= run.high)


def assign(lattice: Lattice) -> Tracks:
    """The tracks of all lines."""
    units = [(key, net) for key, nets in lattice.units() for net in nets]
    runs = _runs(units)
    _attach(units, runs)
    count = {channel: _order(found) for channel, found in runs.items()}
    return Tracks(runs, count)


def _runs(units: list[tuple[Unit, str]]) -> dict[Channel, list[Run]]:
    stretches: dict[tuple[Channel, str], list[int]] = defaultdict(list)
    for (x, y, horizontal), net in units:
        along, across = (x, y) if horizontal else (y, x)
        if across % 2 == 0:
            stretches[(horizontal, across), net].append(along)
    runs: dict[Channel, list[Run]] = defaultdict(list)
    for (channel, net), starts in sorted(stretches.items()):
        for start in sorted(starts):
            found = runs[channel]
            if found and found[-1].net == net and found[-1].high == start:
                found[-1].high = start + 1
            else:
                found.append(Run(net, start, start + 1))
    return runs


def _attach(units: list[tuple[Unit, str]], runs: Mapping[Channel, list[Run]]) -> None:
    """Note where lines leave the runs to either side."""
    by_net: dict[tuple[Channel, str], list[Run]] = defaultdict(list)
    for channel, found in runs.items():
        for run in found:
            by_net[channel, run.net].append(run)
    for (x, y, horizontal), net in units:
        along, across = (x, y) if horizontal else (y, x)
        for run in by_net.get(((not horizontal, along), net), ()):
            if run.low <= across <= run.high:
                run.after.add(across)
        for run in by_net.get(((not horizontal, along + 1), net), ()):
            if run.low <= across <= run.high:
                run.before.add(across)


def _order(runs: list[Run]) -> int:
    """Set the tracks of the runs of one channel; how many there are."""
    if len(runs) == 1:
        return 1
    must = _forced(runs)

    def cost(first: Run, second: Run) -> float:
        return _crossings(first, second) + (_NEVER if id(first) in must[id(second)] else 0)

    ordered: list[Run] = []
    for run in sorted(runs, key=lambda run: (run.low - run.high, run.low, run.net)):
        costs = [sum(cost(other, run) for other in ordered)]
        for other in reversed(ordered):
            costs.append(costs[-1] - cost(other, run) + cost(run, other))
        best = min(range(len(costs)), key=lambda place: costs[place])
        ordered.insert(len(ordered) - best, run)
    _settle(ordered, cost)
    for place, run in enumerate(ordered):
        run.track = max((other.track + 1 for other in ordered[:place] if other.meets(run)), default=0)
    return max((run.track for run in ordered), default=-1) + 1


_NEVER = 1000.0


def _forced(runs: list[Run]) -> dict[int, set[int]]:
    """By the ``id`` of each run, those of all that have to lie after it, or they would lie upon others."""
    after: dict[int, set[int]] = {id(run): set() for run in runs}
    for first in runs:
        for second in runs:
            if first.meets(second) and any(place % 2 for place in second.before & first.after):
                after[id(second)].add(id(first))
    for later in after.values():
        waiting = [*later]
        while waiting:
            further = after[waiting.pop()] - later
            later.update(further)
            waiting += further
    return after


def _settle(ordered: list[Run], cost: Callable[[Run, Run], float]) -> None:
    """Bubble runs past each other where that is better."""
    for _ in range(len(ordered)):
        changed = False
        for place in range(len(ordered) - 1):
            first, second = ordered[place], ordered[place + 1]
            if cost(second, first) < cost(first, second):
                ordered[place : place + 2] = second, first
                changed = True
        if not changed:
            return


def _crossings(first: Run, second: Run) -> float:
    """How many crossings it makes if ``first`` lies before ``second``."""
    if not first.meets(second):
        return 0
    down = [place for place in first.after if second.low <= place <= second.high]
    up = [place for place in second.before if first.low <= place <= first.high]
    return sum(1.0 if second.low < place < second.high else 0.5 for place in down) + sum(
        1.0 if first.low < place < first.high else 0.5 for place in up
    )
