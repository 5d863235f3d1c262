"""``sopgen rule``: what a rule forbids, why, and how to mend it."""

from __future__ import annotations

import json
import sys
from typing import Any

from sopgen.diagnostics import Language
from sopgen.errors import UsageError
from sopgen.rules.base.module import AnyRule
from sopgen.rules.pages import options, page, summary
from sopgen.rules.selection import unknown_rule


def run(name: str, language: Language, form: str = "text") -> int:
    """Print the page of the rule that ``name`` is the name or the code of; 0.

    Raises:
        UsageError: there is no such rule.
    """
    from sopgen.rules.registry import RULES

    rule = next((rule for rule in RULES if name in (rule.name, rule.code, rule.code.lower())), None)
    if rule is None:
        raise UsageError(unknown_rule("rule", name))
    sys.stdout.write(_as_json(_record(rule, language)) if form == "json" else page(rule, language))
    return 0


def run_all(language: Language, form: str) -> int:
    """Print a line for each rule: name, code, severity and what it forbids; as JSON, all there is to tell; 0."""
    from sopgen.rules.registry import RULES

    if form == "json":
        sys.stdout.write(_as_json([_record(rule, language) for rule in RULES]))
        return 0
    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        sys.stdout.write(f"{rule.name:<{width}}  {rule.code}  {rule.severity.label:<7}  {summary(rule, language)}\n")
    return 0


def _record(rule: AnyRule, language: Language) -> dict[str, Any]:
    return {
        "name": rule.name,
        "code": rule.code,
        "severity": rule.severity.label,
        "summary": summary(rule, language),
        "page": page(rule, language),
        "options": [
            {"key": key, "meaning": meaning, "default": default} for key, meaning, default in options(rule, language)
        ],
    }


def _as_json(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
