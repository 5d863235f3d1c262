"""How numbers look when they are counted in Chinese, in circles, in letters: what Word prints, as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sopgen.document.numerals import han, roman

if TYPE_CHECKING:
    from sopgen.style.model import Level

LEVEL = re.compile(r"\{(\d):(\w+)\}")
"""A count in the pattern of a number: its level, from 1, and how it is written."""


def label(numbering: tuple[Level, ...], number: tuple[int, ...]) -> str:
    """The number of a heading as it prints: ``一、`` or ``1.2``; ``()`` gives an empty text."""
    if not number:
        return ""
    level = numbering[min(len(number), len(numbering)) - 1]

    def count(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        written = "decimal" if level.digits or place >= len(numbering) else numbering[place].format
        return _WRITERS[written](number[place]) if place < len(number) else ""

    return re.sub(r"\{(\d)\}", count, level.text)


def spelt(pattern: str, place: tuple[int, ...]) -> str:
    """What Word makes of the pattern of a number and its counts: ``第九条`` of ``第{1:chinese}条`` and 9."""
    return LEVEL.sub(lambda level: _WRITERS[level[2]](place[int(level[1]) - 1]), pattern)


def circled(number: int) -> str:
    """①, ② … ⑳; above that the plain number, as Word does."""
    return chr(0x245F + number) if 1 <= number <= 20 else str(number)


def letter(number: int) -> str:
    """a, b … z, aa, bb …"""
    rounds, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (rounds + 1)


_WRITERS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "chinese": han,
    "circled": circled,
    "letter": letter,
    "upper": lambda number: letter(number).upper(),
    "roman": roman,
}
