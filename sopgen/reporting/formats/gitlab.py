"""For GitLab: a Code Quality report, which a merge request shows as what it adds and what it mends.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from typing import Any

from sopgen.diagnostics import Diagnostic, Language, Severity
from sopgen.reporting.fingerprints import fingerprints
from sopgen.reporting.outcome import Outcome
from sopgen.reporting.places import tool_path
from sopgen.reporting.sentences import sentence

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(outcome: Outcome, language: Language) -> str:
    """The diagnostics as the text of a JSON array; GitLab takes those with one fingerprint for one."""
    pairs = zip(outcome.diagnostics, fingerprints(outcome.diagnostics), strict=True)
    issues = [_issue(diagnostic, fingerprint, language) for diagnostic, fingerprint in pairs]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(diagnostic: Diagnostic, fingerprint: str, language: Language) -> dict[str, Any]:
    span = diagnostic.location.span
    lines = {"begin": span.start.line, "end": span.end.line} if span else {"begin": 1}
    return {
        "description": sentence(diagnostic, language),
        "check_name": diagnostic.rule,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[diagnostic.severity],
        "location": {"path": tool_path(diagnostic.location.file), "lines": lines},
    }
