"""Running the rules that look across the repository, on the facts about its documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sopgen.diagnostics import Diagnostic, Fix, Location
from sopgen.rules import unused_suppression
from sopgen.rules.base.facts import Facts, Survey
from sopgen.rules.base.policy import Policy
from sopgen.rules.selection import names_across


def compare(
    facts: Sequence[Facts],
    policy: Policy | None = None,
    ignored: Mapping[str, tuple[str, ...]] | None = None,
    *,
    taken: Collection[str] = (),
    whole: bool = True,
) -> tuple[Diagnostic, ...]:
    """What there is to say about the checked documents among ``facts`` when all are seen together, sorted.

    A comment in a document suppresses a finding at its place there, as it does for findings about one spec.

    Args:
        facts: the facts about the documents to compare.
        policy: what the run goes by.
        ignored: the rules not to look for in a file, by its name.
        taken: the numbers of all documents of the repository.
        whole: whether these are all documents of the repository; only then can a comment be known to be of no use.
    """
    from sopgen.rules.registry import REPOSITORY_RULES

    policy = policy or Policy()
    survey = Survey(facts, taken, policy)
    by_file = {one.file: one for one in survey.checked()}
    active = {file: policy.without(words).selection.active for file, words in (ignored or {}).items()}
    found: list[Diagnostic] = []
    for rule in REPOSITORY_RULES:
        if rule.name not in policy.selection.active:
            continue
        severity = policy.severities.get(rule.name, rule.severity)
        for message, (location, path), hint, related, repair in rule.check(survey):
            one = by_file.get(location.file)
            looked_for = active.get(location.file, policy.selection.active)
            if one and rule.name in looked_for and not one.suppressions.cover((rule.name, rule.code), location.span):
                fix = Fix(repair.title, repair.safe, repair.changes) if repair else None
                found.append(Diagnostic(rule.code, rule.name, severity, message, location, hint, related, fix, path))
    if whole and "unused-suppression" in policy.selection.active:
        found += _unused(by_file.values(), policy)
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))


def _unused(facts: Iterable[Facts], policy: Policy) -> Iterator[Diagnostic]:
    code, rule = unused_suppression.CODE, "unused-suppression"
    severity = policy.severities.get(rule, unused_suppression.SEVERITY)
    for one in facts:
        for finding in unused_suppression.unused(one.suppressions, names_across() & policy.selection.active):
            yield Diagnostic(code, rule, severity, finding.message, Location(one.file, finding.span), finding.hint)
