"""Arithmetic and order of durations."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.spec.durations import Duration, WorkCalendar, parse_length
from sopgen.spec.refusals import NotComparableError

HOUR, DAY = 3600, 86400
thousandths = st.integers(0, 500_000).map(lambda number: Fraction(number, 1000))
durations = st.builds(Duration, thousandths | st.integers(0, 10**7), thousandths, thousandths)
calendars = st.builds(WorkCalendar, st.sampled_from([7.5, 8, 10, 24]), st.sampled_from([5, 5.5, 6, 7]))


@given(durations, durations, durations)
def test_addition_obeys_its_laws(one: Duration, two: Duration, three: Duration) -> None:
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert one + Duration() == one


@given(durations, durations, st.integers(0, 50))
def test_multiplication_is_repeated_addition(one: Duration, two: Duration, count: int) -> None:
    assert one * count == count * one == sum([one] * count, Duration())
    assert (one + two) * count == one * count + two * count


@given(durations, durations, calendars)
def test_conversions_are_linear(one: Duration, two: Duration, calendar: WorkCalendar) -> None:
    assert (one + two).seconds(calendar) == one.seconds(calendar) + two.seconds(calendar)
    assert (one + two).elapsed(calendar) == one.elapsed(calendar) + two.elapsed(calendar)


@given(durations, durations, calendars)
def test_order_holds_in_every_calendar(one: Duration, two: Duration, calendar: WorkCalendar) -> None:
    try:
        shorter = one < two
    except NotComparableError:
        return
    assert shorter == (one <= two and one != two) == (two > one)
    if shorter:
        assert one.seconds(calendar) < two.seconds(calendar)
        assert one.elapsed(calendar) < two.elapsed(calendar)


@given(thousandths, thousandths)
def test_order_is_that_of_numbers_within_clock_time_and_within_business_days(one: Fraction, two: Fraction) -> None:
    assert (Duration(one) < Duration(two)) == (one < two)
    assert (Duration(business_days=one) >= Duration(business_days=two)) == (one >= two)


def test_a_day_and_a_business_day_have_no_order_without_a_calendar() -> None:
    day, business_day = Duration(DAY), Duration(business_days=1)
    with pytest.raises(NotComparableError, match="1 day and 1 business day"):
        assert day < business_day
    assert Duration() < business_day < Duration(HOUR, business_days=1)
    assert day.elapsed(WorkCalendar()) < business_day.elapsed(WorkCalendar())


@pytest.mark.parametrize(
    ("duration", "calendar", "seconds", "elapsed"),
    [
        (Duration(90), WorkCalendar(), 90, 90),
        (Duration(business_days=1), WorkCalendar(), 8 * HOUR, DAY * Fraction(7, 5)),
        (Duration(business_days=5), WorkCalendar(), 40 * HOUR, 7 * DAY),
        (Duration(business_days=2), WorkCalendar(7.5, 7), 15 * HOUR, 2 * DAY),
        (Duration(business_hours=4), WorkCalendar(), 4 * HOUR, DAY * Fraction(7, 10)),
        (Duration(HOUR, business_days=1), WorkCalendar(), 9 * HOUR, HOUR + DAY * Fraction(7, 5)),
    ],
)
def test_business_time_is_converted_by_a_calendar(
    duration: Duration, calendar: WorkCalendar, seconds: int, elapsed: Fraction
) -> None:
    assert duration.seconds(calendar) == seconds
    assert duration.elapsed(calendar) == elapsed


@pytest.mark.parametrize(
    ("duration", "zh", "en"),
    [
        (Duration(), "0秒", "0 seconds"),
        (Duration(DAY + 2 * HOUR), "1天2小时", "1 day 2 hours"),
        (Duration(90), "1分钟30秒", "1 minute 30 seconds"),
        (Duration(Fraction(3, 2)), "1.5秒", "1.5 seconds"),
        (Duration(business_days=Fraction(1, 2)), "0.5个工作日", "0.5 business days"),
        (Duration(60, 1, 4), "1个工作日4个工作小时1分钟", "1 business day 4 business hours 1 minute"),
    ],
)
def test_a_duration_is_spelt_out(duration: Duration, zh: str, en: str) -> None:
    words = duration.words()
    assert (words.zh, words.en) == (zh, en)


@given(durations)
def test_what_is_spelt_out_reads_back(duration: Duration) -> None:
    assert parse_length(duration.words().zh).upper == duration
    assert parse_length(duration.words().en).upper == duration


def test_only_no_time_at_all_is_false() -> None:
    assert not Duration()
    assert Duration(1)
    assert Duration(business_hours=1)


@pytest.mark.parametrize(
    ("duration", "days"),
    [
        (Duration(), 0),
        (Duration(clock=2 * 86400), 2),
        (Duration(business_days=5), 5),
        (Duration(business_days=6), 8),
        (Duration(business_days=15), 19),
        (Duration(clock=86400, business_hours=4), Fraction(28, 24)),
        (Duration(business_days=Fraction(1, 2)), Fraction(4, 24)),
    ],
)
def test_the_least_time_by_the_clock_leaves_out_only_the_days_off_that_must_come_between(duration, days) -> None:
    assert duration.least(WorkCalendar()) == days * 86400
