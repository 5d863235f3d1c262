"""Numbers that are counted, as layouts write them: what is counted, how many there are, how that makes up the number.

A program that counts by itself, as Word does, can then go on counting when somebody adds a step.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sopgen.document.markup import Html, html

STEP, CHAPTER, ARTICLE, FIGURE = "step", "chapter", "article", "figure"
_REMEMBERED = 1024
_PART = re.compile(r"(\d+)|[A-Z]+")
_LETTERS = 26


def counted(series: str, value: object, place: tuple[int, ...] = (), pattern: str = "") -> Html:
    """A number of something in this document.

    Args:
        series: what is counted, such as ``step`` or ``form``.
        value: the number as it prints, ``5A.1``; empty if it is yet to be counted, in the order of the document.
        place: how many there are so far at each level: 5, 1 and 1.
        pattern: how a level of a list prints: ``{1:decimal}{2:upper}.{3:decimal}``; empty for what is no list.
    """
    counts = " ".join((series, *map(str, place)))
    how = f' data-pattern="{html(pattern)}"' if pattern else ""
    return Html(f'<span data-count="{counts}"{how}>{html(value)}</span>')


def number_of(target: str, value: object) -> Html:
    """The number of what has the anchor ``target``, as it prints."""
    return Html(f'<span data-number="{html(target)}">{html(value)}</span>')


@lru_cache(_REMEMBERED)
def counted_step(number: str) -> Html:
    """The number of a step."""
    return counted(STEP, number, *step_levels(number))


def step_levels(number: str) -> tuple[tuple[int, ...], str]:
    """The counts that the number of a step or track is made of, and their pattern.

    ``5A.1`` is made of 5, 1 and 1, in the pattern ``{1:decimal}{2:upper}.{3:decimal}``.
    """
    place: list[int] = []

    def level(part: re.Match[str]) -> str:
        place.append(int(part[0]) if part[1] else _count(part[0]))
        return f"{{{len(place)}:{'decimal' if part[1] else 'upper'}}}"

    pattern = _PART.sub(level, number)
    return tuple(place), pattern


def _count(letters: str) -> int:
    count = 0
    for letter in letters:
        count = count * _LETTERS + ord(letter) - ord("A") + 1
    return count
