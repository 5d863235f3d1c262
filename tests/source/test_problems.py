"""The table of problems: what every entry must have."""

import re
from string import Formatter

import pytest

from sopgen.diagnostics import Message
from sopgen.source import problems
from sopgen.source.problems import Problem
from sopgen.source.syntax import problems as syntax_problems

KINDS = [kind for module in (problems, syntax_problems) for kind in vars(module).values() if isinstance(kind, Problem)]


def test_codes_and_names_are_unique() -> None:
    assert len(KINDS) > 30
    assert len({kind.code for kind in KINDS}) == len({kind.rule for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.rule)
def test_a_problem_says_what_to_do_in_both_languages(kind: Problem) -> None:
    assert "SOP001" <= kind.code <= "SOP049"
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", kind.rule)
    assert kind.hint is not None
    for message in (kind.message, kind.hint):
        assert fields(message.zh) == fields(message.en)
        assert not message.en.endswith(".")
        assert not message.zh.endswith("。")


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_text_of_an_author_is_never_a_template() -> None:
    assert Message("{key}", "{key}").format(key="{0}") == Message("{0}", "{0}")
