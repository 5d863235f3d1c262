"""The SOPs of a handbook bound into one document: numbers run on, and what they define alike prints once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from sopgen.document.numbers import Numbers
from sopgen.source import Path, pointer
from sopgen.spec.forms import Form
from sopgen.spec.parts import HANDBOOK_PARTS
from sopgen.spec.shared import groups

if TYPE_CHECKING:
    from sopgen.document.printing import Printing
    from sopgen.spec.handbook import Handbook, HandbookPart
    from sopgen.spec.load import IncludedSop


class Entry(NamedTuple):
    """Something that a document defines: the document, and the key it is defined under."""

    printing: Printing
    key: str


class Binding:
    """What the documents of one handbook share.

    Attributes:
        sops: its SOPs, by the path of the entry that names each, in the order in which they print.
        documents: the same by document number.
        numbers: the numbers of forms, scripts, tables and attachments.
        same: for the path of a form that another SOP has too, the path and the anchor under which it prints.
    """

    def __init__(self, printing: Printing, handbook: Handbook, included: Mapping[Path, IncludedSop]) -> None:
        self.root = replace(printing, binding=self)
        self.sops = {
            pointer(entry): replace(
                self.root, sop=item.spec.sop, index=item.spec.index, base=pointer(entry), folder=item.folder
            )
            for entry, item in included.items()
        }
        self.documents = {sop.sop.id: sop for sop in self.sops.values()}
        self._names = {base: f"sop{number}" for number, base in enumerate(self.sops, 1)}
        self._handbook = handbook
        self._printings = (self.root, *self.sops.values())
        self.same = dict(self._same_forms())
        self.numbers = self._numbered()

    def name_of(self, printing: Printing) -> str:
        """What the anchors of an SOP begin with."""
        return self._names[printing.base]

    def common(self, key: str) -> list[Entry]:
        """The roles or definitions that print once for all: the handbook's own, and those that nobody contradicts."""
        return [entry for entry, common in self._divided[key] if common]

    def own(self, printing: Printing, key: str) -> set[str]:
        """The keys of the roles, definitions or forms that print in the chapter of one SOP."""
        left = self._forms[""] if key == "forms" else (entry for entry, common in self._divided[key] if not common)
        return {entry.key for entry in left if entry.printing is printing}

    def gathered(self, part: str) -> list[Entry]:
        """The forms that print in the part at that path."""
        return self._forms.get(part, [])

    @cached_property
    def _divided(self) -> Mapping[str, list[tuple[Entry, bool]]]:
        """Each role and definition that prints, and whether it does for the whole handbook."""
        return {key: [*self._divide(key)] for key in ("roles", "definitions")}

    def _divide(self, key: str) -> Iterator[tuple[Entry, bool]]:
        for group in groups([printing.sop for printing in self._printings], key):
            for one in group.defined if group.different else (group.telling,):
                common = not group.different or one.document == 0
                yield Entry(self._printings[one.document], one.key), common

    def _same_forms(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for group in groups([printing.sop for printing in self._printings], "forms"):
            printing, key = self._printings[group.telling.document], group.telling.key
            printed = f"{printing.base}/forms/{key}", printing.anchor("form", key)
            for one in group.defined if group.different is None else ():
                path = f"{self._printings[one.document].base}/forms/{one.key}"
                if path != printed[0]:
                    yield path, printed

    @cached_property
    def _forms(self) -> Mapping[str, list[Entry]]:
        """The forms that each part gathers, by its path; under an empty one those that stand in their SOP."""
        found: dict[str, list[Entry]] = {}
        waiting: list[Entry] = []
        for path, part in self._parts():
            for key in part.keys:
                if key == "forms" and part.forms:
                    found[path], waiting = waiting, []
                for sop in self.sops_of(path, part) if key == "sops" else ():
                    waiting += (Entry(sop, form) for form in sop.sop.forms if not self._is_same(sop, form))
        return {**found, "": waiting}

    def _parts(self) -> Iterator[tuple[str, HandbookPart]]:
        return ((f"/parts/{position}", part) for position, part in enumerate(self._handbook.parts))

    def sops_of(self, path: str, part: HandbookPart) -> list[Printing]:
        """The SOPs in a part, which stands at ``path``."""
        paths = (f"{path}/sops/{position}" for position in range(len(part.sops)))
        return [self.sops[path] for path in paths if path in self.sops]

    def _is_same(self, sop: Printing, form: str | int) -> bool:
        """Whether a form of an SOP is that of another, and prints there."""
        return f"{sop.base}/forms/{form}" in self.same

    def _numbered(self) -> Numbers:
        """The numbers of everything in the order in which it prints."""
        by_place: dict[str, list[tuple[Path, Any]]] = defaultdict(list)
        for own, shape in self.root.index.shapes:
            by_place[self._place(own)].append((own, shape))
        numbers = Numbers()
        numbers.count(by_place["early"])
        for path, part in self._parts():
            for key in part.keys:
                numbers.count(by_place[f"{path}/{key}"])
                for sop in self.sops_of(path, part) if key == "sops" else ():
                    numbers.count(self._printed(sop), sop.base)
        numbers.count(by_place["late"])
        return numbers

    def _printed(self, sop: Printing) -> Iterator[tuple[Path, Any]]:
        """Everything in an SOP but the forms that print with another."""
        for path, shape in sop.index.shapes:
            if type(shape) is not Form or not self._is_same(sop, path[-1]):
                yield path, shape

    def _place(self, path: Path) -> str:
        """Where something of the handbook's own prints: under a key of a part, or before or after the parts."""
        if path[:1] == ("parts",):
            return pointer(path[:3])
        return "early" if path[:1] == ("tables",) and self._stands_early(int(path[1])) else "late"

    def _stands_early(self, table: int) -> bool:
        """Whether a table stands before the parts: it says after what, perhaps after a section that says so itself."""
        places = {section.id: section.after or "" for section in self._handbook.sections if section.id}
        after = self._handbook.tables[table].after or ""
        for _ in places:
            after = places.get(after, after)
        return after in HANDBOOK_PARTS[: HANDBOOK_PARTS.index("parts")]
