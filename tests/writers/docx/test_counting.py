from __future__ import annotations

import pytest

from sopgen.style.model import Level
from sopgen.writers.docx.counting import chinese, circled, label, letter, roman

CHINESE = {
    1: "一",
    10: "十",
    11: "十一",
    20: "二十",
    34: "三十四",
    100: "一百",
    103: "一百零三",
    110: "一百一十",
    1003: "一千零三",
    1030: "一千零三十",
}


@pytest.mark.parametrize(("number", "text"), CHINESE.items())
def test_chinese_numbers(number: int, text: str) -> None:
    assert chinese(number) == text


def test_circles_end_at_twenty() -> None:
    assert [circled(number) for number in (1, 20, 21)] == ["①", "⑳", "21"]


def test_letters_go_round() -> None:
    assert [letter(number) for number in (1, 26, 27)] == ["a", "z", "aa"]


def test_roman_numbers() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 40, 99)] == ["i", "iv", "ix", "xiv", "xl", "xcix"]


LEVELS = (Level(format="chinese", text="{1}、"), Level(text="{1}.{2}"))


@pytest.mark.parametrize(("number", "text"), [((), ""), ((3,), "三、"), ((3, 2), "三.2"), ((3, 2, 1), "三.2")])
def test_labels_count_each_level_in_its_own_way(number: tuple[int, ...], text: str) -> None:
    assert label(LEVELS, number) == text


def test_a_label_in_digits_has_none_of_the_other_ways_above_it() -> None:
    levels = (Level(format="chinese", text="第{1}章"), Level(text="{1}.{2}", digits=True))
    assert [label(levels, number) for number in ((12,), (12, 1))] == ["第十二章", "12.1"]
