"""How long a process takes at most."""

from __future__ import annotations

import pytest
from flows import loaded

from sopgen.flow.build import build
from sopgen.flow.graph import Graph
from sopgen.flow.longest import LongestPaths
from sopgen.spec.durations import Duration
from sopgen.spec.durations.duration import DAY, HOUR


def graph(text: str) -> Graph:
    return build(loaded(text).index)


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("steps: [{action: a, time_limit: 10分钟内}, {action: b, time_limit: 2个工作日}]", Duration(600, 2)),
        ("steps: [{action: a, wait: 1小时}, {action: b, time_limit: {text: 数日内}}]", Duration(3600)),
        ("steps: [{action: a, time_limit: 1小时, steps: [{action: b, time_limit: 50分钟}]}]", Duration(3600)),
        ("steps: [{action: a, steps: [{action: b, time_limit: 50分钟}, {action: c, time_limit: 5分钟}]}]", Duration(3300)),
        ("steps: [{action: a, parallel: [{steps: [{action: b, time_limit: 5分钟}]}, {steps: [{action: c, time_limit: 7分钟}]}]}]", Duration(420)),
        ("steps: [{id: a, action: a, time_limit: 5分钟}, {action: b, time_limit: 5分钟, decision: [{when: x, go_to: a}, {when: y}]}]", Duration(600)),
        ("procedures: [{title: A, steps: [{action: a, call: b}]}, {id: b, title: B, steps: [{action: c, time_limit: 9分钟}]}]", Duration(540)),
        ("procedures: [{title: A, steps: [{action: a, call: b, time_limit: 1分钟}]}, {id: b, title: B, steps: [{action: c, time_limit: 9分钟}]}]", Duration(60)),
        ("procedures: [{id: a, title: A, steps: [{action: a, call: a}]}]", Duration()),
    ],
    ids=["kinds apart", "waits", "covered", "nested", "tracks", "loop", "call", "call with a limit", "calls itself"],
)  # fmt: skip
def test_how_long_the_longest_way_takes(text: str, duration: Duration) -> None:
    found = graph(text)
    sequence = next(iter(found.nodes.values())).sequence
    assert LongestPaths(found).through(sequence).duration == duration


@pytest.mark.parametrize(
    ("limits", "duration"),
    [
        ("当日 当日 当日", Duration(DAY)),
        ("当日 4小时内", Duration(28 * HOUR)),
        ("8小时内 当日", Duration(DAY)),
        ("当日 2小时内 当日", Duration(2 * DAY)),
        ("当日 立即 当日", Duration(DAY)),
        ("当日 次日 当日", Duration(2 * DAY)),
        ("3天内 当日", Duration(3 * DAY)),
        ("同一工作日 同一工作日", Duration(business_days=1)),
        ("1个工作日 当日", Duration(business_days=1)),
    ],
)
def test_what_is_due_the_same_day_takes_the_rest_of_the_day(limits: str, duration: Duration) -> None:
    steps = ", ".join(f"{{action: a, time_limit: {limit}}}" for limit in limits.split())
    assert LongestPaths(graph(f"steps: [{steps}]")).through(()).duration == duration


def test_what_is_due_the_same_day_takes_one_day_with_what_a_call_carries_out_that_day() -> None:
    found = graph(
        "procedures: [{title: A, steps: [{action: a, time_limit: 当日}, {action: b, call: c}, {action: d, call: c}]},"
        " {id: c, title: C, steps: [{action: e, time_limit: 当日}]}]"
    )
    assert LongestPaths(found).through(("procedures", 0)).duration == Duration(DAY)


def test_the_longest_way_itself() -> None:
    found = graph(
        "steps: [{action: 问, decision: [{when: 是, go_to: c}, {when: 否}]}, {action: 办, time_limit: 1小时}, {id: c, action: 完}]"
    )
    assert LongestPaths(found).through(()).nodes == ("#start", "/steps/0", "/steps/1", "/steps/2", "#end")


def test_what_is_left_out_takes_no_time() -> None:
    found = graph(
        "steps: [{action: a, time_limit: 1小时}, {action: b, time_limit: 3小时, optional: true, next: end}, {action: c, time_limit: 1小时}]"
    )
    assert LongestPaths(found).through(()).nodes == ("#start", "/steps/0", "/steps/1", "#end")
    assert LongestPaths(found).up_to((), "/steps/2")[:2] == (("#start", "/steps/0", "/steps/2"), Duration(7200))


NESTED = """
steps:
  - action: 排查
    time_limit: 1小时内
    steps:
      - {action: 看, time_limit: 20分钟内, steps: [{action: 细看, time_limit: 50分钟内}]}
      - {action: 修, time_limit: 40分钟内, decision: [{when: 好, go_to: AFS-SOP-2026-009}, {when: 坏}]}
      - {action: 报, time_limit: 10分钟内}
  - {action: 归档, time_limit: 5分钟内}
"""


def test_the_longest_way_inside_a_step_goes_by_what_is_right_inside() -> None:
    ways = LongestPaths(graph(NESTED))
    assert ways.inside("/steps/0").duration == Duration(70 * 60)
    assert ways.inside("/steps/0/steps/0").duration == Duration(50 * 60)
    assert ways.inside("/steps/1").duration == Duration()


def test_procedures_may_call_each_other_in_a_long_row() -> None:
    row = "".join(f"  - {{id: p{at}, title: 甲, steps: [{{action: 办, call: p{at + 1}}}]}}\n" for at in range(1500))
    last = "  - {id: p1500, title: 甲, steps: [{action: 办, time_limit: 1分钟}]}\n"
    assert LongestPaths(graph(f"procedures:\n{row}{last}")).through(("procedures", 0)).duration == Duration(60)


def test_what_a_procedure_takes_that_calls_itself_counts_once() -> None:
    text = "procedures: [{id: a, title: A, steps: [{action: 受理, time_limit: 5分钟}, {action: 再来, call: a}]}]"
    assert LongestPaths(graph(text)).through(("procedures", 0)).duration == Duration(300)


def test_the_longest_way_inside_a_step_is_that_through_what_it_calls() -> None:
    found = graph(
        "procedures: [{title: A, steps: [{action: a, call: b, time_limit: 5分钟}]},"
        " {id: b, title: B, steps: [{action: c, time_limit: 9分钟}]}]"
    )
    assert LongestPaths(found).inside("/procedures/0/steps/0").duration == Duration(540)


def test_time_may_be_left_out_of_account() -> None:
    found = graph("steps: [{action: a, time_limit: 1小时, wait: 2小时}]")
    assert LongestPaths(found, counts=lambda node: node.kind != "wait").through(()).duration == Duration(3600)
