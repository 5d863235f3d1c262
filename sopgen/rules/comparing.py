"""Running the rules that look across the repository, on the facts about its documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sopgen.diagnostics import Diagnostic, Fix, Location, Severity
from sopgen.rules import unused_suppression
from sopgen.rules.base.facts import Facts, RepositoryFinding, Survey
from sopgen.rules.base.module import Rule
from sopgen.rules.base.policy import Policy
from sopgen.rules.selection import left_out, names_across

UNUSED = "unused-suppression"


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
    policy = policy or Policy()
    survey = Survey(facts, taken, policy)
    by_file = {one.file: one for one in survey.checked()}
    selections = {file: policy.without(words).selection for file, words in (ignored or {}).items()}
    found: list[Diagnostic] = []
    for rule, severity in policy.looked_for(_rules(policy)).items():
        for message, (location, path), hint, related, repair in rule.check(survey):
            one = by_file.get(location.file)
            looked_for = selections.get(location.file, policy.selection).looks_for(rule.name, rule.code)
            if one and looked_for and not one.suppressions.cover((rule.name, rule.code), location.span):
                fix = Fix(repair.title, repair.safe, repair.changes) if repair else None
                found.append(Diagnostic(rule.code, rule.name, severity, message, location, hint, related, fix, path))
    if whole and policy.least < Severity.ERROR and policy.selection.looks_for(UNUSED, unused_suppression.CODE):
        found += _unused(by_file.values(), policy)
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))


def _rules(policy: Policy) -> tuple[Rule[Survey, RepositoryFinding], ...]:
    if policy.only_errors:
        from sopgen.rules.errors import REPOSITORY_ERRORS

        return REPOSITORY_ERRORS
    from sopgen.rules.registry import REPOSITORY_RULES

    return REPOSITORY_RULES


def _unused(facts: Iterable[Facts], policy: Policy) -> Iterator[Diagnostic]:
    code = unused_suppression.CODE
    severity = policy.severities.get(UNUSED, unused_suppression.SEVERITY)
    for one in facts:
        for finding in unused_suppression.unused(one.suppressions, names_across() - left_out(policy.selection)):
            yield Diagnostic(code, UNUSED, severity, finding.message, Location(one.file, finding.span), finding.hint)
