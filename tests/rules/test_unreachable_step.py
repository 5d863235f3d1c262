from __future__ import annotations

import pytest

LOST = "steps:\n  - {action: 受理, next: end}\n  - {id: a, action: 派工}\n  - {action: 维修}\n  - {action: 归档, next: a}\n"


def test_of_a_row_the_first_is_found(found) -> None:
    assert found("unreachable-step", LOST) == [(3, "nothing leads to step 2")]


@pytest.mark.parametrize(
    "reason",
    [
        "exceptions: [{situation: 客户改期, response: 改约, go_to: a}]",
        "rules: [{must: '紧急报修按 [[a]] 处理'}]",
    ],
)
def test_what_an_exception_or_a_text_leads_to_is_reached(found, reason) -> None:
    assert found("unreachable-step", LOST + reason) == []


def test_what_follows_a_step_that_may_be_left_out_is_reached(found) -> None:
    text = "steps:\n  - {action: 拒收, when: 外包装破损, next: end}\n  - 签收\n  - {action: 拒付, optional: true, next: end}\n  - 入库"
    assert found("unreachable-step", text) == []


def test_a_question_with_one_branch_is_found_by_its_own_rule_only(found) -> None:
    text = "steps:\n  - action: 审核\n    decision: [{when: 通过, go_to: end}]\n  - 退回"
    assert found("unreachable-step", text) == []
    assert found("single-branch", text) == [(3, "the decision of step 1 has one branch only: 通过")]


def test_steps_inside_steps_are_looked_at(found) -> None:
    text = "steps:\n  - action: 维修\n    steps:\n      - {action: 检测, next: end}\n      - 更换\n  - 归档"
    assert found("unreachable-step", text) == [(5, "nothing leads to step 1.2")]


def test_while_a_jump_leads_nowhere_it_may_be_the_one_that_leads_there(found) -> None:
    text = "steps:\n  - {action: 受理, next: 归挡}\n  - 派工\n  - {id: file, action: 归档}"
    assert found("unreachable-step", text) == []
    assert found("unreachable-step", text.replace("归挡", "file")) == [(3, "nothing leads to step 2")]
