"""How large shapes are: as wide as they may be, as high as their text needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sopgen.flow.graph import BARS, Node, NodeKind
from sopgen.flow.placement.model import Paragraph, ParagraphRole
from sopgen.flow.placement.text import count_lines, longest_piece, width, wrap
from sopgen.flow.placement.wires import Drawing

BAR = 5.0
"""The height of the bars around parallel tracks."""
MARK = 2.05
"""Width and height of a mark where a line is cut, in parts of the size of type: its circle holds two letters."""
GATEWAY = 33.0
"""Width and height of a gateway."""
PADDING = 4.0
"""Between the edge of a box and its text."""
SIDE = 6.0
"""By how much the sides of the box of a called procedure are inset."""
_INSETS: Mapping[NodeKind, float] = {"call": SIDE, "wait": 4.0, "start": 6.0, "end": 6.0}
"""What text keeps clear of besides, to the left and right."""
_FIXED: frozenset[NodeKind] = BARS | {"gateway", "out", "in"}
"""The shapes whose size does not depend on their text."""
_SNUG: frozenset[NodeKind] = frozenset({"start", "end", "handover", "entry", "exception"})
"""Those that are no wider than their text."""


class Type(NamedTuple):
    """How text is set: the size in points, the distance of lines in points."""

    size: float
    line: float


class Size(NamedTuple):
    """A shape's width and height, and the width at which its text breaks into lines that fit."""

    width: float
    height: float
    room: float


def texts(node: Node) -> tuple[tuple[str, ParagraphRole], ...]:
    """What stands in a shape: number and text, the time limit, the notes."""
    mark = "★" if node.checkpoint else ""
    head = " ".join(part for part in (f"{mark}{node.number}", node.text) if part)
    found: list[tuple[str, ParagraphRole]] = [(head, "text")] if head else []
    found += [(note, "note") for note in node.notes]
    if node.limit:
        found.append((node.limit, "limit"))
    return tuple(found)


def size(kind: NodeKind, said: Sequence[str], room: float, type_: Type) -> Size:
    """The size of a shape that is at most ``room`` points wide and in which something is ``said``."""
    if kind == "decision":
        return _diamond(said, room, type_)
    if kind in _FIXED:
        return _fixed(kind, room, type_)
    inset = PADDING + _INSETS.get(kind, 0.0)
    inner = room - 2 * inset
    height = _height(said, inner, type_) + 2 * PADDING
    across = room
    if kind in _SNUG:
        across = min(room, max(_widest(said, inner, type_) + 2 * inset + 8, room * 0.6))
    if kind == "handover":
        height *= 1.25
    return Size(across, max(height, 20), inner)


def _fixed(kind: NodeKind, room: float, type_: Type) -> Size:
    if kind in BARS:
        return Size(room, BAR, 0)
    side = GATEWAY if kind == "gateway" else MARK * type_.size
    return Size(side, side, 0)


def paragraphs(node: Node, size: Size, type_: Type) -> tuple[Paragraph, ...]:
    """The text of a shape, broken into lines."""
    return tuple([Paragraph(text, wrap(text, _measure(size.room, type_)), role) for text, role in texts(node)])


class Sizes:
    """The sizes of the shapes of one flow, each reckoned once."""

    def __init__(self) -> None:
        self._known: dict[tuple[float, Type], dict[str, Size]] = defaultdict(dict)
        self._said: dict[str, list[str]] = {}

    def of(self, drawing: Drawing, room: float, type_: Type) -> Mapping[str, Size]:
        """The sizes of those in ``drawing``, among others, when they may be ``room`` wide."""
        known = self._known[room, type_]
        for name, node in drawing.nodes.items():
            if name not in known:
                if name not in self._said:
                    self._said[name] = [text for text, _ in texts(node)]
                known[name] = size(node.kind, self._said[name], room, type_)
        return known


def _measure(room: float, type_: Type) -> float:
    """A width in parts of the size of type, in whole hundredths, so that the same need not be measured again."""
    return int(room / type_.size * 100) / 100


def _height(said: Sequence[str], room: float, type_: Type) -> float:
    measure = _measure(room, type_)
    return sum([count_lines(text, measure) for text in said]) * type_.line


def _widest(said: Sequence[str], room: float, type_: Type) -> float:
    measure = _measure(room, type_)
    return max([width(line) for text in said for line in wrap(text, measure)], default=0) * type_.size


_FACTORS, _SHARES = (1.0, 1.2, 1.4, 1.7), (0.46, 0.54, 0.62, 0.70)
_LOW, _ENOUGH, _WIDE = 0.8, 1.0, 1.4
"""How high by its width a diamond is that need not be wider, and one that is so many times as wide as other shapes."""
_LOOKS = 2
"""How many shares are tried for each width, after a look at all."""
_LEAST = 0.3
"""The part of a diamond's width that text takes at least."""


def _diamond(said: Sequence[str], room: float, type_: Type) -> Size:
    """The lowest diamond whose inner rectangle holds the text: the share of width and that of height make one.

    One that would be higher than wide may be somewhat wider than other shapes.
    """
    word = max([longest_piece(text) for text in said], default=0) * type_.size
    measured = [(text, width(text)) for text in said]
    best: Size | None = None
    for factor in _FACTORS:
        across = room * factor
        rooms = [across * share for share in _SHARES]
        fitting = [inner for inner in rooms if word <= inner] or (rooms[-1:] if factor == _FACTORS[-1] else [])
        for least, inner in sorted([(_lowest(measured, across, inner, type_), inner) for inner in fitting])[:_LOOKS]:
            if best is not None and least >= best.height:
                break
            taken = max((_widest(said, inner, type_) + 2) / across, _LEAST)
            if taken > max(inner / across + 0.04, 0.7):
                continue
            height = max((_height(said, inner, type_) + 2) / (1 - taken), 34)
            if best is None or height < best.height:
                best = Size(across, height, inner)
        if best is not None and best.height <= best.width * (_LOW if factor < _WIDE else _ENOUGH):
            break
    return best or _diamond(said, room * 1.5, type_)


def _lowest(measured: Sequence[tuple[str, float]], across: float, inner: float, type_: Type) -> float:
    """How high a diamond is at least in which texts of known widths are ``inner`` wide, however evenly they break."""
    measure = _measure(inner, type_)
    lines, wide = 0, 0.0
    for text, whole in measured:
        count = count_lines(text, measure)
        lines += count
        wide = max(wide, whole / count)
    taken = min(max((wide * type_.size + 2) / across, _LEAST), inner / across)
    return (lines * type_.line + 2) / (1 - taken)
