"""One page laid out: first what lies where on the grid, then, for a width of shapes, the coordinates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from sopgen.flow.placement.cells import Cells, arrange
from sopgen.flow.placement.geometry import Geometry, Room
from sopgen.flow.placement.labels import CLEAR, Box, Obstacles, arrange_labels
from sopgen.flow.placement.lattice import Spot, side_of
from sopgen.flow.placement.marks import cut_wires
from sopgen.flow.placement.model import Label, Point
from sopgen.flow.placement.routes import NoWayError, route
from sopgen.flow.placement.sizes import Type, size
from sopgen.flow.placement.text import longest_piece, width, wrap
from sopgen.flow.placement.tracks import Tracks, assign
from sopgen.flow.placement.wires import Drawing, Wire

_ROUNDS = 20
"""How often room is made for labels."""
_REACH = 110.0
"""How far from the beginning of its line a label may be, in points; farther when there is no room."""
_STEP = 14.0
"""How much more room is made each time, in points."""


@dataclass(frozen=True)
class Plan:
    """What lies where on the grid: cells of nodes, ways and tracks of wires; and what it was made for."""

    drawing: Drawing
    cells: Cells
    paths: Mapping[Wire, list[Spot]]
    tracks: Tracks
    most: int
    floor: Mapping[str, int]
    clutter: float

    def roomier(self, wires: Sequence[Wire]) -> Plan:
        """The plan with some more wires cut, or one more column a lane where all are."""
        found = _to_cut(wires, self.drawing, self.cells, len(wires))
        lanes = tuple(role for role, _, _ in self.cells.lanes)
        return plan(cut_wires(self.drawing, found), lanes, self.most + (not found), self.floor)


@dataclass(frozen=True)
class Sheet:
    """A plan with coordinates: the course of every wire, and the labels."""

    plan: Plan
    geometry: Geometry
    lines: Mapping[Wire, tuple[Point, ...]]
    labels: Mapping[Wire, Label]


def plan(drawing: Drawing, lanes: tuple[str, ...], most: int, floor: Mapping[str, int]) -> Plan:
    """The plan of a page; a wire for which there is no way is cut in two, marked with a letter."""
    for turn in count():
        cells = arrange(drawing, lanes, most, floor)
        try:
            paths, lattice = route(drawing, cells)
            break
        except NoWayError as error:
            wires = _to_cut(error.wires, drawing, cells, 2**turn)
            drawing, most = cut_wires(drawing, wires), most if wires else most + 1
    return Plan(drawing, cells, paths, assign(lattice), most, floor, lattice.clutter())


def _to_cut(wires: Sequence[Wire], drawing: Drawing, cells: Cells, least: int) -> set[Wire]:
    """The wires to cut where there is no way for ``wires``: those, and the longest others to make at least ``least``.

    Wires that belong to a mark are not cut again.
    """

    def length(wire: Wire) -> int:
        across = abs(cells.column[wire.source] - cells.column[wire.target])
        return across + abs(cells.row[wire.source] - cells.row[wire.target])

    kinds = {name: node.kind for name, node in drawing.nodes.items()}
    whole = [wire for wire in drawing.wires if kinds[wire.source] != "in" and kinds[wire.target] != "out"]
    found = set(wires) & set(whole)
    others = sorted((wire for wire in whole if wire not in found), key=length, reverse=True)
    return {*found, *others[: max(least - len(found), 0)]}


def settle(plan: Plan, room: float, type_: Type, least: Mapping[int, float]) -> Sheet:
    """The coordinates of a plan with shapes at most ``room`` wide; widened until labels have a place.

    Args:
        plan: what lies where.
        room: the width of shapes, in points.
        type_: how text is set.
        least: the least width of each column.
    """
    nodes = plan.drawing.nodes
    sizes = {name: size(node, room, type_) for name, node in nodes.items()}
    kinds = {name: node.kind for name, node in nodes.items()}
    more = Room()
    turn = 0
    while True:
        geometry = Geometry(plan.cells, plan.tracks, sizes, more, least)
        lines = {wire: geometry.points(wire, path) for wire, path in plan.paths.items()}
        obstacles = Obstacles()
        for name in nodes:
            x, y, wide, high = geometry.box(name)
            obstacles.add(
                Box(x - CLEAR, y - CLEAR, x + wide + CLEAR, y + high + CLEAR), diamond=kinds[name] == "decision"
            )
        for _, first, _last in plan.cells.lanes[1:]:
            border = geometry.divider(first)
            obstacles.add(Box(border - 1, 0, border + 1, geometry.height))
        bounds = Box(1, 1, geometry.width - 1, geometry.height - 1)
        labels, failed = arrange_labels(lines, obstacles, type_, bounds, _REACH * (1 + turn / 4))
        if not failed:
            return Sheet(plan, geometry, lines, labels)
        if turn == _ROUNDS:
            return settle(plan.roomier(failed), room, type_, least)
        for wire in failed:
            _make_room(wire, plan.paths[wire], more, type_, turn)
        turn += 1


def _make_room(wire: Wire, path: list[Spot], more: Room, type_: Type, turn: int) -> None:
    """A little more room beside the beginning of a wire, later all along it."""
    lines = wrap(wire.label, max((54.0, 76.0)[turn % 2] / type_.size, longest_piece(wire.label)))
    wide = min(max(map(width, lines)) * type_.size + 8, _STEP * (turn + 1))
    high = min(len(lines) * type_.line + 6, _STEP * (turn + 1))
    (x, y), side = path[0], side_of(path[0], path[1])
    if side == "bottom":
        _widen(more.above, y // 2 + 1, high)
    elif side == "right":
        _widen(more.left, x // 2 + 1, wide)
    else:
        _widen(more.right, x // 2, wide)
    if turn >= 2:
        for _, y in path[1:3]:
            if y % 2 == 0:
                _widen(more.gap, y // 2, high)
    if turn >= 3:
        _make_room_along(path, more, turn, wide, high)


def _make_room_along(path: list[Spot], more: Room, turn: int, wide: float, high: float) -> None:
    """More room all along a wire, ``wide`` across and ``high`` down; the later the turn, the more of it."""
    for before, spot in pairwise(path):
        if before[1] == spot[1] and spot[1] % 2 == 0:
            _widen(more.gap, spot[1] // 2, high)
            _widen(more.above, spot[1] // 2, high)
        elif before[0] == spot[0] and spot[0] % 2 == 0 and turn > 5:
            _widen(more.right, spot[0] // 2, wide)
        elif before[0] == spot[0] and turn > 4:
            _widen(more.below, max(before[1], spot[1]) // 2, high)
    if turn > 8:
        for place in range(max(spot[0] for spot in path) // 2 + 1):
            _widen(more.column, place, wide)


def _widen(room: dict[int, float], place: int, least: float) -> None:
    room[place] = max(room[place], least)
