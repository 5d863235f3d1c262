from __future__ import annotations

import pytest

STEPS = """
steps:
  - {action: 登记, inputs: 来电, outputs: 报修工单}
  - {action: 诊断, inputs: 报修工单, outputs: [故障原因, OUTPUT]REST}
  - {action: 维修, inputs: 故障原因, outputs: 修好的机器}
  - {action: 归档, inputs: 修好的机器, outputs: 归档清单}
"""


def filled(name: str, rest: str = "") -> str:
    return STEPS.replace("OUTPUT", name).replace("REST", rest)


@pytest.mark.parametrize("name", ["分布图", "Trend chart"])
def test_what_nobody_uses_is_found(found, name) -> None:
    assert found("unused-output", filled(name)) == [(4, f"nothing uses the output `{name}`")]


@pytest.mark.parametrize("name", ["机器照片（修好的）", "诊断记录", "检测结果", "Test results", "Check-in record"])
def test_what_is_used_or_made_to_be_kept_is_not(found, name) -> None:
    assert found("unused-output", filled(name).replace("修好的机器}", "修好的机器, standard: 机器照片清晰}")) == []


@pytest.mark.parametrize(
    "rest",
    [
        ", informed: lead",
        ", decision: {question: 分布图怎么看？, branches: [{when: 能修}, {when: 不能修, go_to: end}]}",
    ],
)
def test_what_is_for_somebody_is_not(found, rest) -> None:
    assert found("unused-output", filled("分布图", rest)) == []


def test_what_is_made_inside_a_step_with_results_is_for_that_step(found) -> None:
    text = filled("分布图").replace(
        "inputs: 故障原因,", "inputs: [故障原因, 分布图], steps: [{action: 看, inputs: 故障原因, outputs: 草图}],"
    )
    assert found("unused-output", text) == []


@pytest.mark.parametrize(
    "more",
    ["forms: {f: {title: 故障分布图}}", "records: {r: 分布图}", "faq: [{question: 分布图给谁？, answer: 质量部}]"],
)
def test_what_another_part_keeps_or_speaks_of_is_not(found, more) -> None:
    assert found("unused-output", filled("分布图") + more) == []


def test_the_step_behind_may_use_it_where_it_does_not_say(found) -> None:
    assert found("unused-output", filled("分布图").replace("inputs: 故障原因, ", "")) == []


def test_a_decision_uses_only_what_it_asks_about(found) -> None:
    text = filled("风险评分", ", decision: [{when: 能修}, {when: 不能修, go_to: z}]")
    told = found("unused-output", text.replace("{action: 归档", "{id: z, action: 归档"))
    assert told == [(4, "nothing uses the output `风险评分`")]
