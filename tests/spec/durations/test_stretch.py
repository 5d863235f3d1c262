"""Sums of time in which some of it is due the same day."""

from __future__ import annotations

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.spec.durations import Duration, Stretch, WorkCalendar, parse_time_limit
from sopgen.spec.durations.duration import DAY, HOUR

CALENDAR = WorkCalendar()
LIMITS = st.sampled_from(["当日", "same day", "次日", "立即", "20分钟", "2小时", "23小时", "30小时", "24小时", "3天"])


def together(limits: list[str]) -> Stretch:
    return reduce(lambda one, other: one.then(other, CALENDAR), map(stretch, limits), Stretch())


def stretch(limit: str) -> Stretch:
    return parse_time_limit(limit).stretch


@pytest.mark.parametrize(
    ("limits", "total"),
    [
        ("同一工作日, 2个工作小时, 同一工作日", Duration(business_days=2)),
        ("4个工作小时, same business day", Duration(business_days=1)),
        ("8个工作小时, the same working day", Duration(business_days=1)),
        ("3个工作日, 2小时内, 当日", Duration(DAY, 3)),
        ("当日, 30小时内, 同一工作日", Duration(2 * DAY, 1)),
        ("当日, 同一工作日", Duration(DAY)),
        ("同一工作日, 2小时内", Duration(2 * HOUR, 1)),
        ("次日, 次日", Duration(2 * DAY)),
    ],
)
def test_whole_days_stay_and_what_is_over_fills_a_day(limits: str, total: Duration) -> None:
    assert together(limits.split(", ")).total(CALENDAR) == total


def test_a_day_is_as_long_as_the_calendar_says() -> None:
    limits = stretch("8个工作小时").then(stretch("同一工作日"), WorkCalendar(hours_per_day=7))
    assert limits.total(WorkCalendar(hours_per_day=7)) == Duration(business_days=2)


@given(st.lists(LIMITS, max_size=8), st.lists(LIMITS, max_size=8))
def test_where_a_way_is_cut_makes_no_difference(one: list[str], other: list[str]) -> None:
    assert together(one).then(together(other), CALENDAR) == together([*one, *other])


@given(st.lists(LIMITS, max_size=8))
def test_a_sum_is_when_the_last_of_them_is_due_if_the_first_begins_with_the_day(limits: list[str]) -> None:
    now, begun = 0, False
    for limit in limits:
        read = parse_time_limit(limit)
        if read.same_day:
            now = -(-now // DAY) * DAY if begun else DAY
        else:
            now += int(read.upper.clock)
        begun = now > 0
    assert together(limits).total(CALENDAR) == Duration(now)


@pytest.mark.parametrize(
    ("limits", "zh", "en"),
    [
        ("当天", "当日内", "by the end of the day"),
        ("当日, 当日", "当日内", "by the end of the day"),
        ("当个工作日", "当个工作日内", "by the end of the business day"),
        ("当日, 2小时内", "1天2小时", "1 day 2 hours"),
        ("2小时内", "2小时", "2 hours"),
    ],
)
def test_it_is_spelt_out(limits: str, zh: str, en: str) -> None:
    words = together(limits.split(", ")).words(CALENDAR)
    assert (words.zh, words.en) == (zh, en)


def test_no_time_is_false() -> None:
    assert not Stretch()
    assert not stretch("立即")
    assert stretch("当日")
    assert stretch("1分钟")
