"""What would mend a finding; the paths in its changes are those of the model, as in findings."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.changes import Append, Change, Rename, Reorder, Replace
from sopgen.diagnostics import Message

__all__ = ["Append", "Change", "Rename", "Reorder", "Repair", "Replace", "writing"]

WRITE = Message(zh="改为“{name}”", en="write `{name}`")


class Repair(NamedTuple):
    """Changes that mend a finding.

    Attributes:
        changes: the changes, made together or not at all.
        safe: whether they cannot change what the document means.
        title: what they do, in a few words.
    """

    changes: tuple[Change, ...]
    safe: bool
    title: Message


def writing(change: Replace, name: str = "", *, safe: bool = True) -> Repair:
    """What writes that which was meant, ``safe`` if plainly; ``name`` is how to call it, what is written if empty."""
    return Repair((change,), safe=safe, title=WRITE.format(name=name or change.new))
