"""A sum of times as it is told beside the limit that it exceeds: readable, and in the unit of the limit.

Clock time and business time cannot be turned into one another without saying how. A business day is a day by the clock
at least, and so many business days can lie in a stretch of clock time as if it began with a working week. That is how
sums and limits are compared, too.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message
from sopgen.rules.base.timing import spelt_out
from sopgen.spec.durations import Duration, named_unit
from sopgen.spec.durations.duration import DAY, HOUR, MINUTE

if TYPE_CHECKING:
    from sopgen.spec.durations import WorkCalendar

SAME = Message(zh="{sum}，即{other}", en="{sum} ({other})")
BY_THE_CLOCK = Message(zh="{sum}（实际时间至少{other}）", en="{sum} (at least {other} by the clock)")
BY_WORK = Message(zh="{sum}（可能长达{other}）", en="{sum} (can be {other})")
BY_WORK_AND_MORE = Message(zh="{sum}（可能超过{other}）", en="{sum} (can be more than {other})")

_CLOCK_UNITS = {"hour": HOUR, "minute": MINUTE, "second": 1}
_DAYS_IN_WEEK = 7


def told_beside(total: Duration, limit: Duration, typed: str, calendar: WorkCalendar) -> Message:
    """A sum in words, and again in the unit of the limit it exceeds, where that is another.

    Args:
        total: the sum.
        limit: what it exceeds.
        typed: the limit as typed, which tells its unit.
        calendar: how business time relates to clock time.
    """
    unit = named_unit(typed) or ""
    if limit.is_business:
        return _beside_business(total, limit, unit, calendar)
    own, by_clock = spelt_out(total), Duration(round(total.least(calendar)))
    other = by_clock.words(_CLOCK_UNITS.get(unit, DAY))
    if total.is_business:
        return BY_THE_CLOCK.format(sum=own, other=other)
    return SAME.format(sum=own, other=other) if other != own else own


def _beside_business(total: Duration, limit: Duration, unit: str, calendar: WorkCalendar) -> Message:
    own, hours_per_day = spelt_out(total), Fraction(calendar.hours_per_day)
    by_hours = unit == "business hour"
    if not by_hours and (total.business_days >= limit.business_days or not total.business_hours + total.clock):
        return own
    if not total.clock:
        hours = total.business_days * hours_per_day + total.business_hours
        days = 0 if by_hours else hours // hours_per_day
        other = Duration(business_days=days, business_hours=hours - days * hours_per_day).words()
        return SAME.format(sum=own, other=other) if other != own else own
    step = 1 / hours_per_day if by_hours else 1 if limit.business_days >= 1 else Fraction(1, 10)
    seconds = total.least(calendar)
    count = floor(_business_days(Fraction(seconds), calendar) / step) * step
    work = Duration(business_hours=count * hours_per_day) if by_hours else Duration(business_days=count)
    text = BY_WORK_AND_MORE if seconds > work.least(calendar) else BY_WORK
    return text.format(sum=own, other=work.words())


def _business_days(seconds: Fraction, calendar: WorkCalendar) -> Fraction:
    """How many business days lie in so much time by the clock, begun with a working week."""
    days, part = divmod(seconds / DAY, 1)
    weeks, over = divmod(days, _DAYS_IN_WEEK)
    days_per_week = Fraction(calendar.days_per_week)
    today = min(part * 24 / Fraction(calendar.hours_per_day), Fraction(1))
    return weeks * days_per_week + min(over + today, days_per_week)
