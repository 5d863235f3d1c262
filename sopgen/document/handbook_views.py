"""What a layout sees of a handbook: its parts, the SOPs in them, and what all of them have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from sopgen.document.binding import Binding, Entry
from sopgen.document.holder_views import HolderView
from sopgen.document.printing import Printing
from sopgen.document.process_views import SopView
from sopgen.document.view_table import VIEWS
from sopgen.document.views import PRINT, Named, View, show_named, view_of
from sopgen.spec.handbook import Handbook, HandbookPart
from sopgen.spec.shape import EXTRA_PREFIX
from sopgen.spec.sop import Sop


def _binding(printing: Printing) -> Binding:
    assert printing.binding is not None  # whatever prints a handbook has bound it
    return printing.binding


def _listed(entries: Iterable[Entry], key: str) -> Named:
    """What stands under ``key`` in several documents, as a map of names prints."""
    items = [
        show_named(name, getattr(printing.sop, key)[name], PRINT[None], f"{printing.base}/{key}", printing)
        for printing, name in entries
    ]
    return Named(items, {})


class IncludedView(SopView):
    """An SOP that stands in a handbook, without what prints once for the whole of it."""

    def __init__(self, model: Sop, path: str, printing: Printing) -> None:
        super().__init__(model, path, printing)
        binding = _binding(printing)
        for key in ("roles", "definitions", "forms"):
            own = binding.own(printing, key)
            entries = [Entry(printing, name) for name in getattr(model, key) if name in own]
            vars(self)[key] = _listed(entries, key)

    @property
    def anchor(self) -> str:
        """The id that links to the SOP point to."""
        return self._printing.heading

    @property
    def own_language(self) -> str:
        """The language of the SOP, empty where it is the handbook's."""
        language = self._model.language
        return language if language not in (None, self._printing.language) else ""


class PartView(HolderView):
    """A part of a handbook."""

    anchor_space = "section"

    @property
    def order(self) -> list[str]:
        """The keys of what it holds besides its title, in the order of the file."""
        keys = (key for key in self._model.keys if not key.startswith(EXTRA_PREFIX))
        return [key for key in keys if key not in ("id", "title", "language") and self.gives(key)]

    @cached_property
    def sops(self) -> list[View]:
        """The SOPs in it."""
        found = _binding(self._printing).sops_of(self._path, self._model)
        return [view_of(Sop, IncludedView)(sop.sop, sop.base, sop) for sop in found]

    @cached_property
    def forms(self) -> Named:
        """The forms that it gathers."""
        return _listed(_binding(self._printing).gathered(self._path), "forms")


class HandbookView(HolderView):
    """The whole handbook."""

    @cached_property
    def roles(self) -> Named:
        """Its own roles, and those of its SOPs that nobody contradicts."""
        return _listed(_binding(self._printing).common("roles"), "roles")

    @cached_property
    def definitions(self) -> Named:
        """Its own terms, and those of its SOPs that nobody contradicts."""
        return _listed(_binding(self._printing).common("definitions"), "definitions")


HANDBOOK_VIEWS: Mapping[type, Callable[..., View]] = {**VIEWS, Handbook: HandbookView, HandbookPart: PartView}
"""The views of handbooks, and of everything in them."""
