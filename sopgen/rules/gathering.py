"""The facts about one document that rules across the repository compare."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sopgen.rules.base.facts import DocumentReference, Facts, Spot
from sopgen.rules.base.promises import promises
from sopgen.rules.base.suppressions import Suppressions
from sopgen.rules.locating import location_of_part
from sopgen.source import Path
from sopgen.spec import LoadedSpec
from sopgen.spec.kinds import Kind
from sopgen.spec.numbers import is_number
from sopgen.spec.paths import lasting_pointer, source_path

if TYPE_CHECKING:
    from sopgen.spec.steps import Step

_REPLACED = re.compile(
    r"代替|替代|取代|废止|作废|失效|停用|并入|旧版|supersed|replac|obsolete|withdrawn|retired|formerly|merged into",
    re.IGNORECASE,
)
"""What tells that a document is named as one that is no longer in force."""


def gather(spec: LoadedSpec, suppressions: Suppressions | None = None, *, checked: bool = True) -> Facts:
    """The facts about the document that a valid spec holds."""
    sop, tree = spec.sop, spec.tree

    def at(path: Path) -> Spot:
        return Spot(tree.locate(source_path(tree.data, path)), lasting_pointer(tree.data, path))

    return Facts(
        tree.source.file,
        (sop.id, at(("id",))),
        sop.title,
        (str(sop.version), at(("version",))),
        sop.status or "",
        tuple(_references(spec, at)),
        tuple(promises(spec, at)),
        suppressions or Suppressions(()),
        checked,
    )


def _references(spec: LoadedSpec, at: Callable[[Path], Spot]) -> Iterator[DocumentReference]:
    index, tree = spec.index, spec.tree
    undecided = len(index.sop.procedures) < 2 and not any(_decides(place.step) for place in index.steps)
    for use in index.uses:
        if use.kind is Kind.CALL and is_number(use.value):
            yield DocumentReference(use.value, "call", at(use.path))
        elif use.kind is Kind.STEP and use.path[-1] != "step" and is_number(use.value):
            yield DocumentReference(use.value, "jump", at(use.path), undecided and use.path[-1] == "next")
    for reference, path in index.mentions:
        if reference.target == "document":
            where = source_path(tree.data, path)
            past = path[0] == "revisions" or _REPLACED.search(str(tree.value(where)))
            place = Spot(
                location_of_part(reference.name, reference.offset, where, tree), lasting_pointer(tree.data, path)
            )
            yield DocumentReference(reference.name, "history" if past else "mention", place)
    for path, included in spec.included.items():
        yield DocumentReference(included.spec.sop.id, "mention", at(path))
    for position, item in enumerate(index.sop.references):
        if item.number:
            past = _REPLACED.search(f"{item.title} {item.note}")
            place = at(("references", position, "number"))
            yield DocumentReference(item.number, "history" if past else "mention", place)


def _decides(step: Step) -> bool:
    """Whether the flow may go on from a step in more than one way, or may leave it out."""
    return bool(step.decision or step.when or step.optional or (step.wait and step.wait.otherwise))
