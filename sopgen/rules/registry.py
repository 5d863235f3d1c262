"""The rules, in the order of their codes: those that look at one spec, and those that look across the repository."""

from __future__ import annotations

from sopgen.rules import (
    checkpoint_without_control,
    circular_reference,
    contradictory_limits,
    dates_out_of_order,
    duplicate_id,
    duplicate_number,
    effective_without_approval,
    exception_without_role,
    incomplete_record,
    invalid_suppression,
    jump_across_tracks,
    missing_exceptions,
    missing_section,
    mixed_version_schemes,
    number_off_pattern,
    overdue_review,
    reserved_id,
    retired_reference,
    revision_not_current,
    revisions_out_of_order,
    risk_without_control,
    short_retention,
    undefined_role,
    understated_change,
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
    unnumbered_form,
    unprotected_personal_data,
    unsaid_variable,
    unused_form,
    unused_record,
    unused_resource,
    unused_script,
    unused_suppression,
    unversioned_change,
    vague_reason,
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
    unused_form,
    unused_script,
    unused_resource,
    unused_record,
    unnumbered_form,
    incomplete_record,
    short_retention,
    unprotected_personal_data,
    missing_exceptions,
    exception_without_role,
    checkpoint_without_control,
    risk_without_control,
    effective_without_approval,
    overdue_review,
    vague_reason,
    unversioned_change,
    revision_not_current,
    revisions_out_of_order,
    understated_change,
    missing_section,
    number_off_pattern,
    dates_out_of_order,
    invalid_suppression,
    unused_suppression,  # the last: it looks at which comments the others have used
)

_OF_A_REPOSITORY: tuple[RuleModule[Survey, RepositoryFinding], ...] = (
    duplicate_number,
    retired_reference,
    circular_reference,
    contradictory_limits,
    mixed_version_schemes,
)

SPEC_RULES: tuple[Rule[Context, Finding], ...] = tuple(map(Rule.of, _OF_A_SPEC))
"""The rules that look at one spec."""
REPOSITORY_RULES: tuple[Rule[Survey, RepositoryFinding], ...] = tuple(map(Rule.of, _OF_A_REPOSITORY))
"""The rules that look at all documents of a repository together."""
RULES: tuple[AnyRule, ...] = tuple(sorted((*SPEC_RULES, *REPOSITORY_RULES), key=lambda rule: rule.code))
"""Every rule."""
