"""The place at which a YAML parser gave up, and the text around it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from sopgen.diagnostics import Location
from sopgen.frozen import frozen
from sopgen.source.events import events
from sopgen.source.text import Source

if TYPE_CHECKING:
    from yaml import YAMLError

_SHOWN: Final = 40
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_ITEM: Final = re.compile(r"(?:\[\[[^\[\]]*\]\]|\{[^{}]*\}|[^,\]}])*")
"""To the end of an item in brackets; references and blanks are parts of its text."""


@frozen(slots=False)
class Stop:
    """Where and why a parser gave up.

    Attributes:
        source: the text.
        words: what the parser said, to be recognised but never shown.
        at: offset of the first character it could not use; at the end of a text, that of the last before it.
        opened: offset at which what it was reading begins; ``at`` if it did not say.
        at_end: whether it reached the end of the text.
    """

    source: Source
    words: str
    at: int
    opened: int
    at_end: bool

    @classmethod
    def of(cls, error: YAMLError, source: Source) -> Stop:
        """The place that ``error`` speaks of."""
        mark = getattr(error, "problem_mark", None)
        opened = getattr(error, "context_mark", None) or mark
        words = f"{getattr(error, 'context', '')} | {getattr(error, 'problem', '')}"
        last = max(len(source.text.rstrip()) - 1, 0)
        at, begun = (min(place.index, last) if place else 0 for place in (mark, opened))
        return cls(source, words, at, begun, at_end=mark is not None and mark.index > last)

    @property
    def text(self) -> str:
        """The text of the source."""
        return self.source.text

    @property
    def character(self) -> str:
        """The character at which the parser gave up."""
        return self.text[self.at : self.at + 1]

    @cached_property
    def last(self) -> Any:
        """The last event that stands for something written before the stop; None if there is none."""
        return next((event for event in reversed(self._events) if event.start_mark.index < event.end_mark.index), None)

    @cached_property
    def brackets(self) -> tuple[int, ...]:
        """The offsets of the brackets that are open at the stop."""
        return self._bracket_offsets[0]

    @cached_property
    def opening(self) -> int:
        """The offset of the bracket that was closed last; ``at`` if none was."""
        return self._bracket_offsets[1]

    @cached_property
    def _bracket_offsets(self) -> tuple[tuple[int, ...], int]:
        found: list[int] = []
        closed = self.at
        for event in self._events:
            written = self.text[event.start_mark.index : event.end_mark.index]
            if written.endswith(("[", "{")) and hasattr(event, "flow_style"):
                found.append(event.end_mark.index - 1)
            elif written in ("]", "}") and not hasattr(event, "value"):
                closed = found.pop()
        return tuple(found), closed

    @cached_property
    def _events(self) -> tuple[Any, ...]:
        return events(self.text)

    def line_start(self, offset: int) -> int:
        """The offset at which the line of ``offset`` begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """The offset at which the content of the line of ``offset`` ends."""
        end = self.text.find("\n", offset)
        line = self.text[offset : end if end >= 0 else len(self.text)]
        return offset + len(line.rstrip())

    def same_line(self, start: int, end: int) -> bool:
        """Whether there is no line break between two offsets."""
        return "\n" not in self.text[start:end]

    def line_above(self, line: int) -> int | None:
        """The beginning of the nearest line with content above the line that begins at ``line``."""
        while line > 0:
            line = self.line_start(line - 1)
            if self.text[self.content(line) : self.line_end(line)][:1] not in ("", "#"):
                return line
        return None

    def content(self, line: int) -> int:
        """The offset of the first character that is not a space in the line that begins at ``line``."""
        return line + self.indent(line)

    def indent(self, offset: int) -> int:
        """How many spaces the line of an offset begins with."""
        line = self.line_start(offset)
        content = self.text[line : self.line_end(line)]
        return len(content) - len(content.lstrip(" "))

    def column(self, offset: int) -> int:
        """The characters before an offset in its line."""
        return offset - self.line_start(offset)

    def value(self, start: int) -> str:
        """The text of one value that begins at ``start``: to the end of its line, in brackets to the next item."""
        text = self.text[start : self.line_end(start)]
        item = _ITEM.match(text, max(1, self.at - start)) if self.brackets or self._in_brackets(start) else None
        return text[: item.end()].rstrip() if item else text

    def _in_brackets(self, offset: int) -> bool:
        """Whether a bracket is open in the line before an offset, which no event tells if the next sign is wrong."""
        line = _QUOTED.sub("", self.text[self.line_start(offset) : offset])
        return any(line.count(opening) > line.count(closing) for opening, closing in ("{}", "[]"))

    def quoted(self, start: int) -> str:
        """The value that begins at ``start``, in quotes, as its author should write it."""
        value = self.shown(self.value(start))
        return f'"{value}"' if not {'"', "\\"} & set(value) else "'" + value.replace("'", "''") + "'"

    def shown(self, text: str) -> str:
        """A text, shortened if it is long."""
        return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"

    def span(self, start: int, length: int = 1) -> Location:
        """The location of some characters."""
        return self.source.location(start, start + length)

    def rest(self, start: int) -> Location:
        """The location from an offset to the end of its line."""
        return self.source.location(start, max(self.line_end(start), start + 1))
