"""Lengths of time one after another, of which some are over when a day is: 当日, then 2小时内, then 当日."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from sopgen.diagnostics import Message
from sopgen.frozen import frozen
from sopgen.spec.durations.duration import DAY, HOUR, Duration, WorkCalendar

_BY_EVENING = Message(zh="当日内", en="by the end of the day")
_BY_CLOSING = Message(zh="当个工作日内", en="by the end of the business day")


@frozen
class Stretch:
    """The most time that things one after another take, where some are due when the day ends on which they begin.

    What is due the same day takes what is left of that day: nothing if the thing before was due the same day too, and
    the rest of a day if something of some hours comes before. So all of them take whole days from the first on, as long
    as the whole begins when a day does.

    Attributes:
        before: the time up to the first thing that is due the same day; all of it if there is none.
        day: what a day is for that thing, a calendar day or a business day; None if there is none.
        after: the time from the end of that day on.
    """

    before: Duration = Duration()
    day: Duration | None = None
    after: Duration = Duration()

    def then(self, following: Stretch, calendar: WorkCalendar) -> Stretch:
        """This, and after it ``following``."""
        if self.day is None:
            return Stretch(self.before + following.before, following.day, following.after)
        after = self.after + following.before
        if following.day is not None:
            after = _whole_days(after, following.day, calendar) + following.after
        return Stretch(self.before, self.day, after)

    def total(self, calendar: WorkCalendar) -> Duration:
        """All of it, begun when a day begins."""
        if self.day is None:
            return self.before
        return (_whole_days(self.before, self.day, calendar) or self.day) + self.after

    def words(self, calendar: WorkCalendar) -> Message:
        """All of it spelt out; what is only due the same day is said to be so."""
        if self.day is None or self.before or self.after:
            return self.total(calendar).words()
        return _BY_CLOSING if self.day.is_business else _BY_EVENING

    def __bool__(self) -> bool:
        return bool(self.before or self.day)


def _whole_days(length: Duration, day: Duration, calendar: WorkCalendar) -> Duration:
    """``length`` up to the end of the day on which it ends: its whole days, and a ``day`` for what is over."""
    days, clock = divmod(length.clock, DAY)
    hours_per_day = Fraction(calendar.hours_per_day)
    business_days, part = divmod(length.business_days + length.business_hours / hours_per_day, 1)
    return Duration(days * DAY, business_days) + day * ceil((clock + part * hours_per_day * HOUR) / Fraction(DAY))
