from __future__ import annotations

import pytest

TEXT = "roles:\n  a: {name: 甲, responsibilities: [ONE]}\n  b: {name: 乙, responsibilities: [OTHER]}\nsteps: [登记]"


@pytest.mark.parametrize(
    ("one", "other"),
    [("处理客户投诉", "客户投诉的处理"), ("Archive the records", "archive records"), ("归档。", "归档")],
)
def test_one_thing_in_other_words_is_found(found, one, other) -> None:
    assert [
        line for line, _ in found("overlapping-responsibilities", TEXT.replace("ONE", one).replace("OTHER", other))
    ] == [3]


@pytest.mark.parametrize(
    ("one", "other"), [("受理投诉", "审批投诉"), ("共同验收", "共同验收"), ("Take calls", "Take complaints")]
)
def test_different_things_and_shared_ones_are_not(found, one, other) -> None:
    assert found("overlapping-responsibilities", TEXT.replace("ONE", one).replace("OTHER", other)) == []


def test_a_role_may_say_a_thing_twice(found) -> None:
    assert found("overlapping-responsibilities", "roles: {a: {name: 甲, responsibilities: [归档, 归档]}}") == []
