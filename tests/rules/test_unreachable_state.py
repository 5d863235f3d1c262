from __future__ import annotations

STATES = "states:\n  - {id: open, name: 待处理, next: closed}\n  - {id: held, name: 挂起, next: [held, resumed]}\n  - {id: resumed, name: 恢复, next: closed}\n  - {id: closed, name: 已关闭}\n"


def test_the_first_of_several_is_found(found) -> None:
    assert found("unreachable-state", STATES) == [(3, "no ticket gets to the state `挂起`")]


def test_a_step_may_lead_to_it(found) -> None:
    assert found("unreachable-state", STATES + "steps: [{action: 挂起工单, state: held}]") == []


def test_states_that_lead_to_each_other_but_are_not_led_to(found) -> None:
    text = "states: [{id: a, name: 甲, next: b}, {id: b, name: 乙}, {id: c, name: 丙, next: d}, {id: d, name: 丁, next: c}]"
    assert found("unreachable-state", text) == [(1, "no ticket gets to the state `丙`")]


def test_a_list_of_states_without_any_way_is_just_a_list(found) -> None:
    assert found("unreachable-state", "states: [{id: a, name: 甲}, {id: b, name: 乙}]") == []
