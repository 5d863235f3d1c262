from __future__ import annotations

import pytest

STEPS = """
procedures:
  - id: repair
    title: 报修处理
    steps:
      - {id: register, action: 登记, title: 受理}
      - {action: 判断故障类型}
      - id: fix
        action: 维修
        steps: [{id: test, action: 通电测试}]
      - {action: 转出, next: TARGET}
  - id: booking
    title: 上门预约
    steps: [{id: call-back, action: 联系客户}]
"""


@pytest.mark.parametrize("target", ["register", "test", "call-back", "end", "AFS-SOP-2026-001"])
def test_steps_anywhere_the_end_and_documents_are_targets(told, target) -> None:
    assert told(STEPS.replace("TARGET", target)) == []


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("registr", "did you mean `register`?"),
        ("Register", "did you mean `register`?"),
        ("受理", "`受理` is the name of the step `register`: write its id"),
        ("登记", "`登记` is the name of the step `register`: write its id"),
        ("1", "step 1 has the id `register`: write that, for numbers shift when a step is put in between"),
        ("步骤 3.1", "step 3.1 has the id `test`: write that, for numbers shift when a step is put in between"),
        (
            "第2步",
            "give step 2 an id (`id: …`) and write that here: numbers shift when a step is put in between",
        ),
        ("判断故障类型", "`判断故障类型` is step 2: give it an id (`id: …`) and write that here"),
        ("结束", "did you mean `end`?"),
        ("END", "did you mean `end`?"),
        (
            "booking",
            (
                "`booking` is a procedure: write `call: booking` in a step to carry it out and come back, "
                "or the id of its first step to go there"
            ),
        ),
        ("afs-sop-2026-001", "did you mean `AFS-SOP-2026-001`?"),
        ("9", "write the id of a step, `end`, or the number of another SOP"),
    ],
)
def test_the_hint_says_what_was_probably_meant(told, target, hint) -> None:
    text = STEPS.replace("TARGET", target)
    assert told(text) == [("unknown-step-target", f"there is no step `{target}`", hint)]


def test_a_number_is_that_of_a_step_in_the_same_procedure(told) -> None:
    text = STEPS.replace("TARGET", "end").replace("联系客户}", "联系客户, next: 1}")
    assert "step 1 has the id `call-back`" in told(text)[0][2]


def test_every_place_that_names_a_step_is_looked_at(checked) -> None:
    text = """
steps:
  - {action: 甲, next: xa}
  - {action: 乙, decision: {branches: [{when: 是, go_to: xb}, 否], otherwise: xc}}
  - {action: 丙, wait: {for: 3天, until: 客户回复, otherwise: xd}}
  - {action: 丁, risk: {description: 误判, step: xe}}
exceptions: {situation: 客户不在, response: 改期, go_to: xf}
risks: {description: 误判, step: xg}
"""
    assert [one.message.en for one in checked(text)] == [f"there is no step `x{name}`" for name in "abcdefg"]


@pytest.mark.parametrize("target", ["end", "AFS-SOP-2026-001"])
def test_a_risk_happens_at_a_step_of_this_file(told, target) -> None:
    text = f"steps: [登记]\nrisks: {{description: 误判, step: {target}}}\n"
    assert told(text)[0][:2] == ("unknown-step-target", f"there is no step `{target}`")
