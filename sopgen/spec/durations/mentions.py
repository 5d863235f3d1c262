"""Lengths of time that a text speaks of: the 24小时 of 24小时内给出方案, the 5 business days of a longer sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sopgen.spec.durations.duration import Duration
from sopgen.spec.durations.lengths import read_span
from sopgen.spec.durations.numerals import NUMBER
from sopgen.spec.durations.spelling import compiled, fold, in_words, unfolded

_START = f"{NUMBER}|半"
_DATE = in_words("[0-9]{4} *年")
_WITHIN = in_words(
    r"(?:≤|<=?|=<|within|in|under|up +to|less +than|at +(?:the +)?(?:most|latest)"
    r"|(?:no|not) +(?:more|later|longer) +than|不(?:得|能|可|应)?(?:超过|多于|大于|晚于|迟于|超)"
    r"|(?:最(?:长|多|迟|晚)|至多)) *$"
)
_INSIDE = in_words(" *(?:(?:以|之)?内|or +less)")
_MAY_HOLD = re.compile("[秒分时钟天日周月年季期拜]|second|minute|hour|day|week|month|year|[0-9] ?[hms]", re.IGNORECASE)


class Mention(NamedTuple):
    """A length of time in a text.

    Attributes:
        start: where it begins in the text, in characters.
        end: where it ends.
        length: the longest time it says.
        is_limit: whether the words around it make a limit of it: 24小时内, ≤48h, ``within 5 days``.
    """

    start: int
    end: int
    length: Duration
    is_limit: bool


def mentions(text: str) -> Iterator[Mention]:
    """The lengths of time in a text, in order."""
    if not _MAY_HOLD.search(text):
        return
    folded, typed = fold(text), None
    position = 0
    while start := compiled(_START).search(folded, position):
        span = read_span(folded, start.start())
        if span is None or not span.upper or compiled(_DATE).match(folded, start.start()):
            position = start.end()
            continue
        typed = typed or unfolded(text)
        inside = compiled(_INSIDE).match(folded, span.end)
        before = compiled(_WITHIN).search(folded[max(0, start.start() - 24) : start.start()])
        yield Mention(typed[start.start()], typed[span.end], span.upper, bool(inside or before))
        position = span.end
