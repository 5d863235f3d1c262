"""``sopgen rule`` tells what rules forbid."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from sopgen.rules.pages import summary
from sopgen.rules.registry import RULES


@pytest.mark.parametrize("name", ["undefined-role", "SOP101", "sop101"])
def test_a_rule_is_told_of_by_name_or_code(sopgen, name: str) -> None:
    ran = sopgen("rule", name)
    assert ran.out.startswith("# undefined-role\n\n`SOP101`, error. A role that `roles` does not define.")
    assert "Bad:" in ran.out
    assert "# <-" not in ran.out


def test_a_rule_that_is_not_there_is_told_with_a_near_one(sopgen) -> None:
    ran = sopgen("rule", "undefind-role")
    assert (ran.code, ran.rules) == (2, ["unknown-rule"])
    assert "did you mean `undefined-role`?" in ran.err


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_all_rules_are_listed_a_line_each(sopgen, lang: str) -> None:
    lines = sopgen("rule", "--all", "--lang", lang).out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.name for rule in RULES]


def test_all_rules_are_listed_for_programs(sopgen) -> None:
    records = json.loads(sopgen("rule", "--all", "--output-format", "json").out)
    assert [record["code"] for record in records] == [rule.code for rule in RULES]
    assert all(record["summary"] and record["page"] for record in records)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_summary_is_one_sentence_in_its_language(rule) -> None:
    chinese, english = summary(rule, "zh-CN"), summary(rule, "en")
    assert re.search("[一-鿿]", chinese)
    assert chinese.count("。") == 1
    assert not re.search("[一-鿿]{8}", english)


def test_without_docstrings_that_is_told() -> None:
    run = [sys.executable, "-OO", "-m", "sopgen", "rule", "undefined-role", "--lang", "en"]
    ran = subprocess.run(run, capture_output=True, text=True, check=True)
    assert "run it without" in ran.stdout
