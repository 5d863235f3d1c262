"""What a spec defines and what it uses: ids, numbers and references, gathered in one walk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sopgen.frozen import frozen
from sopgen.source import Path
from sopgen.spec import references
from sopgen.spec.kinds import PROSE, Kind
from sopgen.spec.numbering import ClausePlace, Place, StepPlace, clause_places, places
from sopgen.spec.references import Reference
from sopgen.spec.shape import Shape
from sopgen.spec.walk import values

if TYPE_CHECKING:
    from sopgen.spec.handbook import SopOrHandbook

M = TypeVar("M", bound=Shape)


class Use(NamedTuple):
    """A place that names something: a role, a step, a form …"""

    kind: Kind
    value: str
    path: Path


class Wording(NamedTuple):
    """A text that people read: where it is, what kind of text, and the text as typed."""

    path: Path
    kind: Kind
    text: str


class _Walked(NamedTuple):
    """What one walk over a spec gathers."""

    uses: tuple[Use, ...]
    texts: tuple[Wording, ...]
    mentions: tuple[tuple[Reference, Path], ...]
    shapes: tuple[tuple[Path, Any], ...]


@frozen(slots=False)
class Index:
    """The definitions and uses of one spec, worked out when first asked for."""

    sop: SopOrHandbook

    @cached_property
    def steps(self) -> tuple[StepPlace, ...]:
        """Every step with its path and number."""
        return tuple(place for place in self.places if isinstance(place, StepPlace))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every step and parallel track, in the order in which they print."""
        return tuple(places(self.sop))

    @cached_property
    def clauses(self) -> tuple[ClausePlace, ...]:
        """Every clause with its path and number."""
        return tuple(clause_places(self.sop))

    @cached_property
    def ids(self) -> Mapping[str, Mapping[str, list[Path]]]:
        """The paths that define each id, by name space: ``ids["step"]["register"]``."""
        found: dict[str, dict[str, list[Path]]] = {space: defaultdict(list) for space in SPACES}
        for space, name, path in self._definitions():
            found[space][name].append(path)
        return found

    def _definitions(self) -> Iterator[tuple[str, str, Path]]:
        for place in self.steps:
            if place.step.id is not None:
                yield "step", place.step.id, place.path
        for clause in self.clauses:
            if clause.clause.id is not None:
                yield "clause", clause.clause.id, clause.path
        for path, shape in self.shapes:
            key = path[-2] if len(path) > 1 else ""
            space = _SPACES_OF_KEYS.get(str(key))
            if space is None:
                continue
            if isinstance(path[-1], str):
                yield space, path[-1], path
            elif shape.id is not None:
                yield space, shape.id, path

    @cached_property
    def _walked(self) -> _Walked:
        uses: list[Use] = []
        texts: list[Wording] = []
        mentions: list[tuple[Reference, Path]] = []
        shapes: list[tuple[Path, Any]] = []
        for path, kind, value in values(self.sop):
            if kind is None:
                if isinstance(value, Shape):
                    shapes.append((path, value))
            elif kind in PROSE:
                if isinstance(value, str):
                    texts.append(Wording(path, kind, value))
                    if kind is Kind.TEXT and "[[" in value:
                        mentions += [(reference, path) for reference in references.find(value)]
            elif kind in USES:
                uses.append(Use(kind, value, path))
        return _Walked(tuple(uses), tuple(texts), tuple(mentions), tuple(shapes))

    @property
    def uses(self) -> tuple[Use, ...]:
        """Every place that names a role, step, procedure, form, script, record, state, resource, file or SOP."""
        return self._walked.uses

    @property
    def texts(self) -> tuple[Wording, ...]:
        """Every text that people read: Markdown, names and titles, words to be said."""
        return self._walked.texts

    @property
    def mentions(self) -> tuple[tuple[Reference, Path], ...]:
        """Every reference in double brackets, with the path of the text it stands in."""
        return self._walked.mentions

    @property
    def shapes(self) -> tuple[tuple[Path, Any], ...]:
        """Every map of the spec, with its path."""
        return self._walked.shapes

    def of(self, model: type[M]) -> Iterator[tuple[Path, M]]:
        """Every map of one model, wherever it stands, with its path."""
        return ((path, shape) for path, shape in self.shapes if isinstance(shape, model))

    @cached_property
    def listed_numbers(self) -> frozenset[str]:
        """The document numbers that ``references`` lists, and the document's own."""
        return frozenset({self.sop.id, *(item.number for item in self.sop.references if item.number)})


SPACES = (
    "step",
    "procedure",
    "role",
    "form",
    "script",
    "record",
    "clause",
    "table",
    "classification",
    "state",
    "section",
)
"""The name spaces of ids: an id is unique within one of them."""

_SPACES_OF_KEYS = {
    **{f"{space}s": space for space in SPACES if space not in ("step", "clause")},
    "parts": "section",
}
"""The name space of what stands under each key; steps and clauses, which nest, are found on their own."""
USES = frozenset(
    {
        Kind.ROLE, Kind.STEP, Kind.CALL, Kind.PROCEDURE, Kind.FORM, Kind.SCRIPT, Kind.RECORD, Kind.STATE,
        Kind.RESOURCE, Kind.FILE, Kind.PLACE, Kind.SOP,
    }
)  # fmt: skip
