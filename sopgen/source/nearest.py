"""What an author who mistyped a name may have meant."""

from __future__ import annotations

from collections.abc import Iterable

_ALIKE = 0.6
_ALIKE_IN_CHINESE = 0.5  # most words have two characters, and a typing error replaces one of them


def near(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``name``, for "did you mean …"; None if none is like it.

    Capitals, spaces, hyphens and underscores count for nothing: ``Time Limit`` is near ``time_limit``.
    """
    from difflib import get_close_matches

    folded: dict[str, str] = {}
    for candidate in candidates:
        folded.setdefault(_fold(candidate), candidate)
    wanted = _fold(name)
    alike = _ALIKE if wanted.isascii() else _ALIKE_IN_CHINESE
    found = get_close_matches(wanted, folded, n=1, cutoff=alike)
    return folded[found[0]] if found else None


def _fold(name: str) -> str:
    return "".join(character for character in name.casefold() if character not in " -_")
