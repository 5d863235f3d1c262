"""The Bad and Good blocks of every rule's page do what they say."""

from __future__ import annotations

import re

import pytest

from sopgen.rules.base.module import Rule
from sopgen.rules.registry import RULES

BLOCK = re.compile(r"^(Bad|Good):\n\n```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
MARK = "  # <-"


def blocks(kind: str) -> list[object]:
    found = [(rule, match[2]) for rule in RULES for match in BLOCK.finditer(rule.page or "") if match[1] == kind]
    return [pytest.param(rule, text, id=rule.name) for rule, text in found]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_page_says_what_is_forbidden_in_both_languages_and_shows_it(rule: Rule) -> None:
    assert rule.page is not None
    summary, _, rest = rule.page.partition("\n\n")
    assert summary.endswith(".")
    assert "\n" not in summary
    assert re.search("[一-鿿]。", rest)
    assert [match[1] for match in BLOCK.finditer(rule.page)] == ["Bad", "Good"]


@pytest.mark.parametrize(("rule", "text"), blocks("Bad"))
def test_a_bad_block_breaks_its_rule_in_the_marked_lines(rule, text, checked) -> None:
    marked = [number for number, line in enumerate(text.splitlines(), 1) if line.endswith(MARK)]
    found = checked(text.replace(MARK, ""))
    assert marked
    assert [(one.rule, one.location.span.start.line) for one in found] == [(rule.name, line) for line in marked]
    assert all(one.hint for one in found)


@pytest.mark.parametrize(("rule", "text"), blocks("Good"))
def test_a_good_block_breaks_no_rule(rule, text, checked) -> None:
    assert checked(text) == ()
