"""The pages of rules, as their readers see them."""

from __future__ import annotations

import json
import re

from sopgen.diagnostics import Language, Message
from sopgen.rules.base.module import AnyRule

NO_PAGE = Message(
    zh="Python 以 -OO 运行，规则的说明已被去掉；请不带 -OO 再运行一次",
    en="Python runs with -OO, which leaves the pages of rules out: run it without",
)
OPTIONS = Message(zh="可在 sopgen.toml 的 [rules.{name}] 中设置：", en="Settings, in [rules.{name}] of sopgen.toml:")


def page(rule: AnyRule, language: Language) -> str:
    """The page of a rule as Markdown: its docstring without the marks for tests, and what can be set about it."""
    text = re.sub(r" *# <-$", "", (rule.page or NO_PAGE.text(language)).strip(), flags=re.MULTILINE)
    listed = [
        f"- `{key}`: {meaning} ({json.dumps(default, ensure_ascii=False)})"
        for key, meaning, default in options(rule, language)
    ]
    told = f"\n{OPTIONS.format(name=rule.name).text(language)}\n\n" + "\n".join(listed) + "\n" if listed else ""
    return f"# {rule.name}\n\n`{rule.code}`, {rule.severity.label}. {text}\n{told}"


def summary(rule: AnyRule, language: Language) -> str:
    """What a rule forbids, in one sentence of its page."""
    paragraphs = (rule.page or NO_PAGE.text(language)).strip().split("\n\n")
    if language == "en":
        return " ".join(paragraphs[0].split())
    chinese = next((text for text in paragraphs if "。" in text), paragraphs[0])
    return re.split("(?<=[。])", chinese.replace("\n", ""))[0]


def options(rule: AnyRule, language: Language) -> list[tuple[str, str, object]]:
    """What can be set about a rule: the key, what it means, and what holds unless it is set."""
    return [(option.key, option.meaning.text(language), option.default) for option in rule.options]
