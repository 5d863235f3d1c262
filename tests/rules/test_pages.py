"""The Bad and Good blocks of every rule's page do what they say."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import Any

import pytest

from sopgen.diagnostics import Diagnostic
from sopgen.rules import Policy, compare, gather
from sopgen.rules.base.module import AnyRule
from sopgen.rules.base.option import Option
from sopgen.rules.pages import page, summary
from sopgen.rules.registry import REPOSITORY_RULES, RULES

TODAY = date(2026, 3, 1)
BLOCK = re.compile(r"^(Bad|Good):\n\n```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
MARK = "  # <-"


def blocks(kind: str) -> list[object]:
    found = [(rule, match[2]) for rule in RULES for match in BLOCK.finditer(rule.page or "") if match[1] == kind]
    return [pytest.param(rule, text, id=rule.name) for rule, text in found]


def settings(rule: AnyRule, text: str) -> dict[Option[Any], object]:
    """The options that a block sets, in comments such as ``# years = 2``."""
    options = {option.key: option for option in rule.options}
    lines = re.findall(r"^# (([\w-]+) = .*)$", text, re.MULTILINE)
    return {options[key]: options[key].read(tomllib.loads(line)[key]) for line, key in lines}


@pytest.fixture
def findings(checked, loaded):
    """What a rule finds in a block, with the number of the line in it.

    A block of several documents is several files for a rule that looks across them, else a file before and now.
    """

    def run(rule: AnyRule, text: str) -> list[tuple[Diagnostic, int]]:
        if rule not in REPOSITORY_RULES:
            before, between, now = text.rpartition("---\n")
            policy = Policy(options=settings(rule, text), today=TODAY)
            told = checked(now, policy=policy, before=before if between else None)
            found = [(one, (before + between).count("\n")) for one in told if one.rule == rule.name]
        else:
            starts = [0, *(match.end() for match in re.finditer(r"^---\n", text, re.MULTILINE))]
            ends = [*(match.start() for match in re.finditer(r"^---\n", text, re.MULTILINE)), len(text)]
            before = {f"{start}.yaml": text.count("\n", 0, start) for start in starts}
            files = [loaded(text[start:end], f"{start}.yaml") for start, end in zip(starts, ends, strict=True)]
            told = compare([gather(spec) for spec in files])
            found = [(one, before[one.location.file]) for one in told if one.rule == rule.name]
        return [(one, one.location.span.start.line + lines) for one, lines in found]

    return run


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_page_says_what_is_forbidden_in_both_languages_and_shows_it(rule: AnyRule) -> None:
    assert rule.page is not None
    summary, _, rest = rule.page.partition("\n\n")
    assert summary.endswith(".")
    assert "\n" not in summary
    assert re.search("[一-鿿]。", rest)
    assert [match[1] for match in BLOCK.finditer(rule.page)] == ["Bad", "Good"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_page_can_be_told_in_a_sentence_of_either_language(rule) -> None:
    english, chinese = summary(rule, "en"), summary(rule, "zh-CN")
    assert MARK not in page(rule, "en")
    assert english.endswith(".")
    assert re.search("[一-鿿]", chinese)
    assert chinese.endswith("。")
    assert "\n" not in english + chinese


@pytest.mark.parametrize(("rule", "text"), blocks("Bad"))
def test_a_bad_block_breaks_its_rule_in_the_marked_lines(rule, text, findings) -> None:
    marked = [number for number, line in enumerate(text.splitlines(), 1) if line.endswith(MARK)]
    found = findings(rule, text.replace(MARK, ""))
    assert marked
    assert [line for _, line in found] == marked
    assert all(one.hint for one, _ in found)


@pytest.mark.parametrize(("rule", "text"), blocks("Good"))
def test_a_good_block_does_not_break_its_rule(rule, text, findings) -> None:
    assert findings(rule, text) == []
