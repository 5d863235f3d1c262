"""From YAML events to data, offsets and problems, in one pass."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from itertools import pairwise
from sys import intern
from typing import TYPE_CHECKING, Any, Final

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
from sopgen.source.limits import DEPTH_LIMIT, PROBLEM_LIMIT, StoppedError
from sopgen.source.text import Source
from sopgen.source.tree import Data, Marks

if TYPE_CHECKING:
    from sopgen.source.maps import Context
    from sopgen.source.properties import Properties

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})


class Builder:
    """Reads the events of one document.

    Each open map or list is a holder: ``items``, in a map keys and values in turn, ``spots``, their offsets, and the
    event that began it. When it closes, its spots are kept under the ``id`` of the dict or list; ``tree.Marks``
    describes them. The outermost holder is that of the document.

    What few specs need is imported where they need it: it would take longer than to read them.

    Attributes:
        problems: what was wrong so far.
        roots: the one value of the document; empty if there is none.
    """

    def __init__(self, source: Source) -> None:
        self.problems: list[Diagnostic] = []
        self.roots: list[Data] = []
        self._source = source
        self._inside: dict[int, array[int]] = {}
        self._holders: list[tuple[list[Any], array[int], type]] = [(self.roots, array("I"), DocumentStartEvent)]
        self._properties: Properties | None = None  # until there is an anchor, an alias or a tag
        self._nulls = False  # whether there is any

    @property
    def marks(self) -> Marks:
        """Where everything is written."""
        start, end = self._holders[0][1]
        return Marks((start, end), self._inside, self._properties.written if self._properties else {})

    def run(self, next_event: Callable[[], Any]) -> None:
        """Read all events.

        Raises:
            StoppedError: there is no point in going on.
            yaml.YAMLError: the text is not YAML.
        """
        holders, inside = self._holders, self._inside
        items, spots, _ = holders[-1]
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
                if event.anchor is not None or event.tag is not None or len(holders) > DEPTH_LIMIT:
                    self._open(event, spots)
                items, spots = [], array("I")
                holders.append((items, spots, kind))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                end = event.end_mark.index
                if end == event.start_mark.index:  # not a bracket: the last item ends it, not what comes next
                    end = spots[-1]
                value = items if kind is SequenceEndEvent else self._map(items, spots)
                inside[id(value)] = spots
                del holders[-1]
                items, spots, _ = holders[-1]
                if self._properties is not None:
                    self._properties.close(len(holders), value, spots[-1], end)
                items.append(value)
                spots.append(end)
            else:
                self._other(event, items, spots)

    def settle_open(self) -> None:
        """Look for problems in the maps that are still open, because their text could not be read to its end."""
        from sopgen.source.maps import settle

        if len(self.problems) >= PROBLEM_LIMIT:
            return
        for (_, above, _), (items, spots, kind) in pairwise(self._holders):
            if kind is MappingStartEvent:
                settle(items[: len(items) // 2 * 2], spots, above[-1], self._context(self.problems.append))

    def _name(self, event: Any, value: str | None, spots: array[int]) -> None:
        """See to the anchor and the tag of a scalar."""
        properties = self._with_properties()
        spots[-2] = properties.content(event)
        if event.anchor is not None:
            properties.keep(event.anchor, value, spots[-2], spots[-1])

    def _open(self, event: Any, spots: array[int]) -> None:
        """See to the anchor, the tag and the depth of a map or list."""
        if len(self._holders) > DEPTH_LIMIT:
            from sopgen.source.problems import DEEP_NESTING

            self._report(DEEP_NESTING.at(self._location(event), limit=DEPTH_LIMIT))
            raise StoppedError
        properties = self._with_properties()
        spots[-1] = properties.content(event)
        if event.anchor is not None:
            properties.open(event.anchor, len(self._holders))

    def _map(self, items: list[Any], spots: array[int]) -> dict[str, Any]:
        entries = iter(items)
        try:
            # most keys stand in many maps; strict doubles the time, and there are as many keys as values
            value = dict(zip(map(intern, entries), entries))  # noqa: B905
            distinct = 2 * len(value) == len(items)
            if distinct and "<<" not in value and not (self._nulls and (None in value or None in value.values())):
                return value
        except TypeError:  # a map or a list as a key
            pass
        from sopgen.source.maps import settle

        value, spots[:] = settle(items, spots, self._holders[-2][1][-1], self._context(self._report))
        return value

    def _other(self, event: Any, items: list[Any], spots: array[int]) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, AliasEvent):
            spots.extend((start, end))
            items.append(self._with_properties().repeated(event, len(self._holders) - 1))
        elif isinstance(event, DocumentStartEvent) and items:
            from sopgen.source.problems import SEVERAL_DOCUMENTS

            self._report(SEVERAL_DOCUMENTS.at(self._location(event)))
            raise StoppedError

    def _with_properties(self) -> Properties:
        if self._properties is None:
            from sopgen.source.properties import Properties

            self._properties = Properties(self._source, self._report)
        return self._properties

    def _context(self, report: Callable[[Diagnostic], None]) -> Context:
        from sopgen.source.maps import Context

        return Context(self._source, self._inside, report)

    def _location(self, event: Any) -> Location:
        return self._source.location(event.start_mark.index, event.end_mark.index)

    def _report(self, problem: Diagnostic) -> None:
        self.problems.append(problem)
        if len(self.problems) >= PROBLEM_LIMIT:
            raise StoppedError
