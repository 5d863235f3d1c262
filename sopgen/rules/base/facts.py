"""What rules across the repository need to know of each document: little, and fit to be sent between processes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Literal, NamedTuple

from sopgen.diagnostics import Location, Message, Related
from sopgen.frozen import frozen
from sopgen.rules.base.option import Option, T
from sopgen.rules.base.policy import Policy
from sopgen.rules.base.repair import Repair
from sopgen.rules.base.suppressions import Suppressions
from sopgen.spec.durations import Duration

How = Literal["call", "jump", "mention", "history"]
"""How a document refers to another: it carries it out, goes over to it, speaks of it, or says that it is replaced."""


class Spot(NamedTuple):
    """A place in a document: where it is in the file, and the pointer of its path, which stays when lines move."""

    location: Location
    path: str


class DocumentReference(NamedTuple):
    """A place that names another document.

    Attributes:
        number: the number of the other document.
        how: how it refers to it.
        spot: where the number stands.
        always: whether whoever works by the document gets there, whatever the case.
    """

    number: str
    how: How
    spot: Spot
    always: bool = False


class Promise(NamedTuple):
    """A time within which a document promises something.

    Attributes:
        subject: what is promised in which case, such that two promises of one thing have the same.
        what: the same in the document's own words.
        limit: the time.
        text: the time as typed.
        spot: where the time stands.
    """

    subject: tuple[str, ...]
    what: str
    limit: Duration
    text: str
    spot: Spot


@frozen
class Facts:
    """What is known of one document.

    Attributes:
        file: the file, as the user named it.
        number: its document number, and where that stands.
        title: its title.
        version: its version as typed, and where that stands.
        status: its status, empty if it has none.
        references: the places that name other documents.
        promises: the times within which it promises something.
        suppressions: its comments that suppress findings.
        checked: whether the run is about this document; the others are there to be compared with.
    """

    file: str
    number: tuple[str, Spot]
    title: str
    version: tuple[str, Spot]
    status: str
    references: tuple[DocumentReference, ...] = ()
    promises: tuple[Promise, ...] = ()
    suppressions: Suppressions = field(default_factory=lambda: Suppressions(()))
    checked: bool = True

    @property
    def in_use(self) -> bool:
        """Whether it has been neither replaced nor withdrawn."""
        return self.status not in ("superseded", "retired")


class RepositoryFinding(NamedTuple):
    """Something that a rule across the repository forbids.

    Attributes:
        message: what is wrong, in one sentence.
        spot: where it is.
        hint: what to do about it.
        related: further places, each with what is there.
        repair: what would mend it; the paths in it are those of the file.
    """

    message: Message
    spot: Spot
    hint: Message | None = None
    related: tuple[Related, ...] = ()
    repair: Repair | None = None


@frozen(slots=False)
class Survey:
    """What a rule across the repository looks at.

    Attributes:
        facts: the facts of all documents that are compared, in the order of their files.
        taken: the numbers of all documents of the repository.
        policy: what the run goes by.
    """

    facts: Sequence[Facts]
    taken: Collection[str] = ()
    policy: Policy = field(default_factory=Policy)

    @cached_property
    def by_number(self) -> Mapping[str, Sequence[Facts]]:
        """The documents of each number, more than one where a number was given twice."""
        found: dict[str, list[Facts]] = {}
        for one in self.facts:
            found.setdefault(one.number[0], []).append(one)
        return found

    def checked(self) -> Iterator[Facts]:
        """The documents that the run is about."""
        return (one for one in self.facts if one.checked)

    def option(self, option: Option[T]) -> T:
        """The value of an option."""
        return self.policy.option(option)
