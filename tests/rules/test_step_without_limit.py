from __future__ import annotations

import pytest

ROLES = "roles: {agent: 客服专员, customer: {name: 客户, external: true}}\nrole: agent\n"
LIMITED = (
    ROLES
    + "steps:\n  - {action: 登记, time_limit: 10分钟内}\n  - {id: b, action: 回访, time_limit: 1小时内}\n  - STEP\n"
)


@pytest.mark.parametrize(
    "step",
    [
        "归档",
        "{action: 判断类型, details: 见手册, decision: {question: 哪类？, branches: [{when: 甲}, {when: 非甲, go_to: b}]}}",
    ],
)
def test_one_among_others_that_have_a_limit_is_found(found, step) -> None:
    assert found("step-without-limit", LIMITED.replace("STEP", step)) == [(6, "step 3 has no time limit")]


@pytest.mark.parametrize(
    "step",
    [
        "{action: 是否修复？, decision: [{when: 是}, {when: 否, go_to: b}]}",
        "{action: 修, steps: [{action: 换件, time_limit: 1小时内}]}",
        "{action: 修, time_limit: 2小时内, steps: [换件, 测试]}",
        "{action: 转派工, call: AFS-SOP-2026-007}",
        "{action: 付款, role: customer}",
        "当日归档",
        "{action: 归档, standard: 24小时内完成}",
        "{action: 等待到货, wait: 3天}",
        "{action: 归档, time_limit: {text: 数日内}}",
        "File the case immediately",
    ],
)
def test_those_that_need_none_are_not(found, step) -> None:
    assert found("step-without-limit", LIMITED.replace("STEP", step)) == []


def test_many_are_found_together(found) -> None:
    text = ROLES + "steps:\n  - {action: 登记, time_limit: 10分钟内}\n  - 派工\n  - 维修\n  - 归档"
    assert found("step-without-limit", text) == [(3, "3 steps have no time limit: 2, 3, 4")]


def test_a_process_without_any_limit_needs_some_only_if_customers_wait(found) -> None:
    assert found("step-without-limit", ROLES + "steps: [登记, 派工, 维修]") == [
        (3, "3 steps have no time limit: 1, 2, 3")
    ]
    assert found("step-without-limit", "steps: [清点, 登记, 盘点]") == []
    assert found("step-without-limit", ROLES + "steps: [登记, 维修]") == []


def test_the_limit_of_the_step_that_calls_a_procedure_covers_it(found) -> None:
    text = "procedures:\n  - {title: A, steps: [{action: a, call: b, time_limit: 1天}]}\n  - {id: b, title: B, steps: [{action: c, time_limit: 1小时}, d]}"
    assert found("step-without-limit", text) == []
    assert [line for line, _ in found("step-without-limit", text.replace(", time_limit: 1天", ""))] == [3]
