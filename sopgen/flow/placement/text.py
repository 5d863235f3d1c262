"""How wide text is, and into which lines it breaks; lengths in parts of the size of type.

Chinese characters are square, and so are quotation marks, dashes and other marks of all scripts beside them, which
the Chinese face draws. Latin ones are measured by class, a little wider than any usual font has them, so that what fits
by this measure fits in the document.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
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
_SHARED = "‘’“”—–…·×÷°±"
"""The marks of all scripts that the Chinese face draws beside Chinese text."""
_CHINESE_WIDTHS = _WIDTHS | dict.fromkeys(_SHARED, _SQUARE)
_CHINESE = re.compile("[\u2e80-\uffef]")
_WIDE_FROM = "\u2100"
"""Chinese is square, and so are units, Roman figures, arrows, signs and stars: Word draws them in the Chinese face."""
_ROUNDING = 1e-6
"""What a width may lose where it is turned into hundredths, so that a word goes into room that is as wide."""
_SPACE = 25
"""What office suites put between Chinese characters and letters or digits, asked or not."""
_WESTERN = "[0-9A-Za-zÀ-ÖØ-öø-ɏͰ-ӿ]"
_MEETING = re.compile(f"(?<=[一-鿿])(?={_WESTERN})|(?<={_WESTERN})(?=[一-鿿])")
_NO_START = "，。、；：？！）》」』】”’％…—,.;:?!)]}%"
_NO_END = "（《「『【“‘([{"
_TIE, _NEVER = 3, float("inf")
"""What it costs to part a word: as a line that is off the mean by a part of it whose square is so many tenths."""
_PIECE = re.compile(r"[^\s⺀-￯-]+-*|-+|\s+|[⺀-￯]")


@lru_cache(maxsize=8192)
def width(text: str) -> float:
    """The width of a line."""
    return _hundredths(text, _widths(text)) / 100


def _widths(text: str) -> Mapping[str, int]:
    """The widths of the characters of a text that are not square anyway."""
    return _CHINESE_WIDTHS if _CHINESE.search(text) else _WIDTHS


def _hundredths(text: str, widths: Mapping[str, int]) -> int:
    if len(text) == 1:
        return _SQUARE if text >= _WIDE_FROM else widths.get(text, _LETTER)
    letters = sum([_SQUARE if one >= _WIDE_FROM else widths.get(one, _LETTER) for one in text])
    return letters + _SPACE * len(_MEETING.findall(text))


@lru_cache(maxsize=8192)
def wrap(text: str, room: float) -> tuple[str, ...]:
    """The lines of ``text``: none wider than ``room``, as few as that allows, even, and parting little.

    ``room`` is at least two; only then does a character with its punctuation fit.
    """
    pieces, most = _measured(text), room * 100 + _ROUNDING
    count = _count(pieces, most)
    return tuple(_even(pieces, count, most) if count > 1 else _fill(pieces, most))


@lru_cache(maxsize=8192)
def fill(text: str, room: float) -> tuple[str, ...]:
    """The lines of ``text`` where each takes all it can, as programs break it."""
    return tuple(_fill(_measured(text), room * 100 + _ROUNDING))


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
        tie: what it costs to begin a line with it.
    """

    text: str
    width: int
    bare: int
    begun: int
    lead: int
    tie: float


def _count(pieces: Sequence[_Piece], room: float) -> int:
    """How many lines ``_fill`` makes of pieces; none if a piece is wider than ``room``."""
    lines, taken, started = 0, 0, False
    for _, width, bare, begun, lead, _ in pieces:
        if started:
            if taken + lead + bare <= room:
                taken += lead + width
                continue
            lines += 1
        if bare > room:
            return 0
        started, taken = bare > 0, begun
    return lines + (started or not lines)


def _fill(pieces: Sequence[_Piece], room: float) -> list[str]:
    """The lines of as many pieces each as go in."""
    lines: list[str] = []
    line, taken = "", 0
    for text, width, bare, begun, before, _ in pieces:
        lead = before if line else 0
        if taken + lead + bare <= room:
            if line:
                line, taken = line + text, taken + lead + width
            elif bare:
                line, taken = text.lstrip(), begun
            continue
        if line:
            lines.append(line.rstrip())
        line, taken, alone = text.lstrip(), begun, bare
        while alone > room:
            widths = _widths(line)
            count = next((at for at in range(len(line), 0, -1) if _hundredths(line[:at], widths) <= room), 0)
            lines.append(line[: count or 1])
            line = line[count or 1 :]
            alone = taken = _hundredths(line, widths)
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


def _even(pieces: Sequence[_Piece], count: int, room: float) -> list[str]:
    """So many lines, none wider than ``room``, for the least sum of what they are off the mean, squared, and of ties.

    Line after line, the best way to each piece at which it may end is kept, of equal ones that with longer lines first.
    """
    until = [0, *accumulate([piece.lead + piece.width for piece in pieces])]
    whole = len(pieces)
    mean, least = until[-1] // count, sum([piece.bare for piece in pieces])
    ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0, (0,))}
    for left in reversed(range(count)):
        further: dict[int, tuple[float, tuple[int, ...]]] = {}
        nearest = bisect_left(until, least - left * room) if left else whole
        for first, (cost, ends) in ways.items():
            before = until[first + 1] - pieces[first].begun
            for end in range(max(nearest, first + 1), whole + 1):
                last = pieces[end - 1]
                wide = until[end] - before - last.width + last.bare
                if wide > room:
                    break
                tie = pieces[end].tie if end < whole else 0
                here = cost + 10 * (wide - mean) ** 2 + tie * mean**2
                if end not in further or here <= further[end][0]:
                    further[end] = here, (*ends, end)
        ways = further
    return ["".join([piece.text for piece in pieces[first:end]]).strip() for first, end in pairwise(ways[whole][1])]


@lru_cache(maxsize=4096)
def _measured(text: str) -> tuple[_Piece, ...]:
    pieces, widths = _pieces(text), _widths(text)
    found, before, end = [], "", ""
    for piece in pieces:
        lead = _SPACE * bool(before and _MEETING.search(before + piece[0]))
        tie = _tie(end, piece, apart=before.isspace())
        wide, before = _hundredths(piece, widths), piece[-1]
        end = piece.rstrip()[-1:] or end
        if piece[0].isspace() or before.isspace():
            bare, begun = _hundredths(piece.strip(), widths), _hundredths(piece.lstrip(), widths)
            found.append(_Piece(piece, wide, bare, begun, lead, tie))
        else:
            found.append(_Piece(piece, wide, wide, wide, lead, tie))
    return tuple(found)


def _tie(end: str, piece: str, *, apart: bool) -> float:
    """What it costs to part a piece from the text that ends with ``end``: most, where a number loses what it counts.

    ``apart`` is whether space stands before it, as between 表 and its number.
    """
    start = piece[0]
    if start.isspace():
        return _NEVER
    words = (end + start).isascii() and end.isalpha() and start.isalpha()
    if words or end in _NO_START or end == "/" or start in _NO_END:
        return 0
    number = end.isdecimal() or (apart and start.isdecimal() and not end.isascii())
    return _TIE * (1 + (number or end == "-"))


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
