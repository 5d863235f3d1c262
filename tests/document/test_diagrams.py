"""Which diagrams a document has, what they are called, and how they are told in words."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sopgen.document.nodes import Diagram, Document, Number, Text
from sopgen.errors import LayoutError

Build = Callable[..., Document]
ONE = "roles: {agent: 客服}\nsteps: [{action: 受理, role: agent}, {action: 归档, role: agent}]"
TWO = (
    "roles: {agent: 客服, engineer: 工程师}\n"
    "steps: [{action: 受理 **报修**, role: agent, time_limit: 10分钟内},"
    " {id: ask, action: 诊断, role: engineer, decision: [{when: 好了, go_to: end}, {when: 没好}]},"
    " {action: 上门, next: ask}]"
)
STATES = "states: [{id: open, name: 待处理, next: {to: closed, action: 撤单}}, {id: closed, name: 已关闭}]"


@pytest.fixture
def drawn(built: Build, each: Callable[..., list[Any]]) -> Callable[..., list[Diagram]]:
    """The diagrams of a spec's text."""
    return lambda text, *arguments: each(built(text, *arguments).blocks, Diagram)


@pytest.mark.parametrize(("text", "lanes"), [
    (TWO, [True]),
    (ONE, [False]),
    ("rules: [{must: a}]", []),
    (f"{TWO}\ndiagram: flow", [False]),
    (f"{TWO}\ndiagram: none", []),
    (f"{ONE}\ndiagram: swimlane", [True]),
    ("procedures: [{title: 甲, steps: [a]}, {title: 乙, steps: [b, c]}]", [False, False]),
    (f"{STATES}\n{TWO}", [False, True]),
    (f"{STATES}\n{TWO}\ndiagram: none", []),
    (STATES, []),
    (f"{STATES}\ndiagram: flow", [False]),
    ("states: [{id: open, name: 待处理}]\nsteps: [a]", [False]),
])  # fmt: skip
def test_roles_and_the_spec_decide_what_is_drawn(
    drawn: Callable[..., list[Diagram]], text: str, lanes: list[bool]
) -> None:
    assert [diagram.lanes for diagram in drawn(text)] == lanes


def caption(figure: Diagram) -> str:
    return "".join(inline.value for inline in figure.caption if isinstance(inline, Text | Number))


def test_captions_are_numbered_through(drawn: Callable[..., list[Diagram]]) -> None:
    text = f"{STATES}\nprocedures: [{{title: 受理, steps: [a]}}, {{title: 维修流程, steps: [b]}}]"
    figures = drawn(text)
    assert [caption(figure) for figure in figures] == ["图 1　状态流转", "图 2　受理流程", "图 3　维修流程"]
    assert [figure.id for figure in figures] == ["diagram-1", "diagram-2", "diagram-3"]
    assert caption(drawn(text, "en")[1]) == "Figure 2: 受理"


@pytest.mark.parametrize(("every", "chinese", "english"), [
    ("4小时", "（每4小时）", "(every 4小时)"),
    ("每4小时", "（每4小时）", "(每4小时)"),
])  # fmt: skip
def test_a_diagram_says_how_often(drawn: Callable[..., list[Diagram]], every: str, chinese: str, english: str) -> None:
    text = f"steps: [{{action: 通报, time_limit: {{every: {every}, until: 关闭}}}}, 归档]"
    for language, expected in (("zh-CN", chinese), ("en", english)):
        (figure,) = drawn(text, language)
        assert expected in "".join(figure.told.values())


def test_the_flow_is_told_in_the_language_of_the_document(drawn: Callable[..., list[Diagram]]) -> None:
    (figure,) = drawn(TWO)
    told = "".join(figure.told.values())
    assert "1 受理 报修（客服，10分钟内） → 步骤 2。" in told
    assert "2 诊断（工程师）：好了 → 结束；没好 → 步骤 3。" in told
    (figure,) = drawn(TWO, "en")
    assert "2 诊断 (工程师): 好了 →\u00a0End; 没好 →\u00a0step 3. " in "".join(figure.told.values())
    assert set(figure.told) == set(figure.graph.nodes)


def test_forks_and_joins_are_told_too(drawn: Callable[..., list[Diagram]]) -> None:
    (figure,) = drawn("steps: [{action: 准备, parallel: [{title: 甲, steps: [a]}, {title: 乙, steps: [b]}]}]")
    told = "".join(figure.told.values())
    assert "1 准备 → 同时进行。" in told
    assert "同时进行：甲 → 步骤 1A.1；乙 → 步骤 1B.1。" in told
    assert "全部完成 → 结束。" in told


def test_a_layout_may_only_draw_what_there_is(built: Build, tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    figure = '<figure class="diagram" data-path="/procedures/7"><figcaption>图</figcaption></figure>'
    (tmp_path / "parts" / "purpose.xhtml").write_text(f"<h1>目的</h1>\n{figure}\n", encoding="utf-8")
    with pytest.raises(LayoutError) as raised:
        built(TWO, layouts=tmp_path)
    (found,) = raised.value.diagnostics
    assert "data-path" in found.hint.text("en")
    assert str(found.location).endswith("purpose.xhtml:2:1")


@pytest.mark.parametrize(("diagram", "imported"), [("none", False), ("flow", True)])
def test_what_draws_is_imported_only_where_something_is_drawn(tmp_path: Path, diagram: str, imported: bool) -> None:
    spec = tmp_path / "spec.yaml"
    header = "sopgen: 1\nid: AFS-SOP-2026-001\ntitle: T\nversion: V1.0\npurpose: P"
    spec.write_text(f"{header}\nsteps: [a, b]\ndiagram: {diagram}\n", encoding="utf-8")
    program = (
        "import sys; from sopgen.commands import render; from sopgen.cli import main\n"
        f"sys.argv = ['sopgen', 'render', {str(spec)!r}, '--output', {str(tmp_path)!r}]\n"
        "try: main()\nexcept SystemExit as end: assert not end.code, end.code\n"
        "print([name for name in sys.modules if name.startswith(('sopgen.flow.placement', 'sopgen.flow.drawers')) or 'diagrams.' in name])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (run.stdout.splitlines()[-1] != "[]") == imported
