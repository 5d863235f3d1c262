"""What a graph tells: what can be reached, where it goes round and whether it gets out again, how long it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sopgen.flow.graph import Edge, Graph, Node
from sopgen.source import Path
from sopgen.spec.durations import Duration, WorkCalendar

SOURCES = ("start", "exception")
"""The kinds of nodes at which a flow begins."""
SINKS = ("end", "handover")
"""The kinds of nodes at which it ends."""


class LongestPath(NamedTuple):
    """The way through a procedure that takes longest, and how long that is; clock and business time stay apart."""

    nodes: tuple[str, ...]
    duration: Duration


def reachable(graph: Graph, *, exceptions: bool = True) -> frozenset[str]:
    """The nodes that the flow comes to from the start of any procedure, and from ``exceptions`` if they count.

    Every procedure is taken for one that is carried out.
    """
    kinds = SOURCES if exceptions else SOURCES[:1]
    waiting = [name for name, node in graph.nodes.items() if node.kind in kinds]
    found = set(waiting)
    while waiting:
        for edge in graph.outgoing[waiting.pop()]:
            if edge.target not in found:
                found.add(edge.target)
                waiting.append(edge.target)
    return frozenset(found)


def dead_ends(graph: Graph) -> tuple[str, ...]:
    """The nodes from which no way leads to an end or out of the document, in order: what comes there never ends."""
    found = {name for name, node in graph.nodes.items() if node.kind in SINKS or node.kind == "state"}
    waiting = [*found]
    while waiting:
        for edge in graph.incoming[waiting.pop()]:
            if edge.source not in found:
                found.add(edge.source)
                waiting.append(edge.source)
    return tuple(name for name in graph.nodes if name not in found)


def loops(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """The nodes of each loop, in order: sets of nodes from each of which a way leads to every other."""
    return tuple(
        component for component in _components(graph) if len(component) > 1 or _leads_to_itself(graph, component[0])
    )


def ways_out(graph: Graph, loop: tuple[str, ...]) -> tuple[Edge, ...]:
    """The edges that lead out of a loop."""
    return tuple(edge for name in loop for edge in graph.outgoing[name] if edge.target not in loop)


def joins(graph: Graph) -> Mapping[str, str]:
    """The node at which the tracks that begin at each fork come together."""
    forks = [node for node in graph.nodes.values() if node.kind == "fork"]
    return {node.id: node.id.removesuffix("#fork") + "#join" for node in forks}


def longest_path(graph: Graph, sequence: Path, calendar: WorkCalendar | None = None) -> LongestPath:
    """The way through a procedure that takes longest, loops gone through once.

    A time limit on a step covers what is nested in it, runs beside it or is carried out by it; of tracks the longest
    counts; waits take as long as they may. What nothing says the length of takes no time. Ways are compared by the
    clock on the wall, by ``calendar``.
    """
    return _Longest(graph, calendar or WorkCalendar()).through(sequence, ())


class _Longest:
    def __init__(self, graph: Graph, calendar: WorkCalendar) -> None:
        self.graph, self.calendar = graph, calendar

    def through(self, sequence: Path, around: tuple[Path, ...]) -> LongestPath:
        best: dict[str, LongestPath] = {}
        nodes = [node for node in self.graph.nodes.values() if node.sequence == sequence and node.kind != "exception"]
        for node in _downwards(self.graph, nodes):
            own = self._own(node, (*around, sequence))
            before = [
                best[edge.source]
                for edge in self.graph.incoming[node.id]
                if not edge.back and edge.kind not in ("jump", "exception") and edge.source in best
            ]
            way = max(
                before, key=lambda path: path.duration.elapsed(self.calendar), default=LongestPath((), Duration())
            )
            best[node.id] = LongestPath((*way.nodes, node.id), way.duration + own)
        whole = LongestPath((), Duration())
        for path in best.values():
            if path.duration.elapsed(self.calendar) >= whole.duration.elapsed(self.calendar):
                whole = path
        return whole

    def _own(self, node: Node, around: tuple[Path, ...]) -> Duration:
        """How long a node takes by itself."""
        if node.covered:
            return Duration()
        if node.duration is None and node.callee is not None and node.callee not in around:
            return self.through(node.callee, around).duration
        return node.duration or Duration()


def _downwards(graph: Graph, nodes: list[Node]) -> list[Node]:
    """``nodes`` so that each comes after those that lead to it, loops left out."""
    inside = {node.id: node for node in nodes}
    waiting = dict.fromkeys(inside, 0)
    for edge in graph.edges:
        if not edge.back and edge.source in inside and edge.target in inside:
            waiting[edge.target] += 1
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


def _leads_to_itself(graph: Graph, name: str) -> bool:
    return any(edge.target == name for edge in graph.outgoing[name])


def _components(graph: Graph) -> list[tuple[str, ...]]:
    """The strongly connected components (Tarjan), without recursion."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    order = {name: place for place, name in enumerate(graph.nodes)}
    found: list[tuple[str, ...]] = []
    for root in graph.nodes:
        if root in number:
            continue
        work = [(root, iter(graph.outgoing[root]))]
        number[root] = low[root] = len(number)
        stack.append(root)
        waiting.add(root)
        while work:
            name, edges = work[-1]
            for edge in edges:
                if edge.target not in number:
                    number[edge.target] = low[edge.target] = len(number)
                    stack.append(edge.target)
                    waiting.add(edge.target)
                    work.append((edge.target, iter(graph.outgoing[edge.target])))
                    break
                if edge.target in waiting:
                    low[name] = min(low[name], number[edge.target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == number[name]:
                    component = [stack.pop()]
                    while component[-1] != name:
                        component.append(stack.pop())
                    waiting.difference_update(component)
                    found.append(tuple(sorted(component, key=order.__getitem__)))
    return sorted(found, key=lambda component: order[component[0]])
