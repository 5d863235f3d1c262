"""From a tree to an ``Sop``, or to every problem that keeps it from being one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sopgen.errors import SpecError

if TYPE_CHECKING:
    from sopgen.source import Tree
    from sopgen.spec.index import Index
    from sopgen.spec.sop import Sop


@dataclass(frozen=True)
class LoadedSpec:
    """A valid spec: its text as a tree, and the SOP it describes."""

    tree: Tree
    sop: Sop

    @cached_property
    def index(self) -> Index:
        """What the SOP defines and uses."""
        from sopgen.spec.index import Index

        return Index(self.sop)


def load(tree: Tree) -> LoadedSpec:
    """The spec that ``tree`` holds.

    Raises:
        SpecError: the tree is not a valid spec; carries a diagnostic for every problem.
    """
    from pydantic import ValidationError

    from sopgen.spec.sop import Sop

    try:
        return LoadedSpec(tree, Sop.model_validate(tree.data))
    except ValidationError as error:
        from sopgen.spec.explain import explain

        raise SpecError(*explain(error, tree)) from None
