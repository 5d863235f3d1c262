"""A plan with coordinates: room is made until every label has a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from sopgen.flow.placement.geometry import Geometry, Room
from sopgen.flow.placement.labels import CLEAR, Box, Obstacles, arrange_labels
from sopgen.flow.placement.lattice import Spot, side_of
from sopgen.flow.placement.model import Label, Point
from sopgen.flow.placement.plan import Plan, plan, sizes
from sopgen.flow.placement.sizes import Type
from sopgen.flow.placement.text import longest_piece, width, wrap
from sopgen.flow.placement.wires import Wire

_ROUNDS = 10
"""How often room is made for labels."""
_REACH = 110.0
"""How far from the beginning of its line a label may be, in points; farther when there is no room."""
_STEP = 14.0
"""How much more room is made each time, in points."""


@dataclass(frozen=True)
class Sheet:
    """A plan with coordinates: for shapes of what width, the course of every wire, and the labels."""

    plan: Plan
    room: float
    geometry: Geometry
    lines: Mapping[Wire, tuple[Point, ...]]
    labels: Mapping[Wire, Label]


def settle(planned: Plan, room: float, type_: Type, ease: int = 1) -> Sheet:
    """The coordinates of a plan with shapes at most ``room`` wide; widened until labels have a place.

    Args:
        planned: what lies where.
        room: the width of shapes, in points.
        type_: how text is set.
        ease: how many times the room that a label needs it may take, for lines that cannot be cut any more.
    """
    shapes, more = sizes(planned.drawing, room, type_), Room()
    turn = 0
    while True:
        geometry = Geometry(planned.cells, planned.tracks, shapes, more)
        lines = {wire: geometry.points(wire, path) for wire, path in planned.paths.items()}
        bounds = Box(1, 1, geometry.width - 1, geometry.height - 1)
        obstacles = _obstacles(planned, geometry)
        labels, failed = arrange_labels(lines, obstacles, type_, bounds, _REACH * (1 + turn / 4))
        if not failed:
            return Sheet(planned, room, geometry, lines, labels)
        if turn == _ROUNDS:
            return settle(plan(planned.part.roomier(failed, len(failed))), room, type_, ease + 1)
        for wire in failed:
            _make_room(wire, planned.paths[wire], more, type_, turn, ease)
        turn += 1


def _obstacles(planned: Plan, geometry: Geometry) -> Obstacles:
    """The shapes and the borders of lanes."""
    obstacles = Obstacles()
    for name, node in planned.drawing.nodes.items():
        x, y, wide, high = geometry.box(name)
        box = Box(x - CLEAR, y - CLEAR, x + wide + CLEAR, y + high + CLEAR)
        obstacles.add(box, diamond=node.kind == "decision")
    for _, first, _last in planned.cells.lanes[1:]:
        border = geometry.divider(first)
        obstacles.add(Box(border - 1, 0, border + 1, geometry.height))
    return obstacles


def _make_room(wire: Wire, path: list[Spot], more: Room, type_: Type, turn: int, ease: int) -> None:
    """A little more room beside the beginning of a wire, later all along it."""
    lines = wrap(wire.label, max((54.0, 76.0)[turn % 2] / type_.size, longest_piece(wire.label)))
    wide = ease * min(max(map(width, lines)) * type_.size + 8, _STEP * (turn + 1))
    high = ease * min(len(lines) * type_.line + 6, _STEP * (turn + 1))
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
    if turn > 5 and side == "bottom":
        _widen(more.column, x // 2, 2 * wide)


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


def _widen(room: dict[int, float], place: int, least: float) -> None:
    room[place] = max(room[place], least)
