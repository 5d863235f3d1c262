"""Numbers in digits, Chinese and English."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.spec.durations.numerals import NUMBER, Exact, read_number
from sopgen.spec.durations.spelling import fold

DIGITS = "零一二三四五六七八九"
ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def value(text: str) -> Exact:
    folded = fold(text)
    assert re.fullmatch(NUMBER, folded)
    return read_number(folded)


def in_chinese(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "")


@given(st.integers(1, 999))
def test_chinese_numbers_are_read(number: int) -> None:
    assert value(in_chinese(number)) == number


@given(st.integers(1, 99), st.sampled_from(" -"), st.sampled_from([str.lower, str.capitalize]))
def test_english_numbers_are_read(number: int, joint: str, case: type[str]) -> None:
    tens, ones = divmod(number, 10)
    text = ONES[number] if number < 20 else TENS[tens - 2] + (joint + ONES[ones] if ones else "")
    assert value(case(text)) == number


@given(st.integers(0, 999_999), st.integers(0, 999))
def test_decimals_are_read_exactly(whole: int, thousandths: int) -> None:
    assert value(str(whole)) == whole
    assert value(f"{whole}.{thousandths:03}") == whole + Fraction(thousandths, 1000)


@pytest.mark.parametrize(("text", "number"), [("两", 2), ("二百", 200), ("一百一十五", 115), ("１２", 12), ("十", 10)])
def test_other_spellings_are_read(text: str, number: int) -> None:
    assert value(text) == number


@pytest.mark.parametrize(
    "text", ["", "百", "零", "十十", "一百五", "1,000", "1.", ".5", "²", "one hundred", "twentyone"]
)
def test_anything_else_is_no_number(text: str) -> None:
    assert not re.fullmatch(NUMBER, fold(text))
