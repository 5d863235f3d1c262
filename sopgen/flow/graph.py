"""A process as a graph: nodes for what happens, edges for what follows. Data only; nothing in it is drawn.

The same graph serves rules, which ask what can be reached and how long it takes, and drawings, which fold nested
steps into the step that holds them (``drawn``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import Literal, NamedTuple

from sopgen.frozen import frozen
from sopgen.source import Path
from sopgen.spec.durations import Stretch

NodeKind = Literal[
    "start", "end", "step", "decision", "fork", "join", "call", "wait", "handover", "entry", "exception", "state",
    "out", "in", "gateway",
]  # fmt: skip
"""What a node is. ``handover`` goes over to another procedure or SOP, ``entry`` is where such a jump arrives. A drawing
has ``out`` and ``in`` besides, the two ends of a line that is cut, and ``gateway`` where it has no bars."""
BARS: frozenset[NodeKind] = frozenset({"fork", "join"})
"""The kinds of nodes that are drawn as bars."""
EdgeKind = Literal["flow", "otherwise", "exception", "jump", "skip"]
"""What an edge is: ``otherwise`` is taken when nothing else applies, ``jump`` leads into another procedure, ``skip``
past a step that may be left out, or past a question whose only branch does not apply; it is not drawn."""


class Node(NamedTuple):
    """One thing that happens, or one point of the flow.

    Attributes:
        id: unique in the graph: the JSON Pointer of the step, with ``#decision``, ``#fork``, ``#join`` or ``#wait`` for
            what a step is besides an action; ``<sequence>#start``, ``#end``, ``#to-…`` and ``#from-…``.
        kind: what it is.
        path: the path of what it stands for in the spec: a step, an exception, a state, a procedure.
        number: the step's number as printed; empty for what has none.
        text: what it says, plain text.
        sequence: the path of the procedure it belongs to, ``()`` for the document's own steps.
        roles: the ids of the roles that do it, the first one's lane holds it.
        limit: its time limit as printed.
        notes: further lines, such as the procedure that is called.
        checkpoint: whether it is a checkpoint.
        optional: whether it may be left out.
        nested: how many steps are nested in it, at any depth.
        box: the id of the node that stands for it in a drawing, when it is nested in a step.
        inputs: what it needs.
        outputs: what it produces.
        duration: how long it takes at most; None if nothing says so.
        around: the id of the innermost step around it that has a time limit, which covers its time; empty if none has.
        callee: the path of the procedure of this file that it carries out.
    """

    id: str
    kind: NodeKind
    path: Path
    number: str = ""
    text: str = ""
    sequence: Path = ()
    roles: tuple[str, ...] = ()
    limit: str = ""
    notes: tuple[str, ...] = ()
    checkpoint: bool = False
    optional: bool = False
    nested: int = 0
    box: str = ""
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    duration: Stretch | None = None
    around: str = ""
    callee: Path | None = None

    @property
    def covered(self) -> bool:
        """Whether the time limit of a step around it covers its time."""
        return bool(self.around)

    @property
    def lane(self) -> str:
        """The id of the role whose lane holds it, empty if no role does it."""
        return self.roles[0] if self.roles else ""


class Edge(NamedTuple):
    """What follows what.

    Attributes:
        source: the id of the node it leaves.
        target: the id of the node it leads to.
        label: the condition on which it is taken, plain text.
        kind: what it is.
        back: whether it closes a loop.
    """

    source: str
    target: str
    label: str = ""
    kind: EdgeKind = "flow"
    back: bool = False


@frozen(slots=False)
class Graph:
    """Nodes by id, in the order of the file, and the edges between them.

    Attributes:
        nodes: every node.
        edges: every edge.
        roles: the names of the roles that have a lane, by id, in order of first appearance.
        title: what the whole is called.
    """

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]
    roles: Mapping[str, str] = field(default_factory=dict)
    title: str = ""

    @cached_property
    def outgoing(self) -> Mapping[str, list[Edge]]:
        """The edges that leave each node."""
        return _by(self.edges, lambda edge: edge.source)

    @cached_property
    def incoming(self) -> Mapping[str, list[Edge]]:
        """The edges that lead to each node."""
        return _by(self.edges, lambda edge: edge.target)

    def drawn(self, sequence: Path) -> Graph:
        """One procedure as it is drawn: nested steps folded into their step, jumps to other procedures left out."""
        nodes = {name: node for name, node in self.nodes.items() if node.sequence == sequence and not node.box}
        edges: dict[tuple[str, ...], Edge] = {}
        for edge in self.edges:
            source, target = self._shown(edge.source), self._shown(edge.target)
            inside = edge.source != edge.target and source == target
            if source in nodes and target in nodes and not inside and edge.kind not in ("jump", "skip"):
                edges.setdefault((source, target, edge.label), edge._replace(source=source, target=target))
        graph = replace(self, nodes=nodes, edges=tuple(edges.values()), roles=_lanes(nodes, self.roles))
        return mark_loops(graph)

    def _shown(self, name: str) -> str:
        return self.nodes[name].box or name


def _by(edges: tuple[Edge, ...], key: Callable[[Edge], str]) -> Mapping[str, list[Edge]]:
    found: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        found[key(edge)].append(edge)
    return found


def _lanes(nodes: Mapping[str, Node], names: Mapping[str, str]) -> dict[str, str]:
    return {node.lane: names.get(node.lane, node.lane) for node in nodes.values()}


def mark_loops(graph: Graph) -> Graph:
    """The same graph with the edges marked that close a loop: those that lead back to where the flow came from."""
    done: set[str] = set()
    around: set[str] = set()
    back: set[Edge] = set()
    starts = sorted(graph.nodes.values(), key=lambda node: bool(graph.incoming[node.id]))
    for start in starts:
        if start.id in done:
            continue
        stack = [(start.id, iter(graph.outgoing[start.id]))]
        around.add(start.id)
        while stack:
            name, edges = stack[-1]
            for edge in edges:
                if edge.target in around:
                    back.add(edge)
                elif edge.target not in done:
                    around.add(edge.target)
                    stack.append((edge.target, iter(graph.outgoing[edge.target])))
                    break
            else:
                stack.pop()
                around.discard(name)
                done.add(name)
    return replace(graph, edges=tuple(edge._replace(back=edge in back) for edge in graph.edges))
