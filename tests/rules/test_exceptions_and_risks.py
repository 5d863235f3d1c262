"""The rules about what does not go to plan, and about controls."""

from __future__ import annotations

import pytest

ROLES = "roles: {agent: 客服专员, engineer: 维修工程师, customer: {name: 客户, external: true}}\n"


@pytest.mark.parametrize(
    "text",
    [
        "steps: [登记, 回复]\n",
        "steps: [登记, 派工, 回访]\nescalation: [{to: lead, after: 4小时}]\n",
        "steps: [登记, 派工, 回访]\ntroubleshooting: [{symptom: 无法开机, remedy: 换插座}]\n",
        "steps: [登记, {action: 核对, decision: [{when: 符合}, {when: 不符合, go_to: end}]}, 回访]\n",
        "steps: [登记, {action: 核对, decision: {branches: [{when: 甲类}], otherwise: end}}, 回访]\n",
        "steps: [登记, {action: 发报价, wait: {for: 3天, until: 客户答复, otherwise: end}}, 回访]\n",
        "steps: [登记, 派工, 回访]\nsections: [{title: 特殊情况处理, body: 见下。}]\n",
        "clauses: [正文。]\n",
        "",
    ],
)
def test_exceptions_may_be_dealt_with_in_other_ways(found, text) -> None:
    assert found("missing-exceptions", text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("steps: [登记, 派工, 回访]\n", 1),
        ("procedures:\n  - {title: 甲, steps: [登记, 派工]}\n  - {title: 乙, steps: [回访]}\n", 1),
        ("steps: [登记, {action: 判断, decision: [{when: 软件, go_to: end}, {when: 硬件}]}, 回访]\n", 1),
    ],
)
def test_steps_without_a_word_for_what_goes_wrong_are_found(found, text, line) -> None:
    assert [where for where, _ in found("missing-exceptions", text)] == [line]


@pytest.mark.parametrize(
    ("case", "count"),
    [
        ("role: agent", 0),
        ("escalate_to: agent", 0),
        ("go_to: visit", 0),
        ("go_to: end", 1),
        ("time_limit: 2小时内", 1),
    ],
)
def test_an_exception_needs_somebody(found, case, count) -> None:
    text = (
        ROLES + f"steps: [{{id: visit, action: 上门}}]\nexceptions: [{{situation: 客户不在, response: 改期, {case}}}]\n"
    )
    assert len(found("exception-without-role", text)) == count


def test_a_response_may_name_the_role_and_one_role_is_enough(found) -> None:
    exception = "exceptions: [{situation: 客户不在, response: WHO改期}]\n"
    assert found("exception-without-role", ROLES + exception.replace("WHO", "由维修工程师")) == []
    assert len(found("exception-without-role", ROLES + exception.replace("WHO", "请客户"))) == 1
    assert found("exception-without-role", "roles: {agent: 客服专员}\n" + exception) == []


@pytest.mark.parametrize(
    "step",
    [
        "action: 退款, checkpoint: 金额与凭证一致",
        "action: 审批退款, checkpoint: true",
        "action: Check the amount against the receipt, checkpoint: true",
        "action: '按 [[table:fees]] 核对金额', checkpoint: true",
        "action: 退款, checkpoint: true, standard: 金额无误",
        "action: 退款, checkpoint: true, checklist: [金额一致]",
        "action: 退款, checkpoint: true, risk: {description: 错付, control: 双人核对}",
        "id: pay, action: 退款, checkpoint: true",
        "action: 退款, checkpoint: false",
    ],
)
def test_a_checkpoint_may_say_in_many_ways_when_it_is_passed(found, step) -> None:
    risks = "risks: [{step: pay, description: 错付, control: 双人核对}]\n"
    assert found("checkpoint-without-control", f"steps: [{{{step}}}]\n{risks}") == []


@pytest.mark.parametrize(
    "step",
    [
        "action: 拆包验收, checkpoint: true",
        "action: Assess the goods, checkpoint: 'Yes'",
        "action: '按 [[form:slip]] 验收', checkpoint: true",
        "action: 验收, checkpoint: true, decision: [{when: 完好}, {when: 不完好, go_to: end}]",
    ],
)
def test_to_check_and_to_ask_do_not_say_when_it_is_passed(found, step) -> None:
    assert len(found("checkpoint-without-control", f"steps: [{{{step}}}]\n")) == 1


def test_risks_of_steps_and_of_the_document_need_a_control(found) -> None:
    text = "steps:\n  - {action: 登记, risk: [信息外泄, {description: 错记, control: 复述}]}\nrisks:\n  - 超时\n"
    assert found("risk-without-control", text) == [
        (2, "nothing is done against the risk `信息外泄`"),
        (4, "nothing is done against the risk `超时`"),
    ]
