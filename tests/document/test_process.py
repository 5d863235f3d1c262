"""How the process prints: the table of steps, decisions, jumps, calls, tracks, waits and limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sopgen.diagnostics import Language
from sopgen.document.nodes import Callout, Cell, Document, List, Row, Table

Build = Callable[..., Document]
Lines = Callable[[object], list[str]]
Each = Callable[..., list[Any]]
Printed = Callable[..., list[str]]


@pytest.fixture
def steps(built: Build, each: Each) -> Callable[..., list[Table]]:
    """The tables of steps."""

    def run(spec: str, language: Language = "zh-CN") -> list[Table]:
        return [table for table in each(built(spec, language).blocks, Table) if table.role == "steps"]

    return run


@pytest.fixture
def printed(steps: Callable[..., list[Table]], lines: Lines, each: Each) -> Printed:
    """What the first step, whose keys are given in YAML, prints below its action."""

    def run(keys: str, language: Language = "zh-CN") -> list[str]:
        spec = f"""
roles: {{x: X, y: Y}}
forms: {{f: {{title: F}}}}
scripts: {{s: {{title: S, say: t}}}}
records: {{r: {{name: R}}}}
states: [{{id: open, name: Open}}]
steps:
  - action: a
    {keys}
  - {{action: b, id: b}}
"""
        row = next(row for row in each(steps(spec, language), Row) if not row.header)
        return [line for cell in row.cells[1:] for line in lines(cell)][1:]

    return run


def headings(table: Table, lines: Lines) -> list[str]:
    return [lines(cell)[0] for row in table.rows if row.header for cell in row.cells]


@pytest.mark.parametrize(
    ("spec", "columns"),
    [
        ("steps: [a]", ["步骤", "操作内容"]),
        ("steps: [a, {action: b, role: x}]", ["步骤", "操作内容", "责任角色"]),
        ("role: x\nsteps: [a]", ["步骤", "操作内容", "责任角色"]),
        ("steps: [{action: a, informed: x}]", ["步骤", "操作内容", "责任角色"]),
        ("steps: [{action: a, outputs: x}]", ["步骤", "操作内容", "输入/输出"]),
        ("steps: [{action: a, steps: [{action: b, time_limit: 1天}]}]", ["步骤", "操作内容", "时限"]),
        ("steps: [{action: a, parallel: [{steps: [{action: b, time_limit: 1天}]}]}]", ["步骤", "操作内容", "时限"]),
        (
            "steps: [{action: a, role: x, inputs: y, time_limit: 1天}]",
            ["步骤", "操作内容", "责任角色", "输入/输出", "时限"],
        ),
    ],
)
def test_columns_without_content_are_left_out(
    steps: Callable[..., list[Table]], lines: Lines, spec: str, columns: list[str]
) -> None:
    (table,) = steps(spec)
    assert headings(table, lines) == columns
    assert len(table.widths) == len(columns)
    assert all(sum(cell.columns for cell in row.cells) == len(columns) for row in table.rows)


def test_each_procedure_has_a_table_of_its_own(steps: Callable[..., list[Table]], lines: Lines) -> None:
    tables = steps("procedures: [{title: P, steps: [{action: a, role: x}]}, {title: Q, steps: [b]}]")
    assert [headings(table, lines) for table in tables] == [["步骤", "操作内容", "责任角色"], ["步骤", "操作内容"]]


@pytest.mark.parametrize(
    ("keys", "chinese", "english"),
    [
        ("next: b", ["→ <步骤 2>"], ["→\u00a0<step 2>"]),
        ("next: end", ["→ 结束"], ["→\u00a0end"]),
        ("next: AFS-SOP-2026-009", ["→ AFS-SOP-2026-009"], ["→\u00a0AFS-SOP-2026-009"]),
        ("call: AFS-001", ["执行AFS-001，完成后返回"], ["Carry out AFS-001, then resume here"]),
        (
            "decision: {question: Which?, branches: [{when: c, go_to: b}, d, {when: e, go_to: end}], otherwise: b}",
            ["判断：Which?", "c → <步骤 2>", "d → 继续下一步", "e → 结束", "其他情况 → <步骤 2>"],
            ["Decision: Which?", "c →\u00a0<step 2>", "d →\u00a0next step", "e →\u00a0end", "Otherwise →\u00a0<step 2>"],
        ),
        ("decision: [{when: c, go_to: b}]", ["c → <步骤 2>"], ["c →\u00a0<step 2>"]),
        ("wait: 3天", ["等待：3天"], ["Wait: 3天"]),
        ("wait: {until: the reply}", ["等待：直至the reply"], ["Wait until: the reply"]),
        ("wait: {for: 3天, until: c}", ["等待：直至c，最长3天"], ["Wait until: c, for at most 3天"]),
        (
            "wait: {for: 3天, until: the reply, otherwise: b}",
            ["等待：直至the reply，最长3天；逾期 → <步骤 2>"],
            ["Wait until: the reply, for at most 3天; if overdue →\u00a0<step 2>"],
        ),
        ("wait: {for: 3天, otherwise: end}", ["等待：3天；逾期 → 结束"], ["Wait: 3天; if overdue →\u00a0end"]),
        ("optional: true", ["可选步骤"], ["Optional"]),
        ("optional: if asked", ["可选步骤：if asked"], ["Optional: if asked"]),
        ("optional: false", [], []),
        ("checkpoint: all there", ["关键节点：all there"], ["Checkpoint: all there"]),
        ("checkpoint: true", [], []),
        ("when: c", ["执行条件：c"], ["Condition: c"]),
        ("scripts: s", ["话术：<话术 1 S>"], ["Script: <Script 1 (S)>"]),
        ("forms: f", ["表单：<附表 1 F>"], ["Form: <Form 1 (F)>"]),
        ("records: [r, q]", ["记录：<R>、q"], ["Record: <R>, q"]),
        ("state: open", ["完成后状态：Open"], ["Resulting state: Open"]),
        ("checklist: [c, d]", ["检查项：", "c", "d"], ["Checklist: ", "c", "d"]),
        ("details: c", ["c"], ["c"]),
        ("risk: c", ["风险：c"], ["Risk: c"]),
        (
            "risk: {description: c, control: d, owner: x, likelihood: e, severity: f}",
            ["风险：c；控制措施：d；责任角色：X；可能性：e；严重度：f"],
            ["Risk: c; control: d; owner: X; likelihood: e; severity: f"],
        ),
        ("cautions: c", ["说明：c"], ["Note: c"]),
        ("cautions: [{danger: c, for: [x, y]}]", ["危险（适用角色：X、Y）：c"], ["Danger (for X, Y): c"]),
        ("accountable: x", ["最终负责：X"], ["Accountable: X"]),
        ("role: y\n    consulted: [x]", ["Y", "咨询：X"], ["Y", "Consulted: X"]),
        ("informed: [x, y]", ["知会：X、Y"], ["Informed: X, Y"]),
        ("inputs: [c, d]\n    outputs: e", ["输入：", "c", "d", "输出：e"], ["In:", "c", "d", "Out: e"]),
        ("steps: [c]", [], []),
        ("steps: [c]\n    next: b", ["以下分步骤依次进行，全部完成后再继续", "→ <步骤 2>"],
         ["The sub-steps below are carried out in order; the process continues when all are complete", "→\u00a0<step 2>"]),
        ("parallel: [{steps: [c]}]", ["以下各路线同时进行，全部完成后再继续"],
         ["The tracks below run in parallel; the process continues when all are complete"]),
    ],
)  # fmt: skip
def test_what_a_step_says(printed: Printed, keys: str, chinese: list[str], english: list[str]) -> None:
    assert printed(keys) == chinese
    assert printed(keys, "en") == english


def test_what_comes_after_a_call_prints_after_it(printed: Printed) -> None:
    keys = "call: AFS-SOP-2026-009\n    wait: 3天\n    decision: [{when: c, go_to: b}]\n    state: open"
    assert printed(keys) == ["完成后状态：Open", "执行AFS-SOP-2026-009，完成后返回", "等待：3天", "c → <步骤 2>"]


@pytest.mark.parametrize(
    ("limit", "chinese", "english"),
    [
        ("10分钟内", "10分钟内", "10分钟内"),
        ("{within: 2 hours}", "2 hours", "2 hours"),
        ("{within: 2 days, from: c}", "自c起2 days内", "within 2 days of c"),
        (
            "{within: 15 days, from: c, extend: 3 days, excludes: d, target: 1 day}",
            "自c起15 days内，可延长3 days，不含d，目标1 day",
            "within 15 days of c, may be extended by 3 days, excluding d, target: 1 day",
        ),
        ("{within: 4小时内, from: c}", "自c起4小时内", "4小时内 from c"),
        ("{within: 不超过4小时, from: c}", "自c起不超过4小时", "不超过4小时 from c"),
        ("{within: 当日, from: c}", "自c起当日", "当日 from c"),
        ("{within: 10 days, target: immediately}", "10 days，目标immediately", "10 days, target: immediately"),
        ("every 30 minutes", "every 30 minutes", "every 30 minutes"),
        ("{every: 30 minutes, until: c}", "每30 minutes，直至c", "every 30 minutes until c"),
        ("{every: 每30分钟, until: c}", "每30分钟，直至c", "每30分钟 until c"),
        ("{every: daily, until: c}", "daily，直至c", "daily until c"),
        ("{every: 30 minutes, from: c, until: d}", "每30 minutes，直至d，自c起", "every 30 minutes until d, from c"),
        ("{text: soon}", "soon", "soon"),
        ("{text: soon, from: c}", "soon，自c起", "soon, from c"),
    ],
)
def test_limits(built: Build, lines: Lines, limit: str, chinese: str, english: str) -> None:
    spec = f"steps: [{{action: a, time_limit: {limit}}}]"
    assert lines(built(spec))[-1] == chinese
    assert lines(built(spec, "en"))[-1] == english


@pytest.mark.parametrize(
    ("track", "chinese", "english"),
    [
        ("{steps: [c]}", "并行路线 1A", "Parallel track 1A"),
        ("{title: T, steps: [c]}", "并行路线 1A：T", "Parallel track 1A: T"),
        ("{procedure: p}", "并行路线 1A：<“P”流程>", "Parallel track 1A: <the procedure “P”>"),
        ("{title: P, procedure: p}", "并行路线 1A：<“P”流程>", "Parallel track 1A: <the procedure “P”>"),
        ("{title: T, procedure: p}", "并行路线 1A：T（<“P”流程>）", "Parallel track 1A: T (<the procedure “P”>)"),
    ],
)
def test_tracks_are_bands_across_the_table(
    steps: Callable[..., list[Table]], lines: Lines, track: str, chinese: str, english: str
) -> None:
    spec = f"procedures: [{{title: O, steps: [{{action: a, parallel: [{track}]}}]}}, {{id: p, title: P, steps: [b]}}]"
    for language, expected in (("zh-CN", chinese), ("en", english)):
        (band,) = [row for row in steps(spec, language)[0].rows if row.role == "group"]
        assert (lines(band), len(band.cells), band.cells[0].columns) == ([expected], 1, 2)


def test_a_procedure_tells_its_keys_before_its_table(built: Build, lines: Lines) -> None:
    spec = (
        "roles: {x: X}\nprocedures: [{title: P, exit_criteria: [e, f], outputs: d, inputs: c, summary: a, trigger: b, "
        "role: x, preconditions: g, steps: [s]}]"
    )
    text = lines(built(spec))
    start = text.index("P", text.index("操作流程"))
    assert text[start : start + 10] == [
        "P", "概述：a", "触发条件：b", "责任角色：X", "前置条件：g", "输入：c", "输出：d", "完成条件：", "e", "f",
    ]  # fmt: skip


def test_badges_and_titles_stand_before_the_action(built: Build, lines: Lines) -> None:
    spec = "steps: [{title: T, action: a, checkpoint: true}]"
    assert "关键节点 T：a" in lines(built(spec))
    assert "Checkpoint T: a" in lines(built(spec, "en"))


def test_remarks_are_call_outs_of_their_kind(steps: Callable[..., list[Table]], each: Each) -> None:
    kinds = ["note", "tip", "caution", "warning", "danger"]
    spec = f"steps: [{{action: a, cautions: [{', '.join(f'{{{kind}: b}}' for kind in kinds)}]}}]"
    assert [callout.kind for callout in each(steps(spec), Callout)] == kinds


def test_states_tell_where_they_lead(built: Build, lines: Lines) -> None:
    spec = (
        "roles: {x: X, y: Y}\nstates: [{id: a, name: A, next: [b, {to: c, action: d}, {to: b, role: [x, y]}, "
        "{to: c, action: e, role: x}]}, {id: b, name: B}, {id: c, name: C}]"
    )
    assert [line for line in lines(built(spec)) if line[0] in "BC"] == [
        "B",
        "C（d）",
        "B（X、Y）",
        "C（X：e）",
        "B",
        "C",
    ]
    english = [line for line in lines(built(spec, "en")) if line[0] in "BC" and "(" in line]
    assert english == ["C (d)", "B (X, Y)", "C (X: e)"]


def test_branches_are_a_list_of_their_own(steps: Callable[..., list[Table]], each: Each) -> None:
    tables = steps("steps: [{action: a, decision: [b, c], checklist: [d]}]")
    assert [(found.role, len(found.items)) for found in each(tables, List)] == [("checklist", 1), ("branches", 2)]


def test_rows_carry_the_anchors_of_steps(steps: Callable[..., list[Table]]) -> None:
    (table,) = steps("steps: [{action: a, id: x, steps: [{action: b, id: y}]}, c]")
    assert [row.id for row in table.rows] == ["", "step-x", "step-y", ""]
    assert all(isinstance(cell, Cell) for row in table.rows for cell in row.cells)
