"""How numbers look when they are counted in Chinese, in circles, in letters: what Word prints, as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopgen.style.model import Level

_DIGITS = "零一二三四五六七八九"
LEVEL = re.compile(r"\{(\d):(\w+)\}")
"""A count in the pattern of a number: its level, from 1, and how it is written."""
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


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


def chinese(number: int) -> str:
    """A number below ten thousand in Chinese: 一, 十, 二十一, 一百零三."""
    text, pending = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if pending and text else "") + _DIGITS[digit] + name
            pending = False
        else:
            pending = bool(text)
    return text.removeprefix("一") if text.startswith("一十") else text


def circled(number: int) -> str:
    """①, ② … ⑳; above that the plain number, as Word does."""
    return chr(0x245F + number) if 1 <= number <= 20 else str(number)


def letter(number: int) -> str:
    """a, b … z, aa, bb …"""
    rounds, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (rounds + 1)


def roman(number: int) -> str:
    """i, ii, iii, iv …"""
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


_WRITERS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "chinese": chinese,
    "circled": circled,
    "letter": letter,
    "upper": lambda number: letter(number).upper(),
    "roman": roman,
}
