from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection
from sopgen.rules.several_actions import MOST

ROLES = "roles: {agent: 客服专员, engineer: 维修工程师}\n"


@pytest.mark.parametrize(
    ("action", "actions"),
    [
        ("核实订单信息，安排快递取件，通知客户时间", "核实, 安排, 通知"),
        ("到达现场后核对数量，检查板材，清理现场", "核对, 检查, 清理"),
        ("登记报修信息；然后联系客户约时间；最后派工给工程师", "登记, 联系, 派工"),
    ],
)
def test_three_actions_are_too_many(found, action, actions) -> None:
    told = found("several-actions", f"steps:\n  - action: {action}\n")
    assert told == [(2, f"this step has 3 actions: {actions}")]


@pytest.mark.parametrize(
    "action",
    [
        "接收、核对并登记报修信息",
        "接收报修信息，记录型号、现象、联系方式",
        "核实订单，如客户要求退货，通知仓库",
        "登记型号，登记现象，登记地址",
        "联系客户，说明原因，约定时间",
        "归档",
        "请客户描述现象，提供照片，说明购买时间",
    ],
)
def test_one_movement_is_one_action(found, action) -> None:
    assert found("several-actions", f"steps:\n  - action: {action}\n") == []


@pytest.mark.parametrize(
    ("action", "count"),
    [
        ("Register the fault, call the customer and dispatch an engineer", 1),
        ("Receive, check and register", 0),
        ("Register the fault and confirm the address", 0),
        ("Check the invoice, the receipt and the label", 0),
    ],
)
def test_english_actions_are_counted_too(found, action, count) -> None:
    assert len(found("several-actions", f"language: en\nsteps:\n  - action: {action}\n")) == count


def test_two_roles_that_act_need_two_steps(found) -> None:
    text = ROLES + "steps:\n  - action: 客服专员登记工单。维修工程师判断故障。\n  - 由客服专员登记，交维修工程师\n"
    assert found("several-actions", text) == [(3, "客服专员, 维修工程师 each act in this step")]


def test_a_step_with_steps_inside_may_name_them(found) -> None:
    text = "steps:\n  - {action: '核实订单，安排取件，通知客户', steps: [核实订单, 安排取件, 通知客户]}\n"
    assert found("several-actions", text) == []


def test_the_number_can_be_set_and_it_is_a_note(checked) -> None:
    text = "steps: ['核实订单，安排取件，通知客户']\n"
    (one,) = checked(text, Selection(("several-actions",)))
    assert one.severity.label == "note"
    assert checked(text, policy=Policy(Selection(("several-actions",)), options={MOST: 3})) == ()
