"""Which view each model has that prints as more than its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sopgen.document.part_views import (
    CautionView,
    ClauseView,
    FieldView,
    FormView,
    RoleView,
    RuleView,
    ScriptView,
    SectionView,
    TableView,
)
from sopgen.document.process_views import (
    BranchView,
    LimitView,
    RiskView,
    SequenceView,
    SopView,
    StepView,
    TrackView,
    TransitionView,
    WaitView,
)
from sopgen.spec.clauses import Clause, LookupTable, Rule, Section
from sopgen.spec.forms import Form, FormField, Script
from sopgen.spec.front import Role
from sopgen.spec.limits import Limit, Wait
from sopgen.spec.service import Transition
from sopgen.spec.sop import Sop
from sopgen.spec.steps import Branch, Caution, Procedure, Risk, Step, Track

VIEWS: Mapping[type, Callable[..., Any]] = {
    Sop: SopView,
    Procedure: SequenceView,
    Step: StepView,
    Track: TrackView,
    Limit: LimitView,
    Wait: WaitView,
    Branch: BranchView,
    Transition: TransitionView,
    Risk: RiskView,
    Form: FormView,
    FormField: FieldView,
    Script: ScriptView,
    Clause: ClauseView,
    LookupTable: TableView,
    Section: SectionView,
    Rule: RuleView,
    Caution: CautionView,
    Role: RoleView,
}
