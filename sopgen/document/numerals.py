"""Counting in other figures than 1, 2, 3: 一、二, a, b, i, ii, ①②."""

from __future__ import annotations

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
    """``number`` in a circle, as far as there are such characters: from 1 to 20."""
    return chr(ord("①") + number - 1) if 1 <= number <= 20 else f"({number})"
