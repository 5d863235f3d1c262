"""Numbers that Word counts by itself: of lists in front of their paragraphs, of captions in fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sopgen.document.nodes import Number, Strong, Text
from sopgen.document.numerals import LEVEL, spelt
from sopgen.writers.docx.field_codes import field as field_of
from sopgen.writers.docx.numbering import counted_level

if TYPE_CHECKING:
    from sopgen.document.nodes import Inline
    from sopgen.writers.docx.numbering import Numbering
    from sopgen.writers.docx.story import Story

_REMEMBERED = 1024
_MOST_LEVELS = 9
"""How many levels a list can have."""


class Look(NamedTuple):
    """A kind of number in a list: its pattern, what follows it, and the properties of its characters."""

    pattern: str
    after: str
    characters: str


@dataclass(slots=True, eq=False, repr=False)
class CountedList:
    """A list that gets its levels as they are needed, and counts as Word does.

    What stands below one kind of number need not look like what stands below another: steps in steps are numbered 6.1,
    tracks 5A. So each kind has a level of its own, below that of what it stands in; Word begins it anew after any level
    above, and between two of a kind stands nothing but what is below them.

    Attributes:
        list_id: its ``w:numId``.
        shallowest: how many counts its first number has.
        last: the counts of its last number.
        open: the level of each count of that.
        levels: the index of each level by that of what it stands in and its look.
        texts: the levels as XML.
    """

    list_id: int
    shallowest: int
    last: tuple[int, ...]
    open: list[int]
    levels: dict[tuple[int, Look], int] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)

    def level(self, look: Look, place: tuple[int, ...]) -> int | None:
        """The level of a number, if Word counts on to it in this list."""
        depth, last = len(place), self.last
        before = last[depth - 1] if depth <= len(last) else 0
        if depth < self.shallowest or place != (*last[: depth - 1], before + 1):
            return None
        level = self.levels.get((self.open[depth - 2] if depth > 1 else -1, look), len(self.texts))
        goes_on = not before or self.open[depth - 1] == level
        return level if goes_on and level < _MOST_LEVELS else None

    def count(self, look: Look, place: tuple[int, ...], level: int) -> bool:
        """Counts a number on a level; whether that is new."""
        depth = len(place)
        self.open[depth - 1 :] = [level]
        self.last = place
        if level < len(self.texts):
            return False
        self.levels[self.open[depth - 2] if depth > 1 else -1, look] = level
        text = LEVEL.sub(lambda part: f"%{self.open[int(part[1]) - 1] + 1}", look.pattern)
        self.texts.append(counted_level(level, text, _written(look.pattern, depth), place[-1], look[1:]))
        return True


def _written(pattern: str, depth: int) -> str:
    """How the count at a depth is written in a pattern."""
    return next((written for level, written in LEVEL.findall(pattern) if int(level) == depth), "decimal")


@dataclass(slots=True, eq=False, repr=False)
class Counters:
    """All that is counted in one document.

    Attributes:
        numbering: the lists of the document.
        lists: the current list of each series.
        sequences: the last number of each series that is no list.
    """

    numbering: Numbering
    lists: dict[str, CountedList] = field(default_factory=dict)
    sequences: dict[str, int] = field(default_factory=dict)

    def item(self, number: Number, after: str, characters: str) -> str:
        """The ``w:numPr`` of a paragraph that begins with a number."""
        look, place = Look(number.pattern, after, characters), number.place
        current = self.lists.get(number.series)
        level = current.level(look, place) if current else None
        if current is None or level is None:
            current, level = self._begin(look, place), len(place) - 1
            self.lists[number.series] = current
        if current.count(look, place, level):
            self.numbering.grow(current.list_id, "".join(current.texts))
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{current.list_id}"/></w:numPr>'

    def _begin(self, look: Look, place: tuple[int, ...]) -> CountedList:
        """A list that begins with a number; levels above it stand still at their counts."""
        depth = len(place)
        begun = CountedList(self.numbering.growing(), depth, place, [*range(depth)])
        for level, count in enumerate(place[:-1]):
            written = _written(look.pattern, level + 1)
            begun.texts.append(counted_level(level, f"%{level + 1}", written, count, ("nothing", "")))
        return begun

    def sequence(self, number: Number, word: str, result: str) -> str:
        """The field of a number that is no list's; ``word`` names its series, ``result`` is the run that prints."""
        count = number.place[0]
        reset = "" if count == self.sequences.get(number.series, 0) + 1 else f" \\r {count}"
        self.sequences[number.series] = count
        return field_of(f"SEQ {word} \\* ARABIC{reset}", result)


def lead(children: tuple[Inline, ...]) -> Number | None:
    """The number that a paragraph begins with, if Word can count it as that of a list."""
    first = children[0] if children else None
    if type(first) is Strong and len(first.children) == 1:
        first = first.children[0]
    if type(first) is not Number or not first.pattern or not _countable(first.pattern, first.place, first.value):
        return None
    return first


@lru_cache(_REMEMBERED)
def _countable(pattern: str, place: tuple[int, ...], value: str) -> bool:
    """Whether Word comes to the same number; documents have most of theirs in common."""
    levels = [int(level) for level, _ in LEVEL.findall(pattern)]
    return bool(levels) and max(levels) == len(place) <= _MOST_LEVELS and spelt(pattern, place) == value


def numbered(
    story: Story, number: Number, children: tuple[Inline, ...], state: tuple[str, ...]
) -> tuple[str, tuple[Inline, ...]]:
    """The ``w:numPr`` of a paragraph that begins with ``number``, and what is left to write of it."""
    bold, rest = type(children[0]) is Strong, children[1:]
    after = "nothing"
    if rest and type(rest[0]) is Text and not rest[0].path and rest[0].value[:1] == " ":
        after, rest = "space", (Text(rest[0].value[1:], "", rest[0].role), *rest[1:])
    characters = story.base.run_properties((*state, "strong") if bold else state, number.value)
    story.ruler.characters += len(number.value) + (after == "space")
    story.ruler.bytes += len(number.value.encode()) + (after == "space")
    return story.counters.item(number, after, characters), rest
