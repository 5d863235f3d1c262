"""Where a key stands in a TOML text, and what is wrong with one in its author's words; ``tomllib`` says neither."""

from __future__ import annotations

import re
from typing import Final

from sopgen.diagnostics import Diagnostic, Location
from sopgen.repository import problems
from sopgen.source import Source
from sopgen.source.problems import Problem

_PART: Final = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+)"""
_PARTS: Final = rf"({_PART}(?:[ \t]*\.[ \t]*{_PART})*)"
_TABLE: Final = re.compile(rf"[ \t]*\[\[?[ \t]*{_PARTS}[ \t]*\]")
_KEY: Final = re.compile(rf"[ \t]*{_PARTS}[ \t]*=")
_ERROR: Final = re.compile(r"(.*?) \(at line (\d+), column (\d+)\)", re.DOTALL)
_TWICE: Final = re.compile("overwrite|twice|mutate|redefine|Duplicate inline table key '(.*)'")
_SAID: Final = (
    (re.compile("Invalid (?:value|date)"), problems.NO_VALUE),
    (re.compile("Expected '='"), problems.NO_EQUALS_SIGN),
    (re.compile("Unterminated|Illegal character '.n'|Expected ['\"]{3}"), problems.QUOTE_LEFT_OPEN),
    (re.compile(r"Unclosed|Expected '\]"), problems.BRACKET_LEFT_OPEN),
    (re.compile("Unescaped|hex value|scalar value"), problems.BACKSLASH),
)
"""What ``tomllib`` says, and what the author is told."""


def locate(source: Source, path: tuple[str, ...]) -> Location:
    """Where the key at ``path`` stands, or the whole file if it is written in an unusual way."""
    table: tuple[str, ...] = ()
    offset = 0
    for line in source.text.splitlines(keepends=True):
        if header := _TABLE.match(line):
            table, found = _parts(header[1]), header
        elif key := _KEY.match(line):
            found = key
        else:
            offset += len(line)
            continue
        here = table if found is header else (*table, *_parts(found[1]))
        if here[: len(path)] == path:
            return source.location(offset + found.start(1), offset + found.end(1))
        offset += len(line)
    return Location(source.file)


def broken(error: Exception, source: Source) -> Diagnostic:
    """What a ``TOMLDecodeError`` says of a text, and where."""
    found = _ERROR.fullmatch(str(error))
    if found is None:
        end = len(source.text.rstrip())
        return _problem(str(error)).at(source.location(max(end - 1, 0), end))
    start, end = source.line_offsets(int(found[2]))
    line = source.text[start:end]
    if (twice := _TWICE.search(found[1])) and (written := _TABLE.match(line) or _KEY.match(line)):
        key = twice[1] or _parts(written[1])[-1]
        return problems.SET_TWICE.at(source.location(start + written.start(1), start + written.end(1)), key=key)
    offset = start + int(found[3]) - 1
    return _problem(found[1]).at(source.location(offset, offset + 1))


def _problem(said: str) -> Problem:
    return next((problem for pattern, problem in _SAID if pattern.search(said)), problems.BROKEN_SETTINGS)


def _parts(key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, key))
