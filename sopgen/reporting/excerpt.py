"""The line that a diagnostic speaks of, with the span underlined, aligned in a terminal."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sopgen.diagnostics import Location, Span

WIDTH = 100
"""Columns of a terminal that an excerpt may take; longer lines are cut on both sides of the span."""
_TAB = "    "
_CUT = "…"


class Excerpt(NamedTuple):
    """A line of a file and the marks under it.

    Attributes:
        number: the 1-based number of the line.
        line: the line, or the part of it around the span.
        marks: spaces and carets that stand under the span.
    """

    number: int
    line: str
    marks: str


def excerpt(location: Location) -> Excerpt | None:
    """The excerpt for a location; None where the file has no such line, or cannot be read."""
    if location.span is None:
        return None
    number = location.span.start.line
    lines = lines_of(location.file)
    if not 1 <= number <= len(lines):
        return None
    before, inside, after = _split(lines[number - 1], location.span)
    before, inside, after = _fitted(before, inside, after)
    return Excerpt(number, before + inside + after, " " * width(before) + "^" * max(width(inside), 1))


def width(text: str) -> int:
    """The columns that ``text`` takes in a terminal: two for Chinese characters, none for combining ones."""
    return sum(_width(character) for character in text) if not text.isascii() else len(text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


_READ: dict[str, str] = {}


def remember(file: str, text: str) -> None:
    """Take the lines of ``file`` from ``text``, for one that came from elsewhere than a file of that name."""
    _READ[file] = text
    lines_of.cache_clear()


@lru_cache(maxsize=8)
def lines_of(file: str) -> list[str]:
    """The lines of a file, without a byte order mark; none if it cannot be read."""
    if file in _READ:
        return _READ[file].split("\n")
    try:
        text = Path(file).read_bytes().decode("utf-8-sig", "replace")
    except (OSError, ValueError):
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _split(line: str, span: Span) -> tuple[str, str, str]:
    """The line before, in and after the span; a span that goes on below ends with the line."""
    start = span.start.column - 1
    end = span.end.column - 1 if span.end.line == span.start.line else len(line)
    return _clean(line[:start]), _clean(line[start:end]), _clean(line[end:])


def _clean(text: str) -> str:
    """``text`` without what would move a terminal's cursor."""
    text = text.replace("\t", _TAB)
    return text if text.isprintable() else "".join(c if c.isprintable() or c == "\u3000" else "�" for c in text)


def _fitted(before: str, inside: str, after: str) -> tuple[str, str, str]:
    """The three parts, cut so that all of them fit."""
    if width(before) + width(inside) + width(after) <= WIDTH:
        return before, inside, after
    inside = _cut(inside, WIDTH // 2)
    room = WIDTH - width(inside)
    if width(after) < room // 2:
        before = _cut(before[::-1], room - width(after))[::-1]
    else:
        before = _cut(before[::-1], room // 2)[::-1]
    return before, inside, _cut(after, room - width(before))


def _cut(text: str, columns: int) -> str:
    """The beginning of ``text`` that fits."""
    if width(text) <= columns:
        return text
    used = 1
    for position, character in enumerate(text):
        used += _width(character)
        if used > columns:
            return text[:position] + _CUT
    return text
