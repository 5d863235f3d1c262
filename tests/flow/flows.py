"""Flows to draw: graphs from the text of specs, and specs made up at random."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from sopgen.flow.graph import Graph
from sopgen.source import decode, parse, read
from sopgen.spec import LoadedSpec, load

HEADER = {"sopgen": "1", "id": "AFS-SOP-2026-001", "title": "报修", "version": "V1.0", "purpose": "P"}
ROOT = Path(__file__).parents[2]
SPECS = sorted([*ROOT.glob("specs/*/*.yaml"), *ROOT.glob("templates/starters/*/*.yaml")])


def loaded(text: str) -> LoadedSpec:
    """The spec of a text; what it lacks of the header is put below it."""
    lacking = [f"{key}: {value}\n" for key, value in HEADER.items() if not re.search(rf"(?m)^{key}:", text)]
    return load(parse(decode("".join([text, "\n", *lacking]).encode(), "spec.yaml")))


def spec_text(spec: dict[str, Any]) -> str:
    """A spec made up of plain data as YAML, a key a line."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in spec.items())


def from_file(path: Path) -> LoadedSpec:
    return load(parse(read(path)))


def sequences(graph: Graph) -> list[Graph]:
    """Every procedure of a graph as it is drawn."""
    return [graph.drawn(sequence) for sequence in dict.fromkeys(node.sequence for node in graph.nodes.values())]


ACTIONS = (
    "受理", "登记客户报修信息并核对型号", "判断故障类型（软件、硬件、人为）", "Call the customer back",
    "与客户约定上门时间，确认地址、联系方式与注意事项，并告知收费标准", "归档", "Escalate to the duty manager at once",
)  # fmt: skip
LABELS = ("是", "否", "符合退换条件", "同一故障修理两次仍不能正常使用", "yes", "the customer does not answer", "≥3次")
LIMITS = ("10分钟内", "within 2 business days", None, None)


@st.composite
def made_up(draw: st.DrawFn, most: int = 80, roles: int = 8) -> dict[str, Any]:
    """A spec with steps that jump, ask, wait and run side by side."""
    count = draw(st.integers(1, most))
    names = [f"role{number}" for number in range(draw(st.integers(1, roles)))]
    steps = [_step(draw, number, count, names) for number in range(count)]
    return {"roles": {name: f"角色 {name}" for name in names}, "steps": steps}


def _step(draw: st.DrawFn, number: int, count: int, names: list[str]) -> dict[str, Any]:
    step: dict[str, Any] = {
        "id": f"s{number}",
        "action": draw(st.sampled_from(ACTIONS)),
        "role": draw(st.sampled_from(names)),
    }
    limit = draw(st.sampled_from(LIMITS))
    if limit:
        step["time_limit"] = limit
    targets = st.sampled_from([*(f"s{other}" for other in range(count)), "end", "AFS-SOP-2026-009"])
    kind = draw(st.sampled_from(["plain"] * 5 + ["ask", "ask", "next", "wait", "parallel", "checkpoint"]))
    if kind == "ask":
        branches = [
            {"when": draw(st.sampled_from(LABELS)), **({"go_to": draw(targets)} if draw(st.booleans()) else {})}
            for _ in range(draw(st.integers(2, 5)))
        ]
        step["decision"] = {"branches": branches}
        if draw(st.booleans()):
            step["decision"]["question"] = "故障是否已经排除？"
    elif kind == "next":
        step["next"] = draw(targets)
    elif kind == "wait":
        step["wait"] = {"for": "4小时", "until": "客户答复", "otherwise": draw(targets)}
    elif kind == "parallel":
        tracks = range(draw(st.integers(2, 3)))
        step["parallel"] = [
            {
                "title": "备件",
                "steps": [
                    {"action": "查询", "role": draw(st.sampled_from(names))} for _ in range(draw(st.integers(1, 2)))
                ],
            }
            for _ in tracks
        ]
    elif kind == "checkpoint":
        step["checkpoint"] = "true"
    return step
