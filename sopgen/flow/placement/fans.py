"""The way to lay out a page that never fails: every node by itself, with marks below it for all that leaves it.

A node stands in the first column of its lane, the mark above it from which lines come, and below it, in columns of
their own, the marks to which lines go. So no line meets one that leads elsewhere, and none has to be looked for.
"""

from __future__ import annotations

from sopgen.flow.graph import BARS
from sopgen.flow.placement.cells import Cells
from sopgen.flow.placement.lattice import Spot
from sopgen.flow.placement.wires import Drawing, Wire


def fan(drawing: Drawing, lanes: tuple[str, ...]) -> tuple[Cells, dict[Wire, list[Spot]]]:
    """The cells of nodes, and the ways of wires, of a drawing in which every wire begins or ends at a mark."""
    cells = _cells(drawing, lanes)
    return cells, {wire: _path(drawing, cells, wire) for wire in drawing.wires}


def _cells(drawing: Drawing, lanes: tuple[str, ...]) -> Cells:
    nodes = {name: node for name, node in drawing.nodes.items() if node.kind not in ("in", "out")}
    need = dict.fromkeys(lanes, 1)
    for name, node in nodes.items():
        need[node.lane] = max(need[node.lane], len(drawing.outgoing[name]))
    bands: list[tuple[str, int, int]] = []
    for lane in lanes:
        first = bands[-1][2] + 1 if bands else 0
        bands.append((lane, first, first + need[lane] - 1))
    begin = {lane: first for lane, first, _ in bands}
    row: dict[str, int] = {}
    column: dict[str, int] = {}
    rows = 0
    for name, node in nodes.items():
        before = [wire.source for wire in drawing.incoming[name]]
        after = [wire.target for wire in drawing.outgoing[name]]
        for level in filter(None, (before, [name], after)):
            row |= dict.fromkeys(level, rows)
            column |= {one: begin[node.lane] + place for place, one in enumerate(level)}
            rows += 1
    spans = {
        name: (column[name], column[name] + max(len(drawing.outgoing[name]) - 1, 0))
        for name, node in nodes.items()
        if node.kind in BARS
    }
    return Cells(row, column, spans, tuple(bands), rows, bands[-1][2] + 1)


def _path(drawing: Drawing, cells: Cells, wire: Wire) -> list[Spot]:
    """Down to the channel, along it, and down to where the wire leads; right down from a bar."""
    start, end = 2 * cells.column[wire.source] + 1, 2 * cells.column[wire.target] + 1
    if drawing.nodes[wire.source].kind in BARS:
        start = end
    y = 2 * cells.row[wire.source] + 1
    return [(start, y), *((x, y + 1) for x in range(start, end + 1)), (end, y + 2)]
