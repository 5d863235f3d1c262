"""Bookmarks and links: a place is marked only if something points to it, which is known when all is written.

Texts of the document are collected in a list; a place that may need a bookmark keeps an empty entry in it, which is
filled at the end. A link whose target is missing loses its markup and keeps its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from sopgen.writers.docx.field_codes import field as field_of
from sopgen.writers.docx.xml import escape

LINK_END = "</w:hyperlink>"
"""What ends a link; it is taken out again where the target is missing."""
_LONGEST_NAME = 40


class Room(NamedTuple):
    """Where in the texts the bookmark of a number begins and ends."""

    first: int
    last: int


@dataclass(slots=True, eq=False, repr=False)
class Anchors:
    """The bookmarks and links of one document.

    Attributes:
        out: the texts that the document is made of, shared with the story.
        relationships: the addresses of external links; the first has the id ``link1``.
        here: the targets that the paragraph being written begins with.
    """

    out: list[str]
    relationships: list[str] = field(default_factory=list)
    here: tuple[str, ...] = ()
    _places: dict[str, int] = field(default_factory=dict)
    _titles: dict[str, str] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _links: list[tuple[str, int, int]] = field(default_factory=list)
    _references: list[tuple[str, int, str]] = field(default_factory=list)
    _numbers: dict[str, Room | None] = field(default_factory=dict)
    _numbered: list[tuple[str, int, str]] = field(default_factory=list)

    def begin(self, targets: list[str]) -> None:
        """Keeps room for the bookmarks of all that begins with the paragraph being written."""
        self.here = tuple(targets)
        for target in targets:
            self.place(target)

    def place(self, target: str) -> None:
        """Keeps room for the bookmark of ``target`` here."""
        if self._places.setdefault(target, len(self.out)) == len(self.out):
            self.out.append("")

    def title(self, target: str, text: str) -> None:
        """Says what a link without a text of its own prints when it points to ``target``."""
        self._titles.setdefault(target, text)

    def open(self, href: str) -> int:
        """Begins a link; what comes back is for ``close``."""
        if href.startswith("#"):
            self.out.append(f'<w:hyperlink w:anchor="{self.name(href[1:])}" w:history="1">')
        else:
            self.relationships.append(href)
            self.out.append(f'<w:hyperlink r:id="link{len(self.relationships)}" w:history="1">')
        return len(self.out) - 1

    def close(self, href: str, opened: int) -> None:
        """Ends a link."""
        if href.startswith("#"):
            self._links.append((href[1:], opened, len(self.out)))
        self.out.append(LINK_END)

    def refer(self, target: str, properties: str) -> None:
        """Keeps room for a run that prints the title of ``target``."""
        self._references.append((target, len(self.out), properties))
        self.out.append("")

    def number_paragraph(self) -> None:
        """Says that the paragraph being written has a number in front, which is that of what begins with it."""
        for target in self.here:
            self._numbers.setdefault(target, None)

    def number(self, text: str) -> None:
        """Writes a number; it is that of what the paragraph begins with, unless that has one already."""
        targets = [target for target in self.here if target not in self._numbers]
        if not targets:
            self.out.append(text)
            return
        self._numbers.update(dict.fromkeys(targets, Room(len(self.out), len(self.out) + 2)))
        self.out += ("", text, "")

    def refer_to_number(self, target: str, run: str) -> None:
        """Keeps room for a field that prints the number of ``target``; ``run`` is what it prints."""
        self._numbered.append((target, len(self.out), run))
        self.out.append(run)

    def finish(self) -> list[str]:
        """Fills in all that was kept room for; returns the targets that are missing, in order."""
        missing = [target for target, _, _ in self._links if target not in self._places]
        for target, opened, closed in self._links:
            if target not in self._places:
                self.out[opened] = self.out[closed] = ""
        for target, index, properties in self._references:
            text = escape(self._titles.get(target, target))
            self.out[index] = f"<w:r>{properties}<w:t>{text}</w:t></w:r>"
        marked = self._finish_numbers()
        linked = (target for target in self._names if target in self._places)
        for number, target in enumerate(linked, start=len(marked) + 1):
            self.out[self._places[target]] = "".join(_bookmark(number, self._names[target]))
        return list(dict.fromkeys(missing))

    def _finish_numbers(self) -> dict[Room, str]:
        """Fills in the fields that print numbers, and the bookmarks around those that no paragraph has in front.

        The switch ``n`` prints the number in front of the paragraph that the bookmark stands in, just as it is there.
        """
        marked: dict[Room, str] = {}
        for target, index, run in self._numbered:
            if target not in self._numbers:
                continue
            room = self._numbers[target]
            name = self.name(target) if room is None else marked.setdefault(room, self.name(f"Ref_{target}"))
            switches = "\\n \\h" if room is None else "\\h"
            self.out[index] = field_of(f"REF {name} {switches}", run)
        for number, (room, name) in enumerate(marked.items(), start=1):
            self.out[room.first], self.out[room.last] = _bookmark(number, name)
        return marked

    def name(self, target: str) -> str:
        """The bookmark of ``target``, which will be set: word characters only, hidden from Word's list by a ``_``."""
        if target not in self._names:
            plain = "_" + re.sub(r"\W", "_", target)
            name, repetition = plain[:_LONGEST_NAME], 1
            while name.lower() in self._taken:
                repetition += 1
                name = f"{plain[: _LONGEST_NAME - 4]}_{repetition}"
            self._taken.add(name.lower())
            self._names[target] = name
        return self._names[target]


def _bookmark(number: int, name: str) -> tuple[str, str]:
    """The beginning and the end of a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
