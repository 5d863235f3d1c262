"""A graver level that is served more slowly than a lighter one.

Levels of severity exist so that what is grave is dealt with first. A limit that is longer for the graver level is as a
rule a slip of the pen, and the front line will follow it.

Correct the limits, or the order of the levels. How grave a level is, is told by its name (重大 紧急 重要 一般,
`Critical`, `Urgent`, `P1`, `Priority 2`); where names do not say (`Level 3`), most of the limits do.

级别高的反而比级别低的慢。分级就是为了先办重要的事；高级别的时限比低级别的长，多半是笔误，而一线会照着执行。

请改正时限或级别。级别高低看名称（重大、紧急、重要、一般，P1、P2）；名称看不出的（一级、二级），看多数时限的走向。

Bad:

```yaml
service_levels:
  - {level: 紧急, first_response: 1小时内, resolution: 72小时内}  # <-
  - {level: 一般, first_response: 2小时内, resolution: 48小时内}
```

Good:

```yaml
service_levels:
  - {level: 紧急, first_response: 1小时内, resolution: 48小时内}
  - {level: 一般, first_response: 2小时内, resolution: 72小时内}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding

if TYPE_CHECKING:
    from sopgen.source import Path
    from sopgen.spec.durations import WorkCalendar
    from sopgen.spec.service import ServiceLevel

CODE = "SOP303"
SEVERITY = Severity.WARNING

SLOWER = {
    "first_response": Message(
        zh="“{graver}”的首次响应时限{long}，比“{lighter}”的{short}还长",
        en="the first response for {graver} ({long}) is slower than for {lighter} ({short})",
    ),
    "resolution": Message(
        zh="“{graver}”的解决时限{long}，比“{lighter}”的{short}还长",
        en="the resolution of {graver} ({long}) is slower than of {lighter} ({short})",
    ),
}
HINT = Message(zh="请改正时限或级别的顺序", en="correct the limits, or the order of the levels")
OTHER = Message(zh="较低级别的时限在这里", en="this is the limit of the lighter level")

_RANKS = (
    re.compile(r"特别?重大|特大|特急|危急|致命|emergency|life-threat", re.IGNORECASE),
    re.compile(r"重大|critical|blocker", re.IGNORECASE),
    re.compile(r"紧急|严重|加急|急件|urgent|severe|\bmajor\b|\bhigh\b", re.IGNORECASE),
    re.compile(r"重要|较急|中等|important|medium|moderate", re.IGNORECASE),
    re.compile(r"一般|普通|常规|轻微|normal|standard|general|routine|minor|\blow\b", re.IGNORECASE),
)
_COUNTED = re.compile(r"\b(?:p|s|sev(?:erity)?|prio(?:rity)?)[ -]?([0-9])\b", re.IGNORECASE)
"""Levels of which the first is the gravest."""
_NUMBERED = re.compile(r"([一二三四五六])级|([1-6])\s?级|\b(?:level|tier|grade|class)[ -]?([0-9])\b", re.IGNORECASE)
"""Levels of which the first may be the lightest, too."""
_NUMBERS = "一二三四五六"


class _Limited(NamedTuple):
    """A level, its place among all, and one of its limits, as typed and in seconds by the clock."""

    place: int
    level: ServiceLevel
    text: str
    seconds: float


def check(context: Context) -> Iterator[Finding]:
    """Every limit that is longer than that of a lighter level."""
    for path, part in context.sop.services():
        if len(part.service_levels) > 1:
            yield from _inverted(part.service_levels, (*path, "service_levels"), context.policy.calendar)


def _inverted(levels: Sequence[ServiceLevel], path: Path, calendar: WorkCalendar) -> Iterator[Finding]:
    limits = {key: _limits(levels, key, calendar) for key in SLOWER}
    order = _by_gravity(levels, limits.values())
    for key, message in SLOWER.items():
        for graver, lighter in pairwise(limits[key][place] for place in order if place in limits[key]):
            own = limits["resolution"].get(graver.place, graver)
            if lighter.seconds >= graver.seconds or graver.seconds > own.seconds:
                continue  # a response later than its own resolution is found by late-response
            names = {"graver": graver.level.level, "lighter": lighter.level.level}
            said = message.format(**names, long=graver.text, short=lighter.text)
            related = ((OTHER, (*path, lighter.place, key)),)
            yield Finding((*path, graver.place, key), said, HINT, related=related)


def _limits(levels: Sequence[ServiceLevel], key: str, calendar: WorkCalendar) -> dict[int, _Limited]:
    """The limits of one kind that can be compared, by the places of the levels."""
    limits = ((place, level, getattr(level, key)) for place, level in enumerate(levels))
    return {
        place: _Limited(place, level, limit.within.text, limit.within.upper.least(calendar))
        for place, level, limit in limits
        if limit is not None and limit.within is not None
    }


def _by_gravity(levels: Sequence[ServiceLevel], limits: Iterable[Mapping[int, _Limited]]) -> Sequence[int]:
    """The places of levels from the gravest to the lightest; empty if that cannot be told."""
    names = [level.level for level in levels]
    ranks = [_rank(name) for name in names]
    known = _sorted(ranks) or _sorted([_number(_COUNTED, name) for name in names])
    if known:
        return known
    numbered = _sorted([_number(_NUMBERED, name) for name in names])
    graded = [place for place, rank in enumerate(ranks) if rank is not None]
    order = numbered or (graded if len(graded) > 1 else [*range(len(levels))])
    rising = falling = 0
    for by_place in limits:
        seconds = [by_place[place].seconds for place in order if place in by_place]
        rising += sum(one < other for one, other in pairwise(seconds))
        falling += sum(one > other for one, other in pairwise(seconds))
    if rising == falling:
        return numbered
    return order if rising > falling else order[::-1]


def _sorted(ranks: Sequence[int | None]) -> list[int]:
    """The places of what has a rank, in the order of the ranks; empty if two have the same, or only one has any.

    What has none stands beside the levels: 咨询与建议 under 重大投诉 and 一般投诉.
    """
    ranked = [(rank, place) for place, rank in enumerate(ranks) if rank is not None]
    return [place for _, place in sorted(ranked)] if len(dict(ranked)) == len(ranked) > 1 else []


def _rank(name: str) -> int | None:
    return next((rank for rank, words in enumerate(_RANKS) if words.search(name)), None)


def _number(pattern: re.Pattern[str], name: str) -> int | None:
    match = pattern.search(name)
    number = next(filter(None, match.groups())) if match else ""
    return (int(number) if number.isascii() else _NUMBERS.index(number) + 1) if number else None
