"""Which of the tags that belong in pairs stands alone: Jinja names the place where it noticed, often another tag's."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"\{%[-+]?\s*(\w+)([^%]*)")
_OPENING = frozenset({"if", "for", "with", "set"})


def alone(tags: Iterable[str]) -> int | None:
    """The index of the first tag that has no partner; None if all have theirs.

    Where an end meets the beginning of another pair, that beginning has none, unless the end has none either.
    """
    open_tags: list[tuple[str, int]] = []
    for index, tag in enumerate(tags):
        found = _WORD.match(tag)
        word, said = found.groups() if found else ("", "")
        if word in _OPENING and not (word == "set" and "=" in said):
            open_tags.append((word, index))
        elif word.startswith("end") and word[3:] in _OPENING:
            if word[3:] not in [opened for opened, _ in open_tags]:
                return index
            opened, begun = open_tags.pop()
            if opened != word[3:]:
                return begun
        elif word in {"else", "elif"} and not open_tags:
            return index
    return open_tags[0][1] if open_tags else None
