"""What an author who mistyped a name may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.diagnostics import Message

DID_YOU_MEAN = Message(zh="您是不是要写“{name}”？", en="did you mean `{name}`?")
_ALIKE = 0.6
_ALIKE_IN_CHINESE = 0.5  # most words have two characters, and a typing error replaces one of them


def near(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``name``, for "did you mean …"; None if none is like it.

    Capitals, spaces, hyphens and underscores count for nothing: ``Time Limit`` is near ``time_limit``.
    """
    from difflib import get_close_matches

    by_spelling: dict[str, str] = {}
    for candidate in candidates:
        by_spelling.setdefault(folded(candidate), candidate)
    wanted = folded(name)
    alike = _ALIKE if wanted.isascii() else _ALIKE_IN_CHINESE
    found = get_close_matches(wanted, by_spelling, n=1, cutoff=alike)
    return by_spelling[found[0]] if found else None


def did_you_mean(name: str, candidates: Iterable[str]) -> Message | None:
    """The hint that names the candidate most like ``name``; None if none is like it."""
    meant = near(name, candidates)
    return DID_YOU_MEAN.format(name=meant) if meant else None


def folded(name: str) -> str:
    """``name`` without what counts for nothing in it."""
    return "".join(character for character in name.casefold() if character not in " -_")
