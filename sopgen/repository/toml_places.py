"""Where a key stands in a TOML text; ``tomllib`` does not say."""

from __future__ import annotations

import re
from typing import Final

from sopgen.diagnostics import Location
from sopgen.source import Source

_PART: Final = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+)"""
_PARTS: Final = rf"({_PART}(?:[ \t]*\.[ \t]*{_PART})*)"
_TABLE: Final = re.compile(rf"[ \t]*\[\[?[ \t]*{_PARTS}[ \t]*\]")
_KEY: Final = re.compile(rf"[ \t]*{_PARTS}[ \t]*=")
_ERROR: Final = re.compile(r"(.*?) \(at line (\d+), column (\d+)\)", re.DOTALL)


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


def broken(error: Exception, source: Source) -> tuple[str, Location]:
    """What a ``TOMLDecodeError`` says, and where."""
    found = _ERROR.fullmatch(str(error))
    if found is None:
        return str(error), source.location(len(source.text), len(source.text))
    offset = source.line_offsets(int(found[2]))[0] + int(found[3]) - 1
    return found[1], source.location(offset, offset + 1)


def _parts(key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, key))
