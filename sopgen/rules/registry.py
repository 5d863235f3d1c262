"""The rules, in the order of their codes: those that look at one spec, and those that look across the repository."""

from __future__ import annotations

from sopgen.rules import (
    dead_end,
    duplicate_id,
    duplicate_number,
    endless_loop,
    endless_wait,
    exceeded_limit,
    invalid_suppression,
    inverted_service_levels,
    jump_across_tracks,
    late_escalation,
    late_response,
    open_decision,
    overlapping_responsibilities,
    reserved_id,
    revision_not_current,
    revisions_out_of_order,
    role_without_responsibilities,
    self_approval,
    single_branch,
    slow_path,
    step_without_limit,
    step_without_role,
    unclosed_process,
    undefined_role,
    uneven_row,
    unjoined_track,
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
    unmasked_name,
    unproduced_input,
    unreachable_state,
    unreachable_step,
    unsaid_variable,
    unused_output,
    unused_role,
    unused_suppression,
)
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.facts import RepositoryFinding, Survey
from sopgen.rules.base.module import AnyRule, Rule, RuleModule

_OF_A_SPEC: tuple[RuleModule[Context, Finding], ...] = (
    undefined_role,
    unused_role,
    role_without_responsibilities,
    overlapping_responsibilities,
    step_without_role,
    self_approval,
    unmasked_name,
    unknown_step_target,
    jump_across_tracks,
    unknown_procedure,
    unreachable_step,
    dead_end,
    endless_loop,
    single_branch,
    open_decision,
    unclosed_process,
    unproduced_input,
    unused_output,
    unjoined_track,
    endless_wait,
    unreachable_state,
    step_without_limit,
    slow_path,
    inverted_service_levels,
    late_escalation,
    late_response,
    exceeded_limit,
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
