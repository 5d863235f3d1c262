"""What an author who mistyped a name may have meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from sopgen.diagnostics import Message

DID_YOU_MEAN = Message(zh="您是不是要写“{name}”？", en="did you mean `{name}`?")
_ALIKE = 0.6
_ALIKE_IN_CHINESE = 0.5  # most words have two characters, and a typing error replaces one of them
_AS_ALIKE = 0.8
_LONG = 4
"""How many letters a word has at least in which one can be told to be wrong: not ``a`` for ``b`` in ``step-a``."""


class Guess(NamedTuple):
    """What a mistyped name may mean.

    Attributes:
        name: the candidate most like it.
        is_plain: whether it differs by one slip of the hand, and no other candidate is much like it either.
    """

    name: str
    is_plain: bool


def near(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``name``, for "did you mean …"; None if none is like it."""
    found = guess(name, candidates)
    return found.name if found else None


def guess(name: str, candidates: Iterable[str]) -> Guess | None:
    """The candidate most like ``name``, and whether it is plain that this was meant; None if none is like it.

    Capitals, spaces, hyphens and underscores count for nothing: ``Time Limit`` is near ``time_limit``.
    """
    from difflib import get_close_matches

    by_spelling: dict[str, str] = {}
    for candidate in candidates:
        by_spelling.setdefault(folded(candidate), candidate)
    wanted = folded(name)
    alike = _ALIKE if wanted.isascii() else _ALIKE_IN_CHINESE
    found = get_close_matches(wanted, by_spelling, n=2, cutoff=alike)
    if not found:
        return None
    best, *others = found
    is_plain = best == wanted or (
        _is_slip(name, by_spelling[best]) and not get_close_matches(wanted, others, cutoff=_AS_ALIKE)
    )
    return Guess(by_spelling[best], is_plain)


def _is_slip(name: str, meant: str) -> bool:
    """Whether two names differ in one long word, by a letter too many, missing or wrong, or by two that changed places.

    One Chinese character is a word: another one means something else. So does another figure.
    """
    pairs = [re.split("[ _-]+", text.casefold()) for text in (name, meant)]
    if len(pairs[0]) != len(pairs[1]):
        return False
    wrong = [pair for pair in zip(*pairs, strict=True) if pair[0] != pair[1]]
    if len(wrong) != 1 or not all(word.isascii() and word.isalpha() and len(word) >= _LONG for word in wrong[0]):
        return False
    one, other = _without_common_start(*wrong[0])
    one, other = _without_common_start(one[::-1], other[::-1])
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])


def _without_common_start(one: str, other: str) -> tuple[str, str]:
    shorter = min(len(one), len(other))
    length = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return one[length:], other[length:]


def did_you_mean(name: str, candidates: Iterable[str]) -> Message | None:
    """The hint that names the candidate most like ``name``; None if none is like it."""
    meant = near(name, candidates)
    return DID_YOU_MEAN.format(name=meant) if meant else None


def folded(name: str) -> str:
    """``name`` without what counts for nothing in it."""
    return "".join(character for character in name.casefold() if character not in " -_")
