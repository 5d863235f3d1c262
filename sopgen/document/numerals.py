"""Counting in other figures than 1, 2, 3: 一、二, a, b, i, ii, ①②; all as Word writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

LEVEL = re.compile(r"\{(\d):(\w+)\}")
"""A count in the pattern of a number: its level, from 1, and how it is written."""
_HAN_DIGITS = "零一二三四五六七八九"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def han(number: int) -> str:
    """``number``, from 1 to 9999, in Chinese figures: 十一, 一百零五."""
    figures, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            figures += "零" * gap + _HAN_DIGITS[digit] + name
        gap = bool(figures) and not digit and number > 0
    return figures.removeprefix("一") if figures.startswith("一十") else figures


def roman(number: int) -> str:
    """``number`` in small Roman figures, the largest of which is c."""
    figures = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        figures += letters * count
    return figures


def circled(number: int) -> str:
    """①, ② … ⑳; above that the plain number."""
    return chr(ord("①") + number - 1) if 1 <= number <= 20 else str(number)


def letter(number: int) -> str:
    """a, b … z, aa, bb …"""
    rounds, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (rounds + 1)


FIGURES: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "chinese": han,
    "circled": circled,
    "letter": letter,
    "upper": lambda number: letter(number).upper(),
    "roman": roman,
    "upper-roman": lambda number: roman(number).upper(),
}
"""How each manner of counting is written."""


def spelt(pattern: str, place: tuple[int, ...]) -> str:
    """The number that a pattern makes of counts: 第九条 of ``第{1:chinese}条`` and 9."""
    return LEVEL.sub(lambda level: FIGURES[level[2]](place[int(level[1]) - 1]), pattern)
