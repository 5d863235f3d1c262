"""What layouts see of a spec: keys, whether they are given, how lists print, whose role it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from markupsafe import Markup

from sopgen.document.markup import html
from sopgen.document.views import View

Viewed = Callable[..., View]
Lines = Callable[[object], list[str]]


@pytest.fixture
def step(viewed: Viewed) -> Callable[..., View]:
    """What a layout sees of the first step, whose keys are given in YAML."""

    def run(keys: str, rest: str = "", **others: Any) -> View:
        return viewed(f"steps:\n  - action: a\n    {keys}\n{rest}", **others)["steps"][0]

    return run


def test_a_key_that_is_left_out_is_nothing(step: Callable[..., View]) -> None:
    sop = step("title: t")
    assert sop["when"] is None
    assert sop["role"] == sop["steps"] == []
    assert html(sop["role"]) == ""


def test_a_key_that_no_model_has_is_an_error(viewed: Viewed) -> None:
    with pytest.raises(AttributeError):
        viewed("")["nothing"]


@pytest.mark.parametrize(
    ("keys", "gives"),
    [
        ("when: b", True),
        ("when:", False),
        ("title: t", False),
        ("optional: true", True),
        ("optional: false", False),
        ("optional: 否", False),
        ("optional: if asked", True),
        ("role: a", True),
        ("role: []", False),
        ("checklist:", False),
        ("checklist: [b]", True),
        ("wait: {for: 3天}", True),
    ],
)
def test_what_the_spec_gives(step: Callable[..., View], keys: str, gives: bool) -> None:
    name = keys.partition(":")[0]
    name = "when" if name == "title" else name
    view = step(keys)
    assert view.gives(name) is gives
    assert [key for key, _ in view.given(name)] == [name] * gives


def test_keys_come_in_the_order_asked_for(step: Callable[..., View]) -> None:
    view = step("standard: b\n    when: c\n    system: d")
    assert [key for key, _ in view.given("when", "optional", "system", "standard")] == ["when", "system", "standard"]


@pytest.mark.parametrize(
    ("keys", "name", "chinese", "english"),
    [
        ("when: b", "when", ["b"], ["b"]),
        ("when: '**b**'", "when", ["b"], ["b"]),
        ("when: |\n      b\n\n      c", "when", ["b", "c"], ["b", "c"]),
        # several texts are a list, several names a line
        ("inputs: [b, c]", "inputs", ["b", "c"], ["b", "c"]),
        ("inputs: b", "inputs", ["b"], ["b"]),
        ("role: [x, y]", "role", ["X、Y"], ["X, Y"]),
        ("system: [b, c]", "system", ["b、c"], ["b, c"]),
        ("role: unknown", "role", ["unknown"], ["unknown"]),
        ("forms: [f, g]", "forms", ["<附表 1 F>、g"], ["<Form 1 (F)>, g"]),
        ("time_limit: 10分钟内", "time_limit", ["10分钟内"], ["10分钟内"]),
    ],
)
def test_how_values_print(
    step: Callable[..., View], lines: Lines, keys: str, name: str, chinese: list[str], english: list[str]
) -> None:
    rest = "roles: {x: X, y: Y}\nforms: {f: {title: F}}"
    for language, expected in (("zh-CN", chinese), ("en", english)):
        assert lines(str(html(step(keys, rest, language=language)[name]))) == expected


def test_dates_words_and_numbers(viewed: Viewed, lines: Lines) -> None:
    spec = "effective_date: 2026-03-01\nstatus: in-review\ntype: complaint\nconfidentiality: 机密\nversion: V1.10"
    keys = ("effective_date", "status", "type", "confidentiality", "version")
    chinese, english = viewed(spec), viewed(spec, "en")
    assert [*lines("".join(f"<p>{chinese[key]}</p>" for key in keys))] == [
        "2026年3月1日", "审核中", "客户投诉", "机密", "V1.10",
    ]  # fmt: skip
    assert [*lines("".join(f"<p>{english[key]}</p>" for key in keys))] == [
        "1 March 2026", "In review", "Complaint", "Confidential", "V1.10",
    ]  # fmt: skip


def test_a_type_of_ones_own_prints_as_typed(viewed: Viewed, lines: Lines) -> None:
    assert lines(viewed("type: 巡检")["type"]) == ["巡检"]


def test_words_to_say_are_verbatim(viewed: Viewed, lines: Lines) -> None:
    say = "  *您好*，{工号} {{1}}\n\n  • [[step]] <b> &amp; 1) 😀  \n"
    (_, script) = viewed(f"scripts: {{a: {{say: {say!r}}}}}".replace("'", '"'))["scripts"][0]
    assert lines(f"<p>{script.say}</p>") == ["  *您好*，{工号} {1}//  • [[step]] <b> &amp; 1) 😀  "]


@pytest.mark.parametrize(
    ("spec", "performers"),
    [
        ("role: x\nsteps: [a, {action: b, role: y}]", ["X", "Y"]),
        ("steps: [a]", [""]),
        ("role: [x, y]\nsteps: [a]", ["X、Y"]),
        ("procedures: [{title: P, role: x, steps: [a]}, {title: Q, steps: [b]}]", ["X", ""]),
        ("role: x\nsteps: [{action: a, role: y, steps: [b, {action: c, role: z, steps: [d]}]}]", ["Y", "Y", "Z", "Z"]),
        ("role: x\nsteps: [{action: a, parallel: [{steps: [b]}, {steps: [{action: c, role: z}]}]}, d]",
         ["X", "X", "Z", "X"]),
        ("role: x\nsteps: [{action: a, role: y, parallel: [{steps: [b]}]}]", ["Y", "Y"]),
    ],
)  # fmt: skip
def test_a_step_without_a_role_has_that_of_what_it_stands_in(
    viewed: Viewed, lines: Lines, spec: str, performers: list[str]
) -> None:
    sop = viewed(f"roles: {{x: X, y: Y, z: Z}}\n{spec}")
    rows = [row for sequence in sop.sequences for row in sequence.rows if not row.is_track]
    assert ["".join(lines(str(html(row.performer)))) for row in rows] == performers


def test_rows_have_their_numbers_and_anchors(viewed: Viewed) -> None:
    sop = viewed("steps: [{action: a, id: first, steps: [b]}, {action: c, parallel: [{steps: [{action: d, id: e}]}]}]")
    assert [(Markup(row.number).striptags(), row.anchor) for row in sop.rows] == [
        ("1", "step-first"), ("1.1", ""), ("2", ""), ("2A", ""), ("2A.1", "step-e"),
    ]  # fmt: skip
    assert Markup(sop.rows[3].label).striptags() == "并行路线 2A"


def test_roles_outside_the_company_are_marked(viewed: Viewed, lines: Lines) -> None:
    spec = "roles: {x: {name: X, external: true}, y: {name: Y, external: 否}}\nsteps: [{action: a, role: x}]"
    for language, expected in (("zh-CN", ["X（外部）", "Y"]), ("en", ["X (external)", "Y"])):
        sop = viewed(spec, language)
        assert [lines(role.name)[0] for role in sop.role_list] == expected
        assert lines(str(html(sop["steps"][0]["role"]))) == ["X"]


def test_rules_are_grouped_by_their_topics(viewed: Viewed, lines: Lines) -> None:
    sop = viewed("rules: [{must: a, topic: T}, {must_not: b}, {may: c, topic: U}, {should: d, topic: T}, {must: e}]")
    groups = [
        (topic and lines(topic)[0], [(rule.kind, lines(rule.content)[0]) for rule in rules])
        for topic, rules in sop.rules_by_topic
    ]
    assert groups == [
        (None, [("禁止", "b"), ("必须", "e")]),
        ("T", [("必须", "a"), ("应当", "d")]),
        ("U", [("可以", "c")]),
    ]


def test_columns_that_nothing_fills_are_left_out(viewed: Viewed, lines: Lines) -> None:
    sop = viewed("channels: [{name: a, role: []}, {name: b, hours: 7x24}]")
    columns = sop.columns(sop["channels"], "name*3 purpose hours*2 role")
    assert (columns.names, columns.widths) == (["name", "hours"], "3 2")
    assert [[cell and lines(cell)[0] for cell in cells] for _, cells in columns.rows] == [["a", ""], ["b", "7x24"]]


def test_short_rows_of_a_table_are_filled_up(built: Callable[..., Any], each: Callable[..., list[Any]]) -> None:
    from sopgen.document.nodes import Row, Table

    document = built("tables: [{title: T, columns: [a, b], rows: [[c], [d, e, f], [g, '', h]]}]")
    (table,) = [table for table in each(document.blocks, Table) if table.caption]
    assert [len(row.cells) for row in each(table, Row)] == [3, 3, 3, 3]


@pytest.mark.parametrize(
    ("column", "role"),
    [
        (["595", "820～870", ""], "number"),
        (["0.03～1.0", "≤500"], "number"),
        (["10%–15%", "200元至1,000元"], "number"),
        (["100", "80 起"], ""),
        (["021-62345678"], ""),
        (["～5"], ""),
    ],
)
def test_a_column_of_numbers_and_ranges_is_set_right(viewed: Viewed, column: list[str], role: str) -> None:
    rows = "".join(f"    - ['{cell}']\n" for cell in column)
    (table,) = viewed(f"tables:\n  - title: T\n    columns: [C]\n    rows:\n{rows}").tables
    assert table.roles == [role]
