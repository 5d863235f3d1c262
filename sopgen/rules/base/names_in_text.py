"""Which of many names stand in a text, without looking for one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class NamesInText(Generic[T]):
    """Names, each with what is called so, to be found anywhere in texts, in longer words too."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        """``names``: each with what it is a name of; several things may have one name."""
        self._things: dict[str, list[T]] = defaultdict(list)
        for name, thing in names:
            self._things[name].append(thing)
        self._lengths = sorted({len(name) for name in self._things})

    def within(self, text: str) -> set[T]:
        """The things whose names stand in ``text``."""
        return {
            thing
            for length in self._lengths
            for start in range(len(text) - length + 1)
            for thing in self._things.get(text[start : start + length], ())
        }

    def are_over(self, text: str, offset: int) -> bool:
        """Whether a name in ``text`` has the character at ``offset``."""
        return any(
            text[start : start + length] in self._things
            for length in self._lengths
            for start in range(max(0, offset - length + 1), offset + 1)
        )
