"""The SOPs of a handbook bound into one document: numbers run on, and what they define alike prints once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

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
        self.numbers = Numbers()
        self._number()

    def name_of(self, printing: Printing) -> str:
        """What the anchors of an SOP begin with."""
        return self._names[printing.base]

    def common(self, key: str) -> list[Entry]:
        """The roles or definitions that print once for all: the handbook's own, and those that nobody contradicts."""
        return [entry for entry, common in self._divided[key] if common]

    def own(self, printing: Printing, key: str) -> set[str]:
        """The keys of the roles, definitions or forms that print in the chapter of one SOP."""
        if key == "forms":
            return {entry.key for entry in self._left_forms if entry.printing is printing}
        return {entry.key for entry, common in self._divided[key] if not common and entry.printing is printing}

    def gathered(self, part: str) -> list[Entry]:
        """The forms that print in the part at that path."""
        return self._gathered.get(part, [])

    @cached_property
    def _divided(self) -> Mapping[str, list[tuple[Entry, bool]]]:
        """Each role and definition that prints, and whether it does for the whole handbook."""
        return {key: [*self._divide(key)] for key in ("roles", "definitions")}

    def _divide(self, key: str) -> Iterator[tuple[Entry, bool]]:
        for group in groups([printing.sop for printing in self._printings], key):
            printed = group.defined if group.different else (group.telling,)
            for one in printed:
                common = not group.different or one.document == 0
                yield Entry(self._printings[one.document], one.key), common

    def _same_forms(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for group in groups([printing.sop for printing in self._printings], "forms"):
            if group.different is None:
                printed = self._printings[group.telling.document]
                place = f"{printed.base}/forms/{group.telling.key}", printed.anchor("form", group.telling.key)
                for one in group.defined:
                    path = f"{self._printings[one.document].base}/forms/{one.key}"
                    if path != place[0]:
                        yield path, place

    def _forms(self, part: str, index: int) -> list[Entry]:
        """The forms that print of one SOP of a part."""
        printing = self.sops.get(f"{part}/sops/{index}")
        keys = printing.sop.forms if printing else ()
        return [Entry(printing, key) for key in keys if printing and f"{printing.base}/forms/{key}" not in self.same]

    @cached_property
    def _forms_by_place(self) -> tuple[Mapping[str, list[Entry]], list[Entry]]:
        """The forms that each part gathers, and those that no part does."""
        gathered: dict[str, list[Entry]] = {}
        waiting: list[Entry] = []
        for position, part in enumerate(self._handbook.parts):
            path = f"/parts/{position}"
            for key in part.keys:
                if key == "sops":
                    for index in range(len(part.sops)):
                        waiting += self._forms(path, index)
                elif key == "forms" and part.forms:
                    gathered[path], waiting = waiting, []
        return gathered, waiting

    @property
    def _gathered(self) -> Mapping[str, list[Entry]]:
        return self._forms_by_place[0]

    @property
    def _left_forms(self) -> list[Entry]:
        return self._forms_by_place[1]

    def _number(self) -> None:
        """Numbers everything in the order in which it prints."""
        shapes = [*self.root.index.shapes]
        outside = [(path, shape) for path, shape in shapes if path and path[0] != "parts"]
        early = [(path, shape) for path, shape in outside if path[0] == "tables" and self._stands_early(path)]
        self.numbers.count(early)
        for position, part in enumerate(self._handbook.parts):
            self._number_part(position, part, [item for item in shapes if item[0][:2] == ("parts", position)])
        self.numbers.count(item for item in outside if item not in early)

    def _number_part(self, position: int, part: HandbookPart, shapes: list[tuple[Path, object]]) -> None:
        for key in part.keys:
            self.numbers.count(item for item in shapes if item[0][2:3] == (key,))
            for index in range(len(part.sops) if key == "sops" else 0):
                sop = self.sops.get(f"/parts/{position}/sops/{index}")
                if sop is not None:
                    printed = (item for item in sop.index.shapes if not self._is_same_form(sop, *item))
                    self.numbers.count(printed, sop.base)

    def _is_same_form(self, sop: Printing, path: Path, shape: object) -> bool:
        return type(shape) is Form and sop.base + pointer(path) in self.same

    def _stands_early(self, path: Path) -> bool:
        """Whether a table stands before the parts: it says after what, perhaps after a section that says so itself."""
        places = {section.id: section.after or "" for section in self._handbook.sections if section.id}
        after = self._handbook.tables[int(path[1])].after or ""
        for _ in places:
            after = places.get(after, after)
        return after in HANDBOOK_PARTS[: HANDBOOK_PARTS.index("parts")]
