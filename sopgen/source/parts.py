"""Where a part of a text is written in a file."""

from __future__ import annotations

from sopgen.source.paths import Path
from sopgen.source.tree import Tree


def part_offsets(tree: Tree, path: Path, part: str, offset: int) -> tuple[int, int] | None:
    """Where ``part``, which the text at ``path`` has at ``offset``, is written; None where escapes hide it.

    A text and the way it is written differ in indentation and quotes, so the part is found by counting: it is as many
    occurrences from the start in one as in the other. ``offset`` is that in the text without blanks before it.
    """
    value = tree.value(path)
    if not isinstance(value, str):
        return None
    begin = len(value) - len(value.lstrip()) + offset
    start, end = tree.offsets(path)
    written = tree.source.text[start:end]
    position = -1
    for _ in range(value.count(part, 0, begin) + 1):
        position = written.find(part, position + 1)
        if position < 0:
            return None
    return start + position, start + position + len(part)
