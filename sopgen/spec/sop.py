"""Sop: one Standard Operating Procedure, the root of the spec language."""

from collections.abc import Iterator
from typing import Any, ClassVar, Literal, Self, TypeAlias

from pydantic import Field

from sopgen.spec.clauses import Clause, LookupTable, Rule, Section
from sopgen.spec.constraints import Constraint
from sopgen.spec.control import Attachment, Copy, Metric, Question, Review, Symptom, Training
from sopgen.spec.controlled import ControlledDocument
from sopgen.spec.forms import Form, Record, Script
from sopgen.spec.front import Definition, Reference, Resource, Revision, Role, Scope
from sopgen.spec.service import Channel, Classification, Deadline, ServiceLevel, State
from sopgen.spec.shape import Many, Names
from sopgen.spec.steps import Escalation, ExceptionCase, Procedure, Risk, Step
from sopgen.spec.texts import Id, Line, RoleId, Text

Diagram: TypeAlias = Literal["none", "flow", "swimlane"]


class Sop(ControlledDocument):
    """One Standard Operating Procedure (标准操作流程): one YAML file, one document.

    ```yaml
    sopgen: 1
    id: AFS-SOP-2026-001
    title: Fault repair
    version: V1.0
    purpose: Every fault report has an owner, and a result within 72 hours.
    roles: {agent: Service Agent}
    role: agent
    steps:
      - Register the fault
      - {action: Send an engineer, time_limit: within 24 hours}
    ```
    """

    constraints: ClassVar[tuple[Constraint, ...]] = (
        Constraint("at-most-one", ("steps", "procedures")),
        Constraint("needs", ("role", "steps")),
    )

    kind: Literal["sop"] = "sop"
    """What the document is."""
    summary: Text | None = None
    """The procedure in one or two sentences."""
    purpose: Text
    """What the procedure is to achieve."""
    background: Text | None = None
    """Why there is such a procedure."""
    scope: Scope | None = None
    """Where it applies."""
    definitions: Names[Line, Definition] = Field(default_factory=Names)
    """Terms and what they mean here."""
    references: Many[Reference] = ()
    """Other documents it relies on."""
    roles: Names[Id, Role] = Field(default_factory=Names)
    """Who acts, by id."""
    resources: Many[Resource] = ()
    """What the work needs."""
    preconditions: Many[Text] = ()
    """What must hold before it starts."""
    triggers: Many[Text] = ()
    """What starts it."""
    exit_criteria: Many[Text] = ()
    """What must hold when it ends."""
    rules: Many[Rule] = ()
    """What to do and not to do, without a sequence."""
    clauses: Many[Clause] = ()
    """Provisions in chapters and articles."""
    tables: Many[LookupTable] = ()
    """Tables to look things up in."""
    service_levels: Many[ServiceLevel] = ()
    """What is promised, by level of severity."""
    classifications: Names[Id, Classification] = Field(default_factory=Names)
    """How matters are classified, by id."""
    channels: Many[Channel] = ()
    """How customers reach the service."""
    states: Many[State] = ()
    """The states of a ticket."""
    deadlines: Many[Deadline] = ()
    """Time limits outside any step."""
    procedures: Many[Procedure] = ()
    """The procedures, when there are several."""
    role: Many[RoleId] = ()
    """The role of every top-level step that names none."""
    steps: Many[Step] = ()
    """The steps, when there is one procedure."""
    exceptions: Many[ExceptionCase] = ()
    """Situations outside the normal flow."""
    escalation: Many[Escalation] = ()
    """To whom a matter goes when it is not settled."""
    troubleshooting: Many[Symptom] = ()
    """Symptoms, causes and remedies."""
    faq: Many[Question] = ()
    """Questions that are often asked."""
    scripts: Names[Id, Script] = Field(default_factory=Names)
    """Words to say, by id."""
    forms: Names[Id, Form] = Field(default_factory=Names)
    """Forms to fill in, by id."""
    records: Names[Id, Record] = Field(default_factory=Names)
    """What is kept, by id."""
    risks: Many[Risk] = ()
    """What may go wrong."""
    metrics: Many[Metric] = ()
    """How the procedure is measured."""
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
    diagram: Diagram | None = None
    """The flowchart: swimlane where there are two roles or more, flow with one, when left out."""

    def sequences(self) -> Iterator[tuple[tuple[Any, ...], "Procedure | Sop"]]:
        """Each procedure with its path; the document itself when it has steps of its own."""
        if self.steps:
            yield (), self
        for index, procedure in enumerate(self.procedures):
            yield ("procedures", index), procedure

    def clause_lists(self) -> Iterator[tuple[tuple[Any, ...], tuple[Clause, ...]]]:
        """The clauses, with their path."""
        yield ("clauses",), self.clauses

    def services(self) -> Iterator[tuple[tuple[Any, ...], Self]]:
        """What says how service is given: the SOP itself, with its path."""
        yield (), self
