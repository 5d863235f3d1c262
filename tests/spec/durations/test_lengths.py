"""Lengths and ranges inside a longer text."""

from __future__ import annotations

import pytest

from sopgen.spec.durations import Duration
from sopgen.spec.durations.lengths import read_span
from sopgen.spec.durations.spelling import fold

HOUR = 3600


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2小时到达", "2小时"),
        ("1天半小时", "1天半小时"),
        ("1天半，另行通知", "1天半"),
        ("1 hour and a half hour", "1 hour and a half"),
        ("24 hours a day", "24 hours"),
        ("2-4小时内", "2-4小时"),
        ("2小时-", "2小时"),
        ("1小时，处理", "1小时"),
    ],
)
def test_the_longest_length_is_read(text: str, read: str) -> None:
    folded, expected = fold(text), fold(read)
    span = read_span(folded, 0)
    assert span is not None
    assert folded[: span.end] == expected


def test_reading_begins_where_it_is_told() -> None:
    text = fold("不超过2~4小时")
    assert read_span(text, 0) is None
    assert read_span(text, 3) == (Duration(2 * HOUR), Duration(4 * HOUR), len(text))


def test_a_number_takes_the_unit_of_the_length_after_it() -> None:
    span = read_span(fold("一到两个工作日"), 0)
    assert span is not None
    assert (span.lower, span.upper) == (Duration(business_days=1), Duration(business_days=2))
