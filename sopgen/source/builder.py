"""From YAML events to data, offsets and problems, in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sopgen.diagnostics import Diagnostic, Location
from sopgen.source import problems
from sopgen.source.maps import settle
from sopgen.source.text import Source
from sopgen.source.tree import Data, Marks

DEPTH_LIMIT: Final = 64
"""Levels of nesting. Real procedures have about ten."""
REPEAT_LIMIT: Final = 1024 * 1024
"""Characters that all aliases of a file together may repeat."""
PROBLEM_LIMIT: Final = 1000
"""Problems after which the rest of a file is not looked at."""

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s*)*")
_TAG: Final = re.compile(r"!\S*")


class StoppedError(Exception):
    """The rest of the file is not worth reading; the builder's problems say why."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What an alias repeats.

    Attributes:
        value: what it stands for.
        start: the offset where that is written.
        end: the offset of its end.
        size: the characters it comes to, with all that is repeated inside it.
        height: the levels of maps and lists in it.
    """

    value: Data
    start: int
    end: int
    size: int
    height: int = 0


class Builder:
    """Reads the events of one document.

    The innermost open map or list is ``items``, in a map keys and values in turn, and ``spots``, their offsets. When
    it closes, its spots are kept under the ``id`` of the dict or list; ``tree.Marks`` describes them.

    Attributes:
        problems: what was wrong so far.
        roots: the one value of the document; empty if there is none.
    """

    def __init__(self, source: Source) -> None:
        self.problems: list[Diagnostic] = []
        self.roots: list[Data] = []
        self._source = source
        self._root_spots: list[int] = []
        self._inside: dict[int, list[int]] = {}
        self._written: dict[int, tuple[int, int]] = {}
        self._holders: list[tuple[list[Any], list[int]]] = []
        self._anchors: dict[str, _Anchor | None] = {}  # None: what it names is not closed yet
        self._open_anchors: dict[int, tuple[str, int]] = {}  # by depth: the name, and what was repeated before it
        self._heights: dict[int, int] = {}  # by id, of what aliases may repeat
        self._repeated = 0
        self._nulls = False  # whether there is any

    @property
    def marks(self) -> Marks:
        """Where everything is written."""
        return Marks((self._root_spots[0], self._root_spots[1]), self._inside, self._written)

    def run(self, next_event: Callable[[], Any]) -> None:
        """Read all events.

        Raises:
            StoppedError: there is no point in going on.
            yaml.YAMLError: the text is not YAML.
        """
        items: list[Any] = self.roots
        spots, holders, inside = self._root_spots, self._holders, self._inside
        while (event := next_event()) is not None:  # calls in this loop were measured: keep them out of it
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if value in _NULLS and not event.style:
                    value, self._nulls = None, True
                spots.append(event.start_mark.index)
                spots.append(event.end_mark.index)
                if event.anchor is not None or event.tag is not None:
                    self._name(event, value, spots)
                items.append(value)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                spots.append(event.start_mark.index)
                if event.anchor is not None or event.tag is not None or len(holders) == DEPTH_LIMIT:
                    self._open(event, spots)
                holders.append((items, spots))
                items, spots = [], []
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                end = event.end_mark.index
                if end == event.start_mark.index:  # not a bracket: the last item ends it, not what comes next
                    end = spots[-1]
                value = items if kind is SequenceEndEvent else self._map(items, spots)
                inside[id(value)] = spots
                items, spots = holders.pop()
                if self._open_anchors:
                    self._close(value, spots[-1], end)
                items.append(value)
                spots.append(end)
            else:
                self._other(event, items, spots)

    def _name(self, event: Any, value: str | None, spots: list[int]) -> None:
        """Keep a scalar for aliases."""
        spots[-2] = start = self._start_of_content(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchor(value, start, spots[-1], spots[-1] - start)

    def _open(self, event: Any, spots: list[int]) -> None:
        """Note the anchor of a map or list."""
        if len(self._holders) == DEPTH_LIMIT:
            self._stop(problems.DEEP_NESTING.at(self._location(event), limit=DEPTH_LIMIT))
        spots[-1] = self._start_of_content(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
            self._open_anchors[len(self._holders)] = event.anchor, self._repeated

    def _close(self, value: Data, start: int, end: int) -> None:
        """Keep a map or list for aliases if it has an anchor."""
        if len(self._holders) in self._open_anchors:
            name, repeated = self._open_anchors.pop(len(self._holders))
            size = end - start + self._repeated - repeated
            self._anchors[name] = _Anchor(value, start, end, size, self._height(value))

    def _height(self, value: Data) -> int:
        if not isinstance(value, dict | list):
            return 0
        if id(value) not in self._heights:
            inner = value.values() if isinstance(value, dict) else value
            self._heights[id(value)] = 1 + max(map(self._height, inner), default=0)
        return self._heights[id(value)]

    def _map(self, items: list[Any], spots: list[int]) -> dict[str, Any]:
        entries = iter(items)
        try:
            value = dict(zip(entries, entries))  # noqa: B905 -- keys and values are as many, and it doubles the time
            distinct = 2 * len(value) == len(items)
            if distinct and "<<" not in value and not (self._nulls and (None in value or None in value.values())):
                return value
        except TypeError:  # a map or a list as a key
            pass
        value, spots[:], found = settle(items, spots, self._holders[-1][1][-1], self._source, self._inside)
        for problem in found:
            self._report(problem)
        return value

    def _other(self, event: Any, items: list[Any], spots: list[int]) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, AliasEvent):
            spots += (start, end)
            items.append(self._repeated_value(event))
        elif isinstance(event, DocumentStartEvent) and items:
            self._stop(problems.SEVERAL_DOCUMENTS.at(self._location(event)))

    def _repeated_value(self, alias: Any) -> Data:
        location, anchor = self._location(alias), self._anchors.get(alias.anchor)
        if anchor is None:
            kind = problems.CYCLIC_ALIAS if alias.anchor in self._anchors else problems.UNDEFINED_ALIAS
            self._report(kind.at(location, name=alias.anchor))
            return None
        if len(self._holders) + anchor.height > DEPTH_LIMIT:
            self._stop(problems.DEEP_NESTING.at(location, limit=DEPTH_LIMIT))
        before, self._repeated = self._repeated, self._repeated + anchor.size
        if self._repeated > REPEAT_LIMIT:
            if before <= REPEAT_LIMIT:
                self._report(problems.ALIAS_BOMB.at(location, limit=REPEAT_LIMIT))
            return None
        self._written[alias.start_mark.index] = anchor.start, anchor.end
        return anchor.value

    def _start_of_content(self, event: Any) -> int:
        """The offset after the anchor and the tag of a node; a tag is a problem."""
        text, start = self._source.text, event.start_mark.index
        properties = _PROPERTIES.match(text, start, event.end_mark.index)
        end = properties.end() if properties else start
        if event.tag is not None and (tag := _TAG.search(text, start, end)):
            self._report(problems.TAG.at(self._source.location(*tag.span()), tag=tag[0]))
        return end

    def _location(self, event: Any) -> Location:
        return self._source.location(event.start_mark.index, event.end_mark.index)

    def _report(self, problem: Diagnostic) -> None:
        self.problems.append(problem)
        if len(self.problems) >= PROBLEM_LIMIT:
            raise StoppedError

    def _stop(self, problem: Diagnostic) -> NoReturn:
        self.problems.append(problem)
        raise StoppedError
