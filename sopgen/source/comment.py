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
    found: list[Comment] = []
    below: Comment | None = None
    for match in reversed(matches):
        if _is_comment(match, source, written):
            below = _comment(match, source, written, below)
            found.append(below)
    return tuple(reversed(found))


def _is_comment(match: re.Match[str], source: Source, written: Sequence[Scalar]) -> bool:
    before = bisect_right(written, match.start(), key=_start) - 1
    if before < 0 or match.start() >= written[before].end:
        return True
    in_first_line = source.text.find("\n", written[before].start, match.start()) < 0
    return in_first_line and written[before].style in ("|", ">")


def _comment(match: re.Match[str], source: Source, written: Sequence[Scalar], below: Comment | None) -> Comment:
    location = source.location(match.start(), match.end(1))
    assert location.span is not None
    line = location.span.start.line
    own_line = source.line(line).lstrip().startswith("#")
    lines = _next_content(line, source, written, below) if own_line else _lines(line, source, written)
    return Comment(location.span, match[1].rstrip(), line, own_line, lines)


def _next_content(line: int, source: Source, written: Sequence[Scalar], below: Comment | None) -> range:
    """The lines of what comes first below that is more than a comment; the line itself if there is nothing.

    ``below`` is the next comment, which has looked from its own line on.
    """
    for number in range(line + 1, source.position(len(source.text)).line + 1):
        if below is not None and below.own_line and below.line == number:
            return below.lines if below.lines.start > number else range(line, line + 1)
        content = source.line(number).lstrip()
        if content and not content.startswith("#"):
            return _lines(number, source, written)
    return range(line, line + 1)


def _lines(line: int, source: Source, written: Sequence[Scalar]) -> range:
    """A line, and all lines of the texts that begin in it."""
    start, end = source.line_offsets(line)
    beginning = written[bisect_left(written, start, key=_start) : bisect_right(written, end, key=_start)]
    ends = (scalar.start + len(source.text[scalar.start : scalar.end].rstrip()) for scalar in beginning)
    return range(line, max((source.position(end).line for end in ends), default=line) + 1)


def _start(scalar: Scalar) -> int:
    return scalar.start
