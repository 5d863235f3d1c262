"""The rules, in the order of their codes: those that look at one spec, and those that look across the repository."""

from __future__ import annotations

from sopgen.rules import (
    conflicting_definition,
    duplicate_id,
    duplicate_number,
    invalid_suppression,
    jump_across_tracks,
    reserved_id,
    revision_not_current,
    revisions_out_of_order,
    undefined_role,
    uneven_row,
    unknown_document,
    unknown_form,
    unknown_place,
    unknown_procedure,
    unknown_record,
    unknown_reference,
    unknown_resource,
    unknown_script,
    unknown_state,
    unknown_step_target,
    unsaid_variable,
    unused_suppression,
)
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.facts import RepositoryFinding, Survey
from sopgen.rules.base.module import AnyRule, Rule, RuleModule

_OF_A_SPEC: tuple[RuleModule[Context, Finding], ...] = (
    undefined_role,
    unknown_step_target,
    jump_across_tracks,
    unknown_procedure,
    duplicate_id,
    unknown_form,
    unknown_script,
    unknown_record,
    unknown_resource,
    unknown_state,
    unknown_reference,
    unknown_document,
    unknown_place,
    uneven_row,
    reserved_id,
    unsaid_variable,
    conflicting_definition,
    revision_not_current,
    revisions_out_of_order,
    invalid_suppression,
    unused_suppression,  # the last: it looks at which comments the others have used
)

_OF_A_REPOSITORY: tuple[RuleModule[Survey, RepositoryFinding], ...] = (duplicate_number,)

SPEC_RULES: tuple[Rule[Context, Finding], ...] = tuple(map(Rule.of, _OF_A_SPEC))
"""The rules that look at one spec."""
REPOSITORY_RULES: tuple[Rule[Survey, RepositoryFinding], ...] = tuple(map(Rule.of, _OF_A_REPOSITORY))
"""The rules that look at all documents of a repository together."""
RULES: tuple[AnyRule, ...] = tuple(sorted((*SPEC_RULES, *REPOSITORY_RULES), key=lambda rule: rule.code))
"""Every rule."""
