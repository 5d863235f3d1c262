"""Where pages of a diagram end: between steps, and not where a page would hold the beginning alone."""

from __future__ import annotations

from flows import loaded, sequences

from sopgen.flow.build import build
from sopgen.flow.placement.pages import best_ends, cut_costs
from sopgen.flow.placement.wires import Drawing, Wire

FORK = "roles: {x: X}\nsteps: [{action: a, role: x, parallel: [{steps: [b]}, {steps: [c]}]}, d]\n"


def test_a_page_does_not_end_behind_the_beginning() -> None:
    (graph,) = sequences(build(loaded(FORK).index))
    wires = [Wire(edge.source, edge.target, "", "", False, (place,)) for place, edge in enumerate(graph.edges)]
    drawing = Drawing(graph.nodes, tuple(wires))
    kinds = [node.kind for node in graph.nodes.values()]
    assert kinds[:3] == ["start", "step", "fork"]
    costs = cut_costs(drawing, {name: row for row, name in enumerate(graph.nodes)}, len(kinds))
    reach = [1, *[len(kinds) - 1] * (len(kinds) - 1)]
    assert costs[0] > costs[1]  # that between a step and its tracks, which else stay together
    assert best_ends(costs, reach, 2) == [1, len(kinds) - 1]
