"""What a rule looks at: one spec, the other documents of its repository, and what names in it may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from sopgen.diagnostics import Language, Message
from sopgen.frozen import frozen
from sopgen.rules.base.finding import Finding
from sopgen.rules.base.meaning import Meaning
from sopgen.rules.base.option import Option, T
from sopgen.rules.base.policy import Policy
from sopgen.rules.base.repair import Repair, Replace, writing
from sopgen.rules.base.suppressions import Suppressions
from sopgen.source import Path
from sopgen.spec.kinds import Kind
from sopgen.spec.numbers import is_number

if TYPE_CHECKING:
    from sopgen.flow.graph import Graph
    from sopgen.flow.longest import LongestPaths
    from sopgen.repository.documents import KnownDocument
    from sopgen.rules.base.commitments import Commitment
    from sopgen.rules.base.exchange import Exchange
    from sopgen.rules.base.prose import Prose
    from sopgen.spec.handbook import SopOrHandbook
    from sopgen.spec.index import Index, Use
    from sopgen.spec.load import IncludedSop
    from sopgen.spec.numbering import StepPlace
    from sopgen.spec.steps import Step


@frozen(slots=False)
class Context:
    """What a rule looks at.

    Attributes:
        index: what the spec defines and uses.
        known: the documents of the repository, by number.
        suppressions: the comments of the spec that suppress findings.
        names: every name that may stand in such a comment, with its code.
        active: those of the names that this look at one spec can find.
        policy: what the run goes by.
        before: what the spec was at an earlier revision; None if nobody asks, or it was not there.
        included: the SOPs of a handbook, by the paths of the entries that name them.
    """

    index: Index
    known: Mapping[str, KnownDocument] = field(default_factory=dict)
    suppressions: Suppressions = field(default_factory=lambda: Suppressions(()))
    names: Mapping[str, str] = field(default_factory=dict)
    active: frozenset[str] = frozenset()
    policy: Policy = field(default_factory=Policy)
    before: Index | None = None
    included: Mapping[Path, IncludedSop] = field(default_factory=dict)

    @property
    def sop(self) -> SopOrHandbook:
        """The SOP, or the handbook, in which the keys of SOPs are empty."""
        return self.index.sop

    @property
    def language(self) -> Language:
        """The language of the document."""
        return self.sop.language or self.policy.language

    def option(self, option: Option[T]) -> T:
        """The value of an option."""
        return self.policy.option(option)

    @cached_property
    def graph(self) -> Graph:
        """The process as a graph."""
        from sopgen.flow.build import build

        return build(self.index)

    @cached_property
    def ways(self) -> LongestPaths:
        """How long the process takes, every limit and wait counted."""
        from sopgen.flow.longest import LongestPaths

        return LongestPaths(self.graph, self.policy.calendar)

    @cached_property
    def meaning(self) -> Meaning:
        """What an unknown id may mean."""
        return Meaning(self.index, self.known)

    @cached_property
    def prose(self) -> Prose:
        """The texts that people read, end to end."""
        from sopgen.rules.base.prose import Prose

        return Prose(self.index, self.language)

    @cached_property
    def exchange(self) -> Exchange:
        """What steps take and make."""
        from sopgen.rules.base.exchange import Exchange

        return Exchange(self.index, self.graph, self.step_places)

    def uses(self, kind: Kind) -> Sequence[Use]:
        """The places that name something of a kind."""
        return self._uses_by_kind.get(kind, ())

    @cached_property
    def _uses_by_kind(self) -> Mapping[Kind, list[Use]]:
        found: dict[Kind, list[Use]] = defaultdict(list)
        for use in self.index.uses:
            found[use.kind].append(use)
        return found

    @cached_property
    def uncalled(self) -> Sequence[Path]:
        """The procedures that nothing carries out."""
        called = {use.value for kind in (Kind.CALL, Kind.PROCEDURE) for use in self.uses(kind)}
        return [path for path, sequence in self.sop.sequences() if getattr(sequence, "id", None) not in called]

    @property
    def issued(self) -> Index | None:
        """What the document was before, if it was issued then; None for a draft, or where another stood in the file."""
        before = self.before
        if before is None or before.sop.id != self.sop.id or before.sop.status in ("draft", "in-review"):
            return None
        return before

    @cached_property
    def commitments(self) -> Sequence[Commitment]:
        """What the document promises about the end of its process."""
        from sopgen.rules.base.commitments import commitments

        return [*commitments(self)]

    @cached_property
    def jumps(self) -> Sequence[Use]:
        """The places that say where the flow goes."""
        return [use for use in self.uses(Kind.STEP) if use.path[-1] != "step"]

    def undefined(self, kind: Kind, space: str, message: Message) -> Iterator[Finding]:
        """A finding for each use of a kind that names nothing of a name space; ``message`` has a blank for the name."""
        ids = self.index.ids[space]
        for use in self.uses(kind):
            if use.value not in ids:
                hint, repair = self.meaning.of(space, use.value), self.renamed(use, space)
                yield Finding(use.path, message.format(name=use.value), hint, repair=repair)

    def renamed(self, use: Use, space: str) -> Repair | None:
        """What writes the id that a use of an unknown one means."""
        meant = self.meaning.mended(space, use.value)
        return writing(Replace(use.path, meant.name), safe=meant.is_plain) if meant else None

    def is_document(self, text: str) -> bool:
        """Whether ``text``, where an id may stand too, means a document: not only an id with a capital letter."""
        return self.is_known_document(text) or (is_number(text) and not self.meaning.is_own(text))

    def is_target(self, name: str) -> bool:
        """Whether a jump may go to ``name``: the id of a step, ``end``, or a document."""
        return name == "end" or name in self.index.ids["step"] or self.is_document(name)

    @cached_property
    def has_broken_jumps(self) -> bool:
        """Whether a jump leads nowhere: where the flow was meant to go is not known then."""
        return not all(self.is_target(use.value) for use in self.uses(Kind.STEP))

    def is_known_document(self, number: str) -> bool:
        """Whether the repository or the spec's own list of references has a document of that number."""
        return number in self.index.listed_numbers or number in self.known

    @cached_property
    def unnamed_steps(self) -> Mapping[str, StepPlace]:
        """The steps that have no id, by their titles and their actions; of several the first."""
        unnamed = [place for place in reversed(self.index.steps) if place.step.id is None]
        actions = {place.step.action: place for place in unnamed}
        return actions | {place.step.title: place for place in unnamed if place.step.title}

    @cached_property
    def step_places(self) -> Mapping[Path, StepPlace]:
        """Every step by its path."""
        return {place.path: place for place in self.index.steps}

    def step_around(self, path: Path) -> StepPlace | None:
        """The innermost step that ``path`` leads into; None outside steps."""
        if "steps" not in path:
            return None
        prefixes = (path[:length] for length in range(len(path), 0, -1))
        return next((self.step_places[prefix] for prefix in prefixes if prefix in self.step_places), None)

    def steps_around(self, path: Path) -> Iterator[Step]:
        """The steps that the one at ``path`` is nested in, the innermost first."""
        prefixes = (path[:length] for length in range(len(path) - 1, 0, -1))
        return (self.step_places[prefix].step for prefix in prefixes if prefix in self.step_places)
