from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.errors import ReadError, StyleError
from sopgen.resources import templates
from sopgen.source import Source, parse
from sopgen.style import load_style
from sopgen.style.loading import read_style

SHIPPED = (templates() / "styles" / "enterprise.yaml").read_text(encoding="utf-8")


def problems(text: str) -> list[str]:
    with pytest.raises(StyleError) as error:
        read_style(parse(Source("house.yaml", text, "")), Path("house.yaml"))
    return [str(diagnostic) for diagnostic in error.value.diagnostics]


def test_the_house_style_is_what_chinese_companies_use() -> None:
    style = load_style("enterprise")
    page, body, title = style.page, style.body, style.paragraphs["title"]
    millimetres = [round(side * 25.4 / 72, 1) for side in dict(page.margins).values()]
    assert millimetres == [25.4, 25.4, 31.7, 31.7]
    assert (round(page.size[0] * 25.4 / 72), round(page.size[1] * 25.4 / 72)) == (210, 297)
    assert (body.east_asian, body.latin, body.size) == ("宋体", "Times New Roman", 12)
    assert (body.line_spacing.value, body.line_spacing.exact, body.alignment) == (1.5, False, "justified")
    assert body.first_line_indent is not None
    assert body.first_line_indent.points(body.size) == 24
    assert (title.east_asian, title.size, title.alignment) == ("黑体", 16, "center")
    assert style.headings["1"].bold
    assert style.headings["2"].east_asian == "楷体_GB2312"
    assert [level.text for level in style.numbering] == ["{1}、", "{2}.", "（{3}）", "{4}"]


def test_english_documents_take_what_the_sheet_says_for_english() -> None:
    style = load_style("enterprise")
    english = style.of("en")
    assert style.of("en-GB") is english
    assert style.of("zh-CN") is style
    assert english.body.alignment == "left"
    assert english.body.first_line_indent is not None
    assert english.body.first_line_indent.value == 0
    assert [level.text for level in english.numbering] == ["{1}", "{1}.{2}", "{1}.{2}.{3}", "{1}.{2}.{3}.{4}"]
    assert english.body.latin == style.body.latin
    assert english.paragraphs["title"].size == style.paragraphs["title"].size


def test_a_file_of_ones_own_is_read_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "house.yaml"
    file.write_text(SHIPPED.replace("size: 三号", "size: 二号"), encoding="utf-8")
    assert load_style(file).paragraphs["title"].size == 22
    assert load_style(str(file)) == load_style(file)
    assert load_style(file) != load_style("enterprise")


def test_a_missing_file_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        load_style(tmp_path / "absent.yaml")


def test_an_unknown_name_is_told_those_that_ship() -> None:
    with pytest.raises(StyleError) as error:
        load_style("enterprize")
    (diagnostic,) = error.value.diagnostics
    assert diagnostic.rule == "unknown-style"
    assert diagnostic.hint is not None
    assert "enterprise" in diagnostic.hint.zh


def test_every_error_is_told_at_its_place() -> None:
    text = SHIPPED.replace("size: 小四", "size: 小小", 1).replace("first_line_indent: 2字", "first_line_indnt: 2字", 1)
    lines = text.splitlines()
    size = next(number for number, line in enumerate(lines, 1) if "小小" in line)
    indent = next(number for number, line in enumerate(lines, 1) if "indnt" in line)
    assert problems(text) == [
        f"house.yaml:{size}:9: error SOP610 invalid-style: `小小` is not a font size",
        f"house.yaml:{indent}:3: error SOP610 invalid-style: there is no key `first_line_indnt` here",
    ]


def test_an_error_in_what_a_language_overrides_is_told_there() -> None:
    text = SHIPPED.replace("body: {size: 11pt", "body: {size: huge", 1)
    (line,) = [number for number, line in enumerate(text.splitlines(), 1) if "huge" in line]
    (problem,) = problems(text)
    assert problem.startswith(f"house.yaml:{line}:18:")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("size: A4", "size: A9", "`A9` is not a paper"),
        ("top: 25.4mm", "top: 25.4", "`25.4` is not a length"),
        ("line_spacing: 1.5倍", "line_spacing: 宽", "`宽` is not a line spacing"),
        ("alignment: justified", "alignment: middle", "`alignment` cannot be `middle`"),
        ("color: C00000", "color: red", "`red` is not a colour"),
        ("1: {bold: true", "1: {bold: maybe", "`bold` should be true or false, not `maybe`"),
        ("header: {left: [title]", "header: {left: title", "`left` should be a list"),
        ("name: 企业通用", "name:", "`name` is empty"),
        ("name: 企业通用\n", "", "`name` is missing"),
        ("  4: {space_before: 3pt}", "  5: {space_before: 3pt}", "`5` cannot be `5`"),
    ],
)
def test_each_kind_of_error_has_a_sentence(old: str, new: str, message: str) -> None:
    assert old in SHIPPED
    (problem,) = problems(SHIPPED.replace(old, new, 1))
    assert problem.endswith(message)


def test_what_is_missing_is_not_told_again_for_each_language() -> None:
    assert [problem.split(": ", 2)[2] for problem in problems("languages: {en: {}}")].count("`body` is missing") == 1


def test_a_part_of_another_shape_is_told_so() -> None:
    assert "`languages` should be a map of `key: value`" in [p.split(": ", 2)[2] for p in problems("languages: [en]\n")]
