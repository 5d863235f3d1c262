"""What a rule yields: a message and where in the model it belongs. Where that is in the text is looked up later."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.diagnostics import Message, Span
from sopgen.rules.base.repair import Repair
from sopgen.source import Path


class Finding(NamedTuple):
    """Something that a rule forbids.

    Attributes:
        path: the path in the model of the value it speaks of.
        message: what is wrong, in one sentence.
        hint: what to do about it.
        related: further places, each with what is there.
        at_key: whether it speaks of the key rather than of the value.
        part: the part of a text that it speaks of; empty for the whole of it.
        offset: where in that text to look for ``part``, in characters.
        span: where it is, for what stands in the text but not in the model: a comment.
        repair: what would mend it.
    """

    path: Path
    message: Message
    hint: Message | None = None
    related: tuple[tuple[Message, Path], ...] = ()
    at_key: bool = False
    part: str = ""
    offset: int = 0
    span: Span | None = None
    repair: Repair | None = None
