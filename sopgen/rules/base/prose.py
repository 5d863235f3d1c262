"""The texts of a spec as prose: all of them in one string, so that a rule searches once and not text by text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from sopgen.diagnostics import Language

if TYPE_CHECKING:
    from sopgen.spec.index import Index, Wording

END = "\0"
"""What stands between two texts: nothing that is searched for has it inside."""
BLANK = "\1"
"""What stands for each character that is not the author's own wording."""

_NOT_OWN = re.compile(
    r"`+[^`\0]*`+|\[\[[^\[\]\n\0]*\]\]|https?://[^\s\0一-鿿，。；、）>)]+"
    r"|“[^”\0]*”|‘[^’\n\0]*’|「[^」\0]*」|『[^』\0]*』|《[^》\0]*》"
    r"|(?<![0-9])\"[^\"\n\0]*\"|\{[\w ]+\}"
)
_END_OF_SENTENCE = re.compile(r"[。！？；!?;\0]|\.(?=[\s\0]|$)|\n(?=\s*(?:\n|[-*+•|#]|\d+[.)、]))")
_WORD = re.compile("[a-z]+")


class Place(NamedTuple):
    """A place in the prose: the position of the text among all texts, the text, and where in it, in characters."""

    position: int
    wording: Wording
    offset: int

    @property
    def keys(self) -> frozenset[str | int]:
        """The keys that the text stands under; ids of roles, scripts and the like, always the second, are none."""
        return frozenset((self.wording.path[0], *self.wording.path[2:]))


class Prose:
    """The texts that people read in a spec, end to end.

    Attributes:
        raw: the texts as typed.
        own: the same, with blanks for what is not the author's own wording or no wording at all: code, references,
            addresses, quoted speech, titles in 《》, variables. Both are of one length.
    """

    def __init__(self, index: Index, language: Language) -> None:
        self._sop = index.sop
        self._texts = index.texts
        self._language = language
        self.raw = END.join([wording.text for wording in self._texts])
        self.own = _NOT_OWN.sub(lambda match: BLANK * len(match[0]), self.raw)

    @cached_property
    def lower(self) -> str:
        """``own`` in small letters and with straight apostrophes, character by character."""
        small = self.own.lower()
        if len(small) != len(self.own):  # a letter such as İ becomes two
            small = "".join(letter.lower() if letter.isascii() else letter for letter in self.own)
        return small.replace("’", "'")

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every English word, in small letters: tells quickly what need not be searched for."""
        return frozenset(_WORD.findall(self.lower))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(wording.text) + 1 for wording in self._texts)]

    def at(self, offset: int) -> Place:
        """The text that has the character at ``offset`` of the prose."""
        position = bisect_right(self._starts, offset) - 1
        return Place(position, self._texts[position], offset - self._starts[position])

    def sentence(self, offset: int) -> tuple[int, int]:
        """Where the sentence around ``offset`` begins and ends."""
        begins, ends = self._sentences
        place = bisect_left(ends, offset)
        return begins[place], ends[place]

    @cached_property
    def _sentences(self) -> tuple[list[int], list[int]]:
        """Where sentences begin and where they end; the end of a text ends one."""
        marks = [match.span() for match in _END_OF_SENTENCE.finditer(self.own)]
        return [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(self.own)]

    def language(self, wording: Wording) -> Language:
        """The language of a text: that of its script, table or section, else the document's."""
        return self._others.get(wording.path[:2], self._language) if self._others else self._language

    @cached_property
    def languages(self) -> frozenset[Language]:
        """The languages of all texts."""
        return frozenset({self._language, *self._others.values()})

    @cached_property
    def _others(self) -> Mapping[tuple[str | int, ...], Language]:
        """The languages of scripts, tables and sections that are not the document's, by path."""
        sop = self._sop
        named = ((("scripts", name), script.language) for name, script in sop.scripts.items())
        tables = ((("tables", position), table.language) for position, table in enumerate(sop.tables))
        sections = ((("sections", position), section.language) for position, section in enumerate(sop.sections))
        found: dict[tuple[str | int, ...], Language] = {}
        for listed in (named, tables, sections):
            found.update({path: language for path, language in listed if language is not None})
        return found
