"""Running the rules on one spec: findings get their place in the text, and comments suppress some of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sopgen.diagnostics import Diagnostic, Location, Related
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.module import Rule
from sopgen.rules.base.suppressions import Suppressions
from sopgen.rules.selection import Selection, names
from sopgen.source import Path, Tree, comments
from sopgen.spec import LoadedSpec
from sopgen.spec.paths import source_path


def check(spec: LoadedSpec, known: Mapping[str, frozenset[str]], selection: Selection) -> tuple[Diagnostic, ...]:
    """What there is to say about a spec that could be read, sorted: what reading warned of, and what rules find.

    Args:
        spec: the spec.
        known: the ids of the steps of every document of the repository, by document number.
        selection: which rules to look for.
    """
    suppressions = Suppressions(comments(spec.tree))
    context = Context(spec.index, known, suppressions, names(), selection.active, spec.included)
    found = (diagnostic for diagnostic in _diagnostics(spec, context))
    kept = (one for one in found if not suppressions.cover((one.rule, one.code), one.location.span))
    once = dict.fromkeys(kept)  # what an alias repeats is found wherever it is repeated
    return tuple(sorted(once, key=lambda diagnostic: diagnostic.sort_key))


def _diagnostics(spec: LoadedSpec, context: Context) -> Iterator[Diagnostic]:
    from sopgen.rules.registry import RULES

    yield from (notice for notice in spec.tree.notices if notice.rule in context.active)
    for rule in RULES:
        if rule.name in context.active:
            for finding in rule.check(context):
                yield _located(finding, rule, spec.tree)


def _located(finding: Finding, rule: Rule, tree: Tree) -> Diagnostic:
    related = tuple(Related(message, tree.locate(source_path(tree.data, path))) for message, path in finding.related)
    location = _location(finding, tree)
    return Diagnostic(rule.code, rule.name, rule.severity, finding.message, location, finding.hint, related)


def _location(finding: Finding, tree: Tree) -> Location:
    if finding.span is not None:
        return Location(tree.source.file, finding.span)
    path = source_path(tree.data, finding.path)
    if finding.part:
        return _location_of_part(finding, path, tree)
    return tree.locate(path, key=finding.at_key)


def _location_of_part(finding: Finding, path: Path, tree: Tree) -> Location:
    """The place of a part of a text; that of the whole text where escapes hide the part.

    A text and the way it is written differ in indentation and quotes, so the part is found by counting: it is as many
    occurrences from the start in one as in the other.
    """
    value = source_value(tree.data, path)
    begin = len(value) - len(value.lstrip()) + finding.offset
    start, end = tree.offsets(path)
    written = tree.source.text[start:end]
    position = -1
    for _ in range(value.count(finding.part, 0, begin) + 1):
        position = written.find(finding.part, position + 1)
        if position < 0:
            return tree.source.location(start, end)
    return tree.source.location(start + position, start + position + len(finding.part))


def source_value(data: object, path: Path) -> str:
    """The text at a path that exists; empty if there is something else."""
    for part in path:
        data = data[part]  # type: ignore[index]
    return data if isinstance(data, str) else ""
