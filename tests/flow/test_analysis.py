"""What a graph tells about a process."""

from __future__ import annotations

from flows import loaded

from sopgen.flow.analysis import entrances, loops, never_returning, reachable, ways_out
from sopgen.flow.build import build
from sopgen.flow.graph import Graph


def graph(text: str) -> Graph:
    return build(loaded(text).index)


def unreached(graph: Graph) -> list[str]:
    found = reachable(graph)
    return [name for name in graph.nodes if name not in found]


def test_what_nothing_leads_to_is_not_reached() -> None:
    assert unreached(graph("steps: [{action: 受理, next: end}, 派工, 归档]")) == ["/steps/1", "/steps/2"]


def test_what_an_exception_leads_to_is_reached() -> None:
    found = graph(
        "steps: [{action: 受理, next: end}, {id: b, action: 改期}]\nexceptions: [{situation: 客户不在, response: 改, go_to: b}]"
    )
    assert unreached(found) == []


def test_a_loop_without_a_way_out_never_ends() -> None:
    found = graph("steps: [受理, {id: a, action: 查}, {action: 等, next: a}, 归档]")
    (loop,) = loops(found)
    assert loop == ("/steps/1", "/steps/2")
    assert ways_out(found, loop) == ()


def test_a_loop_with_a_way_out() -> None:
    found = graph("steps: [{id: a, action: 查}, {action: 问, decision: [{when: 否, go_to: a}, {when: 是}]}]")
    (loop,) = loops(found)
    assert [edge.target for edge in ways_out(found, loop)] == ["#end"]


def test_a_step_that_leads_to_itself_is_a_loop() -> None:
    assert loops(graph("steps: [{id: a, action: 查, decision: [{when: 否, go_to: a}, {when: 是}]}]")) == (
        ("/steps/0",),
    )


def test_what_may_be_left_out_is_passed_by() -> None:
    found = graph("steps: [受理, {id: a, action: 再拨, when: 未接通, next: a}, 归档]")
    assert unreached(found) == []
    assert [edge.kind for edge in found.drawn(()).edges] == ["flow"] * 4


def test_a_question_with_one_branch_does_not_cut_off_what_follows() -> None:
    assert unreached(graph("steps: [{action: 审, decision: [{when: 退回, go_to: end}]}, 归档]")) == []


def test_of_what_is_not_reached_the_entrances_are_told() -> None:
    text = "steps: [{action: a, next: end}, {id: b, action: b}, {action: c, next: b}, {action: d, next: end}, {action: e, next: c}]"
    assert [*entrances(graph(text.replace("{action: c", "{id: c, action: c")), ["#start"])] == ["/steps/3", "/steps/4"]
    assert [*entrances(graph(text.replace(", {action: e, next: c}", "")), ["#start"])] == ["/steps/3", "/steps/1"]


def test_a_procedure_that_always_goes_over_elsewhere_never_returns() -> None:
    found = graph(
        "procedures: [{title: A, steps: [{action: a, next: AFS-SOP-2026-009}]},"
        " {title: B, steps: [{action: b, decision: [{when: x, go_to: AFS-SOP-2026-009}, {when: y}]}]}]"
    )
    assert never_returning(found) == {("procedures", 0)}
