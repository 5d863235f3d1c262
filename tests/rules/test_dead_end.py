from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection
from sopgen.rules.dead_end import UNFINISHED

STATES = "states:\n  - {id: open, name: 待处理, next: [other, closed]}\n  - {id: other, name: NAME}\n  - {id: closed, name: 已关闭}"


@pytest.mark.parametrize("name", ["待客户确认", "维修中", "已派工", "Awaiting parts", "In progress", "Under review"])
def test_a_state_that_sounds_unfinished_leads_on(found, name) -> None:
    assert found("dead-end", STATES.replace("NAME", name)) == [(3, f"a ticket in the state `{name}` goes nowhere")]


@pytest.mark.parametrize("name", ["已取消", "已移交", "Cancelled", "Closed without answer", "Undeliverable"])
def test_other_states_may_be_last(found, name) -> None:
    assert found("dead-end", STATES.replace("NAME", name)) == []


def test_the_words_can_be_set(found) -> None:
    policy = Policy(Selection(("dead-end",)), options={UNFINISHED: ("已移交",)})
    assert [line for line, _ in found("dead-end", STATES.replace("NAME", "已移交"), policy=policy)] == [3]
    assert found("dead-end", STATES.replace("NAME", "维修中"), policy=policy) == []


def test_states_that_lead_only_to_each_other_are_found_once(found) -> None:
    text = "states:\n  - {id: a, name: 甲, next: b}\n  - {id: b, name: 乙, next: a}\n  - {id: c, name: 丙}"
    assert found("dead-end", text) == [(2, "a ticket in the state `甲` never gets to a last state")]


def test_a_list_of_states_without_any_way_is_just_a_list(found) -> None:
    assert found("dead-end", "states: [{id: a, name: 处理中}, {id: b, name: 已关闭}]") == []
