from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sopgen = Callable[..., Any]
Write = Callable[..., Path]
STEPS = "roles: {a: 客服, b: 工程师}\nsteps: [{action: 受理, role: a}, {action: 派工, role: b}]\n"


@pytest.mark.parametrize(
    ("format_name", "begins"),
    [("svg", "<svg "), ("mermaid", "flowchart TD"), ("drawio", "<mxfile"), ("bpmn", "<?xml"), ("json", "{")],
)
def test_a_process_is_printed(sopgen: Sopgen, spec: Write, format_name: str, begins: str) -> None:
    ran = sopgen("flow", str(spec("a.yaml", more=STEPS)), "--format", format_name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(begins)
    assert "受理" in ran.out
    assert "工程师" in ran.out


def test_it_is_written_to_a_file(sopgen: Sopgen, spec: Write, here: Path) -> None:
    assert sopgen("flow", str(spec("a.yaml", more=STEPS)), "-o", "图.svg") == sopgen("flow", "a.yaml", "-o", "b.svg")
    assert (here / "图.svg").read_text("utf-8").startswith("<svg")


def test_the_diagram_is_in_the_language_of_the_document(sopgen: Sopgen, spec: Write) -> None:
    assert "开始" in sopgen("flow", str(spec("a.yaml", more=STEPS))).out
    assert "Start" in sopgen("flow", str(spec("b.yaml", "B-1", more=f"{STEPS}language: en\n"))).out


def test_texts_are_printed_without_markup(sopgen: Sopgen, spec: Write) -> None:
    more = 'forms: {f: {title: 登记表, fields: [型号]}}\nsteps: [{action: "填 **[[form:f]]**"}]\n'
    assert "填 附表 1 登记表" in sopgen("flow", str(spec("a.yaml", more=more)), "--format", "mermaid").out


def test_one_of_several_procedures_is_drawn(sopgen: Sopgen, spec: Write) -> None:
    more = "procedures: [{id: one, title: A, steps: [受理]}, {id: two, title: B, steps: [维修]}]\nstates: [{id: s, name: 待办}]\n"
    file = str(spec("a.yaml", more=more))
    drawn = [sopgen("flow", file, *which).out for which in ((), ("--procedure", "two"), ("--procedure", "states"))]
    assert [next(text for text in ("受理", "维修", "待办") if text in one) for one in drawn] == ["受理", "维修", "待办"]
    ran = sopgen("flow", file, "--procedure", "three")
    assert ran.code == 2
    assert "one, two, states" in ran.err


def test_without_lanes_where_the_spec_wants_none(sopgen: Sopgen, spec: Write) -> None:
    assert "工程师" not in sopgen("flow", str(spec("a.yaml", more=f"{STEPS}diagram: flow\n"))).out


def test_nothing_to_draw_is_told(sopgen: Sopgen, spec: Write) -> None:
    ran = sopgen("flow", str(spec("a.yaml")))
    assert (ran.code, ran.rules) == (2, ["nothing-to-draw"])


def test_a_bad_spec_gives_its_diagnostics(sopgen: Sopgen, spec: Write) -> None:
    ran = sopgen("flow", str(spec("a.yaml", more="steps: [{action: 受理, next: nowhere}]\n")))
    assert (ran.code, ran.rules) == (1, ["unknown-step-target"])


def test_a_handbook_has_nothing_to_draw_of_its_own(sopgen: Sopgen, spec: Write) -> None:
    ran = sopgen("flow", str(spec("a.yaml", more="kind: handbook\n")))
    assert (ran.code, ran.rules) == (2, ["nothing-to-draw"])
    assert "draw the SOPs that stand in the handbook one by one" in ran.err


def test_one_file_is_drawn_at_a_time(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("a.yaml", more=STEPS)
    spec("b.yaml", "B-1", more=STEPS)
    ran = sopgen("flow", str(here))
    assert (ran.code, ran.rules, ran.out) == (2, ["wrong-option"], "")


def test_a_spec_is_not_written_over(sopgen: Sopgen, spec: Write, here: Path) -> None:
    path = spec("a.yaml", more=STEPS)
    text = path.read_text("utf-8")
    ran = sopgen("flow", str(path), "-o", str(path))
    assert (ran.code, ran.rules) == (2, ["wrong-option"])
    assert path.read_text("utf-8") == text
