from __future__ import annotations

import pytest

STEPS = """
steps:
  - {action: 登记, inputs: 购机发票, outputs: 报修工单}
  - {action: 诊断, inputs: 报修工单, outputs: 诊断结论}
  - {action: 维修, inputs: [诊断结论, INPUT], outputs: 维修记录}
  - {action: 归档, inputs: 维修记录, outputs: 档案}
"""


@pytest.mark.parametrize("name", ["领料单", "检测报告", "Parts list"])
def test_what_nothing_produces_is_found(found, name) -> None:
    assert found("unproduced-input", STEPS.replace("INPUT", name)) == [(5, f"nothing produces the input `{name}`")]


@pytest.mark.parametrize(
    "name", ["已定级的报修工单", "工单（纸质）", "购机发票", "客户授权", "系统日志", "待修产品", "诊断结论或领料单"]
)
def test_what_there_is_by_another_name_is_not(found, name) -> None:
    assert found("unproduced-input", STEPS.replace("INPUT", name)) == []


@pytest.mark.parametrize(
    "more",
    [
        "forms: {parts: {title: 领料单}}",
        "records: {parts: 领料单}",
        "resources: 空白领料单",
        "preconditions: 领料单已经备好",
        "references: 领料单填写规范",
        "exceptions: [{situation: 领料单遗失, response: 补开}]",
    ],
)
def test_what_another_part_has_is_at_hand(found, more) -> None:
    assert found("unproduced-input", STEPS.replace("INPUT", "领料单") + more) == []


def test_what_only_a_later_step_produces_comes_too_late_unless_there_is_a_way_back(found) -> None:
    text = STEPS.replace("INPUT", "档案")
    assert found("unproduced-input", text) == [(5, "the input `档案` is produced only by a later step")]
    back = text.replace(
        "outputs: 档案}", "outputs: 档案, decision: [{when: 齐, go_to: end}, {when: 缺, go_to: a}]}"
    ).replace("{action: 诊断", "{id: a, action: 诊断")
    assert found("unproduced-input", back) == []


def test_the_step_before_may_have_made_it_where_it_does_not_say(found) -> None:
    assert found("unproduced-input", STEPS.replace("INPUT", "领料单").replace(", outputs: 诊断结论", "")) == []


def test_procedures_that_hardly_name_inputs_and_outputs_are_left_alone(found) -> None:
    text = "steps: [{action: 登记, outputs: 工单}, 派工, {action: 维修, inputs: 领料单}, 回访, 归档]"
    assert found("unproduced-input", text) == []
    assert found("unused-output", text) == []


def test_a_step_that_only_decides_has_nothing_to_name(found) -> None:
    ask = "{action: 判断, inputs: 报修工单, decision: [{when: 能修}, {when: 不能修, go_to: end}]}"
    text = STEPS.replace("  - {action: 维修", f"  - {ask}\n  - {{action: 维修").replace("INPUT", "领料单")
    assert found("unproduced-input", text) == [(6, "nothing produces the input `领料单`")]
