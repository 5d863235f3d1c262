"""The grammar of lengths of time: ``1小时30分钟``, 一个半小时, 半天, ``2.5 h``, ``an hour and a half``, ``2-4 hours``.

Expressions over folded text (see ``spelling``), and the reading of it piece by piece. Each piece is compiled once,
where one expression for the whole, as JSON Schema has it, holds it several times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sopgen.spec.durations.duration import Duration
from sopgen.spec.durations.numerals import HALF, NUMBER, Exact, read_number
from sopgen.spec.durations.spelling import compiled, fold, in_words, widen
from sopgen.spec.durations.units import UNITS, amount

# who takes 个 matters: 3月 is March, and 两个半天 is twice half a day
_MAY_TAKE_GE = "(?:工作)?小时|工作(?:日|天)|自然(?:日|天)|日历(?:日|天)|星期|礼拜|季度"
_TAKES_GE = "月|钟头"
_TAKES_NO_GE = "分钟?|秒钟?|刻钟|天|日|周|年"
_ENGLISH = (
    "(?:business|working|work) +(?:day|hour)|(?:calendar +)?day|second|minute|hour|workday|week|month|quarter|year"
)

_UNIT = in_words(
    f" *(?:(?:个半? *)?({_MAY_TAKE_GE})|个半? *({_TAKES_GE})|({_TAKES_NO_GE})|(?:and +a +half +)?({_ENGLISH}))"
)
_HALF_HAN = in_words(f"半(?:个? *({_MAY_TAKE_GE}|{_TAKES_GE})|({_TAKES_NO_GE}))")
_ONE_OR_HALF = in_words(f"(?:a +(?:half(?: +|-))?|half(?: +a +| +|-))({_ENGLISH})")
_HALF = in_words("half")
_JOIN = in_words(" *(?:零|又|(?:, *)?(?:and +)?)")
_AND_A_HALF = in_words("(?:半| +and +a +half)")
_TO = in_words(" *(?:--?|至|到|to) *")
_NUMBER_TO = f"({NUMBER}) *个?{_TO}"
_BETWEEN = in_words(f"between +({NUMBER}) +and +")


def length_expression() -> str:
    """An ECMA-262 expression, not anchored, for a length of time."""
    further = f"{widen(_JOIN)}(?:{_numbered()}|{widen(_HALF_HAN)})"
    return f"(?:{_numbered()}|{widen(_HALF_HAN)}|{widen(_ONE_OR_HALF)})(?:{further})*{widen(_AND_A_HALF)}?"


def range_expression() -> str:
    """The same for a range: two lengths, or a number and a length."""
    two = f"{length_expression()}{widen(_TO)}{length_expression()}"
    return f"(?:{two}|(?:{widen(_NUMBER_TO)}|{widen(_BETWEEN)}){_numbered()})"


def _numbered() -> str:
    return widen(NUMBER) + widen(_UNIT)


class Span(NamedTuple):
    """What was read of a text: a length, or a range from ``lower`` to ``upper``, and the index where it ends."""

    lower: Duration | None
    upper: Duration
    end: int


def read_span(text: str, start: int) -> Span | None:
    """The longest length or range in the folded ``text`` from index ``start`` on, or None."""
    first = _read_length(text, start)
    if first is None:
        return _read_from_number(text, start)
    to = compiled(_TO).match(text, first.end)
    second = _read_length(text, to.end()) if to else None
    if second is None:
        return first
    return Span(first.upper, second.upper, second.end)


def named_unit(text: str) -> str | None:
    """The first unit that a typed length or limit names, one of the values of ``UNITS``; None if it names none."""
    folded = fold(text)
    return next((term.unit for start in range(len(folded)) for term in _read_terms(folded, start)), None)


class _Term(NamedTuple):
    number: Exact
    unit: str
    end: int


def _read_from_number(text: str, start: int) -> Span | None:
    """A range whose first number goes by the unit of the second: ``2-4小时``, ``between 2 and 4 hours``."""
    number = compiled(_NUMBER_TO).match(text, start) or compiled(_BETWEEN).match(text, start)
    term = _read_numbered(text, number.end()) if number else None
    if number is None or term is None:
        return None
    return Span(amount(read_number(number[1]), term.unit), amount(term.number, term.unit), term.end)


def _read_length(text: str, start: int) -> Span | None:
    terms = list(_read_terms(text, start))
    if not terms:
        return None
    end = terms[-1].end
    if half := compiled(_AND_A_HALF).match(text, end):
        terms[-1] = terms[-1]._replace(number=terms[-1].number + HALF)
        end = half.end()
    return Span(None, sum((amount(term.number, term.unit) for term in terms), Duration()), end)


def _read_terms(text: str, start: int) -> Iterator[_Term]:
    term = _read_numbered(text, start) or _read_half(_HALF_HAN, text, start) or _read_half(_ONE_OR_HALF, text, start)
    while term is not None:
        yield term
        join = compiled(_JOIN).match(text, term.end)
        start = join.end() if join else term.end
        term = _read_numbered(text, start) or _read_half(_HALF_HAN, text, start)


def _read_numbered(text: str, start: int) -> _Term | None:
    number = compiled(NUMBER).match(text, start)
    unit = compiled(_UNIT).match(text, number.end()) if number else None
    if number is None or unit is None:
        return None
    half = HALF if _has_half(unit[0]) else 0
    return _Term(read_number(number[0]) + half, _unit(unit), unit.end())


def _read_half(expression: str, text: str, start: int) -> _Term | None:
    """Half a unit, or one with an article."""
    term = compiled(expression).match(text, start)
    return _Term(HALF if _has_half(term[0]) else 1, _unit(term), term.end()) if term else None


def _has_half(text: str) -> bool:
    return "半" in text or _HALF in text


def _unit(term: re.Match[str]) -> str:
    """The unit named by the one group that took part in the match."""
    return UNITS[term[term.lastindex or 0].replace(" ", "")]
