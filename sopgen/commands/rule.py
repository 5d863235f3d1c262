"""``sopgen rule``: what a rule forbids, why, and how to mend it."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from sopgen.diagnostics import Language, Message
from sopgen.errors import UsageError
from sopgen.rules.base.module import AnyRule
from sopgen.rules.selection import unknown_rule

NO_PAGE = Message(
    zh="Python 以 -OO 运行，规则的说明已被去掉；请不带 -OO 再运行一次",
    en="Python runs with -OO, which leaves the pages of rules out: run it without",
)
OPTIONS = Message(zh="可在 sopgen.toml 的 [rules.{name}] 中设置：", en="Settings, in [rules.{name}] of sopgen.toml:")


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


def run_all(language: Language, form: str = "text") -> int:
    """Print a line for each rule: name, code, severity and what it forbids; as JSON, all there is to tell; 0."""
    from sopgen.rules.registry import RULES

    if form == "json":
        sys.stdout.write(_as_json([_record(rule, language) for rule in RULES]))
        return 0
    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        sys.stdout.write(f"{rule.name:<{width}}  {rule.code}  {rule.severity.label:<7}  {summary(rule, language)}\n")
    return 0


def page(rule: AnyRule, language: Language) -> str:
    """The page of a rule as Markdown: its docstring without the marks for tests, and what can be set about it."""
    text = re.sub(r" *# <-$", "", (rule.page or NO_PAGE.text(language)).strip(), flags=re.MULTILINE)
    options = [
        f"- `{key}`: {meaning} ({json.dumps(default, ensure_ascii=False)})"
        for key, meaning, default in _options(rule, language)
    ]
    told = f"\n{OPTIONS.format(name=rule.name).text(language)}\n\n" + "\n".join(options) + "\n" if options else ""
    return f"# {rule.name}\n\n`{rule.code}`, {rule.severity.label}. {text}\n{told}"


def summary(rule: AnyRule, language: Language) -> str:
    """What a rule forbids, in one sentence of its page."""
    paragraphs = (rule.page or NO_PAGE.text(language)).strip().split("\n\n")
    if language == "en":
        return " ".join(paragraphs[0].split())
    chinese = next((text for text in paragraphs if "。" in text), paragraphs[0])
    return re.split("(?<=[。])", chinese.replace("\n", ""))[0]


def _record(rule: AnyRule, language: Language) -> dict[str, Any]:
    return {
        "name": rule.name,
        "code": rule.code,
        "severity": rule.severity.label,
        "summary": summary(rule, language),
        "page": page(rule, language),
        "options": [
            {"key": key, "meaning": meaning, "default": default} for key, meaning, default in _options(rule, language)
        ],
    }


def _options(rule: AnyRule, language: Language) -> list[tuple[str, str, object]]:
    return [(option.key, option.meaning.text(language), option.default) for option in rule.options]


def _as_json(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
