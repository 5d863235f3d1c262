"""What several documents of one handbook define: the same, which prints once, or differently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sopgen.spec.handbook import SopOrHandbook

NAMED_BY = {"roles": "name", "definitions": "", "forms": "title"}
"""The keys of what documents may have in common, and what readers know it by: one of its own keys, or its key."""


class Defined(NamedTuple):
    """One definition.

    Attributes:
        document: the position of the document it stands in.
        key: its key there.
        item: what is defined.
        says: whether it says more than its name.
    """

    document: int
    key: str
    item: Any
    says: bool


class Group(NamedTuple):
    """All definitions of what has one name.

    Attributes:
        name: what readers know it by.
        defined: the definitions, in the order of the documents.
    """

    name: str
    defined: tuple[Defined, ...]

    @property
    def telling(self) -> Defined:
        """The first that says more than the name, if any does."""
        return next((one for one in self.defined if one.says), self.defined[0])

    @property
    def different(self) -> Defined | None:
        """The first that says something else than another before it; a bare name contradicts nothing."""
        first = self.telling
        return next((one for one in self.defined if one.says and one.item != first.item), None)


def groups(documents: Sequence[SopOrHandbook], key: str) -> list[Group]:
    """What the documents define under ``key``, one of ``NAMED_BY``, in the order in which it first occurs."""
    naming = NAMED_BY[key]
    found: dict[str, list[Defined]] = {}
    for position, document in enumerate(documents):
        items: Mapping[str, Any] = getattr(document, key)
        for own, item in items.items():
            says = not naming or bool(item.model_fields_set - {naming})
            found.setdefault(getattr(item, naming) if naming else own, []).append(Defined(position, own, item, says))
    return [Group(name, tuple(defined)) for name, defined in found.items()]
