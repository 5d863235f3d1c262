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


def test_a_name_that_no_file_can_have_is_no_style_sheet() -> None:
    with pytest.raises(StyleError, match="there is no style sheet named"):
        load_style("a" * 300)


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
        ("size: A4", "size: A9", "`A9` is not a paper size"),
        ("top: 25.4mm", "top: 25.4", "`25.4` is not a length"),
        ("line_spacing: 1.5倍", "line_spacing: 宽", "`宽` is not a line spacing"),
        ("alignment: justified", "alignment: middle", "`alignment` cannot be `middle`"),
        ("color: C00000", "color: red", "`red` is not a colour"),
        ("1: {bold: true", "1: {bold: maybe", "`bold` should be true or false, not `maybe`"),
        ('left: "{title}"', 'left: "{titel}"', "there is no blank `{titel}`"),
        ('left: "{title}"', "left: {a: b}", "`left` should be a list"),
        ("numbering: [一、", "numbering: [甲、", "`甲、` does not show how to number"),
        (
            "watermark: {east_asian: 宋体, latin: Arial, size: 120pt",
            "watermark: {size: huge",
            "`huge` is not a font size",
        ),
        ("angle: 45", "angle: 120", "`angle` cannot be understood as written"),
        ("{draft: 草稿, in-review", "{drafty: 草稿, in-review", "there is no key `drafty` here"),
        ("protection: none", "protection: some", "`protection` cannot be `some`"),
        ("cover: none", "cover: some", "`cover` should be a list"),
        ("name: 企业通用", "name:", "`name` is empty"),
        ("name: 企业通用\n", "", "`name` is missing"),
        ("  4: {space_before: 3pt}", "  5: {space_before: 3pt}", "there is no key `5` here"),
    ],
)
def test_each_kind_of_error_has_a_sentence(old: str, new: str, message: str) -> None:
    assert old in SHIPPED
    (problem,) = problems(SHIPPED.replace(old, new, 1))
    assert problem.endswith(message)


def test_what_is_missing_is_not_told_again_for_each_language() -> None:
    assert [problem.split(": ", 2)[2] for problem in problems("languages: {en: {}}")].count("`body` is missing") == 1


def test_what_a_wrong_part_leaves_out_is_not_told_for_each_language(tmp_path: Path) -> None:
    path = house(tmp_path, "extends: enterprise\nbody: 3\n")
    assert refused(path) == [f"{path}:2:7: error SOP610 invalid-style: `body` should be a map of `key: value`"]


def test_a_language_that_documents_cannot_have_is_told(tmp_path: Path) -> None:
    path = house(tmp_path, "extends: enterprise\nlanguages: {fr: {body: {size: 10pt}}}\n")
    assert f"{path}:2:13: error SOP610 invalid-style: there is no key `fr` here" in refused(path)


def test_a_word_near_the_right_one_is_asked_after(tmp_path: Path) -> None:
    with pytest.raises(StyleError) as error:
        load_style(house(tmp_path, "extends: enterprise\nbody: {alignment: centre}\n"))
    assert [str(found.hint) for found in error.value.diagnostics] == ["did you mean `center`?"]


def test_a_part_of_another_shape_is_told_so() -> None:
    assert "`languages` should be a map of `key: value`" in [p.split(": ", 2)[2] for p in problems("languages: [en]\n")]


def house(folder: Path, text: str, name: str = "house.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path) -> list[str]:
    with pytest.raises(StyleError) as error:
        load_style(path)
    return [str(diagnostic) for diagnostic in error.value.diagnostics]


def test_a_sheet_that_extends_another_says_only_what_is_different(tmp_path: Path) -> None:
    style = load_style(
        house(tmp_path, "extends: enterprise\nparagraphs: {title: {color: c00000}}\nlists: {checklist: □}\n")
    )
    shipped = load_style("enterprise")
    title = style.paragraphs["title"]
    assert (title.color, title.size, title.east_asian) == ("C00000", 16, "黑体")
    assert style.of("en").paragraphs["title"].color == "C00000"
    assert (style.lists.checklist, style.lists.bullets) == ("□", shipped.lists.bullets)
    assert style.page == shipped.page


def test_what_a_language_says_stands_above_what_an_extending_sheet_says_for_all(tmp_path: Path) -> None:
    text = "extends: enterprise\nbody: {size: 五号, color: '333333'}\nlanguages: {en: {headings: {1: {size: 18pt}}}}\n"
    style = load_style(house(tmp_path, text))
    assert (style.body.size, style.of("en").body.size) == (10.5, 11)
    assert style.of("en").body.color == "333333"
    assert style.of("en").headings["1"].size == 18


def test_a_base_is_looked_for_from_the_folder_of_the_sheet(tmp_path: Path) -> None:
    house(tmp_path, "extends: gongwen\nname: 集团\n", "group/base.yaml")
    style = load_style(house(tmp_path, "extends: ../group/base.yaml\nbody: {size: 四号}\n", "unit/house.yaml"))
    assert (style.name, style.body.size, style.body.east_asian) == ("集团", 14, "仿宋_GB2312")


def test_an_error_is_told_in_the_sheet_that_makes_it(tmp_path: Path) -> None:
    base = house(tmp_path, "extends: enterprise\nbody: {size: 大}\npage: {size: A9}\n", "base.yaml")
    path = house(tmp_path, "extends: base.yaml\n\nbody: {sise: 五号}\npage: {size: A8}\n")
    assert refused(path) == [
        f"{base}:2:14: error SOP610 invalid-style: `大` is not a font size",
        f"{path}:3:8: error SOP610 invalid-style: there is no key `sise` here",
        f"{path}:4:14: error SOP610 invalid-style: `A8` is not a paper size",
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("enterprize", "there is no style sheet named `enterprize`"),
        ("absent.yaml", "there is no style sheet at `absent.yaml`"),
    ],
)
def test_an_unknown_base_is_told_where_it_is_named(tmp_path: Path, name: str, message: str) -> None:
    path = house(tmp_path, f"name: x\nextends: {name}\n")
    assert refused(path) == [f"{path}:2:10: error SOP611 unknown-style: {message}"]


def test_sheets_that_extend_each_other_in_a_circle_are_told(tmp_path: Path) -> None:
    first = house(tmp_path, "extends: b.yaml\n", "a.yaml")
    second = house(tmp_path, "extends: c.yaml\n", "b.yaml")
    third = house(tmp_path, "\nextends: ./a.yaml\n", "c.yaml")
    circle = "these style sheets extend each other in a circle: {}"
    assert refused(first) == [
        f"{third}:2:10: error SOP092 cyclic-style: {circle.format('a.yaml → b.yaml → c.yaml → a.yaml')}"
    ]
    assert refused(second) == [
        f"{first}:1:10: error SOP092 cyclic-style: {circle.format('b.yaml → c.yaml → a.yaml → b.yaml')}"
    ]


def test_a_sheet_that_extends_itself_is_a_circle(tmp_path: Path) -> None:
    path = house(tmp_path, "extends: house.yaml\n")
    assert [problem.partition(" error ")[2][:19] for problem in refused(path)] == ["SOP092 cyclic-style"]


def test_a_base_that_is_no_yaml_is_told_there(tmp_path: Path) -> None:
    base = house(tmp_path, "a: [\n", "base.yaml")
    with pytest.raises(ReadError) as error:
        load_style(house(tmp_path, "extends: base.yaml\n"))
    assert {one.location.file for one in error.value.diagnostics} == {str(base)}


def test_extends_names_one_sheet(tmp_path: Path) -> None:
    path = house(tmp_path, "extends: [enterprise]\n")
    message = "`extends` should be the name or the path of one style sheet"
    assert refused(path) == [f"{path}:1:10: error SOP611 unknown-style: {message}"]


def test_a_near_miss_of_extends_is_told(tmp_path: Path) -> None:
    with pytest.raises(StyleError) as error:
        load_style(house(tmp_path, "extend: enterprise\n"))
    hints = [one.hint.en for one in error.value.diagnostics if one.hint]
    assert "did you mean `extends`?" in hints


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("watermark_texts: {drafty: 草稿}", "您是不是要写“draft”？"),
        ("table: {lines: [rows, colums]}", "您是不是要写“columns”？"),
        ("header: {left: '{titel}'}", "您是不是要写“{title}”？"),
        ("protection: x", "可以写：none、read-only、forms"),
    ],
)
def test_a_near_miss_of_a_word_is_told_and_else_all_words(tmp_path: Path, text: str, hint: str) -> None:
    with pytest.raises(StyleError) as error:
        load_style(house(tmp_path, f"extends: enterprise\n{text}\n"))
    assert [one.hint.zh for one in error.value.diagnostics if one.hint] == [hint]


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("watermark: maybe", ["不要的话写 none"]),
        ("cover: 有", ["不要的话写 none"]),
        ("table: {frame: thick}", ["不要的话写 none"]),
        ("table: {border: thick}", []),
        ("page: A4", []),
    ],
)
def test_what_may_be_switched_off_is_told_how(tmp_path: Path, text: str, hints: list[str]) -> None:
    with pytest.raises(StyleError) as error:
        load_style(house(tmp_path, f"extends: enterprise\n{text}\n"))
    assert [one.hint.zh for one in error.value.diagnostics if one.hint] == hints


def test_options_hold_whatever_the_sheet_says(tmp_path: Path) -> None:
    path = house(
        tmp_path, "extends: enterprise\nprotection: read-only\nlanguages: {en: {watermark: {color: FF0000}}}\n"
    )
    style = load_style(path, {"protection": "forms", "watermark": "none"})
    assert (style.protection, style.watermark) == ("forms", None)
    assert (style.of("en").protection, style.of("en").watermark) == ("forms", None)
    assert load_style(path).of("en").watermark is not None


def test_none_switches_off_and_a_map_switches_on_again(tmp_path: Path) -> None:
    house(tmp_path, "extends: standard\nwatermark: none\ncover: 无\nparagraphs: {header: {border: none}}\n", "off.yaml")
    off = load_style(tmp_path / "off.yaml")
    assert (off.watermark, off.cover, off.paragraphs["header"].border) == (None, (), None)
    on = load_style(house(tmp_path, "extends: off.yaml\nwatermark: {angle: 0}\ncover: [{text: '{title}'}]\n"))
    assert on.watermark is not None
    assert (on.watermark.angle, on.cover[0].text) == (0, ("{title}",))
