"""Diagnostics for tools: a JSON array of objects."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sopgen.diagnostics import Diagnostic, Language, Location


def as_json(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """The diagnostics as the text of a JSON array.

    Each has ``file``, ``line``, ``column``, ``end_line``, ``end_column`` (1-based, in characters, the end exclusive;
    null when unknown), ``severity``, ``code``, ``rule``, ``message``, ``hint`` (or null) and ``related``.
    """
    records = [_record(diagnostic, language) for diagnostic in diagnostics]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def _record(diagnostic: Diagnostic, language: Language) -> dict[str, Any]:
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
    }


def _place(location: Location) -> dict[str, Any]:
    span = location.span
    return {
        "file": location.file,
        "line": span.start.line if span else None,
        "column": span.start.column if span else None,
        "end_line": span.end.line if span else None,
        "end_column": span.end.column if span else None,
    }
