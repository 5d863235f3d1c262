from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection, number_off_pattern

RULE = "number-off-pattern"


def policy(pattern: str, *also: str) -> Policy:
    return Policy(Selection((RULE,)), options={number_off_pattern.ALSO: also}, pattern=pattern)


@pytest.mark.parametrize(
    "number", ["AFS-SOP-2026-001", "AFS-SOP-2026-1234", "QM-001", "Q/AFS-001-2026", "CS-MAN-2026-001"]
)
def test_a_number_of_a_scheme_of_its_own_is_left_alone_where_none_is_set(found, number) -> None:
    assert found(RULE, f"id: {number}\n") == []


@pytest.mark.parametrize("number", ["AFS-SOP-2026-1", "afs-sop-2026-0001-A", "AFS-SOP-26-001", "AFS-SOP-001"])
def test_a_number_that_means_to_follow_the_pattern_has_to(found, number) -> None:
    told = f"the number `{number}` does not follow the pattern AFS-SOP-{{year}}-{{seq:03}}"
    assert found(RULE, f"id: {number}\n") == [(1, told)]


def test_a_pattern_that_is_set_holds_for_every_number(checked) -> None:
    (told,) = checked("id: AFS-SOP-2026-001\n", policy=policy("CS-{year:02}-{seq:04}"))
    assert told.hint is not None
    assert told.hint.en == (
        "write it like CS-26-0001, or list its own pattern as `also` under [rules.number-off-pattern] in sopgen.toml"
    )
    assert checked("id: CS-26-0007\n", policy=policy("CS-{year:02}-{seq:04}")) == ()


def test_further_patterns_may_be_followed(found) -> None:
    assert found(RULE, "id: CS-MAN-2026-001\n", policy=policy("CS-{seq:04}", "CS-MAN-{year}-{seq:03}")) == []


def test_a_pattern_with_words_of_the_company_is_shown_as_it_is(checked) -> None:
    (told,) = checked("id: CS-1\n", policy=policy("{dept}-SOP-{seq:03}"))
    assert told.hint is not None
    assert told.hint.en.startswith("write it like {dept}-SOP-{seq:03},")


@pytest.mark.parametrize("value", ["CS-{seq}", ["CS-001"], [1]])
def test_what_is_no_list_of_patterns_is_refused(value) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (options are refused by no more than that)
        number_off_pattern.ALSO.read(value)
