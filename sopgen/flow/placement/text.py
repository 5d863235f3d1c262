"""How wide text is, and into which lines it breaks; lengths in parts of the size of type.

Chinese characters are square. Latin ones are measured by class, a little wider than any usual font has them, so that
what fits by this measure fits in the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_CLASSES = (
    (30, "iljI.,:;'|!`"),
    (38, 'ftr()[]{}/\\"-* '),
    (90, "mwMW@%—…"),
    (72, "ABCDEFGHJKLNOPQRSTUVXYZ&<>=+~"),
)
"""Hundredths of the size: whole numbers add up to the same in any order."""
_WIDTHS = {character: width for width, characters in _CLASSES for character in characters}
_SQUARE, _LETTER = 100, 57
_WIDE_FROM = "\u2190"
"""Chinese is square, and so are arrows, signs, enclosed figures and stars: Word draws them in the Chinese face."""
_ROUNDING = 1e-6
"""What a width may lose where it is turned into hundredths, so that a word goes into room that is as wide."""
_SPACE = 25
"""What office suites put between Chinese characters and letters or digits, asked or not."""
_MEETING = re.compile("(?<=[一-鿿])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[一-鿿])")
_NO_START = "，。、；：？！）》」』】”’％…—,.;:?!)]}%"
_NO_END = "（《「『【“‘([{"
_PIECE = re.compile(r"[^\s⺀-￯-]+-*|-+|\s+|[⺀-￯]")


@lru_cache(maxsize=8192)
def width(text: str) -> float:
    """The width of a line."""
    return _hundredths(text) / 100


def _hundredths(text: str) -> int:
    if len(text) == 1:
        return _SQUARE if text >= _WIDE_FROM else _WIDTHS.get(text, _LETTER)
    letters = sum([_SQUARE if one >= _WIDE_FROM else _WIDTHS.get(one, _LETTER) for one in text])
    return letters + _SPACE * len(_MEETING.findall(text))


@lru_cache(maxsize=8192)
def wrap(text: str, room: float) -> tuple[str, ...]:
    """The lines of ``text``, as even as they can be, none wider than ``room`` and as few as that allows.

    ``room`` is at least two; only then does a character with its punctuation fit.
    """
    pieces, high = _measured(text), room * 100 + _ROUNDING
    lines = _fill(pieces, high)
    if len(lines) > 1:
        low = max(_hundredths(text) / len(lines), 150, *(piece.bare for piece in pieces if piece.bare <= high))
        while high - low > 25:
            middle = (low + high) / 2
            count = _count(pieces, middle) or len(_fill(pieces, middle, len(lines)))
            if 0 < count <= len(lines):
                high = middle
            else:
                low = middle
        lines = _fill(pieces, high)
    return tuple(lines)


@lru_cache(maxsize=8192)
def count_lines(text: str, room: float) -> int:
    """How many lines ``wrap`` breaks ``text`` into; that is sooner known than where."""
    pieces, most = _measured(text), room * 100 + _ROUNDING
    return _count(pieces, most) or len(_fill(pieces, most))


class _Piece(NamedTuple):
    """What is better not broken.

    Attributes:
        text: its text.
        width: its width.
        bare: the width without space around it.
        begun: the width where it begins a line, without space before it.
        lead: the space before it in a line.
    """

    text: str
    width: int
    bare: int
    begun: int
    lead: int


def _count(pieces: Sequence[_Piece], room: float) -> int:
    """How many lines ``_fill`` makes of pieces; none if a piece is wider than ``room``."""
    lines, taken, started = 0, 0, False
    for _, width, bare, begun, lead in pieces:
        if started:
            if taken + lead + bare <= room:
                taken += lead + width
                continue
            lines += 1
        if bare > room:
            return 0
        started, taken = bare > 0, bare if started else begun
    return lines + (started or not lines)


def _fill(pieces: Sequence[_Piece], room: float, most: int | None = None) -> list[str]:
    """The lines of as many pieces each as go in; none if that takes more than ``most``, or room for a letter."""
    lines: list[str] = []
    line, taken = "", 0
    for text, width, bare, begun, before in pieces:
        lead = before if line else 0
        if taken + lead + bare <= room:
            if line:
                line, taken = line + text, taken + lead + width
            elif bare:
                line, taken = text.lstrip(), begun
            continue
        if line:
            lines.append(line.rstrip())
        line, taken = text.lstrip(), bare
        while taken > room:
            count = next((at for at in range(len(line), 0, -1) if _hundredths(line[:at]) <= room), 0)
            if most is not None and not count:
                return []
            lines.append(line[: count or 1])
            line = line[count or 1 :]
            taken = _hundredths(line)
        if most is not None and len(lines) >= most:
            return []
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


@lru_cache(maxsize=4096)
def _measured(text: str) -> tuple[_Piece, ...]:
    pieces = _pieces(text)
    found, before = [], ""
    for piece in pieces:
        lead = _SPACE * bool(before and _MEETING.search(before + piece[0]))
        wide, before = _hundredths(piece), piece[-1]
        if piece[0].isspace() or before.isspace():
            found.append(_Piece(piece, wide, _hundredths(piece.strip()), _hundredths(piece.lstrip()), lead))
        else:
            found.append(_Piece(piece, wide, wide, wide, lead))
    return tuple(found)


def _pieces(text: str) -> tuple[str, ...]:
    """What must not be broken: words, and characters with the punctuation that belongs to them."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        glued = pieces and ((piece[0] in _NO_START and not pieces[-1].isspace()) or pieces[-1][-1] in _NO_END)
        if glued:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return tuple(pieces)


@lru_cache(maxsize=4096)
def longest_piece(text: str) -> float:
    """The width of the widest piece that is better not broken, at most that of a long word."""
    return min(max((piece.width for piece in _measured(text)), default=0) / 100, 8.0)
