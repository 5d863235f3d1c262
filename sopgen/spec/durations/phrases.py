"""Time limits that are a fixed expression: 立即, 当日, 每天, ``immediately``, ``next business day``, ``daily``."""

from __future__ import annotations

from typing import Literal

from sopgen.spec.durations.duration import DAY, HOUR, MINUTE, WEEK, Duration
from sopgen.spec.durations.spelling import in_words

Kind = Literal["limit", "immediate", "every", "range"]
"""What a time limit says: within a time, at once, how often, or between two times."""

_AT_ONCE = (
    "立即|立刻|即时|即刻|当场|马上|实时|immediately|at once|instantly|right away|straight away|on the spot"
    "|without delay|in real time"
)
_SAME_DAY = "当日|当天|same day|the same day"
_SAME_BUSINESS_DAY = (
    "同一工作日|当个工作日|same business day|same working day|the same business day|the same working day"
)
_NEXT_BUSINESS_DAY = (
    "次工作日|次一工作日|下一工作日|下一个工作日|下个工作日|next business day|next working day|the next business day"
    "|the next working day"
)

_ROWS: tuple[tuple[Kind, Duration, str], ...] = (
    ("immediate", Duration(), _AT_ONCE),
    ("limit", Duration(DAY), f"{_SAME_DAY}|次日|next day|the next day"),
    ("limit", Duration(business_days=1), f"{_SAME_BUSINESS_DAY}|{_NEXT_BUSINESS_DAY}"),
    ("every", Duration(MINUTE), "每分钟|every minute|once a minute"),
    ("every", Duration(HOUR), "每小时|每个小时|hourly|every hour|once an hour"),
    ("every", Duration(DAY), "每日|每天|daily|every day|once a day"),
    ("every", Duration(business_days=1), "每工作日|每个工作日|every business day|every working day"),
    ("every", Duration(WEEK), "每周|每星期|每个星期|weekly|every week|once a week"),
    ("every", Duration(30 * DAY), "每月|每个月|monthly|every month|once a month"),
    ("every", Duration(90 * DAY), "每季|每季度|每个季度|quarterly|every quarter|once a quarter"),
    ("every", Duration(365 * DAY), "每年|yearly|annually|every year|once a year"),
)

PHRASES: dict[str, tuple[Kind, Duration]] = {
    in_words(phrase): (kind, length) for kind, length, phrases in _ROWS for phrase in phrases.split("|")
}
"""Each expression, folded: what it says, and the longest time it allows or the time between."""

SAME_DAY: frozenset[str] = frozenset(in_words(phrase) for phrase in f"{_SAME_DAY}|{_SAME_BUSINESS_DAY}".split("|"))
"""Those of them that are over when the day is on which they begin, folded."""
