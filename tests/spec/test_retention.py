"""How long records are kept."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.spec.refusals import NotReadableError
from sopgen.spec.retention import parse_retention, retention_pattern

YEAR = 365
EXACT = {
    "3年": 3 * YEAR,
    "三年": 3 * YEAR,
    "３年": 3 * YEAR,
    "2 years": 2 * YEAR,
    "two years": 2 * YEAR,
    "36个月": 3 * YEAR,
    "6个月": 180,
    "18 months": YEAR + 180,
    "一年半": YEAR + 180,
    "90天": 90,
    "30 days": 30,
    "5个工作日": 7,
    "2周": 14,
    "保存3年": 3 * YEAR,
    "for 3 years": 3 * YEAR,
    "P3Y": 3 * YEAR,
}
AT_LEAST = {
    "至少3年": 3 * YEAR,
    "最少3年": 3 * YEAR,
    "不少于3年": 3 * YEAR,
    "不得少于3年": 3 * YEAR,
    "不低于2年": 2 * YEAR,
    "保存不少于3年": 3 * YEAR,
    "≥2年": 2 * YEAR,
    ">=2年": 2 * YEAR,
    "3年以上": 3 * YEAR,
    "at least 2 years": 2 * YEAR,
    "At least 2 years": 2 * YEAR,
    "for at least 2 years": 2 * YEAR,
    "no less than 2 years": 2 * YEAR,
    "not less than 2 years": 2 * YEAR,
    "minimum of 2 years": 2 * YEAR,
    "2 years or more": 2 * YEAR,
}
FOR_EVER = (
    "永久", "永久保存", "保存 永久", "长期", "长期保存", "终身", "无限期", "permanent", "Permanently", "forever",
    "indefinitely",
)  # fmt: skip
REFUSED = (
    "",
    "年",
    "3",
    "≤3年",
    "3年内",
    "2-3年",
    "很久",
    "保存",
    "至少",
    "3 yeras",
    "3月",
    "立即",
    "every year",
    "permanently 3",
)


@pytest.mark.parametrize("text", [*EXACT, *AT_LEAST])
def test_a_length_is_read(text: str) -> None:
    retention = parse_retention(text)
    assert retention.days == (EXACT | AT_LEAST)[text]
    assert retention.at_least == (text in AT_LEAST)
    assert not retention.permanent
    assert re.search(retention_pattern(), text)


@pytest.mark.parametrize("text", FOR_EVER)
def test_for_ever_is_the_longest(text: str) -> None:
    retention = parse_retention(text)
    assert retention.permanent
    assert retention > parse_retention("999999年")
    assert re.search(retention_pattern(), text)


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(NotReadableError) as refusal:
        parse_retention(text)
    assert "永久" in refusal.value.hint.zh
    assert "permanent" in refusal.value.hint.en
    assert not re.search(retention_pattern(), text)


def test_equal_lengths_are_equal_however_they_are_written() -> None:
    assert parse_retention("36个月") == parse_retention("至少3年") == parse_retention("3 years")
    assert parse_retention(" 永久 ").text == "永久"


@given(st.integers(1, 99_999), st.integers(1, 99_999))
def test_order_is_that_of_time(one: int, two: int) -> None:
    assert (parse_retention(f"{one}天") < parse_retention(f"{two}天")) == (one < two)
    assert (parse_retention(f"{one}年") <= parse_retention(f"{two}年")) == (one <= two)
    assert parse_retention(f"{one}个月") < parse_retention(f"{one}年")


@given(
    st.lists(
        st.sampled_from([*EXACT, *AT_LEAST, *FOR_EVER, *REFUSED, " ", "保存", "至少", "for", "半", "-"]), max_size=3
    )
)
def test_pattern_and_reading_agree(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        parse_retention(text)
        read = True
    except NotReadableError:
        read = False
    assert read == bool(re.search(retention_pattern(), text))
