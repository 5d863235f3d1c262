"""From a tree to an ``Sop`` or a ``Handbook``, or to every problem that keeps it from being one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sopgen.errors import SpecError
from sopgen.frozen import frozen

if TYPE_CHECKING:
    from sopgen.source import Path, Tree
    from sopgen.spec.handbook import SopOrHandbook
    from sopgen.spec.index import Index


@frozen(slots=False)
class LoadedSpec:
    """A valid spec: its text as a tree, and the SOP or the handbook it describes.

    Attributes:
        tree: the text.
        sop: what it describes; a handbook has the keys of an SOP too, empty.
        included: the SOPs of a handbook, by the paths of the entries that name them; those that could not be read
            are missing.
    """

    tree: Tree
    sop: SopOrHandbook
    included: Mapping[Path, IncludedSop] = field(default_factory=dict)

    @cached_property
    def index(self) -> Index:
        """What it defines and uses."""
        from sopgen.spec.index import Index

        return Index(self.sop)

    def origin(self, path: Path) -> tuple[Tree, Path]:
        """The text that a path of its document leads to, and the path there: in a handbook, perhaps that of an SOP."""
        for entry, sop in self.included.items():
            if path[: len(entry)] == entry:
                return sop.spec.tree, path[len(entry) :]
        return self.tree, path


class IncludedSop(NamedTuple):
    """An SOP that stands in a handbook.

    Attributes:
        spec: the SOP.
        folder: the folder of its file, from that of the handbook, as its images are found by; empty for the same.
    """

    spec: LoadedSpec
    folder: str = ""


def load(tree: Tree) -> LoadedSpec:
    """The spec that ``tree`` holds.

    Raises:
        SpecError: the tree is not a valid spec; carries a diagnostic for every problem.
    """
    from pydantic import ValidationError

    from sopgen.spec.roots import root_of

    try:
        return LoadedSpec(tree, root_of(tree.data).model_validate(tree.data))
    except ValidationError as error:
        from sopgen.spec.explain import explain

        raise SpecError(*explain(error, tree)) from None
