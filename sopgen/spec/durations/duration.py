"""Lengths of time, exact, with clock time and business time kept apart."""

from __future__ import annotations

from fractions import Fraction
from functools import total_ordering
from math import ceil

from sopgen.diagnostics import Message
from sopgen.frozen import frozen
from sopgen.spec.durations.numerals import Exact
from sopgen.spec.refusals import NotComparableError

MINUTE, HOUR, DAY, WEEK = 60, 3600, 86400, 604800
"""In seconds."""

_ACROSS = Message(
    zh="{one}与{other}分属钟表时间和工作时间，不能直接比较",
    en="{one} and {other} cannot be compared as they stand: one is clock time, the other business time",
)
_CONVERT = Message(zh="先按工作日历换算", en="convert them by a work calendar first")

_UNITS = (
    Message(zh="个工作日", en="business day"),
    Message(zh="个工作小时", en="business hour"),
    Message(zh="天", en="day"),
    Message(zh="小时", en="hour"),
    Message(zh="分钟", en="minute"),
    Message(zh="秒", en="second"),
)


@frozen
class WorkCalendar:
    """How business time relates to clock time.

    Attributes:
        hours_per_day: working hours in a business day.
        days_per_week: business days in a week.
    """

    hours_per_day: float = 8
    days_per_week: float = 5


@total_ordering
@frozen
class Duration:
    """A length of time; its three parts are never turned into one another without a calendar.

    ``<`` and its like compare part by part. They are exact unless one duration is longer in one part and shorter in
    another, which cannot be within clock time or within business days; then they raise ``NotComparableError``.

    Attributes:
        clock: seconds of clock time; a calendar day is 24 hours, a month 30 days, a year (or 12 months) 365 days.
        business_days: working days.
        business_hours: working hours.
    """

    clock: Exact = 0
    business_days: Exact = 0
    business_hours: Exact = 0

    @property
    def is_business(self) -> bool:
        """Whether any of it is business time."""
        return bool(self.business_days or self.business_hours)

    def seconds(self, calendar: WorkCalendar) -> Fraction:
        """Seconds of work: a business day has the calendar's hours, clock time runs while people work.

        Exact for durations of one kind; for adding up the steps of a procedure.
        """
        hours = Fraction(self.business_days) * Fraction(calendar.hours_per_day) + self.business_hours
        return hours * HOUR + self.clock

    def elapsed(self, calendar: WorkCalendar) -> Fraction:
        """Seconds by the clock on the wall, nights and weekends included: to compare across calendars.

        A business day is its share of the week, 33.6 hours where five make one; a business hour its share of that.
        """
        days = Fraction(self.business_days) + self.business_hours / Fraction(calendar.hours_per_day)
        return days * WEEK / Fraction(calendar.days_per_week) + self.clock

    def least(self, calendar: WorkCalendar) -> float:
        """Seconds by the clock on the wall at least: begun in the first hour of a working week, without a night more.

        A business day is a day, part of one its working hours, and each week of them but the last has its days off. It
        never makes out of business time more than it can be, so that what is too long by it is too long.
        """
        if not self.is_business:
            return float(self.clock)
        days, rest = divmod(self.business_days + self.business_hours / Fraction(calendar.hours_per_day), 1)
        weeks = max(ceil((days + rest) / Fraction(calendar.days_per_week)) - 1, 0)
        hours = rest * Fraction(calendar.hours_per_day) * HOUR
        return float((days + weeks * Fraction(7 - calendar.days_per_week)) * DAY + hours + self.clock)

    def words(self, largest: int = DAY) -> Message:
        """The duration spelt out, such as ``1天2小时`` and ``1 day 2 hours``; reads back as the same duration.

        Args:
            largest: the seconds of the largest unit of clock time in it: a day, an hour, a minute or a second.
        """
        clock: list[Exact] = []
        rest = self.clock
        for unit in (DAY, HOUR, MINUTE):
            count, rest = divmod(rest, unit) if unit <= largest else (0, rest)
            clock.append(count)
        counts = (self.business_days, self.business_hours, *clock, rest)
        parts = [(_decimal(count), unit) for count, unit in zip(counts, _UNITS, strict=True) if count]
        parts = parts or [("0", _UNITS[-1])]
        return Message(
            zh="".join(f"{count}{unit.zh}" for count, unit in parts),
            en=" ".join(f"{count} {unit.en}{'' if count == '1' else 's'}" for count, unit in parts),
        )

    def __bool__(self) -> bool:
        return bool(self.clock or self.is_business)

    def __add__(self, other: Duration) -> Duration:
        return Duration(
            self.clock + other.clock,
            self.business_days + other.business_days,
            self.business_hours + other.business_hours,
        )

    def __mul__(self, count: int) -> Duration:
        return Duration(self.clock * count, self.business_days * count, self.business_hours * count)

    __rmul__ = __mul__

    def __lt__(self, other: Duration) -> bool:
        signs = {
            (own > its) - (own < its)
            for own, its in (
                (self.clock, other.clock),
                (self.business_days, other.business_days),
                (self.business_hours, other.business_hours),
            )
        }
        if {-1, 1} <= signs:
            raise NotComparableError(_ACROSS.format(one=self.words(), other=other.words()), _CONVERT)
        return -1 in signs


def _decimal(number: Exact) -> str:
    return f"{float(number):.12g}"
