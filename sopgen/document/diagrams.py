"""The diagrams of an SOP: what is drawn, and the same in words for those who cannot see it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from sopgen.document.markup import unescape
from sopgen.document.nodes import Diagram
from sopgen.source import from_pointer, pointer

if TYPE_CHECKING:
    from sopgen.document.printing import Printing
    from sopgen.flow.graph import Edge, Graph, Node

STATES = "/states"
"""The path of the diagram of a ticket's states; that of a procedure's is its own."""
_NUMBERED = ("step", "decision", "call")


class Diagrams:
    """Gives the diagram at a path of the spec. The graph is built when the first one is asked for."""

    def __init__(self, printing: Printing) -> None:
        self.printing = printing

    def __call__(self, path: str) -> Diagram | None:
        """The diagram of what stands at ``path``: a procedure, the document with steps of its own, the states."""
        base = self.printing.base
        if not path.startswith(base):
            return None
        path = path[len(base) :]
        graph = self._states if path == STATES else self._procedure(path)
        if graph is None:
            return None
        graph = _below(base, graph) if base else graph
        chosen = self.printing.sop.diagram
        lanes = path != STATES and (chosen == "swimlane" or (chosen is None and len(graph.roles) > 1))
        return Diagram(graph, lanes, tell(graph, self.printing))

    def _procedure(self, path: str) -> Graph | None:
        known = {pointer(place): place for place, _ in self.printing.sop.sequences()}
        return self._process.drawn(known[path]) if path in known else None

    @cached_property
    def _process(self) -> Graph:
        from sopgen.document.flow_words import flow_words
        from sopgen.flow.build import build

        return build(self.printing.index, flow_words(self.printing))

    @cached_property
    def _states(self) -> Graph | None:
        from sopgen.document.flow_words import flow_words
        from sopgen.flow.states import build_states

        sop = self.printing.sop
        return build_states(sop, flow_words(self.printing)) if sop.states else None


def _below(base: str, graph: Graph) -> Graph:
    """The same graph, its nodes at their places in the handbook."""
    above = from_pointer(base)
    return replace(graph, nodes={name: node._replace(path=(*above, *node.path)) for name, node in graph.nodes.items()})


def tell(graph: Graph, printing: Printing) -> dict[str, str]:
    """What each node says and where it leads, a sentence by the node's id, in the order of the file."""
    telling = _Telling(graph, printing)
    return {name: telling.sentence(node) for name, node in graph.nodes.items()}


class _Telling:
    """Puts the nodes of one graph into words."""

    def __init__(self, graph: Graph, printing: Printing) -> None:
        self.graph, self.printing = graph, printing
        self.between_details, self.between_ways = self._say("clause_separator"), self._say("phrase_separator")
        self.colon = self._say("colon")

    def sentence(self, node: Node) -> str:
        details = [self.graph.roles.get(role, role) for role in node.roles] if node.number else []
        details += [*node.notes, *([node.limit] if node.limit else [])]
        text = " ".join(part for part in (node.number, self._named(node)) if part)
        if details:
            text += self._say("parenthesis", text=self.between_details.join(details))
        ways = [self._way(edge) for edge in self.graph.outgoing.get(node.id, ())]
        if ways:
            labelled = len(ways) > 1 or self.graph.outgoing[node.id][0].label
            text += self.colon if labelled else " "
            text += self.between_ways.join(ways)
        return self._say("sentence", text=text)

    def _named(self, node: Node) -> str:
        return node.text or (self._say(f"diagram.{node.kind}") if node.kind in ("fork", "join") else "")

    def _way(self, edge: Edge) -> str:
        target = self.graph.nodes[edge.target]
        name = self._named(target)
        if target.number and target.kind in _NUMBERED:
            name = self._say("flow.step", number=target.number)
        return " ".join(part for part in (edge.label, self._say("arrow", target=name)) if part)

    def _say(self, key: str, **values: str) -> str:
        return unescape(self.printing.say(key, **values))
