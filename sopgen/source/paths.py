"""Paths into a tree, and their written form, the JSON Pointer of RFC 6901."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""A route from the root of a tree: keys of maps and 0-based positions in lists, as in ``("steps", 3, "role")``."""


@lru_cache(maxsize=16384)  # the same few paths, over and over, in one spec and the next
def pointer(path: Path) -> str:
    """The JSON Pointer of ``path``: ``/steps/3/role``; the root is ``""``."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)


def from_pointer(text: str) -> Path:
    """The path that ``pointer`` writes as ``text``.

    A pointer does not say whether digits are a position or a key; they become a position, and a tree accepts a
    position where a map has a key of the same digits.

    Raises:
        ValueError: ``text`` is neither empty nor begins with ``/``.
    """
    if not text:
        return ()
    head, *parts = text.split("/")
    if head:
        raise ValueError(text)
    return tuple(int(part) if _is_position(part) else part.replace("~1", "/").replace("~0", "~") for part in parts)


def _is_position(part: str) -> bool:
    return part.isascii() and part.isdecimal() and (part == "0" or part[0] != "0")
