"""Anchors, aliases and tags: what YAML puts before a value, or in its place. Few specs have any."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from sopgen.diagnostics import Diagnostic
from sopgen.source import problems
from sopgen.source.limits import DEPTH_LIMIT, REPEAT_LIMIT, StoppedError
from sopgen.source.text import Source
from sopgen.source.tree import Data

_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s*)*")
_TAG: Final = re.compile(r"!\S*")


class _Anchor(NamedTuple):
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
    height: int


class Properties:
    """The anchors of a document and what their aliases come to.

    Attributes:
        written: as in ``tree.Marks``.
    """

    def __init__(self, source: Source, report: Callable[[Diagnostic], None]) -> None:
        self.written: dict[int, tuple[int, int]] = {}
        self._source = source
        self._report = report
        self._anchors: dict[str, _Anchor | None] = {}  # None: what it names is not closed yet
        self._open: dict[int, tuple[str, int]] = {}  # by depth: the name, and what was repeated before it
        self._heights: dict[int, int] = {}  # by id, of what aliases may repeat
        self._repeated = 0

    def content(self, event: Any) -> int:
        """The offset at which a value begins, after its anchor and its tag; a tag is a problem."""
        text, start = self._source.text, event.start_mark.index
        properties = _PROPERTIES.match(text, start, event.end_mark.index)
        end = properties.end() if properties else start
        if event.tag is not None and (tag := _TAG.search(text, start, end)):
            self._report(problems.TAG.at(self._source.location(*tag.span()), tag=tag[0]))
        return end

    def keep(self, name: str, value: str | None, start: int, end: int) -> None:
        """Keep a scalar for the aliases of that name."""
        self._anchors[name] = _Anchor(value, start, end, end - start, 0)

    def open(self, name: str, depth: int) -> None:
        """Note that a map or list begins that has an anchor."""
        self._anchors[name] = None
        self._open[depth] = name, self._repeated

    def close(self, depth: int, value: Data, start: int, end: int) -> None:
        """Keep a map or list that ends, if it has an anchor."""
        if depth in self._open:
            name, repeated = self._open.pop(depth)
            size = end - start + self._repeated - repeated
            self._anchors[name] = _Anchor(value, start, end, size, self._height(value))

    def repeated(self, alias: Any, depth: int) -> Data:
        """What an alias stands for; None if that is a problem.

        Raises:
            StoppedError: it nests too deep.
        """
        location = self._source.location(alias.start_mark.index, alias.end_mark.index)
        anchor = self._anchors.get(alias.anchor)
        if anchor is None:
            kind = problems.CYCLIC_ALIAS if alias.anchor in self._anchors else problems.UNDEFINED_ALIAS
            self._report(kind.at(location, name=alias.anchor))
            return None
        if depth + anchor.height > DEPTH_LIMIT:
            self._report(problems.DEEP_NESTING.at(location, limit=DEPTH_LIMIT))
            raise StoppedError
        before, self._repeated = self._repeated, self._repeated + anchor.size
        if self._repeated > REPEAT_LIMIT:
            if before <= REPEAT_LIMIT:
                self._report(problems.ALIAS_BOMB.at(location, limit=REPEAT_LIMIT))
            return None
        self.written[alias.start_mark.index] = anchor.start, anchor.end
        return anchor.value

    def _height(self, value: Data) -> int:
        if not isinstance(value, dict | list):
            return 0
        if id(value) not in self._heights:
            inner = value.values() if isinstance(value, dict) else value
            self._heights[id(value)] = 1 + max(map(self._height, inner), default=0)
        return self._heights[id(value)]
