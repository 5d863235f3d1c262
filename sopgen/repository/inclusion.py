"""The SOPs of a handbook: found by path or by number, and fit to stand in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sopgen.diagnostics import Diagnostic, Location, Message, Related
from sopgen.repository import problems
from sopgen.repository.discovery import SUFFIXES
from sopgen.repository.documents import Documents
from sopgen.repository.heads import beginning, top_values
from sopgen.repository.specfile import SpecFile, is_file, real, shown, straight
from sopgen.source import did_you_mean
from sopgen.source.refusals import names_in

if TYPE_CHECKING:
    from sopgen.source import Path as TreePath
    from sopgen.spec import LoadedSpec
    from sopgen.spec.load import IncludedSop

SHOWN = 3
"""How many of the errors of an SOP are told where a handbook names it."""

Check = Callable[[SpecFile], "tuple[LoadedSpec | None, tuple[Diagnostic, ...]]"]
"""Gives the spec of a file, None if it is no valid one, and its errors."""


class Inclusion(NamedTuple):
    """What a handbook holds.

    Attributes:
        sops: its SOPs, by the paths of the entries that name them.
        diagnostics: what keeps the others from standing in it.
    """

    sops: Mapping[TreePath, IncludedSop]
    diagnostics: tuple[Diagnostic, ...]


def include(spec: LoadedSpec, file: SpecFile, documents: Documents, check: Check) -> Inclusion:
    """The SOPs that the spec in ``file`` names.

    Args:
        spec: a handbook, or an SOP, which names none.
        file: where it stands.
        documents: the documents of the repository, to look numbers up in.
        check: reads an SOP.
    """
    return _Including(spec, file, documents, check).run()


class _Including:
    def __init__(self, spec: LoadedSpec, file: SpecFile, documents: Documents, check: Check) -> None:
        self.spec, self.file, self.documents, self.check = spec, file, documents, check
        self.folder = straight(file.path).parent
        self.seen: dict[Path, Location] = {}

    def run(self) -> Inclusion:
        sops: dict[TreePath, IncludedSop] = {}
        found: list[Diagnostic] = []
        for path, name, location in self._entries():
            sop, problem = self._sop(name, location)
            if sop is not None:
                sops[path] = sop
            if problem is not None:
                found.append(problem)
        return Inclusion(sops, tuple(found))

    def _entries(self) -> Iterator[tuple[TreePath, str, Location]]:
        from sopgen.spec.kinds import Kind
        from sopgen.spec.paths import source_path

        tree = self.spec.tree
        for use in self.spec.index.uses:
            if use.kind is Kind.SOP:
                yield use.path, use.value, tree.locate(source_path(tree.data, use.path))

    def _sop(self, name: str, location: Location) -> tuple[IncludedSop | None, Diagnostic | None]:
        from sopgen.spec.load import IncludedSop

        file = self._file(name)
        if file is None:
            return None, problems.MISSING_SOP.at(location, hint=self._meant(name), name=name)
        place = real(file.path)
        if place == real(self.file.path):
            return None, problems.OWN_HANDBOOK.at(location)
        if place in self.seen:
            first = Related(problems.FIRST_ENTRY, self.seen[place])
            return None, problems.REPEATED_SOP.at(location, related=(first,), name=name)
        self.seen[place] = location
        if top_values(beginning(file.path), ("kind",)).get("kind") == "handbook":
            return None, problems.NESTED_HANDBOOK.at(location, name=name)
        spec, errors = self.check(file)
        if spec is None or errors:
            related = [Related(error.message, error.location) for error in errors[:SHOWN]]
            return None, problems.INVALID_SOP.at(location, related=related, name=name, count=len(errors))
        folder = os.path.relpath(straight(file.path).parent, self.folder).replace(os.sep, "/")
        return IncludedSop(spec, "" if folder == "." else folder), None

    def _file(self, name: str) -> SpecFile | None:
        """The file that an entry names: one at that path from the handbook, or the document of that number."""
        path = straight(self.folder / name)
        if is_file(path):
            return SpecFile(shown(path), path)
        return next(iter(self.documents.by_number.get(name, ())), None)

    def _meant(self, name: str) -> Message | None:
        """The number or the file beside the handbook that is written a little differently."""
        path = self.folder / name
        head = name[: len(name) - len(path.name)]
        beside = (f"{head}{file}" for file in names_in(path.parent) if Path(file).suffix.lower() in SUFFIXES)
        return did_you_mean(name, [*self.documents.by_number, *beside])
