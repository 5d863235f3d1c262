"""What every format says of a process."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flows import SPECS, from_file, loaded, sequences

from sopgen.flow.build import build
from sopgen.flow.drawers import DRAWERS, draw
from sopgen.flow.graph import Graph

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
TEXT = (
    'roles: {a: 客服, b: "A & B <x>"}\nsteps: [{id: s, action: "登记 <型号> \\"A\\" & [x] | {y}", role: a, time_limit: 10分钟内, checkpoint: true}, '
    "{action: 判断, role: b, decision: [{when: 软件, go_to: s}, {when: 硬件}]}, "
    "{action: 准备, role: a, parallel: [{title: 备件, steps: [查]}, {steps: [约]}], wait: 2小时}, {action: 维修, role: a, steps: [拆, 装], next: A-9}]"
)


def graph(text: str = TEXT) -> Graph:
    return build(loaded(text).index).drawn(())


def draws(format_name: str) -> list[str]:
    return [draw(format_name, drawn) for path in SPECS for drawn in sequences(build(from_file(path).index))]


@pytest.mark.parametrize("format_name", DRAWERS)
def test_the_same_graph_is_drawn_the_same(format_name: str) -> None:
    assert draw(format_name, graph()) == draw(format_name, graph())


@pytest.mark.parametrize("format_name", ["svg", "drawio", "bpmn"])
def test_xml_is_well_formed_and_its_ids_are_unique(format_name: str) -> None:
    for text in [draw(format_name, graph()), *draws(format_name)]:
        ids = [element.get("id") for element in ET.fromstring(text).iter() if element.get("id")]
        assert len(ids) == len(set(ids))


def test_svg_says_everything_and_needs_nothing_from_elsewhere() -> None:
    text = draw("svg", graph())
    said = "".join(element.text or "" for element in ET.fromstring(text).iter("{http://www.w3.org/2000/svg}text"))
    assert all(part in said for part in ("登记", "10分钟内", "软件", "客服", "A & B <x>"))
    assert not re.findall(r"(?:href|src|url\()", text)
    assert "prefers-color-scheme: dark" in text


def test_mermaid_has_every_node_and_edge_and_no_sign_of_its_own_in_texts() -> None:
    drawn = graph()
    text = draw("mermaid", drawn)
    assert len(re.findall(r"(?m)^  n\d+ (?:-->|-\.->)", text)) == len(drawn.edges)
    assert len(re.findall(r"(?m)^    n\d+[^ ]", text)) == len(drawn.nodes)
    for label in re.findall(r'"([^"\n]*)"', text):
        assert not set(label.replace("<br/>", "")) & set("<>&`*_[]{}|\\")


def test_drawio_lines_are_attached_to_shapes() -> None:
    cells = {cell.get("id"): cell for cell in ET.fromstring(draw("drawio", graph())).iter("mxCell")}
    lines = [cell for cell in cells.values() if cell.get("edge")]
    assert len(lines) == len(graph().edges)
    for line in lines:
        for end in ("source", "target"):
            assert cells[line.get(end)].get("vertex") == "1"
    for cell in cells.values():
        assert cell.get("id") == "0" or cell.get("parent") in cells


def test_bpmn_refers_only_to_what_is_there_and_draws_all_of_it() -> None:
    for text in [draw("bpmn", graph()), *draws("bpmn")]:
        root = ET.fromstring(text)
        ids = {element.get("id") for element in root.iter() if element.get("id")}
        drawn = [element.get("bpmnElement") for element in root.iter() if element.get("bpmnElement")]
        assert set(drawn) <= ids
        flows = list(root.iter(f"{BPMN}sequenceFlow"))
        for flow in flows:
            assert {flow.get("sourceRef"), flow.get("targetRef"), flow.get("id")} <= ids & {*drawn, *ids}
            assert flow.get("id") in drawn
        lanes = [ref.text for ref in root.iter(f"{BPMN}flowNodeRef")]
        assert len(lanes) == len(set(lanes))
        assert {flow.get(end) for flow in flows for end in ("sourceRef", "targetRef")} <= set(lanes)


def test_bpmn_says_what_each_node_is() -> None:
    root = ET.fromstring(draw("bpmn", graph()))
    process = root.find(f"{BPMN}process")
    assert process is not None
    count: dict[str, int] = {}
    for element in process:
        tag = element.tag.removeprefix(BPMN)
        count[tag] = count.get(tag, 0) + 1
    assert count == {
        "laneSet": 1, "startEvent": 1, "endEvent": 1, "task": 4, "exclusiveGateway": 1, "parallelGateway": 2,
        "intermediateCatchEvent": 1, "subProcess": 1, "sequenceFlow": len(graph().edges),
    }  # fmt: skip


def test_json_holds_the_graph() -> None:
    drawn = graph()
    data = json.loads(draw("json", drawn))
    assert [node["id"] for node in data["nodes"]] == list(drawn.nodes)
    assert [(edge["source"], edge["target"]) for edge in data["edges"]] == [edge[:2] for edge in drawn.edges]
    assert [lane["name"] for lane in data["lanes"]] == ["客服", "A & B <x>"]
    assert data["nodes"][1]["checkpoint"] is True


def test_without_lanes_there_are_none() -> None:
    assert "客服" not in draw("svg", graph(), lanes=False)
    assert "subgraph" not in draw("mermaid", graph(), lanes=False)


def test_every_format_on_disk_is_listed() -> None:
    folder = Path(__file__).parents[3] / "sopgen" / "flow" / "drawers"
    on_disk = {f"sopgen.flow.drawers.{path.stem}" for path in folder.glob("*.py") if path.stem != "__init__"}
    assert set(DRAWERS.values()) == on_disk
