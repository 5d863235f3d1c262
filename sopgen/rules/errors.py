"""The rules whose findings are errors: all that has to be looked for before a document is rendered.

They stand apart from the others so that rendering need not load all the rules that only remark on something.
"""

from __future__ import annotations

from sopgen.rules import (
    duplicate_id,
    duplicate_number,
    effective_without_approval,
    endless_loop,
    jump_across_tracks,
    missing_section,
    reserved_id,
    revision_not_current,
    revisions_out_of_order,
    undefined_role,
    uneven_row,
    unknown_form,
    unknown_place,
    unknown_procedure,
    unknown_record,
    unknown_reference,
    unknown_resource,
    unknown_script,
    unknown_state,
    unknown_step_target,
    unversioned_change,
)
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.facts import RepositoryFinding, Survey
from sopgen.rules.base.module import Rule, RuleModule

_OF_A_SPEC: tuple[RuleModule[Context, Finding], ...] = (
    undefined_role,
    unknown_step_target,
    jump_across_tracks,
    unknown_procedure,
    endless_loop,
    duplicate_id,
    unknown_form,
    unknown_script,
    unknown_record,
    unknown_resource,
    unknown_state,
    unknown_reference,
    unknown_place,
    uneven_row,
    reserved_id,
    effective_without_approval,
    unversioned_change,
    revision_not_current,
    revisions_out_of_order,
    missing_section,
)
_OF_A_REPOSITORY: tuple[RuleModule[Survey, RepositoryFinding], ...] = (duplicate_number,)

SPEC_ERRORS: tuple[Rule[Context, Finding], ...] = tuple(map(Rule.of, _OF_A_SPEC))
"""Those that look at one spec, in the order of their codes."""
REPOSITORY_ERRORS: tuple[Rule[Survey, RepositoryFinding], ...] = tuple(map(Rule.of, _OF_A_REPOSITORY))
"""Those that look at all documents of a repository together."""
