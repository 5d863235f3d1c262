"""Procedures: steps, decisions, parallel tracks and all that a step may hold."""

from typing import Annotated, ClassVar

from pydantic import Field

from sopgen.spec.constraints import Constraint
from sopgen.spec.limits import Limit, Wait
from sopgen.spec.shape import Many, Shape, Some
from sopgen.spec.texts import (
    CallId,
    FlagOrText,
    FormId,
    Id,
    Line,
    ProcedureId,
    RecordId,
    ResourceName,
    RoleId,
    ScriptId,
    StateId,
    StepId,
    Text,
)


class Caution(Shape):
    """A call-out: a remark that must not be overlooked, of the kind named by its key.

    ```yaml
    steps:
      - action: Open the housing
        cautions: [danger: Pull the plug first, {note: The key is in the van, for: engineer}]
    ```
    """

    bare: ClassVar[str | None] = "note"
    constraints: ClassVar[tuple[Constraint, ...]] = (
        Constraint("exactly-one", ("note", "tip", "caution", "warning", "danger")),
    )

    note: Text | None = None
    """Something to know."""
    tip: Text | None = None
    """Something that makes it easier."""
    caution: Text | None = None
    """Something that can go wrong."""
    warning: Text | None = None
    """Something that can do harm."""
    danger: Text | None = None
    """Something that can cost life or limb."""
    for_: Annotated[Many[RoleId], Field(alias="for")] = ()
    """The roles it is for, when not for all."""

    @property
    def kind(self) -> str:
        """The key that says how grave it is."""
        return next(key for key in self.constraints[0].keys if getattr(self, key) is not None)


class Risk(Shape):
    """What may go wrong, and the control that keeps it from happening.

    ```yaml
    risks:
      - {step: register, description: Others see customer data, control: Lock the screen, owner: agent}
    ```
    """

    bare: ClassVar[str | None] = "description"

    step: StepId | None = None
    """The step at which it may happen."""
    description: Text
    """What may go wrong."""
    control: Text | None = None
    """What is done against it."""
    owner: RoleId | None = None
    """The role that answers for the control."""
    likelihood: Line | None = None
    """How likely it is, in the company's own words."""
    severity: Line | None = None
    """How bad it would be, in the company's own words."""


class Branch(Shape):
    """One way out of a decision; without ``go_to`` the flow goes on to the following step."""

    bare: ClassVar[str | None] = "when"

    when: Text
    """The case in which this branch is taken."""
    go_to: StepId | None = None
    """A step, ``end``, or the number of an SOP to go over to."""


class Decision(Shape):
    """A question with branches; a bare list stands for the branches.

    ```yaml
    steps:
      - action: Find the cause
        decision:
          question: What is broken?
          branches: [{when: Hardware}, {when: Software, go_to: remote}, {when: Nothing, go_to: end}]
      - {action: Send an engineer, next: end}
      - {id: remote, action: Help by phone}
    ```
    """

    bare: ClassVar[str | None] = "branches"
    bare_list: ClassVar[bool] = True

    question: Text | None = None
    """The question; the step's action, when left out."""
    branches: Some[Branch]
    """The ways out."""
    otherwise: StepId | None = None
    """Where to go when no branch applies."""


class Track(Shape):
    """One of several tracks that run side by side; all end before the flow goes on.

    ```yaml
    steps:
      - action: Prepare the visit
        parallel:
          - {title: Parts, steps: [Check the stock, Pack the parts]}
          - {title: Appointment, procedure: booking}
    ```
    """

    constraints: ClassVar[tuple[Constraint, ...]] = (Constraint("exactly-one", ("steps", "procedure")),)

    title: Line | None = None
    """What the track does."""
    steps: Many["Step"] = ()
    """The steps of the track."""
    procedure: ProcedureId | None = None
    """A procedure of this file that is the track."""


class Step(Shape):
    """One step: who does what, with what, by when, and where the flow goes then.

    ```yaml
    steps:
      - id: register
        title: Receipt
        action: Register the fault
        role: agent
        time_limit: within 10 minutes
        outputs: Ticket
        details: |
          1. Ask for the model and the serial number.
          2. Repeat them.
    ```
    """

    bare: ClassVar[str | None] = "action"
    constraints: ClassVar[tuple[Constraint, ...]] = (
        Constraint("at-most-one", ("steps", "parallel", "call")),
        Constraint("at-most-one", ("decision", "next")),
    )

    id: Id | None = None
    """The id by which other steps and texts refer to this one."""
    title: Line | None = None
    """A short name, printed before the action."""
    action: Text
    """What is done, verb first."""
    role: Many[RoleId] = ()
    """Who does it; the procedure's role, when left out."""
    accountable: RoleId | None = None
    """Who answers for the result."""
    consulted: Many[RoleId] = ()
    """Who is asked before."""
    informed: Many[RoleId] = ()
    """Who is told after."""
    inputs: Many[Text] = ()
    """What the step needs."""
    outputs: Many[Text] = ()
    """What the step produces."""
    time_limit: Limit | None = None
    """By when it is done."""
    system: Many[ResourceName] = ()
    """The system it is done in, by its name among the resources."""
    when: Text | None = None
    """The condition on which the step is done."""
    optional: FlagOrText | None = None
    """Whether it may be left out, or a sentence that says when."""
    details: Text | None = None
    """How it is done, at length."""
    key_actions: Many[Text] = ()
    """What must not be forgotten while doing it."""
    standard: Text | None = None
    """What a good result looks like."""
    scripts: Many[ScriptId] = ()
    """The scripts to speak from."""
    forms: Many[FormId] = ()
    """The forms to fill in."""
    records: Many[RecordId] = ()
    """The records that it makes or updates."""
    checklist: Many[Text] = ()
    """What to tick off."""
    cautions: Many[Caution] = ()
    """Remarks that must not be overlooked."""
    checkpoint: FlagOrText | None = None
    """Whether it is a checkpoint (关键节点), or what is checked."""
    state: StateId | None = None
    """The state of the ticket after the step."""
    risk: Many[Risk] = ()
    """What may go wrong here."""
    wait: Wait | None = None
    """A pause after the action."""
    steps: Many["Step"] = ()
    """Steps nested in this one."""
    parallel: Many["Track"] = ()
    """Tracks that run side by side."""
    call: CallId | None = None
    """Another SOP, or a procedure of this file, to carry out and come back from."""
    decision: Decision | None = None
    """The question that says where the flow goes."""
    next: StepId | None = None
    """Where the flow goes, when not to the following step."""


class Procedure(Shape):
    """A sequence of steps with a title of its own.

    ```yaml
    procedures:
      - {id: repair, title: Repair, role: agent, steps: [Register the fault, Close the ticket]}
      - {id: booking, title: Appointments, role: agent, steps: [Call the customer]}
    ```
    """

    id: Id | None = None
    """The id by which steps call it."""
    title: Line
    """The title."""
    summary: Text | None = None
    """What it does, in a sentence or two."""
    trigger: Text | None = None
    """What starts it."""
    role: Many[RoleId] = ()
    """The role of every step that names none."""
    inputs: Many[Text] = ()
    """What it needs."""
    outputs: Many[Text] = ()
    """What it produces."""
    preconditions: Many[Text] = ()
    """What must hold before it starts."""
    exit_criteria: Many[Text] = ()
    """What must hold when it ends."""
    steps: Some[Step]
    """The steps, in order."""


class Escalation(Shape):
    """To whom a matter goes when it is not settled in time.

    ```yaml
    escalation:
      - {to: manager, after: 4 hours, when: Nobody has answered, how: Phone}
    ```
    """

    to: RoleId
    """The role it goes to."""
    after: Limit | None = None
    """After how long."""
    when: Text | None = None
    """In which case."""
    how: Text | None = None
    """By which means."""


class ExceptionCase(Shape):
    """A situation outside the normal flow, and what is done about it.

    ```yaml
    exceptions:
      - {situation: Nobody is at home, response: Make another appointment, role: engineer, time_limit: within 2 hours}
    ```
    """

    situation: Text
    """What happens."""
    response: Text
    """What is done."""
    role: Many[RoleId] = ()
    """Who does it."""
    time_limit: Limit | None = None
    """By when."""
    escalate_to: RoleId | None = None
    """To whom it goes when that does not settle it."""
    go_to: StepId | None = None
    """Where the flow goes on."""
