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


Edges = tuple[float, float, float, float]
"""The same without names, for what is looked at often."""


class Diamond(NamedTuple):
    """A diamond: its middle, and how far it goes to either side, and up and down."""

    x: float
    y: float
    across: float
    down: float

    def meets(self, box: Edges) -> bool:
        """Whether a rectangle reaches into it."""
        left, top, right, bottom = box
        x, y, across, down = self
        apart = max(left - x, x - right, 0) / across
        return apart < 1 and apart + max(top - y, y - bottom, 0) / down < 1


class Near(NamedTuple):
    """The boxes and diamonds somewhere."""

    boxes: list[Edges]
    diamonds: list[Diamond]

    def cover(self, box: Edges) -> bool:
        """Whether something of it lies in ``box``."""
        left, top, right, bottom = box
        for other in self.boxes:
            if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                return True
        return any(one.meets(box) for one in self.diamonds) if self.diamonds else False


class Obstacles:
    """What labels must not cover, by bands of the page."""

    def __init__(self) -> None:
        self.bands: dict[int, list[Edges]] = defaultdict(list)
        self.diamonds: dict[int, list[Diamond]] = defaultdict(list)

    def add(self, box: Edges) -> None:
        """Keep free of ``box``."""
        for band in _bands(box[1], box[3]):
            self.bands[band].append(box)

    def add_diamond(self, box: Edges) -> None:
        """Keep free of the diamond in ``box``."""
        left, top, right, bottom = box
        diamond = Diamond((left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2)
        for band in _bands(top, bottom):
            self.diamonds[band].append(diamond)

    def add_line(self, points: Sequence[Point]) -> None:
        """Keep free of a line, a little thicker than it is drawn."""
        for (x, y), (x_end, y_end) in pairwise(points):
            left, right = (x, x_end) if x < x_end else (x_end, x)
            top, bottom = (y, y_end) if y < y_end else (y_end, y)
            self.add((left - 0.8, top - 0.8, right + 0.8, bottom + 0.8))

    def near(self, box: Edges) -> Near:
        """What reaches into ``box``."""
        left, top, right, bottom = box
        near = Near([], [])
        for band in _bands(top, bottom):
            if band in self.bands:
                near.boxes.extend(
                    other
                    for other in self.bands[band]
                    if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
                )
            if band in self.diamonds:
                near.diamonds.extend(one for one in self.diamonds[band] if one.meets(box))
        return near


def _bands(top: float, bottom: float) -> range:
    return range(int(top // _BAND), int(bottom // _BAND) + 1)


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
        shapes.add_line(points)
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
            shapes.add((label.x, label.y, label.x + label.width, label.y + label.height))
    return found, failed


def _alone(lines: Mapping[Wire, Sequence[Point]]) -> dict[Wire, list[Stretch]]:
    """The stretches of each wire with a label that it shares with no other, in order."""
    horizontal: dict[float, list[tuple[float, float, Wire]]] = defaultdict(list)
    vertical: dict[float, list[tuple[float, float, Wire]]] = defaultdict(list)
    for wire, points in lines.items():
        for (x, y), (x_end, y_end) in pairwise(points):
            if y == y_end:
                horizontal[y].append((x, x_end, wire) if x < x_end else (x_end, x, wire))
            else:
                vertical[x].append((y, y_end, wire) if y < y_end else (y_end, y, wire))
    found: dict[Wire, list[Stretch]] = {}
    for wire, points in lines.items():
        if not wire.label:
            continue
        stretches: list[Stretch] = []
        for start, end in pairwise(points):
            (x, y), (x_end, y_end) = start, end
            others = [(a, b) for a, b, other in (horizontal[y] if y == y_end else vertical[x]) if other is not wire]
            if not others:
                stretches.append((start, end))
            elif y == y_end:
                stretches += [(Point(a, y), Point(b, y)) for a, b in _without(x, x_end, others)]
            else:
                stretches += [(Point(x, a), Point(x, b)) for a, b in _without(y, y_end, others)]
        found[wire] = stretches
    return found


def _near(start: Point, stretches: list[Stretch], reach: float) -> list[Stretch]:
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


Stretch = tuple[Point, Point]
"""A straight piece of a line, in its direction."""


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
    wire: Wire, settings: Sequence[Setting], stretches: list[Stretch], shapes: Obstacles, bounds: Box
) -> Label | None:
    for stretch, manner in _tries(stretches):
        for setting in settings:
            place = _place(stretch, setting, manner, shapes, bounds)
            if place:
                return Label(*place, setting.wide, setting.high, Paragraph(wire.label, setting.lines))
    return None


Manner = Literal["beside", "beyond", "apart"]
"""How a label stands to its stretch: within its ends, beyond them, or at some distance besides."""


def _tries(stretches: list[Stretch]) -> Iterator[tuple[Stretch, Manner]]:
    """Where to look for a place, the best first: near the beginning of the line."""
    for stretch in stretches[:2]:
        yield stretch, "beside"
    for stretch in stretches[:2]:
        yield stretch, "beyond"
        if stretch[0].y == stretch[1].y:
            yield stretch, "apart"
    for stretch in stretches[2:]:
        yield stretch, "beside"
        yield stretch, "beyond"


def _place(
    stretch: Stretch, setting: Setting, manner: Manner, shapes: Obstacles, bounds: Box
) -> tuple[float, float] | None:
    """Left and top edge of a label at a stretch, as near its beginning as may be; None if there is no room."""
    (x, y), (x_end, y_end) = stretch
    _, wide, high = setting
    flat = y == y_end
    if flat:
        away = 5 * AWAY if manner == "apart" else AWAY
        lefts = _edges(x, x_end, wide, manner)
        tops = [y - away - high, y + away]
    else:
        lefts = [x + AWAY, x - AWAY - wide]
        tops = _edges(y, y_end, high, manner)
    lefts = [left for left in lefts if bounds.left <= left and left + wide <= bounds.right]
    tops = [top for top in tops if bounds.top <= top and top + high <= bounds.bottom]
    if not (lefts and tops):
        return None
    if flat:
        rows = [(top, shapes.near((min(lefts), top, max(lefts) + wide, top + high))) for top in tops]
        places = [(left, top, near) for left in lefts for top, near in rows]
    else:
        columns = [(left, shapes.near((left, min(tops), left + wide, max(tops) + high))) for left in lefts]
        places = [(left, top, near) for top in tops for left, near in columns]
    for left, top, near in places:
        if not near.cover((left, top, left + wide, top + high)):
            return left, top
    return None


def _edges(begin: float, end: float, extent: float, manner: Manner) -> list[float]:
    """The left (upper) edges to try of a label of ``extent`` along a stretch, from its beginning."""
    if end >= begin:
        return [begin + along for along in _along(end - begin, extent, manner)]
    return [begin - along - extent for along in _along(begin - end, extent, manner)]


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
