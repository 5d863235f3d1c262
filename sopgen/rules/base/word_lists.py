"""The word lists of ``templates/words/``, which anyone may edit: what is looked for in texts, and what to advise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from sopgen.diagnostics import LANGUAGES, Language, Message
from sopgen.resources import templates

ADDED = Message(zh="请换一种说法，或写得具体些", en="say it in another way, or say precisely what is meant")
"""The advice on words that a repository adds in its settings."""


class Entry(NamedTuple):
    """A word of a list.

    Attributes:
        word: the word, or several in a row.
        advice: what to do where it is found.
        unless: what makes it right in the same sentence: ``limit``, ``amount``, ``reference``, ``offer``; or nothing.
    """

    word: str
    advice: Message
    unless: str = ""


class WordList(NamedTuple):
    """The words that a rule looks for in one language, and longer ones in which they mean something else."""

    entries: Mapping[str, Entry]
    longer: tuple[str, ...]

    def edited(self, add: Iterable[str], allow: Iterable[str]) -> WordList:
        """The list with what a repository's settings add to it and take from it."""
        entries = {**self.entries, **{word: Entry(word, ADDED) for word in add}}
        allowed = tuple(allow)
        for word in allowed:
            entries.pop(word, None)
        return WordList(entries, (*self.longer, *allowed))


@cache
def word_list(key: str, language: Language) -> WordList:
    """The list of one language that has groups of words with advice on them."""
    section = _file(language)[key]
    entries = {
        word: Entry(word, Message(**group["advice"]), group.get("unless", ""))
        for group in section["groups"]
        for word in group["words"]
    }
    return WordList(entries, tuple(word for row in section["longer-words"] for word in row))


@cache
def plain_words(key: str, language: Language) -> tuple[str, ...]:
    """The list of one language that is no more than words."""
    return tuple(_file(language)[key])


@cache
def all_words(key: str) -> frozenset[str]:
    """The words of the lists of all languages."""
    return frozenset(word for language in LANGUAGES for word in plain_words(key, language))


@cache
def word_groups(key: str, language: Language) -> tuple[tuple[str, ...], ...]:
    """The list of one language that is made of groups of words."""
    return tuple(tuple(group) for group in _file(language)[key])


@cache
def _file(language: Language) -> Mapping[str, Any]:
    from sopgen.source import parse, read

    data: Any = parse(read(templates() / "words" / f"{language}.yaml")).data
    return data  # type: ignore[no-any-return]  # what the file holds is up to whoever edits it
