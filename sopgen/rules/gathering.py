"""The facts about one document that rules across the repository compare."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Location
from sopgen.rules.base.facts import DocumentReference, Facts
from sopgen.rules.base.suppressions import Suppressions
from sopgen.rules.locating import location_of_part
from sopgen.source import Path
from sopgen.spec import LoadedSpec
from sopgen.spec.kinds import Kind
from sopgen.spec.numbers import is_number
from sopgen.spec.paths import source_path


def gather(spec: LoadedSpec, suppressions: Suppressions | None = None, *, checked: bool = True) -> Facts:
    """The facts about the document that a valid spec holds."""
    sop, tree = spec.sop, spec.tree

    def at(*path: str | int) -> Location:
        return tree.locate(source_path(tree.data, path))

    return Facts(
        tree.source.file,
        (sop.id, at("id")),
        sop.title,
        (str(sop.version), at("version")),
        sop.status or "",
        tuple(_references(spec)),
        suppressions or Suppressions(()),
        checked,
    )


def _references(spec: LoadedSpec) -> Iterator[DocumentReference]:
    index, tree = spec.index, spec.tree

    def at(path: Path) -> Location:
        return tree.locate(source_path(tree.data, path))

    for use in index.uses:
        if use.kind in (Kind.CALL, Kind.STEP) and is_number(use.value):
            yield DocumentReference(use.value, "call" if use.kind is Kind.CALL else "jump", at(use.path))
    for reference, path in index.mentions:
        if reference.target == "document":
            place = location_of_part(reference.name, reference.offset, source_path(tree.data, path), tree)
            yield DocumentReference(reference.name, "mention", place)
    for position, item in enumerate(index.sop.references):
        if item.number:
            yield DocumentReference(item.number, "mention", at(("references", position, "number")))
