"""From a spec to its graph: what follows what."""

from __future__ import annotations

import pytest
from flows import loaded

from sopgen.flow.build import build
from sopgen.flow.graph import Graph
from sopgen.flow.states import build_states


def graph(text: str) -> Graph:
    return build(loaded(text).index)


def edges(graph: Graph) -> set[str]:
    """Every edge in a line: where from, where to, its label, its kind unless that is ``flow``."""
    return {
        " ".join(filter(None, (edge.source, "->", edge.target, edge.label, "" if edge.kind == "flow" else edge.kind)))
        for edge in graph.edges
    }


def kinds(graph: Graph) -> dict[str, str]:
    return {name: node.kind for name, node in graph.nodes.items()}


def test_steps_follow_each_other_from_start_to_end() -> None:
    assert edges(graph("steps: [受理, 归档]")) == {"#start -> /steps/0", "/steps/0 -> /steps/1", "/steps/1 -> #end"}


def test_a_step_that_only_asks_is_a_diamond() -> None:
    found = graph(
        "steps: [{action: 判断故障类型, decision: [{when: 软件, go_to: b}, {when: 硬件}]}, 派工, {id: b, action: 远程}]"
    )
    assert kinds(found)["/steps/0"] == "decision"
    assert edges(found) >= {"/steps/0 -> /steps/2 软件", "/steps/0 -> /steps/1 硬件"}


def test_a_step_that_acts_and_asks_is_a_box_and_a_diamond() -> None:
    found = graph("steps: [{action: 检测, decision: {question: 合格？, branches: [合格], otherwise: end}}, 归档]")
    assert (kinds(found)["/steps/0"], kinds(found)["/steps/0#decision"]) == ("step", "decision")
    assert found.nodes["/steps/0#decision"].text == "合格？"
    assert edges(found) >= {
        "/steps/0 -> /steps/0#decision",
        "/steps/0#decision -> /steps/1 合格",
        "/steps/0#decision -> #end otherwise otherwise",
    }


def test_a_question_after_a_wait_is_not_asked_twice() -> None:
    found = graph("steps: [{action: 报价, wait: 2小时, decision: [{when: 接受}]}]")
    assert [found.nodes[f"/steps/0{part}"].text for part in ("", "#wait", "#decision")] == [
        "报价",
        "Wait 2小时",
        "Outcome?",
    ]
    assert edges(found) >= {"/steps/0 -> /steps/0#wait", "/steps/0#wait -> /steps/0#decision"}


def test_a_wait_may_run_out() -> None:
    found = graph(
        "steps: [{action: 报价, wait: {for: 4小时, until: 答复, otherwise: close}}, 派工, {id: close, action: 关单}]"
    )
    assert edges(found) >= {"/steps/0#wait -> /steps/1", "/steps/0#wait -> /steps/2 overdue otherwise"}


def test_tracks_run_from_a_bar_to_a_bar() -> None:
    found = graph(
        "steps: [{action: 准备, parallel: [{title: 备件, steps: [查, {action: 领, next: end}]}, {procedure: b}]}]"
        "\n".replace("steps:", "procedures: [{id: a, title: A, steps:", 1).replace(
            "\n", "}, {id: b, title: 预约, steps: [约]}]\n"
        )
    )
    at = "/procedures/0/steps/0"
    assert edges(found) >= {
        f"{at} -> {at}#fork",
        f"{at}#fork -> {at}/parallel/0/steps/0 备件",
        f"{at}/parallel/0/steps/1 -> {at}#join",
        f"{at}#fork -> {at}/parallel/1",
        f"{at}/parallel/1 -> {at}#join",
        f"{at}#join -> /procedures/0#end",
    }
    assert found.nodes[f"{at}/parallel/1"].callee == ("procedures", 1)


def test_nested_steps_are_folded_into_their_step_when_drawn() -> None:
    found = graph(
        "steps: [{action: 维修, steps: [拆机, {action: 换件, decision: [{when: 缺件, go_to: end}]}], next: c}, 派工, {id: c, action: 关单}]"
    )
    assert edges(found) >= {
        "/steps/0 -> /steps/0/steps/0",
        "/steps/0/steps/0 -> /steps/0/steps/1",
        "/steps/0/steps/1 -> #end 缺件",
    }
    drawn = found.drawn(())
    assert [node.nested for node in drawn.nodes.values() if node.nested] == [2]
    assert edges(drawn) >= {"/steps/0 -> #end 缺件"}
    assert not [name for name in drawn.nodes if name.startswith("/steps/0/")]


def test_the_last_nested_step_goes_where_its_parent_goes() -> None:
    found = graph("steps: [{action: 维修, steps: [拆机], next: c}, 派工, {id: c, action: 关单}]")
    assert "/steps/0/steps/0 -> /steps/2" in edges(found)


def test_a_jump_into_another_procedure_goes_over_and_arrives() -> None:
    found = graph(
        "procedures: [{title: A, steps: [{action: 受理, next: x}]}, {title: B, steps: [查, {id: x, action: 核}]}]"
    )
    assert edges(found) >= {
        "/procedures/0/steps/0 -> /procedures/0#to-x",
        "/procedures/0#to-x -> /procedures/1/steps/1#from-/procedures/0 jump",
        "/procedures/1/steps/1#from-/procedures/0 -> /procedures/1/steps/1",
    }
    assert not [edge for edge in found.drawn(("procedures", 0)).edges if edge.kind == "jump"]


def test_another_document_is_one_hand_over_for_all() -> None:
    found = graph(
        "steps: [{action: 问, decision: [{when: 是, go_to: A-2}, {when: 否}]}, {action: 转, next: A-2}]\nreferences: [{number: A-2, title: 退货}]"
    )
    assert [node.text for node in found.nodes.values() if node.kind == "handover"] == ["Go to A-2"]
    assert edges(found) >= {"/steps/0 -> #to-A-2 是", "/steps/1 -> #to-A-2"}


def test_an_exception_leads_into_the_flow() -> None:
    found = graph(
        "steps: [{id: a, action: 上门}]\nexceptions: [{situation: 客户不在, response: 改期, go_to: a}, {situation: 下雨, response: 等}]"
    )
    assert "/exceptions/0 -> /steps/0 exception" in edges(found)
    assert "/exceptions/1" not in found.nodes


def test_lanes_come_in_order_of_first_appearance() -> None:
    found = graph(
        "roles: {a: 客服, b: 工程师, c: 客户}\nrole: b\nsteps: [受理, {action: 报修, role: [c, a]}, {action: 关单, role: b}]"
    )
    assert list(found.drawn(()).roles.items()) == [("b", "工程师"), ("c", "客户")]
    assert found.nodes["/steps/1"].notes == ("with 客服",)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        (
            "steps: [{id: a, action: 查}, {action: 问, decision: [{when: 否, go_to: a}, {when: 是}]}]",
            ["/steps/1 /steps/0"],
        ),
        (
            "steps: [{action: 问, decision: [{when: 否, go_to: c}, {when: 是}]}, {id: b, action: 办}, {action: 完, next: end}, {id: c, action: 补, next: b}]",
            [],
        ),
    ],
    ids=["a loop", "only further up in the file"],
)
def test_what_closes_a_loop_is_marked(text: str, back: list[str]) -> None:
    assert [f"{edge.source} {edge.target}" for edge in graph(text).edges if edge.back] == back


def test_states_are_a_graph_of_their_own() -> None:
    found = build_states(
        loaded(
            "roles: {a: 客服, c: {name: 客户, external: true}}\nstates: [{id: open, name: 待处理, role: a, next: "
            "[{to: closed, action: 撤单, role: c}, {to: open, action: 补充}]}, {id: closed, name: 已关闭}]"
        ).index.sop
    )
    assert edges(found) == {
        "/states#start -> /states/0",
        "/states/0 -> /states/1 客户: 撤单",
        "/states/0 -> /states/0 补充",
    }
    assert [node.lane for node in found.nodes.values()] == ["a", "a", "a"]
