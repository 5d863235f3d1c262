"""Lists of words, as settings hold them, made fit for looking them up in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=256)
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """An expression that finds any of some words, in capitals or not.

    A word in Latin letters is not found inside a longer one; ``follow*`` finds what begins with it. ``^`` before a word
    and ``$`` behind it mark the beginning and the end of the text. Without words it finds nothing.
    """
    return re.compile("|".join(map(_expression, words)) or r"(?!)", re.IGNORECASE)


def _expression(word: str) -> str:
    begin, end = word.startswith("^"), word.endswith("$")
    inside = word.removeprefix("^").removesuffix("$")
    open_end = inside.endswith("*")
    inside = inside.removesuffix("*")
    before = "^" if begin else r"\b" if _is_latin(inside[:1]) else ""
    after = "$" if end else r"\b" if _is_latin(inside[-1:]) and not open_end else ""
    return f"{before}{re.escape(inside)}{after}"


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def holds(pattern: re.Pattern[str], texts: Iterable[str]) -> bool:
    """Whether any of some texts has what a pattern finds."""
    return any(pattern.search(text) for text in texts)
