"""Running the rules on one spec: findings get their place in the text, and comments suppress some of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from sopgen.diagnostics import Diagnostic, Severity
from sopgen.frozen import frozen
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.facts import Facts
from sopgen.rules.base.module import Rule
from sopgen.rules.base.policy import Policy
from sopgen.rules.base.suppressions import Suppressions
from sopgen.rules.gathering import gather
from sopgen.rules.locating import located
from sopgen.rules.selection import NOTICES, names
from sopgen.source import comments
from sopgen.spec import LoadedSpec

if TYPE_CHECKING:
    from sopgen.repository.documents import KnownDocument
    from sopgen.spec.index import Index


@frozen
class Looked:
    """What looking at one spec came to: what there is to say about it, sorted, and what others may need to know."""

    diagnostics: tuple[Diagnostic, ...]
    facts: Facts


def check(
    spec: LoadedSpec, known: Mapping[str, KnownDocument], policy: Policy | None = None, before: Index | None = None
) -> Looked:
    """Look at a spec that could be read with the rules for one spec.

    Args:
        spec: the spec.
        known: the documents of the repository, by number.
        policy: what the run goes by.
        before: what the spec was at an earlier revision.

    Returns:
        What reading warned of and what rules find; and the facts for the rules across the repository.
    """
    policy = policy or Policy()
    suppressions = Suppressions(comments(spec.tree))
    rules = policy.looked_for(_rules(policy))
    selection, least = policy.selection, policy.least
    told = {one.rule for one in NOTICES if one.severity >= least and selection.looks_for(one.rule, one.code)}
    active = frozenset([*(rule.name for rule in rules), *told])
    known_names = {} if policy.only_errors else names()
    context = Context(spec.index, known, suppressions, known_names, active, policy, before, spec.included)
    notices = [notice for notice in spec.tree.notices if notice.rule in told] if told else []
    found = chain(notices, _findings(spec, context, rules))
    kept = (one for one in found if not suppressions.cover((one.rule, one.code), one.location.span))
    once = dict.fromkeys(kept)  # what an alias repeats is found wherever it is repeated
    return Looked(tuple(sorted(once, key=lambda diagnostic: diagnostic.sort_key)), gather(spec, suppressions))


def _rules(policy: Policy) -> tuple[Rule[Context, Finding], ...]:
    if policy.only_errors:
        from sopgen.rules.errors import SPEC_ERRORS

        return SPEC_ERRORS
    from sopgen.rules.registry import SPEC_RULES

    return SPEC_RULES


def _findings(
    spec: LoadedSpec, context: Context, rules: Mapping[Rule[Context, Finding], Severity]
) -> Iterator[Diagnostic]:
    for rule, severity in rules.items():
        for finding in rule.check(context):
            yield located(finding, rule, severity, spec.tree)
