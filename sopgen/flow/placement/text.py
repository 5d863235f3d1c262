"""How wide text is, and into which lines it breaks; lengths in parts of the size of type.

Chinese characters are square. Latin ones are measured by class, a little wider than any usual font has them, so that
what fits by this measure fits in the document.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CLASSES = (
    (0.30, "iljI.,:;'|!`"),
    (0.38, 'ftr()[]{}/\\"-* '),
    (0.90, "mwMW@%—…"),
    (0.72, "ABCDEFGHJKLNOPQRSTUVXYZ&<>=+~≤≥"),
)
_WIDTHS = {character: width for width, characters in _CLASSES for character in characters}
_LETTER = 0.57
_WIDE_FROM = 0x2E80
_NO_START = "，。、；：？！）》」』】”’％…—,.;:?!)]}%"
_NO_END = "（《「『【“‘([{"
_PIECE = re.compile(r"[^\s⺀-￯-]+-*|-+|\s+|[⺀-￯]")


@lru_cache(maxsize=8192)
def width(text: str) -> float:
    """The width of a line."""
    return sum(1.0 if ord(one) >= _WIDE_FROM else _WIDTHS.get(one, _LETTER) for one in text)


@lru_cache(maxsize=4096)
def wrap(text: str, room: float) -> tuple[str, ...]:
    """The lines of ``text``, as even as they can be, none wider than ``room`` and as few as that allows.

    ``room`` is at least two; only then does a character with its punctuation fit.
    """
    lines = _fill(text, room)
    if len(lines) > 1:
        low, high = max(width(text) / len(lines), 1.5), room
        while high - low > 0.25:
            middle = (low + high) / 2
            tried = _fill(text, middle)
            if len(tried) == len(lines) and max(map(width, tried)) <= middle:
                lines, high = tried, middle
            else:
                low = middle
    return lines


def _fill(text: str, room: float) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if width((line + piece).rstrip()) <= room:
            line = line + piece if line else piece.lstrip()
            continue
        if line.strip():
            lines.append(line.rstrip())
        rest = piece.lstrip()
        while width(rest) > room:
            count = max(1, next(at for at in range(len(rest), 0, -1) if at == 1 or width(rest[:at]) <= room))
            lines.append(rest[:count])
            rest = rest[count:]
        line = rest
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return tuple(lines)


@lru_cache(maxsize=4096)
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


def longest_piece(text: str) -> float:
    """The width of the widest piece that is better not broken, at most that of a long word."""
    return min(max(map(width, _pieces(text)), default=0.0), 8.0)
