"""For programs: an object for each diagnostic, all in one JSON array or each on a line of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sopgen.diagnostics import Diagnostic, Language, Location, Span
from sopgen.reporting.fingerprints import fingerprints
from sopgen.reporting.outcome import Outcome
from sopgen.reporting.replacements import Replacements


def as_json(outcome: Outcome, language: Language) -> str:
    """The diagnostics as the text of a JSON array.

    Each has ``file``, ``line``, ``column``, ``end_line``, ``end_column`` (1-based, in characters, the end exclusive;
    null when unknown), ``severity``, ``code``, ``rule``, ``message``, ``hint`` (or null), ``related``, ``fix`` (or
    null), ``path`` and ``fingerprint``.
    """
    return json.dumps([*_records(outcome, language)], ensure_ascii=False, indent=2) + "\n"


def as_json_lines(outcome: Outcome, language: Language) -> str:
    """The same objects, a line each (https://jsonlines.org)."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in _records(outcome, language))


def _records(outcome: Outcome, language: Language) -> Iterator[dict[str, Any]]:
    fixes = Replacements()
    for diagnostic, fingerprint in zip(outcome.diagnostics, fingerprints(outcome.diagnostics), strict=True):
        yield {**_record(diagnostic, language, fixes), "fingerprint": fingerprint}


def _record(diagnostic: Diagnostic, language: Language, fixes: Replacements) -> dict[str, Any]:
    return {
        **_place(diagnostic.location),
        "severity": diagnostic.severity.label,
        "code": diagnostic.code,
        "rule": diagnostic.rule,
        "message": diagnostic.message.text(language),
        "hint": diagnostic.hint.text(language) if diagnostic.hint else None,
        "related": [
            {**_place(related.location), "message": related.message.text(language)} for related in diagnostic.related
        ],
        "fix": _fix(diagnostic, language, fixes),
        "path": diagnostic.path,
    }


def _fix(diagnostic: Diagnostic, language: Language, fixes: Replacements) -> dict[str, Any] | None:
    """What would mend it: edits that are made together or not at all."""
    edits = [{**_span(span), "text": text} for span, text in fixes.of(diagnostic)]
    if diagnostic.fix is None or not edits:
        return None
    return {"title": diagnostic.fix.title.text(language), "safe": diagnostic.fix.safe, "edits": edits}


def _place(location: Location) -> dict[str, Any]:
    return {"file": location.file, **_span(location.span)}


def _span(span: Span | None) -> dict[str, Any]:
    return {
        "line": span.start.line if span else None,
        "column": span.start.column if span else None,
        "end_line": span.end.line if span else None,
        "end_column": span.end.column if span else None,
    }
