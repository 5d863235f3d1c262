"""Lengths of time and time limits: how they are written, what they mean, how they are reckoned with."""

from sopgen.spec.durations.duration import Duration, WorkCalendar
from sopgen.spec.durations.lengths import named_unit
from sopgen.spec.durations.phrases import Kind
from sopgen.spec.durations.stretch import Stretch
from sopgen.spec.durations.time_limits import (
    TimeLimit,
    length_pattern,
    parse_length,
    parse_time_limit,
    time_limit_pattern,
)

__all__ = [
    "Duration",
    "Kind",
    "Stretch",
    "TimeLimit",
    "WorkCalendar",
    "length_pattern",
    "named_unit",
    "parse_length",
    "parse_time_limit",
    "time_limit_pattern",
]
