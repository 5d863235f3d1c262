"""The course of a wire without coordinates: where it leaves, at which middles and tracks it bends, where it enters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sopgen.flow.placement.lattice import Spot, side_of
from sopgen.flow.placement.model import Side
from sopgen.flow.placement.tracks import Tracks
from sopgen.flow.placement.wires import Wire


class Line(NamedTuple):
    """A horizontal or vertical line: the middle of a row or column, or else a track of the channel before it."""

    place: int
    track: int | None


class End(NamedTuple):
    """Where a wire leaves or enters: the shape, its side, and the column and row of the cell."""

    name: str
    side: Side
    column: int
    row: int


class Course(NamedTuple):
    """Where a wire begins, bends and ends; a corner is the vertical and the horizontal line that meet there."""

    start: End
    corners: tuple[tuple[Line, Line], ...]
    end: End


def course(wire: Wire, path: Sequence[Spot], tracks: Tracks) -> Course:
    """The course of a wire along ``path``."""
    corners = []
    before, here = path[:2]
    for after in path[2:]:
        x, y = here
        if (before[0] == x) != (x == after[0]):
            across = Line(x // 2, None if x % 2 else tracks.of((False, x), wire.target, y))
            down = Line(y // 2, None if y % 2 else tracks.of((True, y), wire.target, x))
            corners.append((across, down))
        before, here = here, after
    return Course(_end(wire.source, path[0], path[1]), tuple(corners), _end(wire.target, path[-1], path[-2]))


def _end(name: str, spot: Spot, neighbour: Spot) -> End:
    return End(name, side_of(spot, neighbour), spot[0] // 2, spot[1] // 2)
