from __future__ import annotations

import pytest

from sopgen.rules import Selection


def test_the_step_that_goes_back_is_found_with_the_one_it_goes_to(checked) -> None:
    text = "steps:\n  - 受理\n  - {id: a, action: 查}\n  - {action: 等, next: a}\n  - 归档"
    (one,) = checked(text, Selection(("endless-loop",)))
    assert one.message.en == "the loop from step 2 to step 3 has no way out"
    assert [related.location.span.start.line for related in one.related] == [3]


@pytest.mark.parametrize(
    "step",
    [
        "{action: 再拨, when: 未接通, next: a}",
        "{action: 问, decision: [{when: 未接通, go_to: a}, {when: 接通}]}",
        "{action: 等, wait: {for: 1天, until: 客户来电, otherwise: end}, next: a}",
        "{action: 问, decision: [{when: 未接通, go_to: a}, {when: 要投诉, go_to: AFS-SOP-2026-003}]}",
    ],
)
def test_a_loop_with_a_way_out_is_meant(found, step) -> None:
    assert found("endless-loop", f"steps:\n  - {{id: a, action: 拨打}}\n  - {step}\n  - 归档") == []


def test_procedures_that_go_over_to_each_other_for_ever_are_found(found) -> None:
    text = "procedures:\n  - {title: A, steps: [{id: a, action: 查, next: b}]}\n  - {title: B, steps: [{id: b, action: 等, next: a}]}"
    assert [line for line, _ in found("endless-loop", text)] == [3]


def test_a_step_that_leads_to_itself(found) -> None:
    text = "steps:\n  - id: a\n    action: 问\n    decision: [{when: 是, go_to: a}, {when: 否, go_to: a}]"
    assert found("endless-loop", text) == [(2, "step 1 leads back to itself and nowhere else")]
