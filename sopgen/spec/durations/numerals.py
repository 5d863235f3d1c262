"""Numbers below 1000 as people write them: ``30``, ``1.5``, 十五, 一百八十, ``twenty-four``."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from sopgen.spec.durations.spelling import in_words

Exact: TypeAlias = int | Fraction
"""A number without rounding."""

HALF = Fraction(1, 2)

_SCALES = {"十": 10, "百": 100}
_ONES = in_words("one two three four five six seven eight nine").split()
_HAN_ONES = in_words("一 二 三 四 五 六 七 八 九").split()
_TEENS = in_words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").split()
_TENS = in_words("twenty thirty forty fifty sixty seventy eighty ninety").split()
_WORDS = {
    **{word: value for value, word in enumerate(_ONES, 1)},
    **{word: value for value, word in enumerate(_HAN_ONES, 1)},
    **{word: value for value, word in enumerate(_TEENS, 10)},
    **{word: value * 10 for value, word in enumerate(_TENS, 2)},
}

DECIMAL = r"[0-9]{1,6}(?:\.[0-9]{1,3})?"
"""An expression for digits, with or without a decimal part."""

_DIGIT = f"(?:{'|'.join(_HAN_ONES)})"
_HAN = f"{_DIGIT}百(?:零{_DIGIT}|{_DIGIT}十{_DIGIT}?)?|{_DIGIT}?十{_DIGIT}?|{_DIGIT}"
_ENGLISH = f"(?:{'|'.join(_TENS)})(?:(?: |-)(?:{'|'.join(_ONES)}))?|{'|'.join((*_TEENS, *_ONES))}"

NUMBER = f"(?:{DECIMAL}|{_HAN}|{_ENGLISH})"
"""An expression for any number, over folded text."""


def read_number(text: str) -> Exact:
    """The value of a folded text that ``NUMBER`` matches."""
    if text.isdecimal():
        return int(text)
    if text[0].isdecimal():
        return Fraction(text)
    total, count = 0, 0
    for letter in text:
        if letter in _SCALES:
            total += (count or 1) * _SCALES[letter]
            count = 0
        else:
            count += _WORDS.get(letter, 0)
    return total + count
