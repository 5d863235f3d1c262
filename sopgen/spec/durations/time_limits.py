"""Time limits as a spec writes them: ``10分钟内``, ``≤2小时``, ``T+1日``, ``2~4小时``, ``within 30 minutes``, 每日."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from sopgen.diagnostics import Message
from sopgen.frozen import frozen
from sopgen.spec.durations.duration import Duration
from sopgen.spec.durations.iso import ISO_LENGTH, read_iso_length
from sopgen.spec.durations.lengths import length_expression, range_expression, read_span
from sopgen.spec.durations.phrases import PHRASES, SAME_DAY, Kind
from sopgen.spec.durations.spelling import anchored, compiled, fold, in_words, trim, widen
from sopgen.spec.durations.stretch import Stretch
from sopgen.spec.refusals import NotReadableError

_EVERY = in_words("(?:每(?:间?隔)?|(?:once +)?(?:every|each)) *")
_BEFORE = in_words(
    r"(?:≤|<=?|=<|t *\+|(?:必?须|应当?|需)?(?:在|于)|限时?|within|in|under|up +to|less +than"
    r"|at +(?:the +)?(?:most|latest)|(?:no|not) +(?:more|later|longer) +than|maximum(?: +of)?"
    r"|(?:原则上)?(?:最(?:长|多|迟|晚)|至多)?(?:不(?:得|能|可|应)?(?:超过|多于|大于|晚于|迟于|超))?) *"
)
_TIMES = in_words(" *(?:(?:一|1)次|/次)")
_DONE = "完成|响应|回复|答复|反馈|处理|处置|解决|办结|受理|接听|到达|上报|通知|确认"
_AFTER = in_words(
    f" *(?:(?:(?:以|之)?内)?(?:{_DONE})?|maximum|at +(?:the +)?(?:most|latest)|or +(?:less|fewer|sooner))"
)
_LONGEST_PHRASE = max(map(len, PHRASES))
_LONG_ENOUGH = in_words("(?:满|超过|after)? *")
_OPEN = "(?:7[x×*]24|24[x×*/]7)(?:小时)?"
_LATER = in_words(" *(?:(?:以|之)?后|later)?")

_NO_LIMIT = Message(zh="读不懂时限“{text}”", en="the time limit `{text}` cannot be read")
_NO_LENGTH = Message(zh="读不懂时长“{text}”", en="the length of time `{text}` cannot be read")
_LENGTHS = Message(
    zh="可以写 30分钟、1.5小时、半天、3天、2个工作日、2~4小时、一周后",
    en="write 30 minutes, 1.5 h, half a day, 3 days, 2 business days, 2-4 hours or PT2H",
)
_ALWAYS = Message(
    zh="“{text}”是服务时间，不是时限", en="`{text}` says when a service is open, not how long something takes"
)
_IN_HOURS = Message(zh="写在渠道的 hours 里", en="write it as the hours of a channel")


@frozen
class TimeLimit:
    """A time limit or a length of time, as typed and as understood.

    Attributes:
        text: what was typed; it prints.
        kind: ``limit`` (within a time), ``immediate``, ``every`` (how often) or ``range`` (between two times).
        lower: the shortest time: of a range its first, of ``every`` the time between, else nothing.
        upper: the longest time, or the time between.
        same_day: whether it is over when the day is on which it begins.
    """

    text: str
    kind: Kind
    lower: Duration
    upper: Duration
    same_day: bool = False

    @property
    def calendar(self) -> Literal["clock", "business"]:
        """Whether it counts by the clock or in business time."""
        return "business" if self.upper.is_business else "clock"

    @property
    def stretch(self) -> Stretch:
        """The longest time, to be added to that of what comes before and after it."""
        return Stretch(day=self.upper) if self.same_day else Stretch(self.upper)


def time_limit_pattern() -> str:
    """An ECMA-262 expression that takes exactly what ``parse_time_limit`` reads."""
    return anchored(
        f"(?:(?:{widen(_EVERY)}|{widen(_BEFORE)}){_span()}|{widen('|'.join(PHRASES))})"
        f"(?:{widen(_TIMES)}|{widen(_AFTER)})|{ISO_LENGTH}"
    )


def length_pattern() -> str:
    """An ECMA-262 expression that takes exactly what ``parse_length`` reads."""
    return anchored(f"{widen(_LONG_ENOUGH)}{_span()}{widen(_LATER)}|{ISO_LENGTH}")


def _span() -> str:
    return f"(?:{length_expression()}|{range_expression()})"


@lru_cache(maxsize=4096)
def parse_time_limit(text: str) -> TimeLimit:
    """Reads a time limit.

    A bare length is a limit. 天 and days without 工作 or business are calendar days, half a day is half a business
    day; a limit by the day (当日, 次日, ``next day``) counts as one day by itself.

    Raises:
        NotReadableError: it is none of the accepted forms, which the hint lists.
    """
    typed = trim(text)
    limit = _read_iso(typed) or _read_span(typed) or _read_phrase(typed)
    if limit is not None:
        return limit
    if compiled(_OPEN).fullmatch(typed.replace(" ", "").lower()):
        raise NotReadableError(_ALWAYS.format(text=typed), _IN_HOURS)
    from sopgen.spec.durations.advice import advice

    hint = advice(typed, lambda text: _read_span(text) or _read_phrase(text))
    raise NotReadableError(_NO_LIMIT.format(text=typed), hint)


@lru_cache(maxsize=4096)
def parse_length(text: str) -> TimeLimit:
    """Reads how long to wait or by how much to extend: a length or a range, also as ``3天后`` or ``after 3 days``.

    Raises:
        NotReadableError: it is none of the accepted forms, which the hint lists.
    """
    typed = trim(text)
    length = _read_iso(typed) or _read_wait(typed)
    if length is None:
        raise NotReadableError(_NO_LENGTH.format(text=typed), _LENGTHS)
    return length


def _read_iso(typed: str) -> TimeLimit | None:
    length = read_iso_length(typed)
    return None if length is None else TimeLimit(typed, "limit", Duration(), length)


def _read_span(typed: str) -> TimeLimit | None:
    text = fold(typed)
    every = compiled(_EVERY).match(text)
    before = every or compiled(_BEFORE).match(text)
    span = read_span(text, before.end() if before else 0)
    if span is None:
        return None
    times = compiled(_TIMES).fullmatch(text, span.end)
    if not times and not compiled(_AFTER).fullmatch(text, span.end):
        return None
    if every or times:
        return TimeLimit(typed, "every", span.upper if span.lower is None else span.lower, span.upper)
    return _limit(typed, span.lower, span.upper)


def _read_wait(typed: str) -> TimeLimit | None:
    text = fold(typed)
    before = compiled(_LONG_ENOUGH).match(text)
    span = read_span(text, before.end() if before else 0)
    if span is None or not compiled(_LATER).fullmatch(text, span.end):
        return None
    return _limit(typed, span.lower, span.upper)


def _limit(typed: str, lower: Duration | None, upper: Duration) -> TimeLimit:
    return TimeLimit(typed, "limit" if lower is None else "range", lower or Duration(), upper)


def _read_phrase(typed: str) -> TimeLimit | None:
    text = fold(typed)
    for end in range(min(len(text), _LONGEST_PHRASE), 0, -1):
        found = PHRASES.get(text[:end])
        if found and (compiled(_AFTER).fullmatch(text, end) or compiled(_TIMES).fullmatch(text, end)):
            kind, length = found
            lower = length if kind == "every" else Duration()
            return TimeLimit(typed, kind, lower, length, same_day=text[:end] in SAME_DAY)
    return None
