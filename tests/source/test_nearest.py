import pytest

from sopgen.source import near
from sopgen.source.nearest import guess

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


@pytest.mark.parametrize(
    ("name", "candidates", "is_plain"),
    [
        ("agnt", ["agent"], True),
        ("agnet", ["agent"], True),
        ("agemt", ["agent", "manager"], True),
        ("archiive", ["archive"], True),
        ("Time Limit", ["time_limit"], True),
        ("hand-to-leagl", ["hand-to-legal", "handle"], True),
        ("prepair", ["repair", "prepare"], False),
        ("designer", ["engineer"], False),
        ("manager", ["service-manager"], False),
        ("inspect", ["reinspect"], False),
        ("unpaid", ["paid"], False),
        ("register-2", ["register-1"], False),
        ("step-b", ["step-a"], False),
        ("line2", ["line1"], False),
        ("班长", ["组长"], False),
        ("主管", ["副主管"], False),
    ],
)
def test_what_else_may_be_meant_makes_a_guess_less_than_plain(name: str, candidates: list[str], is_plain: bool) -> None:
    found = guess(name, candidates)
    assert found is not None
    assert (found.name, found.is_plain) == (candidates[0], is_plain)
