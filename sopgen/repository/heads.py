"""The head of a spec, its number and title, read without reading the rest."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from sopgen.source.events import reader
from sopgen.source.limits import SIZE_LIMIT


class Head(NamedTuple):
    """What a spec calls itself; empty where it does not say, or cannot be read so far."""

    number: str
    title: str


def read_head(path: Path) -> Head:
    """The head of the spec at ``path``."""
    values = top_values(beginning(path), ("id", "title"))
    return Head(values.get("id", "").strip(), values.get("title", "").strip())


def beginning(path: Path) -> str:
    """What can be read of the text of a file, up to the size of the largest spec."""
    if not path.is_file():  # a pipe would be waited for
        return ""
    try:
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT).decode("utf-8-sig", "replace")
    except OSError:
        return ""


def top_values(text: str, keys: Collection[str]) -> dict[str, str]:
    """The texts under ``keys`` of the map that ``text`` writes; reading stops at the last of them, or at an error."""
    from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, YAMLError

    found: dict[str, str] = {}
    key: str | None = None
    after: str | None = None
    depth = 0
    next_event = reader(text)
    try:
        while len(found) < len(keys) and (event := next_event()) is not None:
            kind = type(event)
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                if depth == 1:
                    after = "" if key is None else None  # a map or a list may stand as a key too
                depth += 1
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                depth -= 1
                key = after if depth == 1 else key
            elif depth == 1 and kind is ScalarEvent and key is None:
                key = event.value
            elif depth == 1:
                if kind is ScalarEvent and key in keys:
                    found.setdefault(str(key), event.value)
                key = None
    except (YAMLError, ValueError):
        pass
    return found
