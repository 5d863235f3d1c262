"""Counting in Chinese, Roman and circled figures."""

from __future__ import annotations

import re

import pytest

from sopgen.document.numerals import circled, han, letter, roman

UNITS = {"千": 1000, "百": 100, "十": 10}


def read(figures: str) -> int:
    """What Chinese figures say, read from left to right."""
    total, digit = 0, 0
    for figure in figures:
        if figure in UNITS:
            total += (digit or 1) * UNITS[figure]
            digit = 0
        else:
            digit = "零一二三四五六七八九".index(figure)
    return total + digit


def spelt(number: int) -> str:
    """``number`` by the school rule: every digit with its unit, then zeros as they are said."""
    pairs = zip(f"{number:04}", ("千", "百", "十", ""), strict=True)
    text = "".join("零" if digit == "0" else "零一二三四五六七八九"[int(digit)] + unit for digit, unit in pairs)
    return re.sub("^一十", "十", re.sub("零+", "零", text).strip("零"))


def test_every_number_to_9999() -> None:
    printed = [han(number) for number in range(1, 10_000)]
    assert [read(figures) for figures in printed] == list(range(1, 10_000))
    assert printed == [spelt(number) for number in range(1, 10_000)]


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (9009, "九千零九"),
    ],
)
def test_chinese_figures(number: int, figures: str) -> None:
    assert han(number) == figures


def test_roman_figures() -> None:
    printed = [roman(number) for number in range(1, 100)]
    assert printed[:12] == ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
    assert [printed[number - 1] for number in (14, 19, 39, 40, 99)] == ["xiv", "xix", "xxxix", "xl", "xcix"]
    assert len(set(printed)) == 99


def test_circled_figures() -> None:
    assert "".join(map(circled, range(1, 21))) == "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
    assert circled(21) == "21"


def test_letters_go_round() -> None:
    assert [letter(number) for number in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"]
