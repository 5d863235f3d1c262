"""Comments that speak to sopgen, such as ``# sopgen: ignore[some-rule] because …``."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from sopgen.diagnostics import Span
from sopgen.source.scalars import Scalar, scalars
from sopgen.source.text import Source
from sopgen.source.tree import Tree

_COMMENT: Final = re.compile(r"#(?<!\S#)[# ]*(sopgen *[:：].*)")  # the literal # first: many times faster


class Comment(NamedTuple):
    """A comment that begins with ``sopgen:``.

    Attributes:
        span: from its ``#`` to the end of its line.
        text: what it says, without the ``#`` and the blanks around it.
        line: the 1-based line it stands in.
        own_line: whether nothing but the comment stands in that line.
        lines: the lines it speaks of: its own or, if it has that for itself, the next one with content; and all lines
            of a text that begins there, since no comment can stand inside a block of text.
    """

    span: Span
    text: str
    line: int
    own_line: bool
    lines: range


def comments(tree: Tree) -> tuple[Comment, ...]:
    """The comments of a tree that begin with ``sopgen:``, in its order.

    What looks like one inside a quoted text or a block of text is text. A full-width colon is accepted.
    """
    source = tree.source
    matches = list(_COMMENT.finditer(source.text))
    if not matches:
        return ()
    written = scalars(source.text)
    return tuple(_comment(match, source, written) for match in matches if _is_comment(match, source, written))


def _is_comment(match: re.Match[str], source: Source, written: Sequence[Scalar]) -> bool:
    before = bisect_right(written, match.start(), key=_start) - 1
    if before < 0 or match.start() >= written[before].end:
        return True
    in_first_line = "\n" not in source.text[written[before].start : match.start()]
    return in_first_line and written[before].style in ("|", ">")


def _comment(match: re.Match[str], source: Source, written: Sequence[Scalar]) -> Comment:
    location = source.location(match.start(), match.end(1))
    assert location.span is not None
    line = location.span.start.line
    own_line = source.line(line).lstrip().startswith("#")
    first = _next_content(source, line) if own_line else line
    return Comment(location.span, match[1].rstrip(), line, own_line, range(first, _last(first, source, written) + 1))


def _next_content(source: Source, line: int) -> int:
    """The first line below that holds more than a comment; the line itself if there is none."""
    for number in range(line + 1, source.position(len(source.text)).line + 1):
        content = source.line(number).lstrip()
        if content and not content.startswith("#"):
            return number
    return line


def _last(line: int, source: Source, written: Sequence[Scalar]) -> int:
    """The last line of the texts that begin in a line."""
    start, end = source.line_offsets(line)
    beginning = written[bisect_left(written, start, key=_start) : bisect_right(written, end, key=_start)]
    ends = (scalar.start + len(source.text[scalar.start : scalar.end].rstrip()) for scalar in beginning)
    return max((source.position(end).line for end in ends), default=line)


def _start(scalar: Scalar) -> int:
    return scalar.start
