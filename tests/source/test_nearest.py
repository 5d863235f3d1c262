import pytest

from sopgen.source import near

KEYS = ["time_limit", "title", "steps", "scope", "role", "references"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("tilte", "title"),
        ("stpes", "steps"),
        ("timelimit", "time_limit"),
        ("Time-Limit", "time_limit"),
        ("refrences", "references"),
        ("roles", "role"),
        ("xyz", None),
        ("", None),
    ],
)
def test_a_mistyped_key(name: str, meant: str | None) -> None:
    assert near(name, KEYS) == meant


@pytest.mark.parametrize(
    ("name", "meant"), [("目地", "目的"), ("客服转员", "客服专员"), ("售后经里", "售后经理"), ("仓库", None)]
)
def test_a_mistyped_chinese_word(name: str, meant: str | None) -> None:
    assert near(name, ["目的", "客服专员", "售后经理"]) == meant


def test_the_first_of_candidates_that_differ_in_case_only() -> None:
    assert near("role", ["Role", "ROLE"]) == "Role"


def test_no_candidates() -> None:
    assert near("role", []) is None
