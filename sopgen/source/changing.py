"""Changes made in the text of a file: what they do not speak of stays as it is, to the character.

A change is made in the text and, beside that, in the data; it counts only if the changed text reads as the changed
data. So quotes, aliases and odd ways of writing can keep a change from being made, and can make none go wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from sopgen.changes import Append, Change, Place, Rename, Reorder, Replace
from sopgen.errors import ReadError
from sopgen.source.edits import scalar
from sopgen.source.parsing import parse
from sopgen.source.parts import part_offsets
from sopgen.source.problems import FORBIDDEN_CHARACTER
from sopgen.source.text import Source
from sopgen.source.tree import Data, Tree

Edit: TypeAlias = tuple[int, int, str]
"""The start and end of what is replaced, and the text in its place."""


class Changed(NamedTuple):
    """A file after changes: what it holds, and the edits of the text that lead there, in its order."""

    tree: Tree
    edits: tuple[Edit, ...]


def changed(tree: Tree, changes: Sequence[Change]) -> Changed | None:
    """A file after ``changes``; None where they cannot be made without changing anything else."""
    edits: list[Edit] = []
    data = tree.data
    for change in changes:
        made = list(_edits(tree, change))
        after = _applied(data, change)
        if not made or after is None:
            return None
        edits += made
        data = after
    text = _edited(tree.written.text, edits)
    if text is None:
        return None
    read = _read(Source(tree.source.file, text, ""))
    return Changed(read, tuple(sorted(edits))) if read and read.data == data else None


def _read(source: Source) -> Tree | None:
    """The tree of a text; characters that a document cannot hold keep none from being made, and stay for the author."""
    try:
        return parse(source)
    except ReadError as error:
        only_characters = all(problem.code == FORBIDDEN_CHARACTER.code for problem in error.diagnostics)
        return error.tree if only_characters else None


def _edited(text: str, edits: list[Edit]) -> str | None:
    """``text`` after ``edits``; None if two of them meet."""
    end = len(text)
    for start, stop, new in sorted(edits, reverse=True):
        if stop > end:
            return None
        text = text[:start] + new + text[stop:]
        end = start
    return text


def _edits(tree: Tree, change: Change) -> Iterator[Edit]:
    """What a change is in the text; nothing where it cannot be made there."""
    text = tree.written.text
    if isinstance(change, Replace):
        start, end = tree.offsets(change.path)
        quote = text[start : start + 1]
        if change.part:
            place = part_offsets(tree, change.path, change.part, change.offset)
            if place is not None:
                yield *place, _inside(change.new, quote)
        elif quote not in ("|", ">"):
            yield start, end, _written(change.new, quote)
    elif isinstance(change, Rename):
        start, end = tree.offsets(change.path, key=True)
        yield start, end, _written(change.new, text[start : start + 1])
    elif isinstance(change, Reorder):
        spots = [tree.offsets((*change.path, position)) for position in range(len(change.order))]
        for (start, end), position in zip(spots, change.order, strict=True):
            yield start, end, text[slice(*spots[position])]
    else:
        yield from _appended(tree, change)


def _appended(tree: Tree, change: Append) -> Iterator[Edit]:
    text, listed = tree.written.text, tree.value(change.path)
    item = "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in change.item) + "}"
    if isinstance(listed, list) and listed:
        first, last = tree.offsets((*change.path, 0))[0], tree.offsets((*change.path, len(listed) - 1))[1]
        line = text.rfind("\n", 0, first) + 1
        before = text[line:first]
        if before.strip() == "-":  # one item a line
            end = text.find("\n", last)
            end = len(text) if end < 0 else end
            yield end, end, f"\n{before.partition('-')[0]}- {item}"
        else:
            yield last, last, f", {item}"
    elif listed is None and len(change.path) == 1 and isinstance(tree.data, dict) and change.path[0] not in tree.data:
        end = len(text.rstrip("\n"))
        yield end, end, f"\n{change.path[0]}:\n  - {item}"


def _written(value: str, quote: str) -> str:
    """``value`` as a scalar in the manner of one that begins with ``quote``."""
    if quote in ('"', "'"):
        return f"{quote}{_inside(value, quote)}{quote}"
    return scalar(value)


def _inside(value: str, quote: str) -> str:
    """``value`` as a part of a scalar that begins with ``quote``."""
    if quote == '"':
        return json.dumps(value, ensure_ascii=False)[1:-1]
    return value.replace("'", "''") if quote == "'" else value


def _applied(data: Data, change: Change) -> Data:
    """``data`` after a change; None where it cannot be made. What does not change is the same object."""
    if isinstance(change, Append) and change.path and isinstance(data, dict) and change.path[0] not in data:
        return {**data, str(change.path[0]): [dict(change.item)]} if len(change.path) == 1 else None
    return _at(data, change.path, change)


def _at(data: Data, path: Place, change: Change) -> Data:
    rename = isinstance(change, Rename) and len(path) == 1
    if not path or rename:
        return _value_after(data, path, change)
    part = path[0]
    if isinstance(data, dict) and part in data:
        after = _at(data[str(part)], path[1:], change)
        return None if after is None else {key: after if key == part else value for key, value in data.items()}
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        after = _at(data[part], path[1:], change)
        return None if after is None else [*data[:part], after, *data[part + 1 :]]
    return None


def _value_after(data: Data, path: Place, change: Change) -> Data:
    if isinstance(change, Rename) and isinstance(data, dict) and path[0] in data and change.new not in data:
        return {change.new if key == path[0] else key: value for key, value in data.items()}
    if isinstance(change, Reorder) and isinstance(data, list):
        return [data[position] for position in change.order] if sorted(change.order) == [*range(len(data))] else None
    if isinstance(change, Append) and isinstance(data, list):
        return [*data, dict(change.item)]
    if isinstance(change, Replace) and isinstance(data, str):
        if not change.part:
            return change.new
        begin = data.find(change.part, len(data) - len(data.lstrip()) + change.offset)
        return None if begin < 0 else data[:begin] + change.new + data[begin + len(change.part) :]
    return None
