"""Every error of syntax an author makes, at its place and with its cure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sopgen.diagnostics import Diagnostic
from sopgen.source import Tree

Refuses = Callable[[str], tuple[Diagnostic, ...]]
Told = Callable[[str], list[str]]

pytestmark = pytest.mark.usefixtures("either_parser")

SPECIAL = {
    "id: x\nname: *工\n": '2:7-9 "*工"',
    "name: **重要** 请注意\n": '1:7-17 "**重要** 请注意"',
    "name: *\nb: 1\n": '1:7-8 "*"',
    "name: *foo 请注意\n": '1:7-15 "*foo 请注意"',
    "a: [x, *foo 请注意, y]\n": '1:8-16 "*foo 请注意"',
    "a: &工 b\n": '1:4-8 "&工 b"',
    "a: & b\n": '1:4-7 "& b"',
    "a: %d 个\n": '1:4-8 "%d 个"',
    "%foo\na: 1\n": '1:1-5 "%foo"',
    "a: 1\n%foo: 2\n": '2:1-8 "%foo: 2"',
    "a: @客服\n": '1:4-7 "@客服"',
    "a: {b: @客服, c: 1}\n": '1:8-11 "@客服"',
    "a:\n  - {b: 1, c: >=95%}\n": '2:15-20 ">=95%"',
    "a: [>=95%, b]\n": '1:5-10 ">=95%"',
    "a: `code`\n": '1:4-10 "`code`"',
    "a: }x\n": '1:4-6 "}x"',
    "a: ]\n": '1:4-5 "]"',
    "a: , 然后\n": '1:4-8 ", 然后"',
    "a: ? x\n": '1:4-7 "? x"',
    'a: @他说"好"\n': "1:4-10 '@他说\"好\"'",
    'a: @it\'s \\ "x"\n': "1:4-15 '@it''s \\ \"x\"'",
    f"a: @{'长' * 60}\n": f'1:4-65 "@{"长" * 38}…"',
}


@pytest.mark.parametrize(("text", "expected"), SPECIAL.items())
def test_a_text_that_begins_with_a_special_character(refused: Refuses, told: Told, text: str, expected: str) -> None:
    (diagnostic,) = refused(text)
    place, quoted = expected.split(" ", 1)
    assert told(text) == [f"{place} special-start"]
    assert diagnostic.hint is not None
    assert diagnostic.hint.en == f"write {quoted}"
    assert diagnostic.hint.zh == f"请写成 {quoted}"


@pytest.mark.parametrize("value", [">95%", ">=95", "|text", "> 5 分钟", "|0"])
def test_text_after_a_block_sign(refused: Refuses, told: Told, value: str) -> None:
    (diagnostic,) = refused(f"a: {value}\n  b\n")
    assert told(f"a: {value}\n  b\n") == [f"1:4-{4 + len(value)} text-after-block-sign"]
    assert diagnostic.hint is not None
    assert f'"{value}"' in diagnostic.hint.en


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n\tb: 1\n", "2:1-2"),
        ("a:\n\t\tb: 1\n", "2:1-3"),
        ("a:\n  - b\n\t- c\n", "3:1-2"),
        ("a: b\n\tc: d\n", "2:1-2"),
        ("\ta: 1\n", "1:1-2"),
        ("a: |\n\ttext\n", "2:1-2"),
        ("a:\n  b: 1\n  \tc: 1\n", "3:3-4"),
        ("a:\n -\tb: 1\n", "2:3-4"),
    ],
)
def test_a_tab(told: Told, text: str, place: str) -> None:
    assert told(text) == [f"{place} tab-indentation"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: "foo\nb: 1\n', "1:4-5"),
        ("a: 'foo\nb: 1\n", "1:4-5"),
        ('a: 1\nb: "foo\n---\nc: 1\n', "2:4-5"),
        ('a: "foo\nb: "bar"\nc: 1\n', "1:4-5"),
        ("a:\n  - 'x\n  - 'y'\n", "2:5-6"),
        ('a: "', "1:4-5"),
    ],
)
def test_a_quote_that_is_not_closed(told: Told, text: str, place: str) -> None:
    assert told(text) == [f"{place} unclosed-quote"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: "他说"好的"吧"\n', "1:8-13"),
        ('a: "foo" bar\n', "1:10-13"),
        ("a: 'it's ok'\n", "1:8-13"),
        ('a:\n - "x"y\n - z\n', "2:7-8"),
        ('a: {b: "x"y, c: 1}\n', "1:11-12"),
        ('a: ["x" 和 y, c]\n', "1:9-12"),
    ],
)
def test_text_after_a_closing_quote(told: Told, text: str, place: str) -> None:
    assert told(text) == [f"{place} text-after-quote"]


@pytest.mark.parametrize(
    ("text", "place", "escape"),
    [
        ('a: "C:\\dir"\n', "1:7-9", "\\d"),
        ('a: "\\d+"\n', "1:5-7", "\\d"),
        ('a: "\\u12"\n', "1:5-9", "\\u12"),
        ('a: "\\xg"\n', "1:5-7", "\\x"),
        ('a: "\\U00110000"\n', "1:5-15", "\\U00110000"),
    ],
)
def test_a_backslash_that_means_nothing(refused: Refuses, told: Told, text: str, place: str, escape: str) -> None:
    assert told(text) == [f"{place} unknown-escape"]
    assert refused(text)[0].message.en.endswith(f": {escape}")


@pytest.mark.parametrize(
    ("text", "place", "quoted"),
    [
        ("a: 注意: 断电\n", "1:6-7", '"注意: 断电"'),
        ("- a: b: c\n", "1:7-8", '"b: c"'),
        ("a: http://x: y\n", "1:12-13", '"http://x: y"'),
        ("a: “注意: 断电”\n", "1:7-8", '"“注意: 断电”"'),
        ('a: 点击"确定": 完成\n', "1:10-11", "'点击\"确定\": 完成'"),
        ('"a": b: c\n', "1:7-8", '"b: c"'),
        ("a: : x\n", "1:4-5", '": x"'),
    ],
)
def test_a_colon_in_a_text(refused: Refuses, told: Told, text: str, place: str, quoted: str) -> None:
    assert told(text) == [f"{place} colon-in-text"]
    hint = refused(text)[0].hint
    assert hint is not None
    assert hint.en == f"put quotes around all of the text: {quoted}"


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("a: 1\ntitle：产品\nb: 1\n", "2:1-9", "ASCII colon and a space: `title: `"),
        ("a: 1\ntitle：产品\n", "2:1-9", "ASCII colon"),
        ("title：产品\nb: 1\n", "1:1-9", "ASCII colon"),
        ("a:\n  b：1\n  c: 2\n", "2:3-6", "`b: `"),
        ("a:\n  - b：1\n    c: 2\n", "2:3-8", "`b: `"),
        ("a:\n\n  # 注释\n  b：1\n\n  # 注释\n  c: 2\n", "4:3-6", "`b: `"),
        ("a: 1\ntitle:产品\nb: 1\n", "2:1-9", "a space after the colon: `title: `"),
        ("a: 1\ntitle\nb: 1\n", "2:1-6", "deeper than its key"),
        ("action: 第一行\n第二行\n", "2:1-4", "deeper than its key"),
        ("a: 1\n-b\nc: 1\n", "2:1-3", "a space after the dash"),
        ("a:\n  - b: 1\n  -c: 2\n", "3:3-8", "a space after the dash"),
    ],
)
def test_a_line_without_a_colon(refused: Refuses, told: Told, text: str, place: str, hint: str) -> None:
    assert told(text) == [f"{place} missing-colon"]
    found = refused(text)[0].hint
    assert found is not None
    assert hint in found.en


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("a:\n  b: 1\n c: 2\n", "3:2-6", "begin in one column"),
        ("a:\n  - x: 1\n   y: 2\n", "3:4-8", "begin in one column"),
        ("a:\n  - x\n - y\n", "3:2-5", "begin in one column"),
        (" a: 1\nb: 2\n", "2:1-5", "begin in one column"),
        ("a: |\n    x\n  y\nb: 1\n", "3:3-4", "begin in one column"),
        ("a: x\n  b: c\n", "2:3-5", "already has a value"),
        ("a:\n  - x: 1\n     y: 2\n", "3:6-8", "already has a value"),
        ("a: 第一行\n  注意: 第二行\n", "2:3-6", "already has a value"),
        ("a:\n  b: 1\n  - c\n", "3:3-6", "among keys"),
        ("a: 1\n- b\n", "2:1-4", "among keys"),
        ("a:\n  - b\n  c: 1\n", "3:3-7", "this is a list"),
    ],
)
def test_wrong_indentation(refused: Refuses, told: Told, text: str, place: str, hint: str) -> None:
    assert told(text) == [f"{place} wrong-indentation"]
    found = refused(text)[0].hint
    assert found is not None
    assert hint in found.en


def test_wrong_indentation_points_at_the_part_it_stands_in(refused: Refuses) -> None:
    (diagnostic,) = refused("a:\n  - x: 1\n   y: 2\n")
    assert [str(related.location) for related in diagnostic.related] == ["a.yaml:2:3"]


def test_full_width_spaces_before_a_dash(told: Told) -> None:
    assert told("a:\n　　- b\nc: 1\n") == ["2:1-3 wide-indentation"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: {变量\nb: 1\n", "1:4-5"),
        ("a: [x, y\nb: 1\nc: 2\n", "1:4-5"),
        ("a: [b, c}\nd: 1\n", "1:4-5"),
        ("a: [x", "1:4-5"),
        ("a: {b: [c, {d: e}\n", "1:8-9"),
        ("a: [[[", "1:6-7"),
        ("a:\n  - {b: 1,\n     c: 2\n  - d\n", "2:5-6"),
        ("a: {b: }, c: [}\n", "1:9-10"),
    ],
)
def test_a_bracket_that_is_not_closed(told: Told, text: str, place: str) -> None:
    rule = "text-after-bracket" if text.startswith("a: {b: }") else "unclosed-bracket"
    assert told(text)[-1] == f"{place} {rule}".replace("1:9-10 text", "1:9-16 text")


@pytest.mark.parametrize("text", ["a: {b: #客服, c: 1}\nd: 1\n", "a: [b, c #d]\n", "a: [b, #c]\nd: 1\n"])
def test_a_comment_that_swallows_the_closing_bracket(refused: Refuses, text: str) -> None:
    diagnostic = refused(text)[-1]
    assert diagnostic.rule == "unclosed-bracket"
    assert diagnostic.hint is not None
    assert "` #` is a comment" in diagnostic.hint.en


@pytest.mark.parametrize(
    ("text", "place", "quoted"),
    [
        ("a: {变量} 您好\n", "1:9-11", '"{变量} 您好"'),
        ("a: [注意] 您好\n", "1:9-11", '"[注意] 您好"'),
        ("a: [[form:x]] 附后\n", "1:15-17", '"[[form:x]] 附后"'),
        ("a:\n  - [[x]] 附后\n", "2:11-13", '"[[x]] 附后"'),
        ("a: {say: {工号} 您好, b: 1}\n", "1:15-17", '"{工号} 您好"'),
        ("{a: 1}\nb: 2\n", "", ""),
    ],
)
def test_text_after_a_bracket(refused: Refuses, told: Told, text: str, place: str, quoted: str) -> None:
    if not place:
        assert told(text) == ["2:1-5 wrong-indentation"]
        return
    assert told(text) == [f"{place} text-after-bracket"]
    hint = refused(text)[0].hint
    assert hint is not None
    assert hint.en.endswith(quoted)


@pytest.mark.parametrize(("text", "place"), [("a: [b]]\nc: 1\n", "1:7-8"), ("a: {b: 1}}\nc: 1\n", "1:10-11")])
def test_a_bracket_too_many(told: Told, text: str, place: str) -> None:
    assert told(text) == [f"{place} unopened-bracket"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: {b: 1 c: 2}\n", "1:11-12"),
        ('a: ["x" "y"]\n', "1:9-10"),
        ("a:\n  {b: 1\n   c: 2}\n", "3:5-6"),
    ],
)
def test_a_missing_comma(told: Told, text: str, place: str) -> None:
    assert told(text) == [f"{place} missing-comma"]


@pytest.mark.parametrize(
    ("text", "place", "quoted"),
    [
        ("a: [x, 客户在[[form:slip]]上签字, y]\n", "1:11-12", '"客户在[[form:slip]]上签字"'),
        ("a: [see [[register]]]\n", "1:9-10", '"see [[register]]"'),
        ("a: {say: 将在{时限}内到场。, b: 1}\n", "1:12-13", '"将在{时限}内到场。"'),
        ("a: [见[[a]]和[[table:b]], y]\n", "1:6-7", '"见[[a]]和[[table:b]]"'),
    ],
)
def test_a_reference_or_a_blank_inside_a_text(refused: Refuses, told: Told, text: str, place: str, quoted: str) -> None:
    assert told(text) == [f"{place} bracket-in-text"]
    hint = refused(text)[0].hint
    assert hint is not None
    assert hint.en.endswith(quoted)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: [[1, , 3]]\n", "1:9-10"),
        ("a: [, 2]\n", "1:5-6"),
        ("a: {b: 1, , c: 2}\n", "1:11-12"),
    ],
)
def test_nothing_before_a_comma(told: Told, text: str, place: str) -> None:
    assert told(text) == [f"{place} empty-item"]


@pytest.mark.parametrize("text", ["a: {b:}\n", "a: {b:,}\n", "a: {b:[c]}\n", "a: {b:{c: 1}}\n"])
def test_a_colon_without_a_space_in_braces(
    either_parser: str, told: Told, tree: Callable[[str], Tree], text: str
) -> None:
    if either_parser == "libyaml":
        assert told(text) == ["1:6-7 colon-too-tight"]
    else:
        assert tree(text).value(("a", "b")) in (None, ["c"], {"c": "1"})


@pytest.mark.parametrize(("text", "place"), [("a: - b\n", "1:4-7"), ("a: -\n", "1:4-5")])
def test_a_list_in_the_line_of_its_key(told: Told, text: str, place: str) -> None:
    assert told(text) == [f"{place} list-after-key"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (": x\n", "1:1-2 empty-key"),
        ("a: {: 1}\n", "1:5-6 empty-key"),
        ("a: !<x\n", "1:4-7 tag"),
        ("a: 1\n...\nb: 1\n", "3:1-5 several-documents"),
        ("- : x\n", "1:3-4 empty-key"),
        ("# 注释\n--- a: 1\n", "2:6-7 colon-in-text"),
        ("a: !x !y z\n", "1:7-11 not-yaml"),
        ("a: &x &y z\n", "1:4-11 special-start"),
        ("a: &x *y\n", "1:4-9 special-start"),
    ],
)
def test_other_errors(told: Told, text: str, problem: str) -> None:
    assert told(text) == [problem]


WORDS = ["did not find", "could not find", "found ", "expected", "while ", "context", "token", "scalar", "mapping"]


@pytest.mark.parametrize("text", [*SPECIAL, "a: &x &y z\n", "a: 1\n b: 2\n", 'a: "x\n', "a: [\n", "a: |x\n"])
def test_the_words_of_the_parser_are_never_shown(refused: Refuses, text: str) -> None:
    for diagnostic in refused(text):
        assert diagnostic.hint is not None
        for shown in (diagnostic.message, diagnostic.hint):
            assert not [word for word in WORDS if word in shown.en.lower()]
            assert not shown.zh.isascii()


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_an_error_after_many_lines_of_chinese(told: Told, line_break: str) -> None:
    assert told(line_break.join(["标题: 报修😀", "说明: |", "  一", "  二", "", "角色: @客服", ""])) == [
        "6:5-8 special-start"
    ]


@pytest.mark.parametrize(
    ("text", "problem", "cure"),
    [
        ("a: {b: 登记，c: x}\n", "1:10-11 missing-comma", "请把“，”改成半角逗号加空格"),
        ("a: {b: 登记， time_limit: x}\n", "1:10-11 missing-comma", "请把“，”改成半角逗号加空格"),
        ("a: {b: 登记；c: x}\n", "1:10-11 missing-comma", "请把“；”改成半角逗号加空格"),
        ("a: {b: 登记、c: x}\n", "1:10-11 missing-comma", "请把“、”改成半角逗号加空格"),
        ("a: {b: 登记 c: x}\n", "1:12-13 missing-comma", "请用半角逗号加空格隔开各项"),
        ("a: {b: 询问: 型号, c: x}\n", "1:10-11 colon-in-text", '请给整段文字加引号："询问: 型号"'),
        ("a: [询问: 型号: 二, c]\n", "1:11-12 colon-in-text", '请给整段文字加引号："型号: 二"'),
        ("a: {“b”: 1: 2}\n", "1:11-12 colon-in-text", '请给整段文字加引号："1: 2"'),
        ("a:\n  - ｛b: 1, c: 2｝\n", "2:5-6 wide-sign", "请改成半角的 {"),
        ("a: ［b: 1, c: 2］\n", "1:4-5 wide-sign", "请改成半角的 ["),
        ("a:\n  — b: 1\n    c: 2\n", "2:3-4 wide-sign", "列表项以半角的 - 加空格开头"),
        ("a:\n  －b: 1\n    c: 2\n", "2:3-4 wide-sign", "列表项以半角的 - 加空格开头"),
        ("a:\n  - b:\u3000登记\n    c: 2\n", "2:3-10 missing-colon", "冒号后面不是普通的空格"),
    ],
)
def test_marks_of_a_chinese_keyboard(refused: Refuses, told: Told, text: str, problem: str, cure: str) -> None:
    assert told(text) == [problem]
    (diagnostic,) = refused(text)
    assert diagnostic.hint is not None
    assert cure in diagnostic.hint.zh
