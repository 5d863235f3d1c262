"""What would mend a finding, in terms of the model. ``rules.repairing`` works out the changes to the text."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from sopgen.diagnostics import Message
from sopgen.source import Path


class Replace(NamedTuple):
    """Other text in place of a value, or of a part of it.

    Attributes:
        path: the path of the value.
        new: what to write.
        part: the part to replace; the whole value if empty.
        offset: where in the value to look for ``part``, in characters.
    """

    path: Path
    new: str
    part: str = ""
    offset: int = 0


class Reorder(NamedTuple):
    """The items of the list at ``path`` in another order: the present positions, in the order wanted."""

    path: Path
    order: tuple[int, ...]


class Append(NamedTuple):
    """A further item at the end of the list at ``path``, a map of texts; the list is begun if it is not there."""

    path: Path
    item: tuple[tuple[str, str], ...]


Change: TypeAlias = Replace | Reorder | Append


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
