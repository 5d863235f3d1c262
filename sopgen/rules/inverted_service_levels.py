"""A graver level that is served more slowly than a lighter one.

Levels of severity exist so that what is grave is dealt with first. A limit that is longer for the graver level is as a
rule a slip of the pen, and the front line will follow it.

Correct the limits, or the order of the levels. How grave a level is, is told by its name (重大 紧急 重要 一般,
`Critical`, `Urgent`, `P1`); where names do not say, the limits of the other levels do.

级别高的反而更慢。分级就是为了先办重要的事；高级别的时限比低级别的长，多半是笔误，而一线会照着执行。

请改正时限或级别。级别高低看名称（重大、紧急、重要、一般，P1、P2）；名称看不出的，看其余各级时限的走向。

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
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding

if TYPE_CHECKING:
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
    re.compile(r"特别?重大|特大|特急|危急|致命|\b(?:p|s|sev ?)0\b|emergency|life-threat", re.IGNORECASE),
    re.compile(r"重大|critical|blocker|\b(?:p|s|sev ?-?)1\b", re.IGNORECASE),
    re.compile(r"紧急|严重|加急|urgent|severe|\bmajor\b|\bhigh\b|\b(?:p|s|sev ?-?)2\b", re.IGNORECASE),
    re.compile(r"重要|较急|中等|important|medium|moderate|\b(?:p|s|sev ?-?)3\b", re.IGNORECASE),
    re.compile(
        r"一般|普通|常规|轻微|normal|standard|general|routine|minor|\blow\b|\b(?:p|s|sev ?-?)4\b", re.IGNORECASE
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Every limit that is longer than that of a lighter level."""
    levels = context.sop.service_levels
    for key, message in SLOWER.items() if len(levels) > 1 else ():
        limits = [
            (at, level, seconds) for at, level in enumerate(levels) if (seconds := _seconds(context, level, key)) >= 0
        ]
        for graver, lighter in pairwise(_by_gravity(limits)):
            if graver[2] > lighter[2]:
                long, short = (getattr(level, key).within.text for level in (graver[1], lighter[1]))
                said = message.format(graver=graver[1].level, lighter=lighter[1].level, long=long, short=short)
                related = ((OTHER, ("service_levels", lighter[0], key)),)
                yield Finding(("service_levels", graver[0], key), said, HINT, related=related)


_Limited = tuple[int, "ServiceLevel", float]


def _seconds(context: Context, level: ServiceLevel, key: str) -> float:
    """A limit of a level by the clock, -1 if there is none to compare."""
    limit = getattr(level, key)
    return -1 if limit is None or limit.within is None else limit.within.upper.least(context.policy.calendar)


def _by_gravity(limits: list[_Limited]) -> list[_Limited]:
    """Levels from the gravest to the lightest, as far as that can be told."""
    ranks = [_rank(level) for _, level, _ in limits]
    if all(rank is not None for rank in ranks) and len(set(ranks)) == len(ranks):
        return [one for _, one in sorted(zip(ranks, limits, strict=True), key=lambda pair: pair[0] or 0)]
    rising = sum(one[2] < other[2] for one, other in pairwise(limits))
    falling = sum(one[2] > other[2] for one, other in pairwise(limits))
    if rising > falling:
        return limits
    return limits[::-1] if falling > rising else []


def _rank(level: ServiceLevel) -> int | None:
    return next((rank for rank, words in enumerate(_RANKS) if words.search(level.level)), None)
