"""Dates as written and as printed."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.spec.dates import DATE_PATTERN, parse_date
from sopgen.spec.refusals import NotReadableError

days = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


@given(days)
def test_every_day_of_the_calendar_is_read(day: dt.date) -> None:
    date = parse_date(day.isoformat())
    assert date == day
    assert str(date) == day.isoformat()
    assert re.search(DATE_PATTERN, day.isoformat())


@given(st.integers(1890, 2210), st.integers(0, 14), st.integers(0, 33))
def test_pattern_and_reading_agree(year: int, month: int, day: int) -> None:
    text = f"{year}-{month:02}-{day:02}"
    try:
        parse_date(text)
        read = True
    except NotReadableError:
        read = False
    assert read == bool(re.search(DATE_PATTERN, text))


@given(st.integers(1900, 2199))
def test_the_last_of_february_follows_leap_years(year: int) -> None:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    assert bool(re.search(DATE_PATTERN, f"{year}-02-29")) == leap


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [("2026-03-01", "2026年3月1日", "1 March 2026"), ("2025-12-31", "2025年12月31日", "31 December 2025")],
)
def test_a_date_is_printed_in_each_language(text: str, zh: str, en: str) -> None:
    date = parse_date(text)
    assert (date.printed("zh-CN"), date.printed("en")) == (zh, en)


@pytest.mark.parametrize(
    "text",
    [
        "2026/3/1", "2026/03/01", "2026.3.1", "2026-3-1", "2026-03-1", "20260301", "2026年3月1日", "2026年03月01日",
        "2026 3 1",
    ],
)  # fmt: skip
def test_the_date_meant_is_in_the_hint(text: str) -> None:
    with pytest.raises(NotReadableError) as refusal:
        parse_date(text)
    assert refusal.value.hint.zh == "写成 2026-03-01"
    assert refusal.value.hint.en == "write 2026-03-01"


@pytest.mark.parametrize(
    "text",
    [
        "", "明天", "2026", "2026-03", "26-03-01", "03/01/2026", "2026-W01-1", "2026-03-01T08:00", "２０２６-03-01",
        "0026-03-01",
        "2026-13-45", "20263", "2026-03-01\n",
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_the_form(text: str) -> None:
    with pytest.raises(NotReadableError) as refusal:
        parse_date(text)
    assert "2026-03-01" in refusal.value.hint.zh
    assert not re.fullmatch(DATE_PATTERN, text)


def test_a_day_that_does_not_exist_is_said_so() -> None:
    with pytest.raises(NotReadableError, match="the calendar has no 2026-02-30"):
        parse_date("2026-02-30")
