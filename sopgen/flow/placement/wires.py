"""What is to be drawn on a page: the nodes, and a wire for all edges that lead from one node to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from sopgen.flow.graph import Graph, Node
from sopgen.frozen import frozen


class Wire(NamedTuple):
    """One line to be drawn: from where to where, its label, and the positions in the graph of its edges."""

    source: str
    target: str
    label: str
    kind: str
    back: bool
    edges: tuple[int, ...]


@frozen(slots=False)
class Drawing:
    """Nodes by id in the order of the file, and the wires between them."""

    nodes: Mapping[str, Node]
    wires: tuple[Wire, ...]

    @cached_property
    def outgoing(self) -> Mapping[str, list[Wire]]:
        """The wires that leave each node."""
        found: dict[str, list[Wire]] = defaultdict(list)
        for wire in self.wires:
            found[wire.source].append(wire)
        return found

    @cached_property
    def incoming(self) -> Mapping[str, list[Wire]]:
        """The wires that lead to each node."""
        found: dict[str, list[Wire]] = defaultdict(list)
        for wire in self.wires:
            found[wire.target].append(wire)
        return found

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each node in the order of the file."""
        return {name: place for place, name in enumerate(self.nodes)}

    @cached_property
    def order(self) -> Mapping[str, tuple[int, int]]:
        """The order in which nodes are placed: that of the file, ends right after what leads to them."""
        places = self.places
        found = {name: (place, 0) for name, place in places.items()}
        for name, node in self.nodes.items():
            if node.kind in ("end", "handover", "out"):
                before = [places[wire.source] for wire in self.incoming[name] if not wire.back]
                if before:
                    found[name] = (max(before), 1)
        return found

    @cached_property
    def main(self) -> Mapping[str, str]:
        """Where the flow from each node mainly goes: to the first in the file of what comes after it."""
        order, found = self.order, dict.fromkeys(self.nodes, "")
        for wire in self.wires:
            if not wire.back:
                other = found[wire.source]
                if not other or order[wire.target] < order[other]:
                    found[wire.source] = wire.target
        return found


def drawing(graph: Graph) -> Drawing:
    """What a graph needs: branches that lead from one node to the same place share a wire."""
    wires: dict[tuple[str, str], Wire] = {}
    for position, edge in enumerate(graph.edges):
        key = edge.source, edge.target
        wire = wires.get(key)
        if wire is None:
            wires[key] = Wire(*key, edge.label, edge.kind, edge.back, (position,))
        else:
            label = " / ".join(dict.fromkeys(text for text in (wire.label, edge.label) if text))
            wires[key] = wire._replace(label=label, edges=(*wire.edges, position))
    return Drawing(graph.nodes, tuple(wires.values()))
