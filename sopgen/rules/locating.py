"""Where findings are in the text of a spec: rules speak of places in the model."""

from __future__ import annotations

from sopgen.diagnostics import Diagnostic, Fix, Location, Related, Severity
from sopgen.rules.base import Finding
from sopgen.rules.base.module import AnyRule
from sopgen.rules.base.repair import Append, Repair
from sopgen.source import Path, Tree
from sopgen.source.parts import part_offsets
from sopgen.spec.paths import lasting_pointer, source_path


def located(finding: Finding, rule: AnyRule, severity: Severity, tree: Tree) -> Diagnostic:
    """The diagnostic of a finding in the spec that ``tree`` holds."""
    related = tuple(Related(message, tree.locate(source_path(tree.data, path))) for message, path in finding.related)
    location = _location(finding, tree)
    fix = fix_of(finding.repair, tree)
    path = lasting_pointer(tree.data, finding.path)
    return Diagnostic(rule.code, rule.name, severity, finding.message, location, finding.hint, related, fix, path)


def _location(finding: Finding, tree: Tree) -> Location:
    if finding.span is not None:
        return Location(tree.source.file, finding.span)
    path = source_path(tree.data, finding.path)
    if finding.part:
        return location_of_part(finding.part, finding.offset, path, tree)
    return tree.locate(path, key=finding.at_key)


def location_of_part(part: str, offset: int, path: Path, tree: Tree) -> Location:
    """The place of ``part``, which the text at ``path`` has at ``offset``; of the whole text where escapes hide it."""
    return tree.source.location(*(part_offsets(tree, path, part, offset) or tree.offsets(path)))


def fix_of(repair: Repair | None, tree: Tree) -> Fix | None:
    """The fix that a repair is in the file that ``tree`` is of."""
    if repair is None:
        return None
    changes = tuple(
        change if isinstance(change, Append) else change._replace(path=source_path(tree.data, change.path))
        for change in repair.changes
    )
    return Fix(repair.title, repair.safe, changes)
