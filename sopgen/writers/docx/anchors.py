"""Bookmarks and links: a place is marked only if something points to it, which is known when all is written.

Texts of the document are collected in a list; a place that may need a bookmark keeps an empty entry in it, which is
filled at the end. A link whose target is missing loses its markup and keeps its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sopgen.writers.docx.xml import escape

_LONGEST_NAME = 40


@dataclass(slots=True)
class Anchors:
    """The bookmarks and links of one document.

    Attributes:
        out: the texts that the document is made of, shared with the story.
        relationships: the addresses of external links; the first has the id ``link1``.
    """

    out: list[str]
    relationships: list[str] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict)
    _titles: dict[str, str] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _links: list[tuple[str, int, int]] = field(default_factory=list)
    _references: list[tuple[str, int, str]] = field(default_factory=list)

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
        self.out.append("</w:hyperlink>")

    def refer(self, target: str, properties: str) -> None:
        """Keeps room for a run that prints the title of ``target``."""
        self._references.append((target, len(self.out), properties))
        self.out.append("")

    def finish(self) -> list[str]:
        """Fills in all that was kept room for; returns the targets that are missing, in order."""
        missing = [target for target, _, _ in self._links if target not in self._places]
        for target, opened, closed in self._links:
            if target not in self._places:
                self.out[opened] = self.out[closed] = ""
        for target, index, properties in self._references:
            text = escape(self._titles.get(target, target))
            self.out[index] = f"<w:r>{properties}<w:t>{text}</w:t></w:r>"
        linked = (target for target in self._names if target in self._places)
        for number, target in enumerate(linked, start=1):
            name = self._names[target]
            self.out[self._places[target]] = (
                f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
            )
        return list(dict.fromkeys(missing))

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
