"""What is read, and what is refused though its syntax is right."""

from collections.abc import Callable

import pytest

from sopgen.diagnostics import Diagnostic
from sopgen.source import Tree

Reads = Callable[[str], Tree]
Refuses = Callable[[str], tuple[Diagnostic, ...]]
Told = Callable[[str], list[str]]

pytestmark = pytest.mark.usefixtures("either_parser")


def test_scalars_are_what_was_typed(tree: Reads) -> None:
    text = "[1.10, no, Yes, 8:30, 2024-03-01, 0x1F, 010, .5, 1_000, 'null', \"~\", true, -, <<, =]"
    assert tree(f"a: {text.replace(', -,', ',')}").data == {
        "a": ["1.10", "no", "Yes", "8:30", "2024-03-01", "0x1F", "010", ".5", "1_000", "null", "~", "true", "<<", "="]
    }


def test_only_plain_empty_scalars_are_nothing(tree: Reads) -> None:
    text = "a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: ''\ng: \"\"\nh: 'null'\ni: |\n\nj: nULL\nk: [~, '']\n"
    assert tree(text).data == dict.fromkeys("abcde") | {
        "f": "",
        "g": "",
        "h": "null",
        "i": "",
        "j": "nULL",
        "k": [None, ""],
    }


def test_keys_are_text(tree: Reads) -> None:
    assert tree("yes: 1\n1.10: 2\n2024-03-01: 3\n'null': 4\n'<<': 5\n").data == {
        "yes": "1",
        "1.10": "2",
        "2024-03-01": "3",
        "null": "4",
        "<<": "5",
    }


def test_document_markers_and_a_version(tree: Reads) -> None:
    assert tree("%YAML 1.1\n---\na: 1\n...\n").data == {"a": "1"}


def test_all_problems_at_once(told: Told) -> None:
    text = "a: 1\na: 2\nb: !!str x\nc: *d\ne: {f, g: 1}\n? [h]\n: 1\n<<: i\n~: j\na: 3\n"
    expected = ["2:1-2 duplicate-key", "3:4-9 tag", "4:4-6 undefined-alias", "5:5-6 key-without-value"]
    expected += ["6:3-6 compound-key", "8:5-6 bad-merge", "9:1-2 empty-key", "10:1-2 duplicate-key"]
    assert told(text) == expected


def test_problems_before_an_error_of_syntax(told: Told) -> None:
    text = "a: 1\na: 2\nb:\n  - {c: 1, c: 2}\n  - d: *e\n    d: !f g\n    h: 'i' j\n"
    expected = ["2:1-2 duplicate-key", "4:12-13 duplicate-key", "5:8-10 undefined-alias", "6:5-6 duplicate-key"]
    assert told(text) == [*expected, "6:8-10 tag", "7:12-13 text-after-quote"]


def test_a_duplicate_key_points_at_the_first(refused: Refuses) -> None:
    (diagnostic,) = refused("steps:\n  - 标题: 甲\n    标题: 乙\n")
    assert (diagnostic.code, diagnostic.rule) == ("SOP013", "duplicate-key")
    assert diagnostic.message.zh == "键“标题”在这里写了两次"
    (related,) = diagnostic.related
    assert str(related.location) == "a.yaml:2:5"


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n", "---\n", "--- ~\n"])
def test_an_empty_file(told: Told, text: str) -> None:
    assert told(text) == ["1:1-1 empty-file"]


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [("- a\n- b\n", "1:1-2:4", "a list"), ("报修处理\n", "1:1-5", "a text"), ("[{a: 1}]", "1:1-9", "a list")],
)
def test_something_else_than_a_map(told: Told, refused: Refuses, text: str, place: str, what: str) -> None:
    assert told(text) == [f"{place} not-a-map"]
    assert what in refused(text)[0].message.en


def test_a_second_document(told: Told) -> None:
    assert told("a: 1\n---\nb: 1\n") == ["2:1-4 several-documents"]
    assert told("a: 1\na: 2\n---\n") == ["2:1-2 duplicate-key", "3:1-4 several-documents"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: !!python/object:os.system {}\n", "1:4-29"),
        ("a: !foo x\n", "1:4-8"),
        ("a: !!str x\n", "1:4-9"),
        ("a: ! x\n", "1:4-5"),
        ("a: &b !c\n  d: 1\n", "1:7-9"),
        ("a: !重 要\n", "1:4-8"),
        ("a: !foo!bar x\n", "1:4-14"),
        ("!a b: 1\n", "1:1-3"),
        ("a: [!b c]\n", "1:5-7"),
    ],
)
def test_tags(told: Told, text: str, place: str) -> None:
    assert told(text) == [f"{place} tag"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("? [a, b]\n: 1\n", ["1:3-9 compound-key"]),
        ("{a: 1}: 2\n", ["1:1-7 compound-key"]),
        ("a: {{seq}}\n", ["1:6-9 key-without-value", "1:5-10 compound-key"]),
        ("? - a\n: 1\n", ["1:3-6 compound-key"]),
        ("a: {~: 1}\n", ["1:5-6 empty-key"]),
        ("null: 1\n", ["1:1-5 empty-key"]),
        ("a: {: 1}\n", ["1:5-6 empty-key"]),
        ("*a : 1\n", ["1:1-3 undefined-alias"]),
    ],
)
def test_keys_that_are_not_text(told: Told, text: str, expected: list[str]) -> None:
    assert sorted(told(text)) == sorted(expected)


def test_an_alias_as_a_key(tree: Reads) -> None:
    assert tree("a: &k 键\n*k : 1\n").data == {"a": "键", "键": "1"}


@pytest.mark.parametrize(
    ("text", "place"), [("a: {变量}\n", "1:5-7"), ("a: {b: 1, 请稍候}\n", "1:11-14"), ('a: {"b"}\n', "1:5-8")]
)
def test_a_key_without_a_value_in_braces(told: Told, text: str, place: str) -> None:
    assert told(text) == [f"{place} key-without-value"]


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        ("姓名：王", "write an ASCII colon and a space: `姓名: `"),
        ("姓名:王", "put a space after the colon: `姓名: `"),
        ("https://例子", "if the comma or the braces"),
    ],
)
def test_a_key_with_another_colon_in_braces(refused: Refuses, item: str, hint: str) -> None:
    (diagnostic,) = refused(f"a: {{{item}, 年龄: 3}}\n")
    assert diagnostic.rule == "key-without-value"
    assert diagnostic.hint is not None
    assert diagnostic.hint.en.startswith(hint)


@pytest.mark.parametrize("text", ["a: {b: }\n", "a: {b : , c: 1}\n", "a: {b:\n}\n", "a: {'b':}\n", "? a\nb: 1\n"])
def test_an_empty_value_is_not_a_missing_one(tree: Reads, text: str) -> None:
    assert tree(text)


@pytest.mark.parametrize("space", ["\u3000", "\xa0"])
def test_a_space_of_another_kind_after_a_colon(refused: Refuses, space: str) -> None:
    (diagnostic,) = refused(f"a: 1\nb:{space}2\n")
    assert diagnostic.rule == "missing-colon"
    assert diagnostic.hint is not None
    assert diagnostic.hint.en == "what follows the colon is no ordinary space: delete it and type one, `b: `"


def test_an_undefined_alias(refused: Refuses) -> None:
    (diagnostic,) = refused("name: *abc\nlater: &abc 1\n")
    assert diagnostic.rule == "undefined-alias"
    assert diagnostic.hint is not None
    assert '"*abc"' in diagnostic.hint.en


@pytest.mark.parametrize("text", ["a: &x [*x]\n", "a: &x\n  b: {c: *x}\n", "a: &x {<<: *x}\n"])
def test_a_cyclic_alias(told: Told, text: str) -> None:
    assert "cyclic-alias" in told(text)[0]


def test_an_alias_means_the_last_anchor_of_its_name(tree: Reads) -> None:
    assert tree("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").data == {"a": "1", "b": "1", "c": "2", "d": "2"}


@pytest.mark.parametrize("value", ["1", "[1]", "", "[{a: 1}, b]", "'x'"])
def test_a_merge_of_something_else_than_maps(told: Told, value: str) -> None:
    assert [line.split()[1] for line in told(f"x:\n  <<: {value}\n")] == ["bad-merge"]


def test_a_merge_of_an_undefined_alias_is_told_once(told: Told) -> None:
    assert told("x:\n  <<: *y\n") == ["2:7-9 undefined-alias"]


def test_own_keys_go_before_merged_ones_and_the_first_merged_before_the_next(tree: Reads) -> None:
    text = "p: &p {a: 1, b: 1}\nq: &q {b: 2, c: 2, d: 2}\nr: {d: 3, <<: [*p, *q]}\n"
    data = tree(text).data
    assert isinstance(data, dict)
    assert data["r"] == {"a": "1", "b": "1", "c": "2", "d": "3"}


def test_two_merge_keys_are_duplicates(told: Told) -> None:
    assert told("p: &p {a: 1}\nr:\n  <<: *p\n  <<: *p\n") == ["4:3-5 duplicate-key"]


@pytest.mark.parametrize("indent", ["\u3000\u3000", "\xa0", " \u3000 "])
def test_indentation_that_is_not_spaces(told: Told, indent: str) -> None:
    assert f"2:{indent.index(indent.strip(' ')) + 1}-" in told(f"a:\n{indent}b: 1\n")[0]
    assert told(f"a:\n{indent}b: 1\n")[0].endswith("wide-indentation")


def test_a_text_may_begin_with_full_width_spaces(tree: Reads) -> None:
    assert tree("a:\n  \u3000\u3000正文\nb: |\n  \u3000\u3000正文: 一\n").data


def test_warnings_come_with_the_errors(told: Told) -> None:
    assert told("a: 拨打 #8002\na: 1\n") == ["1:7-12 cut-off-text", "2:1-2 duplicate-key"]
