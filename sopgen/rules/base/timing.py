"""Where the time on a way through a procedure goes, for readers who want to add it up themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message
from sopgen.source import Path
from sopgen.spec.durations import Duration

if TYPE_CHECKING:
    from sopgen.flow.longest import LongestPaths
    from sopgen.rules.base.context import Context

PART = Message(zh="步骤 {number}：{length}", en="step {number}: {length}")
WAIT = Message(zh="步骤 {number} 之后等待：{length}", en="the wait after step {number}: {length}")
OTHERS = Message(zh="其余 {count} 处，从这里开始：{length}", en="{count} more, the first of them here: {length}")
SHOWN = 8
"""Up to how many parts are told one by one."""

BOTH = Message(zh="{business}加{clock}", en="{business} and {clock}")


def spelt_out(length: Duration) -> Message:
    """A length of time with business time and clock time apart."""
    business, clock = replace(length, clock=0), Duration(length.clock)
    return BOTH.format(business=business.words(), clock=clock.words()) if business and clock else length.words()


def parts(
    context: Context, names: Iterable[str], ways: LongestPaths, around: str = ""
) -> Iterator[tuple[Message, Path]]:
    """The steps and waits on a way that take time of their own inside the step ``around``, each with how long.

    Where they are many, those that take longest come one by one, and the others together.
    """
    found: list[tuple[Duration, Message, Path]] = []
    for name in names:
        node = context.graph.nodes[name]
        place, length = context.step_places.get(node.path), ways.own(name)
        if place is not None and length and node.around == around:
            text = WAIT if node.kind == "wait" else PART
            found.append((length, text.format(number=place.number, length=length.words()), place.path))
    by_length = sorted(range(len(found)), key=lambda at: found[at][0].least(ways.calendar), reverse=True)
    shown, others = by_length[:SHOWN], sorted(by_length[SHOWN:])
    yield from (found[at][1:] for at in sorted(shown))
    if others:
        length = sum((found[at][0] for at in others), Duration())
        yield OTHERS.format(count=len(others), length=spelt_out(length)), found[others[0]][2]
