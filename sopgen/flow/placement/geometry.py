"""From cells and tracks to points: how wide columns and channels are, and where everything lies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sopgen.flow.placement.cells import Cells
from sopgen.flow.placement.courses import Course, End, Line
from sopgen.flow.placement.lattice import Spot
from sopgen.flow.placement.model import Point
from sopgen.flow.placement.sizes import BAR, Size
from sopgen.flow.placement.tracks import Tracks

Box = tuple[float, float, float, float]
"""Left edge, top edge, width and height."""
GAP = 8.0
"""Between lines that run side by side."""
EDGE = 7.0
"""Between a line and the shapes beside its channel."""
ARROW = 12.0
"""Between a line and the shapes below its channel, where the arrows are."""
BAR_END = 11.0
"""How far bars go beyond the middle of their outer columns; as far as the smallest shape."""
_EMPTY_ACROSS, _EMPTY_DOWN = 12.0, 18.0
"""The width and height of channels without lines."""


@dataclass(slots=True)
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


class Geometry:
    """Coordinates of rows, columns and tracks, from the top left corner.

    Attributes:
        width: of everything.
        height: of everything.
    """

    def __init__(self, cells: Cells, tracks: Tracks, sizes: Mapping[str, Size], room: Room) -> None:
        self.cells, self.tracks, self.sizes = cells, tracks, sizes
        self._x = self._across(room)
        self._y = self._down(room)
        self.width = self._x.end
        self.height = self._y.end

    def _across(self, room: Room) -> _Axis:
        widths: dict[int, float] = defaultdict(float)
        for name, column in self.cells.column.items():
            if name not in self.cells.span:
                widths[column] = max(widths[column], self.sizes[name].width)
        usual = max(widths.values(), default=60.0)
        axis = _Axis()
        for column in range(self.cells.columns + 1):
            count = self.tracks.count.get((False, column * 2), 0)
            axis.channel(count, room.left[column], room.right[column], (EDGE, EDGE), _EMPTY_ACROSS, GAP)
            if column < self.cells.columns:
                axis.middle((widths[column] or usual * 0.8) + room.column[column])
        return axis

    def _down(self, room: Room) -> _Axis:
        heights: dict[int, float] = defaultdict(lambda: BAR)
        for name, row in self.cells.row.items():
            heights[row] = max(heights[row], self.sizes[name].height)
        bars = {self.cells.row[name] for name in self.cells.span}
        axis = _Axis()
        for row in range(self.cells.rows + 1):
            count = self.tracks.count.get((True, row * 2), 0)
            gap = GAP + room.gap[row]
            empty = 14.0 if row in bars or row - 1 in bars else _EMPTY_DOWN
            if row in (0, self.cells.rows):
                empty = 10.0
            axis.channel(count, room.above[row], room.below[row], (EDGE, ARROW), empty, gap)
            if row < self.cells.rows:
                axis.middle(heights[row])
        return axis

    def channel_left(self, column: int) -> tuple[float, float]:
        """Where the channel left of a column begins and ends."""
        return self._x.channels[column]

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

    def box(self, name: str) -> Box:
        """Left edge, top edge, width and height of a shape."""
        return self._boxes[name]

    @cached_property
    def _boxes(self) -> Mapping[str, Box]:
        cells, across, down = self.cells, self._x.middles, self._y.middles
        found: dict[str, Box] = {}
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


@dataclass(slots=True)
class _Axis:
    """Channels and middles along one direction, laid one after the other."""

    end: float = 0
    channels: list[tuple[float, float]] = field(default_factory=list)
    tracks: list[list[float]] = field(default_factory=list)
    middles: list[float] = field(default_factory=list)

    def channel(
        self, count: int, before: float, after: float, edges: tuple[float, float], empty: float, gap: float
    ) -> None:
        begin = self.end
        self.tracks.append([begin + edges[0] + before + place * gap for place in range(count)])
        width = edges[0] + edges[1] + (count - 1) * gap if count else empty
        self.end = begin + before + max(width, empty) + after
        self.channels.append((begin, self.end))

    def at(self, line: Line) -> float:
        """Where a line lies that is laid on a middle or a track."""
        place, track = line
        return self.middles[place] if track is None else self.tracks[place][track]

    def middle(self, width: float) -> None:
        self.middles.append(self.end + width / 2)
        self.end += width
