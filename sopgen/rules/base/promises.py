"""The times that a document promises outside its steps, each by what it is promised for.

Two documents promise the same only where both say so in the same words: for a level of service of the same type of
document with the same name and criteria, for a channel of the same department with the same purpose, for a deadline
of the same matter, counted from the same moment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sopgen.rules.base.facts import Promise, Spot
from sopgen.source import Path
from sopgen.spec import LoadedSpec

if TYPE_CHECKING:
    from sopgen.spec.limits import Limit

TELLING = 8
"""From how many letters on a matter says by itself what it is about: 受理决定 differs from procedure to procedure."""


def promises(spec: LoadedSpec, at: Callable[[Path], Spot]) -> Iterator[Promise]:
    """The times that a document promises; ``at`` tells where a path stands."""
    for subject, what, limit, path in _limits(spec):
        if limit is not None and limit.within is not None:
            key = tuple(_bare(word) for word in (*subject, limit.from_ or "", limit.excludes or ""))
            yield Promise(key, what, limit.within.upper, limit.within.text, at((*path, "within")))


def _limits(spec: LoadedSpec) -> Iterator[tuple[tuple[str, ...], str, Limit | None, Path]]:
    kind, department = spec.sop.type or "", spec.sop.department or ""
    subject: tuple[str, ...]
    for path, part in spec.sop.services():
        for place, level in enumerate(part.service_levels):
            if level.criteria is not None:
                for key in ("first_response", "resolution"):
                    subject = (key, kind, level.level, level.criteria)
                    yield subject, level.level, getattr(level, key), (*path, "service_levels", place, key)
        for place, channel in enumerate(part.channels):
            subject = ("channel", department, channel.name, channel.purpose or "")
            yield subject, channel.name, channel.first_response, (*path, "channels", place, "first_response")
        for place, deadline in enumerate(part.deadlines):
            subject = ("deadline", "" if len(_bare(deadline.matter)) >= TELLING else kind, deadline.matter)
            yield subject, deadline.matter, deadline.limit, (*path, "deadlines", place, "limit")


def _bare(text: str) -> str:
    """A text without what is only typed otherwise: white space, punctuation, capitals."""
    return re.sub(r"[\W_]+", "", text).casefold()
