"""The rules, in the order of their codes."""

from __future__ import annotations

from sopgen.rules import (
    conflicting_definition,
    duplicate_id,
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
from sopgen.rules.base.module import Rule, RuleModule

_MODULES: tuple[RuleModule, ...] = (
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

RULES = tuple(map(Rule.of, _MODULES))
"""Every rule."""
