"""The tree: plain data, and beside it the offsets at which every key and value is written."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple, TypeAlias

from sopgen.diagnostics import Diagnostic, Location
from sopgen.frozen import frozen
from sopgen.source.paths import Path
from sopgen.source.text import Source

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"
"""What YAML says. Scalars are the text that was typed; only a plain empty, ``~`` or ``null`` scalar is None."""


class Marks(NamedTuple):
    """Where the nodes of a tree are written, as offsets into the text.

    Attributes:
        root: start and end of the root.
        inside: for the ``id`` of each map or list, the starts and ends of what stands in it, in its order: key start,
            key end, value start, value end of each item of a map; start, end of each item of a list.
        written: for the start of each alias, the start and end of what it repeats.
    """

    root: tuple[int, int]
    inside: Mapping[int, array[int]]
    written: Mapping[int, tuple[int, int]]


@frozen(slots=False)
class Tree:
    """A text that was read as YAML.

    Attributes:
        source: the text.
        data: what it says. Whatever an alias repeats is one object that stands in several places.
        marks: where everything is written.
        given: the text as it came, where ``source`` has other characters in the places of those that are forbidden.
    """

    source: Source
    data: Data
    marks: Marks
    given: Source | None = None

    @property
    def written(self) -> Source:
        """The text to be changed: with the offsets of ``source``, and every character as it came."""
        return self.given or self.source

    @cached_property
    def notices(self) -> tuple[Diagnostic, ...]:
        """Warnings about what was read, though hardly as it was meant."""
        from sopgen.source.overlooked import overlooked

        return tuple(overlooked(self.source))

    def locate(self, path: Path, *, key: bool = False) -> Location:
        """Where the value at ``path`` is written, or that of the longest part of ``path`` that exists.

        What an alias or a merge key brings in is located where it is written, not where it is repeated. With ``key``,
        the location of the key that the value stands under; an item of a list has none, so it is the item's own.
        """
        start, end = self.offsets(path, key=key)
        return self.source.location(start, end)

    def value(self, path: Path) -> Data:
        """The value at ``path``; None if there is nothing."""
        found = self.data
        for part in path:
            place = _place(found, part)
            if isinstance(found, dict) and place is not None:
                found = found[str(part)]
            elif isinstance(found, list) and place is not None:
                found = found[place]
            else:
                return None
        return found

    def offsets(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Like ``locate``, as offsets into the text of the source."""
        holder: Data = self.data
        value_at, key_at = self.marks.root, self.marks.root
        for part in path:
            place = _place(holder, part)
            if place is None:
                break
            spots = self.marks.inside[id(holder)]
            if isinstance(holder, dict):
                key_start, key_end, start, end = spots[4 * place : 4 * place + 4]
                value_at = self.marks.written.get(start, (start, end))
                key_at, holder = (key_start, key_end), holder[str(part)]
            elif isinstance(holder, list):
                start, end = spots[2 * place : 2 * place + 2]
                value_at = self.marks.written.get(start, (start, end))
                key_at, holder = value_at, holder[place]
        return self._trimmed(*(key_at if key else value_at))

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Without the line breaks that end a block scalar."""
        return start, start + len(self.source.text[start:end].rstrip(" \t\n"))


def _place(holder: Data, part: str | int) -> int | None:
    """The position in ``holder`` of what stands under ``part``; None if there is nothing."""
    if isinstance(holder, dict):
        return list(holder).index(str(part)) if str(part) in holder else None
    if isinstance(holder, list) and isinstance(part, int) and 0 <= part < len(holder):
        return part
    return None
