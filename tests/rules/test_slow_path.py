from __future__ import annotations

import pytest

from sopgen.rules import Selection

STEPS = """
steps:
  - {action: 登记, time_limit: 2小时内}
  - {action: 出具方案, time_limit: 1个工作日}
  - {action: 维修, time_limit: 24小时内}
  - {action: 回访客户, time_limit: 12小时内}
  - {action: 归档, time_limit: 5个工作日}
"""


@pytest.mark.parametrize(
    ("purpose", "sum_"),
    [
        ("48小时内解决", "1 business day and 1 day 2 hours"),
        ("60小时内闭环", "1 business day and 1 day 14 hours"),
        ("24小时内给出方案", "1 business day and 2 hours"),
        ("1个工作日内给出方案", "1 business day and 2 hours"),
    ],
)
def test_business_and_clock_time_are_summed_up_apart(found, purpose, sum_) -> None:
    text = f"purpose: {purpose}。{STEPS}"
    (one,) = found("slow-path", text)
    assert one[0] == 1
    assert one[1].startswith(f"the slowest way takes {sum_}, more than the ")


@pytest.mark.parametrize(
    "purpose", ["52小时内解决", "62小时内闭环", "30小时内给出方案", "3天内闭环", "2小时内响应", "30分钟内首次联系"]
)
def test_promises_that_can_be_kept_and_those_of_a_response_are_not_found(found, purpose) -> None:
    assert found("slow-path", f"purpose: {purpose}。{STEPS}") == []


def test_the_steps_on_the_way_and_other_promises_it_breaks_are_shown(checked) -> None:
    text = f"purpose: 24小时内闭环。\nservice_levels: [{{level: 一般, resolution: 36小时内}}]{STEPS}"
    (one,) = checked(text, Selection(("slow-path",)))
    assert [str(related.message) for related in one.related] == [
        "step 1: 2 hours",
        "step 2: 1 business day",
        "step 3: 1 day",
        "step 4: 12 hours",
        "the promise here is 36小时内",
    ]
    assert one.location.span is not None
    assert (one.location.span.start.column, one.location.span.end.column) == (10, 14)


def test_the_longest_branch_and_track_count(found) -> None:
    text = """
purpose: 10小时内解决
procedures:
  - title: 甲
    steps:
      - {action: 问, decision: [{when: 软件, go_to: b}, {when: 硬件}]}
      - {action: 修, time_limit: 8小时内, next: c}
      - {id: b, action: 远程, time_limit: 1小时内}
      - id: c
        action: 备
        parallel: [{steps: [{action: 查, time_limit: 1小时内}]}, {steps: [{action: 运, time_limit: TRACK}]}]
"""
    assert found("slow-path", text.replace("TRACK", "2小时内")) == []
    assert len(found("slow-path", text.replace("TRACK", "3小时内"))) == 1


def test_waiting_for_others_and_what_outsiders_do_take_none_of_our_time(found) -> None:
    text = """
purpose: 4小时内解决
roles: {customer: {name: 客户, external: true}}
steps:
  - {action: 报价, time_limit: 1小时内, wait: {for: 3天, until: 客户答复, otherwise: end}}
  - {action: 付款, role: customer, time_limit: 2天内}
  - {action: 修, time_limit: 2小时内}
"""
    assert found("slow-path", text) == []
    assert len(found("slow-path", text.replace("{for: 3天, until: 客户答复, otherwise: end}", "3天"))) == 1


def test_of_many_steps_the_longest_are_told_one_by_one(checked) -> None:
    steps = "".join(f"  - {{action: 办理, time_limit: {hours}小时内}}\n" for hours in (1, *[5] * 4, 2, *[5] * 4))
    (one,) = checked(f"purpose: 24小时内办结。\nsteps:\n{steps}", Selection(("slow-path",)))
    told = [related.message.en for related in one.related]
    assert told[:2] == ["step 2: 5 hours", "step 3: 5 hours"]
    assert told[-2:] == ["step 10: 5 hours", "2 more, the first of them here: 3 hours"]
    assert len(told) == 9


def test_the_summary_of_a_procedure_speaks_of_that_procedure(found) -> None:
    text = """
procedures:
  - {title: 甲, summary: 1小时内办结。, steps: [{action: 办, time_limit: 1小时内}]}
  - {title: 乙, summary: 1小时内办结。, steps: [{action: 办, time_limit: 2小时内}]}
"""
    assert [line for line, _ in found("slow-path", text)] == [4]


@pytest.mark.parametrize(
    ("purpose", "count"),
    [
        ("26小时内恢复使用", 0),
        ("25小时内恢复使用", 1),
        ("26小时内恢复使用，48小时内闭环", 1),
        ("2天内把钱退清", 1),
        ("6天内把钱退清", 0),
        ("登记后2天内退款", 1),
        ("拆机后2天内退款", 0),
    ],
)
def test_a_solution_ends_with_the_repair_and_money_with_the_refund(found, purpose, count) -> None:
    text = f"""purpose: {purpose}。
steps:
  - {{action: 登记, time_limit: 2小时内}}
  - {{action: 抢修, time_limit: 24小时内}}
  - {{action: 退还多扣的费用并退款, time_limit: 3天内}}
"""
    assert len(found("slow-path", text)) == count


@pytest.mark.parametrize(("promise", "count"), [("a decision within 1 day", 1), ("a decision within 3 days", 0)])
def test_a_decision_is_a_thing_that_is_promised(found, promise, count) -> None:
    text = f"purpose: A rider who disputes a charge has {promise} of writing.\nlanguage: en\nsteps:\n"
    steps = "  - {action: Look, time_limit: 1 day}\n  - {action: Decide on it, time_limit: 1 day}\n  - {action: Pay, time_limit: 9 days}\n"
    assert len(found("slow-path", text + steps)) == count
