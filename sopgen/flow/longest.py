"""How long a process takes at most: the way through it that takes longest, and how long that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from sopgen.flow.graph import Graph, Node
from sopgen.source import Path
from sopgen.spec.durations import Duration, Stretch, WorkCalendar

_NO_TIME = Stretch()


class LongestPath(NamedTuple):
    """The way through a procedure that takes longest, and how long that is; clock and business time stay apart.

    Attributes:
        nodes: the ids of the nodes on it.
        duration: how long it takes, begun when a day begins.
        stretch: the same, to be part of another way.
    """

    nodes: tuple[str, ...] = ()
    duration: Duration = Duration()
    stretch: Stretch = Stretch()


_BEGUN = LongestPath()
"""What stands for the way through a procedure that is being worked out: it may call itself."""


def every_node(_node: Node) -> bool:
    """The time of every node counts."""
    return True


class LongestPaths:
    """The ways that take longest through the procedures of a graph, loops gone through once.

    A time limit on a step covers what is nested in it, runs beside it or is carried out by it; of tracks the longest
    counts; waits take as long as they may. What nothing says the length of takes no time. What is due the same day
    takes the rest of a day. Ways are compared by the least time they take by the clock on the wall, begun with a day.

    Args:
        graph: the graph.
        calendar: how business time relates to clock time.
        counts: whether the time of a node counts.
    """

    def __init__(
        self, graph: Graph, calendar: WorkCalendar | None = None, counts: Callable[[Node], bool] = every_node
    ) -> None:
        self._graph, self._counts = graph, counts
        self.calendar = calendar or WorkCalendar()
        self._known: dict[Path, LongestPath] = {}
        self._members: dict[Path, list[Node]] = defaultdict(list)
        for node in graph.nodes.values():
            if node.kind != "exception":
                self._members[node.sequence].append(node)

    def through(self, sequence: Path) -> LongestPath:
        """The longest way through a procedure."""
        waiting = [sequence]
        while waiting:  # what is called comes before what calls it; not by recursion, since rows of calls may be long
            here = waiting[-1]
            if here not in self._known:
                self._known[here] = _BEGUN
                callees = dict.fromkeys(node.callee for node in self._members[here] if node.callee is not None)
                waiting += (callee for callee in callees if callee not in self._known)
                continue
            if self._known[here] is _BEGUN:
                self._known[here] = self._longest(self._members[here], "")
            waiting.pop()
        return self._known[sequence]

    def up_to(self, sequence: Path, name: str) -> LongestPath:
        """The longest way from the start of a procedure to the end of one of its nodes."""
        ways = _Ways(self._graph, self._members[sequence], self._timed(""), self.calendar)
        return ways.to(name)

    def inside(self, name: str) -> LongestPath:
        """The longest way through what is nested in a step, runs beside it or is carried out by it."""
        callee = self._graph.nodes[name].callee
        return self.through(callee) if callee is not None else self._longest(self._nested(name), name)

    def _nested(self, name: str) -> Iterator[Node]:
        """The nodes inside a step: those that come right after it, among them what belongs to the whole procedure."""
        members = self._members[self._graph.nodes[name].sequence]
        for place in range(self._place[name] + 1, len(members)):
            node = members[place]
            if node.id.startswith((f"{name}/steps/", f"{name}/parallel/")):
                yield node
            elif node.kind not in ("handover", "entry", "fork"):
                return

    @cached_property
    def _place(self) -> Mapping[str, int]:
        """The place of each node among those of its procedure."""
        return {node.id: place for members in self._members.values() for place, node in enumerate(members)}

    def _longest(self, nodes: Iterable[Node], around: str) -> LongestPath:
        return _Ways(self._graph, nodes, self._timed(around), self.calendar).longest()

    def own(self, name: str) -> Stretch:
        """How long a node takes by itself, whatever is around it."""
        return self._own(self._graph.nodes[name])

    def _own(self, node: Node) -> Stretch:
        if not self._counts(node):
            return _NO_TIME
        if node.duration is None and node.callee is not None:
            return (self._known.get(node.callee) or self.through(node.callee)).stretch
        return node.duration or _NO_TIME

    def _timed(self, around: str) -> Callable[[Node], Stretch]:
        """Gives the time that counts for each node inside the step ``around``, or in the whole procedure."""
        return lambda node: self._own(node) if node.around == around else _NO_TIME


class _Way(NamedTuple):
    """A way to a node: the node before, what it takes without this one and with it, by the clock and exactly."""

    before: str | None
    start: float
    spent: Stretch
    end: float
    stretch: Stretch


class _Ways:
    """The longest way to each of some nodes of a graph."""

    def __init__(
        self, graph: Graph, nodes: Iterable[Node], own: Callable[[Node], Stretch], calendar: WorkCalendar
    ) -> None:
        self.graph, self.calendar = graph, calendar
        self.inside = {node.id: node for node in nodes}
        self.best: dict[str, _Way] = {}
        for node in _downwards(graph, self.inside):
            self.best[node.id] = self._way(node, own(node))

    def _way(self, node: Node, own: Stretch) -> _Way:
        before, start, spent = None, -1.0, _NO_TIME
        for edge in self.graph.incoming[node.id]:
            way = self.best.get(edge.source)
            if way is None or edge.back or edge.kind in ("jump", "exception"):
                continue
            skips = edge.kind == "skip" and self.inside[edge.source].optional
            if (way.start if skips else way.end) > start:
                before, start, spent = edge.source, way.end, way.stretch
                if skips:
                    before, start, spent = way.before, way.start, way.spent
        start = max(start, 0.0)
        if not own:
            return _Way(before, start, spent, start, spent)
        whole = spent.then(own, self.calendar)
        return _Way(before, start, spent, whole.total(self.calendar).least(self.calendar), whole)

    def longest(self) -> LongestPath:
        if not self.best:
            return LongestPath()
        order = [*self.best]
        return self.to(max(reversed(order), key=lambda name: self.best[name].end))

    def to(self, name: str) -> LongestPath:
        way = self.best.get(name)
        nodes: list[str] = []
        at: str | None = name if way is not None else None
        while at is not None:
            nodes.append(at)
            at = self.best[at].before
        stretch = way.stretch if way is not None else _NO_TIME
        return LongestPath(tuple(reversed(nodes)), stretch.total(self.calendar), stretch)


def _downwards(graph: Graph, inside: Mapping[str, Node]) -> list[Node]:
    """The nodes of ``inside`` so that each comes after those that lead to it, loops left out."""
    waiting = {
        name: sum(1 for edge in graph.incoming[name] if not edge.back and edge.source in inside) for name in inside
    }
    ready = [name for name, count in waiting.items() if count == 0]
    found = []
    while ready:
        name = ready.pop()
        found.append(inside[name])
        for edge in graph.outgoing[name]:
            if not edge.back and edge.target in inside:
                waiting[edge.target] -= 1
                if waiting[edge.target] == 0:
                    ready.append(edge.target)
    return found
