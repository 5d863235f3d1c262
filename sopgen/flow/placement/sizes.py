"""How large shapes are: as wide as they may be, as high as their text needs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from sopgen.flow.graph import Node, NodeKind
from sopgen.flow.placement.model import Paragraph, ParagraphRole
from sopgen.flow.placement.text import longest_piece, width, wrap

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
_INSETS: Mapping[NodeKind, float] = {"call": SIDE, "wait": 8.0, "start": 6.0, "end": 6.0}
"""What text keeps clear of besides, to the left and right."""


class Type(NamedTuple):
    """How text is set: the size in points, the distance of lines in points."""

    size: float
    line: float


class Size(NamedTuple):
    """A shape's width and height, and its text broken into lines that fit."""

    width: float
    height: float
    paragraphs: tuple[Paragraph, ...]


def texts(node: Node) -> tuple[tuple[str, ParagraphRole], ...]:
    """What stands in a shape: number and text, the time limit, the notes."""
    mark = "★" if node.checkpoint else ""
    head = " ".join(part for part in (f"{mark}{node.number}", node.text) if part)
    found: list[tuple[str, ParagraphRole]] = [(head, "text")] if head else []
    found += [(note, "note") for note in node.notes]
    if node.limit:
        found.append((node.limit, "limit"))
    return tuple(found)


def size(node: Node, room: float, type_: Type) -> Size:
    """The size of a node's shape that is at most ``room`` points wide."""
    if node.kind in ("fork", "join"):
        return Size(room, BAR, ())
    if node.kind == "gateway":
        return Size(GATEWAY, GATEWAY, ())
    if node.kind in ("out", "in"):
        side = MARK * type_.size
        return Size(side, side, (Paragraph(node.text, (node.text,)),))
    return _sized(node.kind, texts(node), room, type_)


Texts = tuple[tuple[str, ParagraphRole], ...]


@lru_cache(maxsize=4096)
def _sized(kind: NodeKind, said: Texts, room: float, type_: Type) -> Size:
    if kind == "decision":
        return _diamond(said, room, type_)
    inset = PADDING + _INSETS.get(kind, 0.0)
    paragraphs = _paragraphs(said, room - 2 * inset, type_)
    height = _height(paragraphs, type_) + 2 * PADDING
    across = room
    if kind in ("start", "end", "handover", "entry", "exception"):
        across = min(room, max(_widest(paragraphs, type_) + 2 * inset + 8, room * 0.6))
    if kind == "handover":
        height *= 1.25
    return Size(across, max(height, 20), paragraphs)


def _paragraphs(said: Texts, room: float, type_: Type) -> tuple[Paragraph, ...]:
    return tuple([Paragraph(text, wrap(text, room / type_.size), role) for text, role in said])


def _height(paragraphs: tuple[Paragraph, ...], type_: Type) -> float:
    return sum([len(paragraph.lines) for paragraph in paragraphs]) * type_.line


def _widest(paragraphs: tuple[Paragraph, ...], type_: Type) -> float:
    return max([width(line) for paragraph in paragraphs for line in paragraph.lines], default=0) * type_.size


_FACTORS, _SHARES = (1.0, 1.2, 1.4), (0.46, 0.52, 0.58, 0.64, 0.70)
_WIDEST = (_FACTORS[-1], _SHARES[-1])


def _diamond(said: Texts, room: float, type_: Type) -> Size:
    """The lowest diamond whose inner rectangle holds the text: the share of width and that of height make one.

    One that would be higher than wide may be somewhat wider than other shapes.
    """
    best: Size | None = None
    word = max([longest_piece(text) for text, _ in said], default=0) * type_.size
    for factor in _FACTORS:
        for share in _SHARES:
            across = room * factor
            if word > across * share and (factor, share) != _WIDEST:
                continue
            paragraphs = _paragraphs(said, across * share, type_)
            taken = max((_widest(paragraphs, type_) + 2) / across, 0.3)
            if taken > share + 0.04 and taken > 0.7:
                continue
            height = max((_height(paragraphs, type_) + 2) / (1 - taken), 34)
            if best is None or height < best.height:
                best = Size(across, height, paragraphs)
        if best is not None and best.height <= 0.8 * best.width:
            break
    if best is None:
        return _diamond(said, room * 1.5, type_)
    return best
