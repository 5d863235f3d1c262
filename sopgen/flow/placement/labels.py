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
_BESIDE, _BELOW = 8.0, 5.0
"""Between two labels side by side, or one below the other, at least, unless something stands between them."""
_ASIDE = 4.5
"""Between a label and lines other than its own, where there is room for that."""
_WIDTHS = (110.0, 76.0, 54.0, 38.0)
"""How wide labels may be, in points; the narrowest takes four Chinese characters of 小五."""
_HOLD = 7.0
"""How far a label and its stretch lie side by side at least."""
_BEGIN, _BEGIN_AT_LEAST = 4.0, 2.0
"""Between the beginning of a stretch and a label within its ends: in the middle of it where there is less room."""
_BAND = 64.0
"""The height of the bands in which obstacles are looked for."""


Edges = tuple[float, float, float, float]
"""The left, top, right and bottom edge of a box."""
Span = tuple[float, float]
"""What is taken along a stretch: from where to where."""


class Obstacles:
    """What labels must not cover, by bands of the page."""

    def __init__(self) -> None:
        self.boxes: dict[int, list[Edges]] = defaultdict(list)
        self.diamonds: dict[int, list[Edges]] = defaultdict(list)

    def add(self, box: Edges, *, diamond: bool = False) -> None:
        """Keep free of ``box``, or only of the diamond in it."""
        kept = self.diamonds if diamond else self.boxes
        for band in range(int(box[1] // _BAND), int(box[3] // _BAND) + 1):
            kept[band].append(box)

    def add_line(self, points: Sequence[Point]) -> None:
        """Keep free of a line, a little thicker than it is drawn."""
        for (x, y), (x_end, y_end) in pairwise(points):
            left, right = (x, x_end) if x < x_end else (x_end, x)
            top, bottom = (y, y_end) if y < y_end else (y_end, y)
            self.add((left - 0.8, top - 0.8, right + 0.8, bottom + 0.8))

    def add_all(self, others: Obstacles) -> None:
        """Keep free of the boxes of ``others``."""
        for band, boxes in others.boxes.items():
            self.boxes[band] += boxes

    def spans(self, box: Edges, *, flat: bool) -> list[Span]:
        """What is taken in ``box``, from left to right where it is ``flat``, else from top to bottom."""
        left, top, right, bottom = box
        begin, end = (0, 2) if flat else (1, 3)
        found: list[Span] = []
        for band in range(int(top // _BAND), int(bottom // _BAND) + 1):
            found += [
                (other[begin], other[end])
                for other in self.boxes.get(band, ())
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
            ]
            if band in self.diamonds:
                spans = [
                    _span(other, box, flat=flat)
                    for other in self.diamonds[band]
                    if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
                ]
                found += [span for span in spans if span[0] < span[1]]
        return found


def _span(around: Edges, box: Edges, *, flat: bool) -> Span:
    """What a diamond takes in a box: the less, the farther the box is from its middle, in the end less than nothing."""
    left, top, right, bottom = around
    across, down = (left + right) / 2, (top + bottom) / 2
    if flat:
        half = (right - left) / 2 * (1 - max(box[1] - down, down - box[3], 0) / ((bottom - top) / 2))
        return across - half, across + half
    half = (bottom - top) / 2 * (1 - max(box[0] - across, across - box[2], 0) / ((right - left) / 2))
    return down - half, down + half


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
    lines: Mapping[Wire, Sequence[Point]], shapes: Obstacles, type_: Type, bounds: Edges, limits: Limits
) -> tuple[dict[Wire, Label], list[Wire]]:
    """A label for every wire that has one, and the wires for whose label there is no room.

    Args:
        lines: the points of every wire.
        shapes: what labels must not cover besides lines.
        type_: how text is set.
        bounds: where labels may be.
        limits: what they are held to.
    """
    near = Obstacles()
    for points in lines.values():
        near.add_line(points)
    shapes.add_all(near)
    found: dict[Wire, Label] = {}
    failed: list[Wire] = []
    alone = _alone(lines)
    labelled = [wire for wire in lines if wire.label]
    for wire in sorted(labelled, key=lambda wire: (-limits.failed.get(wire, 0), -len(wire.label))):
        settings = settings_of(wire.label, type_)
        settings = tuple(one for one in settings if len(one.lines) <= limits.lines) or settings[:1]
        label = _fit(wire, settings, _near(lines[wire][0], alone[wire], limits.reach), _Ground(shapes, near, bounds))
        if label is None:
            failed.append(wire)
        else:
            shapes.add(_around(label, shapes))
            found[wire] = label
    return found, failed


def _around(label: Label, shapes: Obstacles) -> Edges:
    """The box that other labels keep out of, lest they read as one with it: up to what stands beside its middle."""
    left, top, right, bottom = label.x, label.y, label.x + label.width, label.y + label.height
    across, down = label.width / 4, label.height / 4
    before = shapes.spans((left - _BESIDE, top + down, left, bottom - down), flat=True)
    after = shapes.spans((right, top + down, right + _BESIDE, bottom - down), flat=True)
    above = shapes.spans((left + across, top - _BELOW, right - across, top), flat=False)
    below = shapes.spans((left + across, bottom, right - across, bottom + _BELOW), flat=False)
    return (
        max([left - _BESIDE, *[begin for begin, end in before if end < left]]),
        max([top - _BELOW, *[begin for begin, end in above if end < top]]),
        min([right + _BESIDE, *[end for begin, end in after if begin > right]]),
        min([bottom + _BELOW, *[end for begin, end in below if begin > bottom]]),
    )


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


def everywhere(lines: Mapping[Wire, Sequence[Point]], wires: Sequence[Wire], type_: Type, limits: Limits) -> bool:
    """Whether places for the labels of ``wires`` were looked for everywhere, and in every setting."""
    alone = _alone(lines)
    return all(
        _near(lines[wire][0], alone[wire], limits.reach) == alone[wire]
        and all(len(setting.lines) <= limits.lines for setting in settings_of(wire.label, type_))
        for wire in wires
    )


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


class _Ground(NamedTuple):
    """Where labels go: what they must not cover, the lines they had better stand away from, and their bounds."""

    shapes: Obstacles
    lines: Obstacles
    bounds: Edges


def _fit(wire: Wire, settings: Sequence[Setting], stretches: list[Stretch], ground: _Ground) -> Label | None:
    """A label near the beginning of its line where it is clear whose it is, else wherever there is room."""
    found: Label | None = None
    for stretch, manner in _tries(stretches):
        if found and stretch not in stretches[:2]:
            break
        for setting in settings:
            place, clear = _place(stretch, setting, manner, ground)
            if place and (clear or not found):
                found = Label(*place, setting.wide, setting.high, Paragraph(wire.label, setting.lines))
            if clear:
                return found
    return found


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
    stretch: Stretch, setting: Setting, manner: Manner, ground: _Ground
) -> tuple[tuple[float, float] | None, bool]:
    """Left and top edge of a label at a stretch, as near its beginning as may be; and whether it is clear whose it is.

    None if there is no room.
    """
    (x, y), (x_end, y_end) = stretch
    _, wide, high = setting
    left, top, right, bottom = ground.bounds
    flat = y == y_end
    extent = wide if flat else high
    places = _edges(x, x_end, wide, manner, (left, right)) if flat else _edges(y, y_end, high, manner, (top, bottom))
    if not places:
        return None, False
    if flat:
        away = 5 * AWAY if manner == "apart" else AWAY
        sides = [side for side in (y - away - high, y + away) if top <= side and side + high <= bottom]
    else:
        sides = [side for side in (x + AWAY, x - AWAY - wide) if left <= side and side + wide <= right]
    best: tuple[bool, int, float] | None = None
    for side in sides:
        begin, end = min(places), max(places) + extent
        box = (begin, side, end, side + high) if flat else (side, begin, side + wide, end)
        taken = ground.shapes.spans(box, flat=flat)
        number = _first_free(places, extent, taken)
        if number == len(places):
            continue
        taken += _too_near(ground.lines, box, y if flat else x, flat=flat)
        clear = _first_free(places, extent, taken)
        here = (False, clear, side) if clear < len(places) else (True, number, side)
        if best is None or here[:2] < best[:2]:
            best = here
        if best[:2] == (False, 0):
            break
    if best is None:
        return None, False
    doubtful, number, side = best
    return ((places[number], side) if flat else (side, places[number])), not doubtful


def _too_near(lines: Obstacles, box: Edges, own: float, *, flat: bool) -> list[Span]:
    """What is taken along a stretch by lines a little off ``box``, up to its own, which runs along ``own``."""
    left, top, right, bottom = box
    low, high = (top, bottom) if flat else (left, right)
    before = min(_ASIDE, low - own - 1) if own < low else _ASIDE
    after = min(_ASIDE, own - high - 1) if own > high else _ASIDE
    if flat:
        wider = left - _ASIDE, top - before, right + _ASIDE, bottom + after
    else:
        wider = left - before, top - _ASIDE, right + after, bottom + _ASIDE
    return [(begin - _ASIDE, end + _ASIDE) for begin, end in lines.spans(wider, flat=flat)]


def _first_free(places: Sequence[float], extent: float, taken: Sequence[Span]) -> int:
    """The first of ``places`` at which a label of ``extent`` covers nothing; as many as there are if there is none."""
    for number, begin in enumerate(places):
        end = begin + extent
        for low, high in taken:
            if begin < high and low < end:
                break
        else:
            return number
    return len(places)


def _edges(begin: float, end: float, extent: float, manner: Manner, bounds: Span) -> list[float]:
    """The left (upper) edges to try of a label of ``extent`` along a stretch, from its beginning."""
    length = abs(end - begin)
    if end >= begin:
        edges = [begin + along for along in _along(length, extent, manner)]
    else:
        edges = [begin - along - extent for along in _along(length, extent, manner)]
    least, most = bounds[0], bounds[1]
    return [edge for edge in edges if least <= edge and edge + extent <= most]


def _along(length: float, extent: float, manner: Manner) -> list[float]:
    """Distances from the beginning of a stretch at which a label of ``extent`` may begin."""
    slack = length - extent
    if manner == "beside":
        if slack < 0:
            return []
        place, found = min(_BEGIN, max(slack / 2, _BEGIN_AT_LEAST), slack), []
        while place <= slack:
            found.append(place)
            place += 9.0
        return found
    place = min(slack / 2, -2.0) if slack < 0 else -0.25 * extent
    least, most = _HOLD - extent, length - _HOLD
    beyond = (place - 7.0, place + 7.0, place - 14.0, place + 14.0, place - 21.0, place + 21.0)
    return [place, *[other for other in beyond if least <= other <= most]]
