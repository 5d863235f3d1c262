"""Lines that are cut in two: a mark where a line breaks off, and one that says the same where it goes on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from sopgen.flow.graph import Node
from sopgen.flow.placement.wires import Drawing, Wire


def mark_of(target: str) -> str:
    """The id of the mark from which lines go on to ``target``."""
    return f"{target}@in"


def cut_wires(drawing: Drawing, wires: Collection[Wire]) -> Drawing:
    """The same drawing with ``wires`` cut; lines to one node go on from one mark."""
    return _cut(drawing.nodes, drawing.wires, lambda wire: wire in wires)


def part(drawing: Drawing, names: Collection[str]) -> Drawing:
    """The part of the drawing of a graph with those nodes; lines that leave or enter it are cut."""
    shown = {name: drawing.nodes[name] for name in sorted(names, key=drawing.places.__getitem__)}
    beside = [wire for name in shown for wire in (*drawing.outgoing[name], *drawing.incoming[name])]
    wires = {wire.edges[0]: wire for wire in beside}  # in the order of the edges, as a drawing has them
    ordered = [wires[edge] for edge in sorted(wires)]
    return _cut(shown, ordered, lambda wire: wire.source not in names or wire.target not in names)


def _cut(names: Mapping[str, Node], wires: Sequence[Wire], is_cut: Callable[[Wire], bool]) -> Drawing:
    nodes = dict(names)
    kept: list[Wire] = []
    further: dict[str, Wire] = {}
    for wire in wires:
        if not is_cut(wire):
            if nodes[wire.source].kind == "in":
                further[wire.target] = _joined(further.get(wire.target), wire)
            else:
                kept.append(wire)
            continue
        if wire.source in names:
            kept.append(_break_off(wire, nodes))
        if wire.target in names:
            further[wire.target] = _joined(further.get(wire.target), _go_on(wire, nodes))
    return Drawing(nodes, (*kept, *further.values()))


def _joined(one: Wire | None, other: Wire) -> Wire:
    return other if one is None else one._replace(edges=(*one.edges, *other.edges))


def _break_off(wire: Wire, nodes: dict[str, Node]) -> Wire:
    """The first part of a wire, to a mark beside its source."""
    source = nodes[wire.source]
    name = f"{wire.target}@out{sum(1 for node in nodes if node.startswith(f'{wire.target}@out'))}-{wire.source}"
    nodes[name] = Node(name, "out", source.path, sequence=source.sequence, roles=source.roles[:1])
    return wire._replace(target=name, back=False)


def _go_on(wire: Wire, nodes: dict[str, Node]) -> Wire:
    """The second part of a wire, from a mark above its target, one for all wires to that."""
    target = nodes[wire.target]
    name = mark_of(wire.target)
    nodes[name] = Node(name, "in", target.path, sequence=target.sequence, roles=target.roles[:1])
    return Wire(name, wire.target, "", wire.kind, back=False, edges=wire.edges)
