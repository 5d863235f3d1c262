"""A plan with coordinates: room is made until every label has a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise

from sopgen.flow.placement.fans import has_bones, is_right
from sopgen.flow.placement.geometry import Geometry, Room
from sopgen.flow.placement.labels import CLEAR, Limits, Obstacles, arrange_labels, everywhere, settings_of
from sopgen.flow.placement.lattice import Spot, side_of
from sopgen.flow.placement.model import Label, Point
from sopgen.flow.placement.plan import Plan, plan, scattered
from sopgen.flow.placement.sizes import Type
from sopgen.flow.placement.text import longest_piece, width, wrap
from sopgen.flow.placement.wires import Wire
from sopgen.frozen import frozen

_ROUNDS = 11
"""How often places for labels are looked for, with more room each time."""
_CUTS = 3
"""In how many plans, with ever more lines cut."""
_ENDLESS = (float("inf"), float("inf"))
_REACH = 110.0
"""How far from the beginning of its line a label may be, in points; farther when there is no room."""
_EARLY, _LINES, _MANY = 4, 3, 99
"""In how many turns labels may have no more lines than that; and how many they may have later."""
_ANYWHERE = Limits(_ENDLESS[0], _MANY)
"""What labels are held to where each has all the room it needs."""
_ACROSS, _STEP = 30.0, 20.0
"""How much more room is made each time, to the sides and downwards, in points."""


@frozen(slots=False)
class Sheet:
    """A plan with coordinates: for shapes of what width, and the labels."""

    plan: Plan
    room: float
    geometry: Geometry
    labels: dict[Wire, Label]

    @cached_property
    def lines(self) -> Mapping[Wire, tuple[Point, ...]]:
        """The course of every wire."""
        return {wire: self.geometry.points(course) for wire, course in self.plan.courses.items()}


def settle(planned: Plan, room: float, type_: Type, most: tuple[float, float] = _ENDLESS, *, cut: bool = True) -> Sheet:
    """The coordinates of a plan with shapes at most ``room`` wide; widened until labels have a place.

    Where that does not help, the lines that lack one are cut, in the end all of them.

    Args:
        planned: what lies where.
        room: the width of shapes, in points.
        type_: how text is set.
        most: the width and height that are of use: a sheet that is larger may lack labels.
        cut: whether lines are cut to stay within ``most``.
    """
    for _ in range(_CUTS):
        sheet, failed = _widened(planned, room, type_, most, cut=cut)
        if not failed:
            return sheet
        planned = plan(planned.part.roomier(failed, len(failed)))
    planned = scattered(planned.part)
    return _sheet(planned, room, planned.roomy(room, type_, _ample(planned, type_)), type_, _ANYWHERE)[0]


def _widened(
    planned: Plan, room: float, type_: Type, most: tuple[float, float], *, cut: bool
) -> tuple[Sheet, list[Wire]]:
    """The sheet of a plan with ever more room for labels, and the wires whose labels have no place even so.

    A sheet that is larger than ``most`` lacks labels, unless lines are ``cut`` then.
    """
    more, often = Room(), Counter[Wire]()
    early = 0 if cut and most != _ENDLESS else _EARLY
    stuck = False
    for turn in range(_ROUNDS):
        geometry = planned.roomy(room, type_, more) if turn else planned.bare(room, type_)
        large = geometry.width > most[0] or geometry.height > most[1]
        if large and not cut:
            return Sheet(planned, room, geometry, {}), []
        if large or not stuck:
            limits = Limits(_REACH * (1 + turn / 4), _LINES if turn < early else _MANY, often)
            sheet, failed = _sheet(planned, room, geometry, type_, limits)
            if not failed or large:
                break
            alike = often.keys() == {*failed} and everywhere(sheet.lines, failed, type_, limits)
        often.update(failed)
        before = more.total
        for wire in failed:
            _make_room(wire, planned.paths[wire], more, type_, turn)
        stuck = alike and more.total == before
    return sheet, failed


def _sheet(planned: Plan, room: float, geometry: Geometry, type_: Type, limits: Limits) -> tuple[Sheet, list[Wire]]:
    """The sheet with those coordinates, and the wires whose labels have no place on it."""
    sheet, failed = Sheet(planned, room, geometry, {}), list[Wire]()
    if any(wire.label for wire in planned.paths):
        bounds = 1, 1, geometry.width - 1, geometry.height - 1
        found, failed = arrange_labels(sheet.lines, _obstacles(planned, geometry), type_, bounds, limits)
        sheet.labels.update(found)
    return sheet, failed


def _ample(planned: Plan, type_: Type) -> Room:
    """Room for every label of a plan in which each line ends alone: from above in a column of its own, or as a bone."""
    more, cells = Room(), planned.cells
    for wire in planned.paths:
        row, column = cells.row[wire.target], cells.column[wire.target]
        for setting in settings_of(wire.label, type_)[:1] if wire.label else ():
            if not has_bones(planned.drawing, wire.source):
                _widen(more.column, column, 2 * setting.wide + _STEP)
                _widen(more.below, row, setting.high + _STEP)
                continue
            _widen(more.below, row, setting.high - _STEP)
            _widen(more.left, column if is_right(cells, wire) else column + 1, setting.wide - _STEP)
    return more


def _obstacles(planned: Plan, geometry: Geometry) -> Obstacles:
    """The shapes and the borders of lanes."""
    obstacles = Obstacles()
    for name, node in planned.drawing.nodes.items():
        x, y, wide, high = geometry.box(name)
        box = x - CLEAR, y - CLEAR, x + wide + CLEAR, y + high + CLEAR
        obstacles.add(box, diamond=node.kind == "decision")
    for _, first, _last in planned.cells.lanes[1:]:
        border = geometry.divider(first)
        obstacles.add((border - 1, 0, border + 1, geometry.height))
    return obstacles


def _make_room(wire: Wire, path: list[Spot], more: Room, type_: Type, turn: int) -> None:
    """A little more room beside the beginning of a wire, later all along it."""
    lines = wrap(wire.label, max((54.0, 76.0, 110.0)[turn % 3] / type_.size, longest_piece(wire.label)))
    wide = min(max(map(width, lines)) * type_.size + 8, _ACROSS * (turn + 1))
    high = min(len(lines) * type_.line + 6, _STEP * (turn + 1))
    (x, y), side = path[0], side_of(path[0], path[1])
    if side == "bottom":
        _widen(more.above, y // 2 + 1, high)
    elif side == "right":
        _widen(more.left, x // 2 + 1, wide)
    else:
        _widen(more.right, x // 2, wide)
    if turn > 2:
        for _, y in path[1:3]:
            if y % 2 == 0:
                _widen(more.gap, y // 2, high)
    if turn > 3:
        _make_room_along(path, more, turn, wide, high)
    if turn > 6 and side == "bottom":
        _widen(more.column, x // 2, 2 * wide)


def _make_room_along(path: list[Spot], more: Room, turn: int, wide: float, high: float) -> None:
    """More room all along a wire, ``wide`` across and ``high`` down; the later the turn, the more of it."""
    for before, spot in pairwise(path):
        if before[1] == spot[1] and spot[1] % 2 == 0:
            _widen(more.gap, spot[1] // 2, high)
            _widen(more.above, spot[1] // 2, high)
        elif before[0] == spot[0] and spot[0] % 2 == 0 and turn > 6:
            _widen(more.right, spot[0] // 2, wide)
        elif before[0] == spot[0] and turn > 5:
            _widen(more.below, max(before[1], spot[1]) // 2, high)


def _widen(room: dict[int, float], place: int, least: float) -> None:
    room[place] = max(room[place], least)
