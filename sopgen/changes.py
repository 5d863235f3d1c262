"""Changes to what a file says: values, keys, the order of lists. ``source.changing`` makes them in the text."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Place: TypeAlias = tuple[str | int, ...]
"""The path of what is changed: keys of maps and 0-based positions in lists."""


class Replace(NamedTuple):
    """Another text in place of a value, or of a part of it.

    Attributes:
        path: the path of the value.
        new: what to write.
        part: the part to replace; the whole value if empty.
        offset: where in the value to look for ``part``, in characters.
    """

    path: Place
    new: str
    part: str = ""
    offset: int = 0


class Rename(NamedTuple):
    """Another key for the value at ``path``."""

    path: Place
    new: str


class Reorder(NamedTuple):
    """The items of the list at ``path`` in another order: their present positions, in the order wanted."""

    path: Place
    order: tuple[int, ...]


class Append(NamedTuple):
    """A further item at the end of the list at ``path``, a map of texts; a list that is not there is begun."""

    path: Place
    item: tuple[tuple[str, str], ...]


Change: TypeAlias = Replace | Rename | Reorder | Append
