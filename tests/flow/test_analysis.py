"""What a graph tells about a process."""

from __future__ import annotations

import pytest
from flows import loaded

from sopgen.flow.analysis import dead_ends, joins, longest_path, loops, reachable, ways_out
from sopgen.flow.build import build
from sopgen.flow.graph import Graph
from sopgen.spec.durations import Duration


def graph(text: str) -> Graph:
    return build(loaded(text).index)


def unreached(graph: Graph) -> list[str]:
    found = reachable(graph)
    return [name for name in graph.nodes if name not in found]


def test_what_nothing_leads_to_is_not_reached() -> None:
    assert unreached(graph("steps: [{action: 受理, next: end}, 派工, 归档]")) == ["/steps/1", "/steps/2"]


def test_what_an_exception_leads_to_is_reached_unless_exceptions_do_not_count() -> None:
    found = graph(
        "steps: [{action: 受理, next: end}, {id: b, action: 改期}]\nexceptions: [{situation: 客户不在, response: 改, go_to: b}]"
    )
    assert unreached(found) == []
    assert "/steps/1" not in reachable(found, exceptions=False)


def test_a_loop_without_a_way_out_never_ends() -> None:
    found = graph("steps: [受理, {id: a, action: 查}, {action: 等, next: a}, 归档]")
    assert dead_ends(found) == ("#start", "/steps/0", "/steps/1", "/steps/2")
    (loop,) = loops(found)
    assert loop == ("/steps/1", "/steps/2")
    assert ways_out(found, loop) == ()


def test_a_loop_with_a_way_out() -> None:
    found = graph("steps: [{id: a, action: 查}, {action: 问, decision: [{when: 否, go_to: a}, {when: 是}]}]")
    assert dead_ends(found) == ()
    (loop,) = loops(found)
    assert [edge.target for edge in ways_out(found, loop)] == ["#end"]


def test_a_step_that_leads_to_itself_is_a_loop() -> None:
    assert loops(graph("steps: [{id: a, action: 查, decision: [{when: 否, go_to: a}, {when: 是}]}]")) == (
        ("/steps/0",),
    )


def test_tracks_that_begin_at_a_fork_come_together_at_its_join() -> None:
    found = graph("steps: [{action: 备, parallel: [{steps: [查]}, {steps: [约]}]}]")
    assert joins(found) == {"/steps/0#fork": "/steps/0#join"}


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
    assert longest_path(found, sequence).duration == duration


def test_the_longest_way_itself() -> None:
    found = graph(
        "steps: [{action: 问, decision: [{when: 是, go_to: c}, {when: 否}]}, {action: 办, time_limit: 1小时}, {id: c, action: 完}]"
    )
    assert longest_path(found, ()).nodes == ("#start", "/steps/0", "/steps/1", "/steps/2", "#end")
