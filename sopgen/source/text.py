"""The text of a file, and where an offset in it is for a person with an editor."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property

from sopgen.diagnostics import Location, Position, Span
from sopgen.frozen import frozen


@frozen(slots=False)
class Source:
    """A text and where it came from.

    Attributes:
        file: the file as the user named it.
        text: what it holds, without a byte order mark; every line break is a line feed.
        sha256: hex digest of ``text`` in UTF-8, the same whatever line breaks the file was saved with.
    """

    file: str
    text: str
    sha256: str

    def line(self, number: int) -> str:
        """The line of that 1-based number without its line break; empty beyond the last."""
        start, end = self.line_offsets(number)
        return self.text[start:end]

    def line_offsets(self, number: int) -> tuple[int, int]:
        """The offsets at which the line of that 1-based number begins and ends; both 0 beyond the last."""
        starts = self._line_starts
        if not 1 <= number <= len(starts):
            return 0, 0
        return starts[number - 1], starts[number] - 1 if number < len(starts) else len(self.text)

    def position(self, offset: int) -> Position:
        """The line and column of the character at ``offset``; beyond the text, those of its end."""
        offset = min(offset, len(self.text))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def location(self, start: int, end: int) -> Location:
        """The location of the characters from offset ``start`` up to, not including, ``end``."""
        return Location(self.file, Span(self.position(start), self.position(max(start, end))))

    @cached_property
    def _line_starts(self) -> array[int]:
        return array("I", [0, *(found.end() for found in re.finditer("\n", self.text))])
