from __future__ import annotations

import pytest

TEXT = """
classifications: {faults: [软件故障, 硬件故障, 人为损坏]}
steps:
  - action: 判断
    decision:
      question: QUESTION
      branches: [BRANCHES]
  - {id: b, action: 办}
"""


def filled(question: str, *branches: str) -> str:
    listed = [f"{{when: {when}, go_to: {'b' if number else 'end'}}}" for number, when in enumerate(branches)]
    return TEXT.replace("QUESTION", question).replace("BRANCHES", ", ".join(listed))


@pytest.mark.parametrize(
    ("case", "message"),
    [
        (("赔付多少？", "低于500元", "超过500元"), "does not say what to do for exactly 500 元"),
        (("金额？", "1000元以下", "5000元以上"), "does not say what to do for between 1000 and 5000 元"),
        (("哪类故障？", "软件故障", "硬件故障"), "does not say what to do for 人为损坏"),
        (("客户需要什么？", "报修", "退货"), "names some kinds and does not say what to do with the rest"),
        (("哪类原因？", "七天无理由", "质量问题"), "names some kinds and does not say what to do with the rest"),
        (("是否保修？", "是", "人为损坏"), "does not say what to do for the answer `no`"),
        (("Is it covered?", "'Yes'", "The seal is broken"), "does not say what to do for the answer `no`"),
        (("结果？", "全额赔付", "退回"), "does not say what to do for a part of it"),
        (("What is the result?", "Justified in full", "Withdrawn"), "does not say what to do for a part of it"),
        (
            ("Which type of request is it?", "Repair", "Return"),
            "names some kinds and does not say what to do with the rest",
        ),
    ],
)
def test_an_open_case_is_found(found, case, message) -> None:
    assert found("open-decision", filled(*case)) == [(5, f"the decision of step 1 {message}")]


@pytest.mark.parametrize(
    "case",
    [
        ("累计次数？", "不超过3次", "超过3次"),
        ("哪类故障？", "软件故障", "硬件故障或人为损坏"),
        ("哪类故障？", "软件故障", "其他故障"),
        ("属于哪类？", "可远程处理", "不可远程处理"),
        ("客户是否接受？", "接受", "要求改价"),
        ("客户选择哪种方案？", "退款", "换货"),
        ("结果如何？", "合格", "退回"),
        ("是否保修？", "是，一年内", "是，一年以上", "否"),
        ("是否保修？", "是", "不在保修期"),
        ("Is it covered?", "'Yes'", "Anything else"),
        ("结果？", "全额赔付", "部分赔付"),
        ("What is the result?", "Justified in full", "Not justified in full"),
    ],
)
def test_cases_that_seem_complete_are_left_alone(found, case) -> None:
    assert found("open-decision", filled(*case)) == []


def test_what_an_earlier_decision_dealt_with_is_not_forgotten(found) -> None:
    text = filled("哪类故障？", "软件故障", "硬件故障").replace(
        "steps:", "steps:\n  - {action: 看, decision: [{when: 人为损坏, go_to: b}, {when: 不是人为损坏}]}"
    )
    assert [message for _, message in found("open-decision", text) if "人为" in message] == []


def test_choices_of_a_form_count_only_where_branches_say_nothing_else(found) -> None:
    form = "forms: {f: {title: 单, fields: [{name: 结论, type: choice, options: [通过, 退回, 修改后通过]}]}}\n"
    assert [message for _, message in found("open-decision", form + filled("结论？", "通过", "退回"))] == [
        "the decision of step 1 does not say what to do for 修改后通过"
    ]
    assert found("open-decision", form + filled("结论？", "通过，须试运行", "退回重写")) == []


def test_otherwise_closes_a_decision(found) -> None:
    assert (
        found(
            "open-decision",
            filled("客户需要什么？", "报修", "退货").replace("question:", "otherwise: b\n      question:"),
        )
        == []
    )
