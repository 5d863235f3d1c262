"""How long a record is kept: ``3年``, ``36个月``, ``至少2年``, ``at least 2 years``, 永久."""

from __future__ import annotations

import math
from dataclasses import field
from fractions import Fraction
from functools import lru_cache, total_ordering

from sopgen.diagnostics import Message
from sopgen.frozen import frozen
from sopgen.spec.durations.duration import DAY, Duration, WorkCalendar
from sopgen.spec.durations.iso import ISO_LENGTH, read_iso_length
from sopgen.spec.durations.lengths import length_expression, read_span
from sopgen.spec.durations.spelling import anchored, compiled, fold, in_words, trim, widen
from sopgen.spec.refusals import NotReadableError

_KEEP = "(?:保存|保管|保留|留存)?"
_FOREVER = in_words(f"{_KEEP} *(?:永久|长期|终身|无限期|permanently|indefinitely|forever|for +ever) *{_KEEP}")
_AT_LEAST = in_words(
    f"{_KEEP} *(?:(≥|>=?|=>|至少|最少|不(?:得|能|可|应)?(?:少于|低于|短于)|at +least|for +at +least|minimum(?: +of)?"
    "|(?:no|not) +(?:less|shorter|fewer) +than)|for)? *"
)
_OR_MORE = in_words(" *(以上|or +(?:more|longer))?")


_NOT_READ = Message(zh="读不懂保存期限“{text}”", en="the retention period `{text}` cannot be read")
_FORMS = Message(
    zh="可以写 3年、36个月、90天、至少2年、永久",
    en="write 3 years, 36 months, 90 days, at least 2 years or permanent",
)


@total_ordering
@frozen
class Retention:
    """How long a record is kept; ordered by length, ``permanent`` is the longest.

    Attributes:
        text: what was typed; it prints, and has no part in comparing.
        days: calendar days; infinite when permanent. Twelve months are a year of 365 days, five business days a week.
        at_least: whether it may be kept longer; has no part in comparing.
    """

    text: str = field(compare=False)
    days: Fraction | float
    at_least: bool = field(default=False, compare=False)

    @property
    def permanent(self) -> bool:
        """Whether it is kept for ever."""
        return self.days == math.inf

    def __lt__(self, other: Retention) -> bool:
        return self.days < other.days


def retention_pattern() -> str:
    """An ECMA-262 expression that takes exactly what ``parse_retention`` reads."""
    return anchored(f"{widen(_AT_LEAST)}{length_expression()}{widen(_OR_MORE)}|{widen(_FOREVER)}|{ISO_LENGTH}")


@lru_cache(maxsize=1024)
def parse_retention(text: str) -> Retention:
    """Reads how long a record is kept.

    Raises:
        NotReadableError: it is none of the accepted forms, which the hint lists.
    """
    typed = trim(text)
    retention = _read(typed)
    if retention is None:
        raise NotReadableError(_NOT_READ.format(text=typed), _FORMS)
    return retention


def _read(typed: str) -> Retention | None:
    if length := read_iso_length(typed):
        return Retention(typed, _days(length))
    text = fold(typed)
    if compiled(_FOREVER).fullmatch(text):
        return Retention(typed, math.inf)
    least = compiled(_AT_LEAST).match(text)
    span = read_span(text, least.end() if least else 0)
    more = compiled(_OR_MORE).fullmatch(text, span.end) if span else None
    if span is None or span.lower is not None or least is None or more is None:
        return None
    return Retention(typed, _days(span.upper), at_least=bool(least[1] or more[1]))


def _days(length: Duration) -> Fraction:
    return length.elapsed(WorkCalendar()) / DAY
