"""For reviewdog, which writes comments in reviews: its Diagnostic Format.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

import json
from typing import Any

from sopgen.diagnostics import Diagnostic, Language, Location, Position, Severity
from sopgen.reporting.excerpt import lines_of
from sopgen.reporting.outcome import Outcome
from sopgen.reporting.places import tool_path
from sopgen.reporting.replacements import Replacements
from sopgen.reporting.sentences import sentence

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(outcome: Outcome, language: Language) -> str:
    """The diagnostics as the text of a ``DiagnosticResult``; its columns count the bytes of UTF-8."""
    fixes = Replacements()
    found = [_diagnostic(diagnostic, language, fixes) for diagnostic in outcome.diagnostics]
    return json.dumps({"source": {"name": "sopgen"}, "diagnostics": found}, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(diagnostic: Diagnostic, language: Language, fixes: Replacements) -> dict[str, Any]:
    related = [
        {"message": related.message.text(language), "location": _location(related.location)}
        for related in diagnostic.related
    ]
    return {
        "message": sentence(diagnostic, language),
        "location": _location(diagnostic.location),
        "severity": SEVERITIES[diagnostic.severity],
        "code": {"value": diagnostic.rule},
        **({"related_locations": related} if related else {}),
        **_suggestion(diagnostic, fixes),
    }


def _suggestion(diagnostic: Diagnostic, fixes: Replacements) -> dict[str, Any]:
    """What reviewdog offers to put in place of lines; each suggestion is one piece of text."""
    mended = fixes.joined(diagnostic)
    if mended is None:
        return {}
    place = Location(diagnostic.location.file, mended.span)
    return {"suggestions": [{"range": _location(place)["range"], "text": mended.text}]}


def _location(location: Location) -> dict[str, Any]:
    place: dict[str, Any] = {"path": tool_path(location.file)}
    if location.span:
        lines = lines_of(location.file)
        place["range"] = {"start": _position(location.span.start, lines), "end": _position(location.span.end, lines)}
    return place


def _position(position: Position, lines: list[str]) -> dict[str, int]:
    """A position in bytes; that of the line alone where the file has no such line any more."""
    if not 1 <= position.line <= len(lines):
        return {"line": position.line}
    before = lines[position.line - 1][: position.column - 1]
    return {"line": position.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
