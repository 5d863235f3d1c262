"""Where findings are in the text of a spec: rules speak of places in the model."""

from __future__ import annotations

from sopgen.diagnostics import Diagnostic, Location, Related, Severity
from sopgen.rules.base import Finding
from sopgen.rules.base.module import AnyRule
from sopgen.source import Path, Tree
from sopgen.spec.paths import lasting_pointer, source_path


def located(finding: Finding, rule: AnyRule, severity: Severity, tree: Tree) -> Diagnostic:
    """The diagnostic of a finding in the spec that ``tree`` holds."""
    related = tuple(Related(message, tree.locate(source_path(tree.data, path))) for message, path in finding.related)
    location = _location(finding, tree)
    path = lasting_pointer(tree.data, finding.path)
    return Diagnostic(rule.code, rule.name, severity, finding.message, location, finding.hint, related, path)


def _location(finding: Finding, tree: Tree) -> Location:
    if finding.span is not None:
        return Location(tree.source.file, finding.span)
    path = source_path(tree.data, finding.path)
    if finding.part:
        return location_of_part(finding.part, finding.offset, path, tree)
    return tree.locate(path, key=finding.at_key)


def location_of_part(part: str, offset: int, path: Path, tree: Tree) -> Location:
    """The place of ``part``, which the text at ``path`` has at ``offset``; of the whole text where escapes hide it.

    A text and the way it is written differ in indentation and quotes, so the part is found by counting: it is as many
    occurrences from the start in one as in the other.
    """
    value = source_value(tree.data, path)
    begin = len(value) - len(value.lstrip()) + offset
    start, end = tree.offsets(path)
    written = tree.source.text[start:end]
    position = -1
    for _ in range(value.count(part, 0, begin) + 1):
        position = written.find(part, position + 1)
        if position < 0:
            return tree.source.location(start, end)
    return tree.source.location(start + position, start + position + len(part))


def source_value(data: object, path: Path) -> str:
    """The text at a path that exists; empty if there is something else."""
    for part in path:
        data = data[part]  # type: ignore[index]
    return data if isinstance(data, str) else ""
