"""Looking for the words of a list in the prose of a spec: each as a word, not as a part of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from sopgen.diagnostics import Language
from sopgen.rules.base.prose import Place, Prose
from sopgen.rules.base.word_lists import Entry, WordList, word_list

_LATIN = re.compile("[a-z]+")
_EDGED = "(?:{})(?![A-Za-z0-9])"


class Hit(NamedTuple):
    """A word of a list in a text.

    Attributes:
        entry: the word in the list.
        text: the word as typed.
        place: where it is.
        offset: where it is in the whole prose.
    """

    entry: Entry
    text: str
    place: Place
    offset: int


class _Search(NamedTuple):
    """What is looked for: a pattern for all Chinese words; the English ones, each with the words it is made of."""

    words: WordList
    chinese: re.Pattern[str] | None
    latin: Mapping[str, list[tuple[str, frozenset[str]]]]


def search(prose: Prose, key: str, add: tuple[str, ...] = (), allow: tuple[str, ...] = ()) -> Iterator[Hit]:
    """The words of a list in the prose, in the order of the texts.

    Chinese words are looked for in Chinese texts, English ones everywhere: people who write Chinese use them too.

    Args:
        prose: the prose.
        key: the list.
        add: words that a repository adds.
        allow: words, and longer words around them, that it allows.
    """
    hits = [hit for language in ("zh-CN", "en") for hit in _in_language(prose, _prepared(key, language, add, allow))]
    return iter(sorted(hits, key=lambda hit: hit.offset))


def _in_language(prose: Prose, wanted: _Search) -> Iterator[Hit]:
    if wanted.chinese is not None and "zh-CN" in prose.languages:
        for hit in _hits(prose, prose.own, wanted.chinese, wanted.words):
            if prose.language(hit.place.wording) == "zh-CN":
                yield hit
    for text, words in zip((prose.own, prose.lower), _present(wanted, prose.vocabulary), strict=True):
        if words:
            yield from _hits(prose, text, _pattern(words), wanted.words)


def _present(wanted: _Search, vocabulary: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The English words that may be there, as nothing they are made of is missing: with capitals, and without."""
    firsts = wanted.latin.keys() & vocabulary
    found = [word for first in firsts for word, parts in wanted.latin[first] if parts <= vocabulary]
    return frozenset(word for word in found if word != word.lower()), frozenset(
        word for word in found if word == word.lower()
    )


def _goes_on(match: re.Match[str]) -> bool:
    """Whether what was found is the end of a longer English word."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return match[0].isascii() and before.isascii() and before.isalnum()


def _hits(prose: Prose, text: str, pattern: re.Pattern[str], words: WordList) -> Iterator[Hit]:
    for match in pattern.finditer(text):
        entry = words.entries.get(" ".join(match[0].split()))
        if entry is not None and not _goes_on(match):
            yield Hit(entry, prose.raw[match.start() : match.end()], prose.at(match.start()), match.start())


@cache
def _prepared(key: str, language: Language, add: tuple[str, ...], allow: tuple[str, ...]) -> _Search:
    chinese = language == "zh-CN"
    own = [word for word in (*add, *allow) if word.isascii() != chinese]
    words = word_list(key, language).edited((w for w in add if w in own), (w for w in allow if w in own))
    everything = [*words.longer, *words.entries]
    latin: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for word in everything:
        parts = _LATIN.findall(word.lower()) if word.isascii() else ()
        if parts:
            latin.setdefault(parts[0], []).append((word, frozenset(parts)))
    others = [word for word in everything if not word.isascii()]
    return _Search(words, re.compile(_either(others)) if others else None, latin)


@cache
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(_EDGED.format(_either(words)))


def _either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first: what contains a word is found before it."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda word: (-len(word), word))
    )
