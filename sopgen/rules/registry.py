"""The rules, in the order of their codes: those that look at one spec, and those that look across the repository."""

from __future__ import annotations

from sopgen.rules import (
    banned_phrase,
    duplicate_id,
    duplicate_number,
    empty_action,
    invalid_suppression,
    jump_across_tracks,
    long_sentence,
    mixed_punctuation,
    personal_data_in_text,
    placeholder,
    reserved_id,
    revision_not_current,
    revisions_out_of_order,
    role_by_another_name,
    several_actions,
    undefined_abbreviation,
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
    vague_word,
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
    vague_word,
    placeholder,
    banned_phrase,
    empty_action,
    several_actions,
    long_sentence,
    undefined_abbreviation,
    role_by_another_name,
    mixed_punctuation,
    personal_data_in_text,
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
