"""Forms as they stand on paper: fields in rows of two, wide ones alone, groups under a heading, tables with columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sopgen.document.nodes import Document, Field, Table, Text
from sopgen.document.views import View

Build = Callable[..., Document]
Lines = Callable[[object], list[str]]
Form = Callable[..., Table]


@pytest.fixture
def form(built: Build, each: Callable[..., list[Any]]) -> Form:
    """The table of a form whose fields are given in YAML."""

    def run(fields: str, **others: Any) -> Table:
        document = built(f"forms: {{f: {{title: F, fields: [{fields}]}}}}", **others)
        return next(table for table in each(document.blocks, Table) if table.role == "form")

    return run


def rows(table: Table, lines: Lines) -> list[list[str]]:
    return [[" | ".join(lines(cell)) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("a, b, c", ["a b", "c"]),
        ("a, {name: b, type: long_text}, c, d", ["a", "b", "c d"]),
        ("a, {group: G, fields: [b, c, d]}, e, f", ["a", "G", "b c", "d", "e f"]),
        ("{group: G, fields: [{group: H, fields: [a]}, b]}", ["G", "H", "a", "b"]),
        ("{group: G}, a", ["G", "a"]),
        ("{name: a, type: signature}, {name: b, type: photo}", ["a", "b"]),
        ("{name: a, type: multi_choice, options: [x, y]}, b", ["a", "b"]),
        ("{name: a, type: choice, options: [x, y, z, v]}, b", ["a b"]),
        ("{name: a, type: choice, options: [x, y, z, v, w]}, b", ["a", "b"]),
        ("{name: a, type: choice, options: [紧急, 重要, 一般]}, b", ["a b"]),
        ("{name: a, type: choice, options: [产品类, 服务类, 物流类, 其他类]}, b", ["a", "b"]),
        ("{name: a, type: choice, options: [Urgent, High, Standard]}, b", ["a b"]),
        ("{name: a, type: choice, options: [Matches the request, Differs from the request]}, b", ["a", "b"]),
        ("{name: a, type: table, fields: [x]}, b", ["a", "b"]),
        ("{name: a, hint: short}, {name: b, hint: a hint that is too long for half the page}", ["a", "b"]),
    ],
)
def test_fields_stand_two_by_two(viewed: Callable[..., View], fields: str, expected: list[str]) -> None:
    sop = viewed(f"forms: {{f: {{title: F, fields: [{fields}]}}}}")
    ((_, form),) = sop["forms"]
    assert [" ".join(field._model.name or field._model.group for field in row) for row in form.rows] == expected


def test_a_row_spans_the_table(form: Form, lines: Lines) -> None:
    table = form("a, b, {name: c, type: long_text}, {group: G, fields: [d]}")
    assert rows(table, lines) == [["a", "", "b", ""], ["c", ""], ["G"], ["d", ""]]
    assert [[cell.columns for cell in row.cells] for row in table.rows] == [[1, 1, 1, 1], [1, 3], [4], [1, 3]]
    assert [row.role for row in table.rows] == ["", "tall", "group", ""]


@pytest.mark.parametrize(
    ("field", "chinese", "english"),
    [
        ("{name: a, required: true}", "", ""),
        ("{name: a, type: date}", "　　年　　月　　日", "____ / ____ / ________ (dd/mm/yyyy)"),
        ("{name: a, type: time}", "　　时　　分", "____\u00a0:\u00a0____"),
        (
            "{name: a, type: datetime}",
            "　　年　　月　　日　　时　　分",
            "____ / ____ / ________ (dd/mm/yyyy)\u2003 ____\u00a0:\u00a0____",
        ),
        ("{name: a, type: money}", "　　　　元", ""),
        ("{name: a, type: checkbox}", "☐", "☐"),
        ("{name: a, type: photo}", "照片粘贴处", "Attach photo here"),
        ("{name: a, type: choice, options: [x, y]}", "☐\u00a0x\u2002 ☐\u00a0y", "☐\u00a0x\u2002 ☐\u00a0y"),
        ("{name: a, type: choice, options: [x, y], default: y}", "☐\u00a0x\u2002 ☑\u00a0y", "☐\u00a0x\u2002 ☑\u00a0y"),
        ("{name: a, type: choice, options: [x], default: z}", "☐\u00a0x | z", "☐\u00a0x | z"),
        (
            "{name: a, type: multi_choice, options: [x, y]}",
            "☐\u00a0x　☐\u00a0y（可多选）",
            "☐\u00a0x\u2003☐\u00a0y\u2003 (tick\u00a0all\u00a0that\u00a0apply)",
        ),
        ("{name: a, default: b}", "b", "b"),
        ("{name: a, type: money, default: 0}", "0", "0"),
        ("{name: a, hint: b, example: c}", "b | 例：c", "b | e.g. c"),
    ],
)
def test_what_guides_the_hand(form: Form, lines: Lines, field: str, chinese: str, english: str) -> None:
    assert rows(form(field), lines)[0][1] == chinese
    assert rows(form(field, language="en"), lines)[0][1] == english


def test_what_must_be_filled_in_is_marked(form: Form, lines: Lines) -> None:
    assert rows(form("{name: a, required: true}, b"), lines) == [["a*", "", "b", ""]]


def test_a_table_has_columns_and_rows_to_fill_in(form: Form, lines: Lines, each: Callable[..., list[Any]]) -> None:
    columns = "x, {name: y, type: choice, options: [v, w], required: true, hint: h}"
    (_, inner) = each(form(f"{{name: a, type: table, fields: [{columns}]}}"), Table)
    assert rows(inner, lines) == [["x", "y* | h"], *[["", "☐\u00a0v\u2002 ☐\u00a0w"]] * 3]
    assert inner.widths == (1, 1)


def test_columns_may_have_columns(form: Form, each: Callable[..., list[Any]]) -> None:
    table = form("{name: a, type: table, fields: [{name: b, fields: [c, d]}]}")
    assert [len(inner.rows[0].cells) for inner in each(table, Table)] == [2, 1, 2]


def test_a_form_tells_its_number_before_its_fields(built: Build, lines: Lines) -> None:
    spec = "forms: {f: {title: F, number: AFS-F-1, numbering: '{seq:03}', confidentiality: secret}, g: {title: G}}"
    assert lines(built(spec))[-5:] == [
        "附表 1　F",
        "表单编号：AFS-F-1",
        "编号规则：〔3位流水号〕",
        "密级：绝密",
        "附表 2　G",
    ]
    assert lines(built(spec, "en"))[-5:] == [
        "Form 1: F", "Form no.: AFS-F-1", "Numbering: [3-digit number]", "Confidentiality: Secret", "Form 2: G",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("numbering", "chinese", "english"),
    [
        ("{date}-{channel}-{seq:03}", "〔日期〕-〔渠道〕-〔3位流水号〕", "[date]-[channel]-[3-digit number]"),
        ("AFS-{year}{seq}", "AFS-〔年份〕〔流水号〕", "AFS-[year][number]"),
        ("{门店}-{seq:4}", "〔门店〕-〔4位流水号〕", "[门店]-[4-digit number]"),
        ("年份加流水号", "年份加流水号", "年份加流水号"),
    ],
)
def test_how_forms_are_numbered_is_said_in_words(
    built: Build, lines: Lines, numbering: str, chinese: str, english: str
) -> None:
    spec = f"forms: {{f: {{title: F, numbering: '{numbering}'}}}}"
    assert lines(built(spec))[-1] == f"编号规则：{chinese}"
    assert lines(built(spec, "en"))[-1] == f"Numbering: {english}"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("a", Field("text", "/forms/f/fields/0", "a")),
        ("{name: a, type: number, default: '3'}", Field("number", "/forms/f/fields/0", "a", "3")),
        ("{name: a, hint: h}", Field("text", "/forms/f/fields/0", "a", "", "h", "prompt")),
        ("{name: a, type: long_text, example: e}", Field("long_text", "/forms/f/fields/0", "a", "", "例：e", "prompt")),
        ("{name: a, type: date, hint: h}", Field("date", "/forms/f/fields/0", "a", "", "　　年　　月　　日")),
        ("{name: a, type: checkbox, default: 是}", Field("checkbox", "/forms/f/fields/0", "a", checked=True)),
        (
            "{name: a, type: choice, options: [x, y], default: y}",
            Field(
                "choice",
                "/forms/f/fields/0",
                "a",
                "y",
                options=(Text("x", "/forms/f/fields/0/options/0"), Text("y", "/forms/f/fields/0/options/1")),
            ),
        ),
    ],
)
def test_what_is_filled_in_is_a_field(form: Form, each: Callable[..., list[Any]], spec: str, expected: Field) -> None:
    assert each(form(spec), Field) == [expected]


def test_a_box_for_each_of_several_choices(form: Form, each: Callable[..., list[Any]]) -> None:
    boxes = each(form("{name: a, type: multi_choice, options: [x, y], default: x}"), Field)
    assert [(box.kind, box.path[-10:], box.name, box.checked) for box in boxes] == [
        ("checkbox", "/options/0", "x", True),
        ("checkbox", "/options/1", "y", False),
    ]


def test_a_moment_is_a_date_and_a_time(form: Form, each: Callable[..., list[Any]]) -> None:
    assert [field.kind for field in each(form("{name: a, type: datetime}"), Field)] == ["date", "time"]
    (field,) = each(form("{name: a, type: datetime, default: '2026-03-01 8:00'}"), Field)
    assert (field.kind, field.value) == ("datetime", "2026-03-01 8:00")


def test_a_hint_that_is_more_than_a_line_stands_beside_the_field(form: Form, lines: Lines) -> None:
    assert rows(form("{name: a, hint: '**h**', example: e}"), lines)[0][1] == "例：e | h"


def test_columns_tell_their_hints_once(form: Form, each: Callable[..., list[Any]], lines: Lines) -> None:
    (_, inner) = each(form("{name: a, type: table, fields: [{name: x, hint: h}]}"), Table)
    assert rows(inner, lines) == [["x | h"], [""], [""], [""]]
    assert [field.placeholder for field in each(inner, Field)] == [""] * 3
