"""Lengths of time and time limits: how they are written, what they mean, how they are reckoned with."""

from sopgen.spec.durations.duration import Duration, WorkCalendar
from sopgen.spec.durations.mentions import Mention, mentions
from sopgen.spec.durations.phrases import Kind
from sopgen.spec.durations.time_limits import (
    LENGTH_PATTERN,
    TIME_LIMIT_PATTERN,
    TimeLimit,
    parse_length,
    parse_time_limit,
)

__all__ = [
    "LENGTH_PATTERN",
    "TIME_LIMIT_PATTERN",
    "Duration",
    "Kind",
    "Mention",
    "TimeLimit",
    "WorkCalendar",
    "mentions",
    "parse_length",
    "parse_time_limit",
]
