from __future__ import annotations

import pytest

from sopgen.rules import Selection


@pytest.mark.parametrize(
    ("inside", "exceeded"),
    [
        ("steps: [{action: b, time_limit: 1小时内}, {action: c, time_limit: 1小时内}]", False),
        ("steps: [{action: b, time_limit: 1小时内}, {action: c, time_limit: 61分钟内}]", True),
        ("parallel: [{steps: [{action: b, time_limit: 2小时内}]}, {steps: [{action: c, time_limit: 2小时内}]}]", False),
        ("parallel: [{steps: [{action: b, time_limit: 3小时内}]}, {procedure: other}]", True),
        ("parallel: [{steps: [b]}, {procedure: other}]", True),
        ("call: other", True),
        ("call: AFS-SOP-2026-009", False),
        ("steps: [{action: b, call: other}]", True),
        ("steps: [{action: b, time_limit: 1小时, steps: [{action: c, time_limit: 3小时}]}]", True),
    ],
)
def test_the_parts_of_a_step_take_no_longer_than_it_may(found, inside, exceeded) -> None:
    text = f"procedures:\n  - title: A\n    steps:\n      - {{action: a, time_limit: 2小时内, {inside}}}\n  - {{id: other, title: B, steps: [{{action: d, time_limit: 3小时内}}]}}"
    assert bool(found("exceeded-limit", text)) is exceeded


def test_the_parts_are_shown(checked) -> None:
    text = "steps:\n  - action: a\n    time_limit: 1小时内\n    steps:\n      - {action: b, time_limit: 50分钟内, steps: [{action: c, time_limit: 5分钟内}]}\n      - {action: d, time_limit: 20分钟内, wait: 1天}"
    (one,) = checked(text, Selection(("exceeded-limit",)))
    assert (
        one.message.en
        == "step 1 has a limit of 1小时内, and its parts together take 1 day 1 hour 10 minutes (25 hours 10 minutes)"
    )
    assert [str(related.message) for related in one.related] == [
        "step 1.1: 50 minutes",
        "step 1.2: 20 minutes",
        "the wait after step 1.2: 1 day",
    ]


def test_what_is_due_the_same_day_is_said_to_be_so_and_counts_once(checked) -> None:
    text = "steps: [{action: a, time_limit: 8小时内, steps: [{action: b, time_limit: 当日}, {action: c, time_limit: 同一工作日}]}]"
    (one,) = checked(text, Selection(("exceeded-limit",)))
    assert one.message.zh == "步骤 1 的时限是8小时内，其中各部分合计1天，即24小时"
    assert [related.message.zh for related in one.related] == ["步骤 1.1：当日内", "步骤 1.2：当个工作日内"]


@pytest.mark.parametrize(("half", "exceeded"), [("半天", False), ("0.5个工作日", False), ("1个工作日", True)])
def test_half_a_business_day_may_be_over_within_its_working_hours(found, half, exceeded) -> None:
    text = f"steps: [{{action: a, time_limit: 2天, steps: [{{action: b, time_limit: {half}}}, {{action: c, time_limit: 38小时内}}]}}]"
    assert bool(found("exceeded-limit", text)) is exceeded
