"""The way to lay out a page that never fails: every node by itself, with marks below it for all that leaves it.

A node stands in the first column of its lane, the mark above it from which lines come, and below it, in columns of
their own, the marks to which lines go. Many of these stand on both sides of a line down, as on the bones of a fish. So
no line meets one that leads elsewhere, and none has to be looked for.
"""

from __future__ import annotations

from math import ceil

from sopgen.flow.graph import BARS
from sopgen.flow.placement.cells import Cells
from sopgen.flow.placement.lattice import Spot
from sopgen.flow.placement.wires import Drawing, Wire

_ABREAST = 6
"""How many marks stand side by side at most."""
_DEEP = 12
"""How many stand below each other at most, on one side of a line."""
_FISH = 3
"""The columns of a line down: the marks to the left of it, the line, the marks to the right."""


def fan(drawing: Drawing, lanes: tuple[str, ...]) -> tuple[Cells, dict[Wire, list[Spot]]]:
    """The cells of nodes, and the ways of wires, of a drawing in which every wire begins or ends at a mark."""
    cells = _cells(drawing, lanes)
    return cells, {wire: _path(drawing, cells, wire) for wire in drawing.wires}


def has_bones(drawing: Drawing, name: str) -> bool:
    """Whether the marks to which lines go from a node stand on both sides of a line down."""
    return len(drawing.outgoing[name]) > _ABREAST and drawing.nodes[name].kind not in BARS


def is_right(cells: Cells, wire: Wire) -> bool:
    """Whether a bone leads to the right."""
    return (cells.column[wire.target] - cells.column[wire.source]) % _FISH == 1


def _cells(drawing: Drawing, lanes: tuple[str, ...]) -> Cells:
    nodes = {name: node for name, node in drawing.nodes.items() if node.kind not in ("in", "out")}
    need = dict.fromkeys(lanes, 1)
    for name, node in nodes.items():
        ways = len(drawing.outgoing[name])
        need[node.lane] = max(need[node.lane], _FISH * _fishes(ways) if has_bones(drawing, name) else ways)
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
        is_fish, left = has_bones(drawing, name), begin[node.lane]
        for level in filter(None, (before, [name], [] if is_fish else after)):
            row |= dict.fromkeys(level, rows)
            column |= {one: left + is_fish + place for place, one in enumerate(level)}
            rows += 1
        if is_fish:
            fishes = _fishes(len(after))
            deep = ceil(len(after) / (2 * fishes))
            rows += fishes > 1
            row |= {one: rows + place % deep for place, one in enumerate(after)}
            column |= {
                one: left + place // deep // 2 * _FISH + place // deep % 2 * 2 for place, one in enumerate(after)
            }
            rows += deep
    spans = {
        name: (column[name], column[name] + max(len(drawing.outgoing[name]) - 1, 0))
        for name, node in nodes.items()
        if node.kind in BARS
    }
    return Cells(row, column, spans, tuple(bands), rows, bands[-1][2] + 1)


def _fishes(ways: int) -> int:
    """How many lines down so many marks stand beside."""
    return ceil(ways / (2 * _DEEP))


def _path(drawing: Drawing, cells: Cells, wire: Wire) -> list[Spot]:
    """Down to the channel, along it, and down to where the wire leads; right down from a bar."""
    start, end = 2 * cells.column[wire.source] + 1, 2 * cells.column[wire.target] + 1
    if drawing.nodes[wire.source].kind in BARS:
        start = end
    y = 2 * cells.row[wire.source] + 1
    if has_bones(drawing, wire.source):
        return _bone(start, y, end, 2 * cells.row[wire.target] + 1, 1 if is_right(cells, wire) else -1)
    return [(start, y), *((x, y + 1) for x in range(start, end + 1)), (end, y + 2)]


def _bone(start: int, y: int, end: int, foot: int, side: int) -> list[Spot]:
    """Down, along the row below to the line with the mark, down that line, and to the side."""
    down = end - 2 * side
    along = ((x, y + 2) for x in range(start, down))
    below = ((down, at) for at in range(y + 2, foot + 1))
    return [(start, y), (start, y + 1), *along, *below, (down + side, foot), (end, foot)]
