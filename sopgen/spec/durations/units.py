"""Units of time: their names, and what a number of them amounts to."""

from __future__ import annotations

from sopgen.spec.durations.duration import DAY, HOUR, MINUTE, WEEK, Duration
from sopgen.spec.durations.numerals import HALF, Exact
from sopgen.spec.durations.spelling import in_words

_NAMES = {
    "second": "秒|秒钟|second",
    "minute": "分|分钟|minute",
    "quarter of an hour": "刻钟",
    "hour": "小时|钟头|hour",
    "day": "天|日|自然日|自然天|日历日|日历天|day|calendar day",
    "business day": "工作日|工作天|business day|working day|work day|workday",
    "business hour": "工作小时|business hour|working hour|work hour",
    "week": "周|星期|礼拜|week",
    "month": "月|month",
    "quarter": "季度|quarter",
    "year": "年|year",
}
_SECONDS = {"second": 1, "minute": MINUTE, "quarter of an hour": 15 * MINUTE, "hour": HOUR, "day": DAY, "week": WEEK}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}

UNITS = {in_words(name).replace(" ", ""): unit for unit, names in _NAMES.items() for name in names.split("|")}
"""The unit that each folded name, written without spaces, stands for."""


def amount(count: Exact, unit: str) -> Duration:
    """The duration of ``count`` of a ``unit``, one of the values of ``UNITS``.

    Twelve months are a year of 365 days, a month over is 30 days.
    """
    if unit == "day" and count == HALF:
        # half a day is a morning or an afternoon at work, not twelve hours
        return Duration(business_days=HALF)
    if unit == "business day":
        return Duration(business_days=count)
    if unit == "business hour":
        return Duration(business_hours=count)
    if unit in _MONTHS:
        years, months = divmod(count * _MONTHS[unit], 12)
        return Duration((years * 365 + months * 30) * DAY)
    return Duration(count * _SECONDS[unit])
