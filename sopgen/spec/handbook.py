"""Handbook: several SOPs under one numbering, with parts of its own; the other root of the spec language."""

from collections.abc import Callable, Iterator
from typing import Any, Literal, Self, TypeAlias

from pydantic import Field, PrivateAttr, model_validator

from sopgen.diagnostics import Language
from sopgen.spec.absent import AbsentKeys
from sopgen.spec.clauses import Clause, LookupTable, Rule, Section
from sopgen.spec.control import Attachment, Copy, Metric, Question, Review, Training
from sopgen.spec.controlled import ControlledDocument
from sopgen.spec.forms import Script
from sopgen.spec.front import Definition, Reference, Revision, Role, Scope
from sopgen.spec.service import Channel, Classification, Deadline, ServiceLevel
from sopgen.spec.shape import Many, Names, Shape
from sopgen.spec.sop import Sop
from sopgen.spec.texts import Id, Line, RoleId, SectionId, SopName, Text


class HandbookPart(Shape):
    """One chapter of a handbook: words, tables and rules of its own, whole SOPs, the forms of these.

    What it holds prints in the order in which the file gives it.

    ```yaml
    kind: handbook
    parts:
      - title: Service standards
        body: These hold on every channel.
        rules: [{must: Give your name}, {must_not: Say that it is not your job}]
        channels: [{name: Phone, first_response: within 30 seconds}]
      - {title: Forms, forms: all}
    ```
    """

    id: SectionId | None = None
    """The id by which texts refer to it, as to a section."""
    title: Line
    """The title."""
    body: Text | None = None
    """The text."""
    rules: Many[Rule] = ()
    """What to do and not to do, without a sequence."""
    clauses: Many[Clause] = ()
    """Provisions in chapters and articles; articles run on from part to part."""
    tables: Many[LookupTable] = ()
    """Tables to look things up in."""
    service_levels: Many[ServiceLevel] = ()
    """What is promised, by level of severity."""
    deadlines: Many[Deadline] = ()
    """Time limits outside any step."""
    classifications: Names[Id, Classification] = Field(default_factory=Names)
    """How matters are classified, by id."""
    channels: Many[Channel] = ()
    """How customers reach the service."""
    faq: Many[Question] = ()
    """Questions that are often asked."""
    scripts: Names[Id, Script] = Field(default_factory=Names)
    """Words to say, by id."""
    metrics: Many[Metric] = ()
    """How the service is measured."""
    sops: Many[SopName] = ()
    """The SOPs that stand in it, each by its path from the handbook or by its number."""
    forms: Literal["all"] | None = None
    """``all`` gathers here the forms of the SOPs above, each once; otherwise they stand in their SOP."""
    language: Language | None = None
    """Its language, when not the handbook's."""

    _keys: tuple[str, ...] = PrivateAttr(())

    @model_validator(mode="wrap")
    @classmethod
    def _note_keys(cls, value: object, handler: Callable[[object], Self]) -> Self:
        """Keeps the order of the keys, which a model forgets."""
        part = handler(value)
        if isinstance(value, dict):
            part._keys = tuple(value)
        return part

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys in the order of the file."""
        return self._keys


class Handbook(AbsentKeys, ControlledDocument):
    """A handbook (手册): parts of its own and several SOPs, with one numbering and one table of contents.

    ```yaml
    sopgen: 1
    kind: handbook
    id: CS-MAN-2026-001
    title: Customer service handbook
    version: V1.0
    purpose: Everyone who speaks to customers works to the same standards.
    foreword: Service is what customers remember.
    roles: {agent: Service Agent}
    audience: agent
    parts:
      - {title: Standards, body: Standards hold on every channel.}
      - {title: Complaints, sops: [complaint.yaml, AFS-SOP-2026-002]}
      - {title: Forms, forms: all}
    ```
    """

    kind: Literal["handbook"]
    """What the document is."""
    language: Language | None = None
    """The language of the document, and of the labels in its SOPs; that of the repository when left out, else zh-CN."""
    foreword: Text | None = None
    """What is said before everything else."""
    purpose: Text
    """What the handbook is to achieve."""
    background: Text | None = None
    """Why there is such a handbook."""
    scope: Scope | None = None
    """Where it applies."""
    audience: Many[RoleId] = ()
    """The roles it is written for."""
    references: Many[Reference] = ()
    """Other documents it relies on."""
    definitions: Names[Line, Definition] = Field(default_factory=Names)
    """Terms and what they mean here; those of the SOPs print with them."""
    roles: Names[Id, Role] = Field(default_factory=Names)
    """Who acts, by id; the roles of the SOPs print with them."""
    parts: Many[HandbookPart] = ()
    """The chapters, in order."""
    tables: Many[LookupTable] = ()
    """Tables to look things up in, outside the parts."""
    review: Review | None = None
    """How the document is reviewed."""
    training: Many[Training] = ()
    """Who is trained."""
    distribution: Many[Copy] = ()
    """Who gets the document."""
    attachments: Many[Attachment] = ()
    """What belongs to the document."""
    revisions: Many[Revision] = ()
    """The history of the document, the oldest first."""
    sections: Many[Section] = ()
    """Free sections."""

    def clause_lists(self) -> Iterator[tuple[tuple[Any, ...], tuple[Clause, ...]]]:
        """The clauses of each part, with their path."""
        for index, part in enumerate(self.parts):
            yield ("parts", index, "clauses"), part.clauses

    def services(self) -> Iterator[tuple[tuple[Any, ...], HandbookPart]]:
        """What says how service is given: each part, with its path."""
        return ((("parts", index), part) for index, part in enumerate(self.parts))


SopOrHandbook: TypeAlias = Sop | Handbook
"""What a spec may describe."""
