"""The scalars of a text as they are written, for what looks at the text once more."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.source.events import events


class Scalar(NamedTuple):
    """A scalar as it is written: its offsets and its style, ``""`` for a plain one, else its first character."""

    start: int
    end: int
    style: str


def scalars(text: str) -> tuple[Scalar, ...]:
    """The scalars of ``text`` that are more than nothing, in its order."""
    from yaml import ScalarEvent

    found: list[Scalar] = []
    for event in events(text):
        start, end = event.start_mark.index, event.end_mark.index
        if start < end and isinstance(event, ScalarEvent):
            found.append(Scalar(start, end, event.style or ""))
    return tuple(found)
