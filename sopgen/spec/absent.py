"""The keys that an SOP has and a handbook has not, all of them empty.

Whoever looks at a document of either kind, a rule for one, finds no steps in a handbook rather than having to ask
first what it is.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from sopgen.spec.clauses import Clause, Rule
from sopgen.spec.control import Metric, Question, Symptom
from sopgen.spec.forms import Form, Record, Script
from sopgen.spec.front import Resource
from sopgen.spec.service import Channel, Classification, Deadline, ServiceLevel, State
from sopgen.spec.shape import Names
from sopgen.spec.sop import Diagram, Sop
from sopgen.spec.steps import Escalation, ExceptionCase, Procedure, Risk, Step


class AbsentKeys:
    """What a handbook has none of, or has in its parts only."""

    summary: ClassVar[None] = None
    resources: ClassVar[tuple[Resource, ...]] = ()
    preconditions: ClassVar[tuple[str, ...]] = ()
    triggers: ClassVar[tuple[str, ...]] = ()
    exit_criteria: ClassVar[tuple[str, ...]] = ()
    rules: ClassVar[tuple[Rule, ...]] = ()
    clauses: ClassVar[tuple[Clause, ...]] = ()
    service_levels: ClassVar[tuple[ServiceLevel, ...]] = ()
    classifications: ClassVar[Names[str, Classification]] = Names()
    channels: ClassVar[tuple[Channel, ...]] = ()
    states: ClassVar[tuple[State, ...]] = ()
    deadlines: ClassVar[tuple[Deadline, ...]] = ()
    procedures: ClassVar[tuple[Procedure, ...]] = ()
    role: ClassVar[tuple[str, ...]] = ()
    steps: ClassVar[tuple[Step, ...]] = ()
    exceptions: ClassVar[tuple[ExceptionCase, ...]] = ()
    escalation: ClassVar[tuple[Escalation, ...]] = ()
    troubleshooting: ClassVar[tuple[Symptom, ...]] = ()
    faq: ClassVar[tuple[Question, ...]] = ()
    scripts: ClassVar[Names[str, Script]] = Names()
    forms: ClassVar[Names[str, Form]] = Names()
    records: ClassVar[Names[str, Record]] = Names()
    risks: ClassVar[tuple[Risk, ...]] = ()
    metrics: ClassVar[tuple[Metric, ...]] = ()
    diagram: ClassVar[Diagram | None] = None

    def sequences(self) -> Iterator[tuple[tuple[Any, ...], Procedure | Sop]]:
        """No procedure."""
        return iter(())
