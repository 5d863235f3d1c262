"""From cells and tracks to points: how wide columns and channels are, and where everything lies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from sopgen.flow.placement.cells import Cells
from sopgen.flow.placement.courses import Course, End, Line
from sopgen.flow.placement.lattice import Spot
from sopgen.flow.placement.model import Point
from sopgen.flow.placement.sizes import BAR, Size
from sopgen.flow.placement.tracks import Tracks

Rectangle = tuple[float, float, float, float]
"""Left edge, top edge, width and height."""
GAP = 8.0
"""Between lines that run side by side."""
EDGE = 7.0
"""Between a line and the shapes beside its channel."""
ARROW = 12.0
"""Between a line and the shapes below its channel, where the arrows are."""
BAR_END = 11.0
"""How far bars go beyond the middle of their outer columns; as far as the smallest shape."""
_Channel = tuple[int, float, float, float, float]
"""How many lines a channel has, the room for labels before and after them, its least width, and that between lines."""
_EMPTY_ACROSS, _EMPTY_DOWN = 12.0, 18.0
"""The width and height of channels without lines."""


@dataclass(slots=True, eq=False, repr=False)
class Room:
    """More room than lines and shapes need, for labels.

    Attributes:
        above: above the lines of horizontal channels, right below the shapes.
        below: below the lines of horizontal channels, right above the shapes.
        left: to the left of the lines of vertical channels.
        right: to the right of them.
        column: more width for columns.
        gap: between lines side by side in a horizontal channel.
    """

    above: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    below: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    left: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    right: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    column: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    gap: dict[int, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def total(self) -> float:
        """All of it; the same as before if none was added."""
        kinds = self.above, self.below, self.left, self.right, self.column, self.gap
        return sum([sum(kind.values()) for kind in kinds])


NO_ROOM = Room()
"""Where there are no labels; nothing may be added to it."""


class Geometry:
    """Coordinates of rows, columns and tracks, from the top left corner.

    Attributes:
        width: of everything.
        height: of everything.
    """

    def __init__(self, cells: Cells, tracks: Tracks, sizes: Mapping[str, Size], room: Room) -> None:
        self.cells, self.tracks, self.sizes, self._room = cells, tracks, sizes, room

    @property
    def width(self) -> float:
        """The width of everything."""
        return self._x.end

    @property
    def height(self) -> float:
        """The height of everything."""
        return self._y.end

    @cached_property
    def _x(self) -> _Axis:
        cells, sizes, room, count = self.cells, self.sizes, self._room, self.tracks.count
        widths = [0.0] * cells.columns
        for name, column in cells.column.items():
            width = sizes[name].width
            if width > widths[column] and name not in cells.span:
                widths[column] = width
        usual = 0.8 * (max(widths, default=0.0) or 60.0)
        channels: list[_Channel] = []
        for column in range(cells.columns + 1):
            before, after = room.left.get(column, 0.0), room.right.get(column, 0.0)
            channels.append((count.get((False, 2 * column), 0), before, after, _EMPTY_ACROSS, GAP))
        middles = [(width or usual) + room.column.get(column, 0.0) for column, width in enumerate(widths)]
        return _axis(channels, middles, 2 * EDGE)

    @cached_property
    def _y(self) -> _Axis:
        cells, sizes, room, count = self.cells, self.sizes, self._room, self.tracks.count
        heights = [BAR] * cells.rows
        for name, row in cells.row.items():
            height = sizes[name].height
            heights[row] = max(heights[row], height)
        empty = [10.0, *[_EMPTY_DOWN] * (cells.rows - 1), 10.0]
        for name in cells.span:
            for row in (cells.row[name], cells.row[name] + 1):
                empty[row] = 14.0 if 0 < row < cells.rows else 10.0
        channels: list[_Channel] = []
        for row in range(cells.rows + 1):
            before, after = room.above.get(row, 0.0), room.below.get(row, 0.0)
            channels.append((count.get((True, 2 * row), 0), before, after, empty[row], GAP + room.gap.get(row, 0.0)))
        return _axis(channels, heights, EDGE + ARROW)

    def divider(self, column: int) -> float:
        """Where the border of a lane that begins with ``column`` runs: between the lines of the channel before it."""
        begin, end = self._x.channels[column]
        tracks = self._x.tracks[column]
        if not tracks:
            return (begin + end) / 2
        half = len(tracks) // 2
        before = tracks[half - 1] if half else begin
        return (before + tracks[half]) / 2

    def center(self, spot: Spot) -> Point:
        """The middle of a cell."""
        return Point(self._x.middles[spot[0] // 2], self._y.middles[spot[1] // 2])

    def box(self, name: str) -> Rectangle:
        """Left edge, top edge, width and height of a shape."""
        return self._boxes[name]

    @cached_property
    def _boxes(self) -> Mapping[str, Rectangle]:
        cells, across, down = self.cells, self._x.middles, self._y.middles
        found: dict[str, Rectangle] = {}
        for name, row in cells.row.items():
            width, height, _ = self.sizes[name]
            y = down[row] - height / 2
            if name in cells.span:
                first, last = cells.span[name]
                left = across[first] - BAR_END
                found[name] = left, y, across[last] + BAR_END - left, height
            else:
                found[name] = across[cells.column[name]] - width / 2, y, width, height
        return found

    def points(self, course: Course) -> tuple[Point, ...]:
        """Where a wire begins, bends and ends."""
        corners = [Point(self._x.at(across), self._y.at(down)) for across, down in course.corners]
        return self._port(course.start), *corners, self._port(course.end)

    def _port(self, end: End) -> Point:
        name, side, column, row = end
        x, y, width, height = self._boxes[name]
        if side == "top":
            return Point(self._x.middles[column], y)
        if side == "bottom":
            return Point(self._x.middles[column], y + height)
        return Point(x if side == "left" else x + width, self._y.middles[row])


class _Axis(NamedTuple):
    """Channels and middles along one direction, one after the other.

    Attributes:
        end: where the last channel ends.
        channels: where each channel begins and ends.
        tracks: the tracks of each.
        middles: the middle of each row or column.
    """

    end: float
    channels: list[tuple[float, float]]
    tracks: list[list[float]]
    middles: list[float]

    def at(self, line: Line) -> float:
        """Where a line lies that is laid on a middle or a track."""
        place, track = line
        return self.middles[place] if track is None else self.tracks[place][track]


def _axis(channels: Sequence[_Channel], widths: Sequence[float], edges: float) -> _Axis:
    """Channels, and rows or columns of ``widths`` between them; ``edges`` is what lines keep clear of on both sides."""
    found, tracks, middles = [], [], []
    end = 0.0
    for place, (count, before, after, least, gap) in enumerate(channels):
        begin = end
        first = begin + EDGE + before
        tracks.append([first + number * gap for number in range(count)] if count else [])
        end = begin + before + (max(edges + (count - 1) * gap, least) if count else least) + after
        found.append((begin, end))
        if place < len(widths):
            middles.append(end + widths[place] / 2)
            end += widths[place]
    return _Axis(end, found, tracks, middles)
