"""What a graph tells: what can be reached, where it goes round and whether it gets out again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sopgen.flow.graph import Edge, Graph
from sopgen.source import Path

SOURCES = ("start", "exception")
"""The kinds of nodes at which a flow begins."""


def reachable(graph: Graph) -> frozenset[str]:
    """The nodes that the flow comes to from the start of any procedure, all of them carried out, or an exception."""
    return reachable_from(graph, (name for name, node in graph.nodes.items() if node.kind in SOURCES))


def reachable_from(graph: Graph, names: Iterable[str], barring: Collection[str] = ()) -> frozenset[str]:
    """Some nodes, and those that the flow comes to from them without going on from those of ``barring``."""
    waiting = [*names]
    found = set(waiting)
    while waiting:
        name = waiting.pop()
        for edge in graph.outgoing[name] if name not in barring else ():
            if edge.target not in found:
                found.add(edge.target)
                waiting.append(edge.target)
    return frozenset(found)


def entrances(graph: Graph, sources: Iterable[str]) -> Iterator[str]:
    """Of the nodes that the flow does not come to from ``sources``, those from which it would come to all of them.

    In the order of the file, but those that nothing leads to at all before those that only a loop leads to.
    """
    reached = set(reachable_from(graph, sources))
    lost = [name for name in graph.nodes if name not in reached]
    for name in sorted(lost, key=lambda name: any(edge.source != name for edge in graph.incoming[name])):
        if name not in reached:
            reached |= reachable_from(graph, [name], barring=reached)
            yield name


def never_returning(graph: Graph) -> frozenset[Path]:
    """The procedures that whoever has them carried out waits for in vain: every way through them leads elsewhere."""
    starts = {node.sequence: name for name, node in graph.nodes.items() if node.kind == "start"}
    ends = {node.sequence: name for name, node in graph.nodes.items() if node.kind == "end"}
    handovers = {name for name, node in graph.nodes.items() if node.kind == "handover"}  # nothing else leads out of one
    inside = reachable_from(graph, starts.values(), barring=handovers)
    return frozenset(sequence for sequence in starts if ends.get(sequence) not in inside)


def loops(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """The nodes of each loop, in order: sets of nodes from each of which a way leads to every other."""
    return tuple(
        component for component in _components(graph) if len(component) > 1 or _leads_to_itself(graph, component[0])
    )


def ways_out(graph: Graph, loop: tuple[str, ...]) -> tuple[Edge, ...]:
    """The edges that lead out of a loop."""
    inside = frozenset(loop)
    return tuple(edge for name in loop for edge in graph.outgoing[name] if edge.target not in inside)


def _leads_to_itself(graph: Graph, name: str) -> bool:
    return any(edge.target == name for edge in graph.outgoing[name])


def _components(graph: Graph) -> list[tuple[str, ...]]:
    """The strongly connected components (Tarjan), without recursion."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    held: set[str] = set()
    order = {name: place for place, name in enumerate(graph.nodes)}
    found: list[tuple[str, ...]] = []
    for root in graph.nodes:
        if root in number:
            continue
        work = [(root, iter(graph.outgoing[root]))]
        number[root] = low[root] = len(number)
        stack.append(root)
        held.add(root)
        while work:
            name, edges = work[-1]
            for edge in edges:
                if edge.target not in number:
                    number[edge.target] = low[edge.target] = len(number)
                    stack.append(edge.target)
                    held.add(edge.target)
                    work.append((edge.target, iter(graph.outgoing[edge.target])))
                    break
                if edge.target in held:
                    low[name] = min(low[name], number[edge.target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == number[name]:
                    component = _popped(stack, name)
                    held.difference_update(component)
                    found.append(tuple(sorted(component, key=order.__getitem__)))
    return sorted(found, key=lambda component: order[component[0]])


def _popped(stack: list[str], name: str) -> list[str]:
    """What lies on ``stack`` down to ``name``, taken off it."""
    found = [stack.pop()]
    while found[-1] != name:
        found.append(stack.pop())
    return found
