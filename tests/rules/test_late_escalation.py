from __future__ import annotations

import pytest

from sopgen.rules import Selection

TEXT = """
roles: {manager: 经理}
service_levels:
  - {level: 紧急, first_response: 1小时内, resolution: 24小时内}
  - {level: 一般, first_response: 4小时内, resolution: 72小时内}
channels: [{name: 在线客服, first_response: 10分钟内}]
steps: [{id: visit, action: 上门, time_limit: 8小时内}]
escalation: [{to: manager, after: AFTER, when: "WHEN"}]
"""


def late(found, after: str, when: str) -> bool:
    return bool(found("late-escalation", TEXT.replace("AFTER", after).replace("WHEN", when)))


@pytest.mark.parametrize(
    ("when", "limit"),
    [
        ("紧急报修尚无首次响应", 1),
        ("一般报修尚未联系客户", 4),
        ("紧急报修尚未修复", 24),
        ("尚未解决", 72),
        ("紧急或一般报修尚未办结", 24),
        ("[[visit]] 尚未开始", 8),
        ("the ticket is not resolved", 72),
    ],
)
def test_the_limit_is_the_one_that_the_escalation_speaks_of(found, when, limit) -> None:
    assert not late(found, f"{limit}小时", when)
    assert late(found, f"{limit + 1}小时", when)


def test_the_limit_of_a_channel(found) -> None:
    assert not late(found, "8分钟", "在线客服会话未应答")
    assert late(found, "15分钟", "在线客服会话未应答")


@pytest.mark.parametrize("when", ["客户要求见经理", "a ticket is not answered", "涉及人身安全"])
def test_what_guards_no_limit_is_never_late(found, when) -> None:
    assert not late(found, "300小时", when)


def test_a_time_that_begins_elsewhere_is_not_compared(found) -> None:
    assert not late(found, "{within: 300小时, from: 备件到货}", "尚未解决")


@pytest.mark.parametrize(
    ("after", "when", "line"),
    [
        ("9小时", "抢修还没有完成", 2),
        ("11小时", "故障尚未解决", 1),
        ("7小时", "抢修还没有完成", None),
        ("9小时", "故障尚未解决", None),
    ],
)
def test_without_levels_it_guards_the_step_it_speaks_of_or_the_purpose(checked, after, when, line) -> None:
    text = (
        "purpose: 故障10小时内解决。\n"
        "steps: [{action: 现场抢修, time_limit: 8小时内}]\n"
        f"roles: {{manager: 经理}}\nescalation: [{{to: manager, after: {after}, when: {when}}}]\n"
    )
    related = [
        each.location.span.start.line
        for one in checked(text, Selection(("late-escalation",)))
        for each in one.related
        if each.location.span
    ]
    assert related == ([] if line is None else [line])
