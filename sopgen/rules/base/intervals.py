"""Cases told apart by a number: 未满3次 and 已满3次, ``up to 500 yuan`` and ``more than 500 yuan``."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

_QUANTITY = r"(?P<number>\d+(?:\.\d+)?)(?P<scale>万?)\s*(?P<unit>%|％|[一-鿿]|[a-z]+)?"
_BOUNDS = (
    ("most", r"不超过|不多于|不大于|不高于|至多|最多|≤|<=|up to|at most|no more than|not more than|within"),
    ("below", r"低于|小于|少于|不足|不满|未满|未达到?|未超过|<|fewer than|less than|under|below"),
    ("least", r"不低于|不少于|不小于|达到|已满|满|至少|≥|>=|at least"),
    ("above", r"超过|大于|高于|多于|超出|>|more than|over|above|beyond"),
)
_BEFORE = re.compile("(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _BOUNDS) + rf")\s*{_QUANTITY}")
_BEHIND = re.compile(rf"{_QUANTITY}\s*(?:(?P<least>及?以上|or more)|(?P<most>及?以下|以内|之内|or (?:fewer|less)))")
_RANGE = re.compile(rf"(?P<low>\d+(?:\.\d+)?)(?P<low_scale>万?)\s*[^\W\d_]*\s*(?:-|~|～|—|至|到|\bto\b)\s*{_QUANTITY}")
_DIGIT = re.compile(r"\d")


class Interval(NamedTuple):
    """The numbers of one case: from ``low`` to ``high``, each of the two in it or not, in what unit."""

    low: float
    high: float
    low_in: bool
    high_in: bool
    unit: str


def read_interval(text: str) -> Interval | None:
    """The interval that is all a text says in numbers; None if it says none, or more."""
    text = text.lower()
    for pattern, read in ((_RANGE, _of_range), (_BEHIND, _of_bound), (_BEFORE, _of_bound)):
        match = pattern.search(text)
        if match is not None:
            rest = text[: match.start()] + text[match.end() :]
            return None if _DIGIT.search(rest) else read(match)
    return None


def gap(intervals: Sequence[Interval]) -> tuple[float, float] | None:
    """The first stretch, from zero on, that no interval covers; whole numbers next to each other leave none.

    A stretch of one number has that number for both its ends.
    """
    covered, included = 0.0, False
    for interval in sorted(intervals, key=lambda one: (one.low, not one.low_in)):
        apart = interval.low - covered
        if apart > 1 or (apart == 0 < covered and not (included or interval.low_in)):
            return covered, interval.low
        covered, included = max((covered, included), (interval.high, interval.high_in))
    return None if math.isinf(covered) else (covered, math.inf)


def _of_range(match: re.Match[str]) -> Interval:
    low = _value(match["low"], match["low_scale"] or match["scale"])
    return Interval(low, _value(match["number"], match["scale"]), low_in=True, high_in=True, unit=match["unit"] or "")


def _of_bound(match: re.Match[str]) -> Interval:
    value, unit = _value(match["number"], match["scale"]), match["unit"] or ""
    kind = next(name for name, _ in _BOUNDS if match.groupdict().get(name))
    if kind in ("most", "below"):
        return Interval(0, value, low_in=True, high_in=kind == "most", unit=unit)
    return Interval(value, math.inf, low_in=kind == "least", high_in=False, unit=unit)


def _value(digits: str, scale: str) -> float:
    return float(digits) * (10_000 if scale else 1)
