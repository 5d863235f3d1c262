"""For code scanning, on GitHub and elsewhere: SARIF 2.1.0.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from sopgen import __version__
from sopgen.diagnostics import Diagnostic, Language, Location, Span
from sopgen.reporting.fingerprints import fingerprints
from sopgen.reporting.outcome import Outcome
from sopgen.reporting.places import tool_path, uri
from sopgen.reporting.replacements import Replacements
from sopgen.reporting.sentences import sentence

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
"""What relative addresses begin at, in the words that GitHub and others know: the root of the checkout."""


def render(outcome: Outcome, language: Language) -> str:
    """The diagnostics as the text of a SARIF log with one run, and the pages of the rules that they belong to."""
    by_code = {diagnostic.code: diagnostic for diagnostic in outcome.diagnostics}
    places = {code: place for place, code in enumerate(sorted(by_code))}
    fixes = Replacements()
    pairs = zip(outcome.diagnostics, fingerprints(outcome.diagnostics), strict=True)
    driver = {
        "name": "sopgen",
        "version": __version__,
        "language": language,
        "rules": [_rule(by_code[code], language) for code in places],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": [
            _result(diagnostic, mark, places, language) | _fixes(diagnostic, language, fixes)
            for diagnostic, mark in pairs
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(diagnostic: Diagnostic, language: Language) -> dict[str, Any]:
    """What a diagnostic belongs to: a rule with its page, or a problem of reading, which has none."""
    from sopgen.rules.pages import page, summary
    from sopgen.rules.registry import RULES

    rule = next((rule for rule in RULES if rule.code == diagnostic.code), None)
    severity = rule.severity if rule else diagnostic.severity
    described = {
        "id": diagnostic.code,
        "name": diagnostic.rule,
        "defaultConfiguration": {"level": severity.label},
    }
    if rule is None or rule.page is None:  # there are no pages under python -OO
        return described
    text = page(rule, language)
    return {
        **described,
        "shortDescription": {"text": summary(rule, language)},
        "help": {"text": text, "markdown": text},
    }


def _result(diagnostic: Diagnostic, mark: str, places: Mapping[str, int], language: Language) -> dict[str, Any]:
    location = _location(diagnostic.location)
    if diagnostic.path:
        location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.path}]
    related = [
        {"id": number, "message": {"text": related.message.text(language)}, **_location(related.location)}
        for number, related in enumerate(diagnostic.related, 1)
    ]
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": places[diagnostic.code],
        "level": diagnostic.severity.label,
        "message": {"text": sentence(diagnostic, language)},
        "locations": [location],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"sopgen/v1": mark},
    }


def _fixes(diagnostic: Diagnostic, language: Language, fixes: Replacements) -> dict[str, Any]:
    """What would mend it, in one proposal (3.55)."""
    replaced = [
        {"deletedRegion": _region(span), **({"insertedContent": {"text": text}} if text else {})}
        for span, text in fixes.of(diagnostic)
    ]
    if diagnostic.fix is None or not replaced:
        return {}
    file = _location(diagnostic.location)["physicalLocation"]["artifactLocation"]
    change = {"artifactLocation": file, "replacements": replaced}
    return {"fixes": [{"description": {"text": diagnostic.fix.title.text(language)}, "artifactChanges": [change]}]}


def _location(location: Location) -> dict[str, Any]:
    path, span = tool_path(location.file), location.span
    base = {} if PurePath(path).is_absolute() else {"uriBaseId": ROOT}
    region = _region(span) if span else {"startLine": 1}  # GitHub wants a line for what is said of a whole file
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path), **base}, "region": region}}


def _region(span: Span) -> dict[str, int]:
    (line, column), (end_line, end_column) = span
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
