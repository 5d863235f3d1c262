"""Where the labels of branches go: beside a stretch that is theirs alone, near where the branch begins, on nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, NamedTuple

from sopgen.flow.placement.model import Label, Paragraph, Point
from sopgen.flow.placement.sizes import Type
from sopgen.flow.placement.text import longest_piece, width, wrap
from sopgen.flow.placement.wires import Wire

AWAY = 2.5
"""Between a line and its label."""
CLEAR = 0.5
"""Between a label and a shape at least."""
_WIDTHS = (110.0, 76.0, 54.0, 38.0)
"""How wide labels may be, in points; the narrowest takes four Chinese characters of 小五."""
_HOLD = 7.0
"""How far a label and its stretch lie side by side at least."""
_BAND = 64.0
"""The height of the bands in which obstacles are looked for."""


class Box(NamedTuple):
    """A rectangle: left, top, right and bottom edge."""

    left: float
    top: float
    right: float
    bottom: float

    def within(self, other: Box) -> bool:
        """Whether it lies in ``other``."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


class Obstacles:
    """What labels must not cover, by bands of the page."""

    def __init__(self) -> None:
        self.bands: dict[int, list[Box]] = defaultdict(list)
        self.diamonds: dict[int, list[Box]] = defaultdict(list)

    def add(self, box: Box, *, diamond: bool = False) -> None:
        """Keep free of ``box``."""
        kept = self.diamonds if diamond else self.bands
        for band in range(int(box.top // _BAND), int(box.bottom // _BAND) + 1):
            kept[band].append(box)

    def cover(self, box: Box) -> bool:
        """Whether ``box`` would cover something."""
        left, top, right, bottom = box
        for band in range(int(top // _BAND), int(bottom // _BAND) + 1):
            for other in self.bands.get(band, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return True
            for other in self.diamonds.get(band, ()):
                if _in_diamond(box, other):
                    return True
        return False


def _in_diamond(box: Box, around: Box) -> bool:
    if box.left >= around.right or around.left >= box.right:
        return False
    across, down = (around.left + around.right) / 2, (around.top + around.bottom) / 2
    apart_x = max(box.left - across, across - box.right, 0) / ((around.right - around.left) / 2)
    apart_y = max(box.top - down, down - box.bottom, 0) / ((around.bottom - around.top) / 2)
    return apart_x + apart_y < 1


def line_box(start: Point, end: Point) -> Box:
    """The stretch between two points, a little thicker than it is drawn."""
    left, right = sorted((start.x, end.x))
    top, bottom = sorted((start.y, end.y))
    return Box(left - 0.8, top - 0.8, right + 0.8, bottom + 0.8)


class Limits(NamedTuple):
    """What labels are held to.

    Attributes:
        reach: how far from the beginning of its line a label may be.
        lines: how many lines a label may have, unless it has more where it is widest.
        failed: how often a label had no place before; those that failed most come first.
    """

    reach: float
    lines: int
    failed: Mapping[Wire, int] = MappingProxyType({})


def arrange_labels(
    lines: Mapping[Wire, Sequence[Point]], shapes: Obstacles, type_: Type, bounds: Box, limits: Limits
) -> tuple[dict[Wire, Label], list[Wire]]:
    """A label for every wire that has one, and the wires for whose label there is no room.

    Args:
        lines: the points of every wire.
        shapes: what labels must not cover besides lines.
        type_: how text is set.
        bounds: where labels may be.
        limits: what they are held to.
    """
    for points in lines.values():
        for start, end in pairwise(points):
            shapes.add(line_box(start, end))
    found: dict[Wire, Label] = {}
    failed: list[Wire] = []
    alone = _alone(lines)
    labelled = [wire for wire in lines if wire.label]
    for wire in sorted(labelled, key=lambda wire: (-limits.failed.get(wire, 0), -len(wire.label))):
        settings = settings_of(wire.label, type_)
        settings = tuple(one for one in settings if len(one.lines) <= limits.lines) or settings[:1]
        label = _fit(wire, settings, _near(lines[wire][0], alone[wire], limits.reach), shapes, bounds)
        if label is None:
            failed.append(wire)
        else:
            found[wire] = label
            shapes.add(Box(label.x, label.y, label.x + label.width, label.y + label.height))
    return found, failed


def _alone(lines: Mapping[Wire, Sequence[Point]]) -> dict[Wire, list[tuple[Point, Point]]]:
    """The stretches of each wire with a label that it shares with no other, in order."""
    horizontal: dict[float, list[tuple[float, float, Wire]]] = defaultdict(list)
    vertical: dict[float, list[tuple[float, float, Wire]]] = defaultdict(list)
    for wire, points in lines.items():
        for start, end in pairwise(points):
            if start.y == end.y:
                horizontal[start.y].append((min(start.x, end.x), max(start.x, end.x), wire))
            else:
                vertical[start.x].append((min(start.y, end.y), max(start.y, end.y), wire))
    found: dict[Wire, list[tuple[Point, Point]]] = {}
    for wire, points in lines.items():
        if not wire.label:
            continue
        found[wire] = []
        for start, end in pairwise(points):
            flat = start.y == end.y
            low, high = (start.x, end.x) if flat else (start.y, end.y)
            others = [(a, b) for a, b, other in (horizontal[start.y] if flat else vertical[start.x]) if other != wire]
            for a, b in _without(low, high, others):
                found[wire].append(
                    (Point(a, start.y), Point(b, start.y)) if flat else (Point(start.x, a), Point(start.x, b))
                )
    return found


def _near(start: Point, stretches: list[tuple[Point, Point]], reach: float) -> list[tuple[Point, Point]]:
    """What of the stretches is within ``reach`` of where the line begins, as the crow flies along the axes."""
    found = []
    for begin, end in stretches:
        left = reach - abs(begin.x - start.x) - abs(begin.y - start.y)
        if left > 0:
            across = min(max(end.x - begin.x, -left), left)
            down = min(max(end.y - begin.y, -left), left)
            found.append((begin, Point(begin.x + across, begin.y + down)))
    return found


def _without(start: float, end: float, others: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """What is left of a stretch, in its direction, where no other lies on it."""
    low, high = min(start, end), max(start, end)
    free = [(low, high)]
    for begin, finish in others:
        free = [
            piece for a, b in free for piece in ((a, min(b, begin)), (max(a, finish), b)) if piece[1] - piece[0] > 0.01
        ]
    return free if start <= end else [(b, a) for a, b in reversed(free)]


class Setting(NamedTuple):
    """A label's text broken into lines, and its width and height."""

    lines: tuple[str, ...]
    wide: float
    high: float


@lru_cache(maxsize=1024)
def settings_of(label: str, type_: Type) -> tuple[Setting, ...]:
    """The ways to break a label into lines, the widest first."""
    found: dict[tuple[str, ...], Setting] = {}
    least = longest_piece(label) * type_.size
    for room in _WIDTHS:
        lines = wrap(label, max(room, least) / type_.size)
        found.setdefault(lines, Setting(lines, max(map(width, lines)) * type_.size + 2, len(lines) * type_.line))
    return tuple(found.values())


def _fit(
    wire: Wire,
    settings: Sequence[Setting],
    stretches: list[tuple[Point, Point]],
    shapes: Obstacles,
    bounds: Box,
) -> Label | None:
    for stretch, manner in _tries(stretches):
        for lines, wide, high in settings:
            for x, y in _places(*stretch, wide, high, manner):
                box = Box(x, y, x + wide, y + high)
                if box.within(bounds) and not shapes.cover(box):
                    return Label(x, y, wide, high, Paragraph(wire.label, lines))
    return None


Manner = Literal["beside", "beyond", "apart"]
"""How a label stands to its stretch: within its ends, beyond them, or at some distance besides."""


def _tries(stretches: list[tuple[Point, Point]]) -> Iterator[tuple[tuple[Point, Point], Manner]]:
    """Where to look for a place, the best first: near the beginning of the line."""
    for stretch in stretches[:2]:
        yield stretch, "beside"
    for stretch in stretches[:2]:
        yield stretch, "beyond"
        yield stretch, "apart"
    for stretch in stretches[2:]:
        yield stretch, "beside"
        yield stretch, "beyond"


def _places(start: Point, end: Point, wide: float, high: float, manner: Manner) -> Iterator[tuple[float, float]]:
    """Left and top edges to try for a label of ``wide`` by ``high`` at a stretch, from its beginning to its end."""
    if start.y == end.y:
        sign = 1 if end.x >= start.x else -1
        away = 5 * AWAY if manner == "apart" else AWAY
        for along in _along(abs(end.x - start.x), wide, manner):
            left = start.x + sign * along - (0 if sign > 0 else wide)
            yield left, start.y - away - high
            yield left, start.y + away
        return
    sign = 1 if end.y >= start.y else -1
    for along in _along(abs(end.y - start.y), high, manner):
        top = start.y + sign * along - (0 if sign > 0 else high)
        yield start.x + AWAY, top
        yield start.x - AWAY - wide, top


def _along(length: float, extent: float, manner: Manner) -> Iterator[float]:
    """Distances from the beginning of a stretch at which a label of ``extent`` may begin."""
    slack = length - extent
    if manner == "beside":
        place = min(2.0, max(slack, 0.0))
        while 0 <= place <= slack:
            yield place
            place += 9.0
        return
    place = min(slack / 2, -2.0) if slack < 0 else -0.25 * extent
    yield place
    for beyond in range(1, 4):
        for other in (place - 7.0 * beyond, place + 7.0 * beyond):
            if -extent + _HOLD <= other <= length - _HOLD:
                yield other
