from __future__ import annotations

import pytest

TEXT = "steps:\n  - action: 发送报价\n    wait: {until: UNTIL}\n    REST\n"


@pytest.mark.parametrize("until", ["客户答复报价", "the customer answers the quotation", "备件到货"])
def test_a_wait_for_something_has_a_limit(found, until) -> None:
    assert [line for line, _ in found("endless-wait", TEXT.replace("UNTIL", until).replace("REST", "title: 报价"))] == [
        3
    ]


@pytest.mark.parametrize(
    "until", ["次日9:00", "约定的上门时间", "满24小时", "the agreed time of the visit", "end of the month"]
)
def test_a_time_comes_by_itself(found, until) -> None:
    assert found("endless-wait", TEXT.replace("UNTIL", f"'{until}'").replace("REST", "title: 报价")) == []


@pytest.mark.parametrize(
    "rest",
    [
        "decision: [{when: 接受}, {when: 3天未答复, go_to: end}]",
        "title: 报价\nexceptions: [{situation: 客户逾期不理会报价, response: 电话提醒}]",
        "title: 报价\nescalation: [{to: lead, after: 3天, when: 报价超过3天无回应}]",
    ],
)
def test_what_happens_otherwise_may_be_said_elsewhere(found, rest) -> None:
    assert found("endless-wait", TEXT.replace("UNTIL", "客户答复报价").replace("REST", rest)) == []


def test_a_refusal_is_not_an_answer_that_never_comes(found) -> None:
    text = TEXT.replace("UNTIL", "客户答复报价").replace("REST", "decision: [{when: 接受}, {when: 不接受, go_to: end}]")
    assert [line for line, _ in found("endless-wait", text)] == [3]
