"""What the style sheets that ship are known for, as a reader of the standards would check it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from sopgen.diagnostics import LANGUAGES
from sopgen.errors import StyleError
from sopgen.resources import templates
from sopgen.spec.controlled import Status
from sopgen.style import furniture, load_style, model
from sopgen.style.model import Style

NAMES = sorted(path.stem for path in (templates() / "styles").glob("*.yaml"))
PAGE = (Path(__file__).parents[2] / "docs" / "styles.md").read_text(encoding="utf-8")


def millimetres(style: Style) -> list[float]:
    sides = style.page.margins
    return [round(side * 25.4 / 72, 1) for side in (sides.top, sides.bottom, sides.left, sides.right)]


def test_four_style_sheets_ship() -> None:
    assert NAMES == ["enterprise", "gongwen", "modern-en", "standard"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_status_has_a_word_for_the_watermark(name: str, language: str) -> None:
    style = load_style(name).of(language)
    assert set(style.watermark_texts) == {*get_args(get_args(Status)[0])}
    assert all(text.isascii() == (language == "en") for text in style.watermark_texts.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_document_in_review_is_not_called_a_draft_in_chinese(name: str) -> None:
    words = load_style(name).of("zh-CN").watermark_texts
    assert (words["draft"], words["in-review"]) == ("草稿", "送审稿")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_document_says_whose_it_is(name: str, language: str) -> None:
    style = load_style(name).of(language)
    places = [style.header.left, style.header.right, style.footer.left, style.footer.right]
    places += [line.text for line in style.cover]
    assert sum("{company}" in text for texts in places for text in texts) == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_role_of_the_first_style_is_known_to_all(name: str) -> None:
    first, style = load_style("enterprise"), load_style(name)
    assert set(first.paragraphs) <= set(style.paragraphs)
    assert {line.role for line in style.cover} <= set(style.paragraphs)


def test_gongwen_is_set_as_gb_t_9704_says() -> None:
    style = load_style("gongwen")
    assert millimetres(style) == [37, 35, 28, 26]
    body = style.body
    assert (body.east_asian, body.size) == ("仿宋_GB2312", 16)
    assert (body.line_spacing.value, body.line_spacing.exact) == (28.95, True)
    assert int(style.page.text_height / body.line_spacing.value) == 22
    assert body.letter_spacing is not None
    assert int(style.page.text_width / (body.size + body.letter_spacing.points(body.size))) == 28
    assert [style.headings[level].east_asian for level in ("1", "2", "3")] == ["黑体", "楷体_GB2312", None]
    assert [level.text for level in style.numbering] == ["{1}、", "（{2}）", "{3}.", "（{4}）"]
    assert [level.format for level in style.numbering] == ["chinese", "chinese", "decimal", "decimal"]
    title = style.paragraphs["title"]
    assert (title.east_asian, title.size, title.alignment) == ("方正小标宋简体", 22, "center")
    assert style.paragraphs["footer"].size == 14
    assert style.footer.even is not None
    assert (style.footer.right, style.footer.even.left) == (("— {page} —　",), ("　— {page} —",))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["gongwen", "standard"])
def test_official_documents_and_standards_are_printed_in_black(name: str, language: str) -> None:
    style = load_style(name).of(language)
    fields = (
        *((tone.color, tone.fill or "FFFFFF") for tone in style.callouts.values()),
        *((look.color or "000000", look.fill or "FFFFFF") for look in style.characters.values()),
        *((look.color or "000000", look.fill or "FFFFFF") for look in style.paragraphs.values()),
    )
    colours = {colour for pair in fields for colour in pair}
    assert len(colours) > 3
    assert not {colour for colour in colours if len({colour[:2], colour[2:4], colour[4:]}) > 1}


@pytest.mark.parametrize("name", ["gongwen", "standard"])
def test_words_that_stand_out_are_set_in_another_face_and_not_bold(name: str) -> None:
    chinese, english = (load_style(name).of(language).characters for language in LANGUAGES)
    for role in ("strong", "label", "term"):
        assert (chinese[role].east_asian, chinese[role].bold) == ("黑体", False)
        assert english[role].bold


def test_a_standard_ends_with_a_line_as_long_as_a_quarter_of_the_page() -> None:
    for language in LANGUAGES:
        style = load_style("standard").of(language)
        assert style.end is not None
        look = style.paragraphs[style.end]
        assert look.border is not None
        assert look.left_indent == look.right_indent
        assert look.left_indent is not None
        assert 0.23 < 1 - 2 * look.left_indent.points(style.body.size) / style.page.text_width < 0.27


def test_standard_numbers_clauses_as_gb_t_1_1_says() -> None:
    style = load_style("standard")
    assert [level.text for level in style.numbering] == ["{1}　", "{1}.{2}　", "{1}.{2}.{3}　", "{1}.{2}.{3}.{4}　"]
    assert (style.body.east_asian, style.body.size) == ("宋体", 10.5)
    assert [(look.east_asian, look.latin, look.size) for look in style.headings.values()] == [
        ("黑体", "黑体", 10.5)
    ] * 4
    english = style.of("en")
    looks = [*english.headings.values(), *english.paragraphs.values()]
    assert not {look.latin for look in looks} - {None, "Times New Roman", "Consolas"}
    assert style.cover
    assert style.table.frame is not None
    assert style.table.frame.width > style.table.border.width


def test_modern_is_a_sans_serif_set_flush_left() -> None:
    style = load_style("modern-en").of("en")
    assert (style.body.latin, style.body.alignment) == ("Arial", "left")
    assert not {look.latin for look in style.paragraphs.values()} - {None, "Consolas"}
    assert "columns" not in style.table.lines


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_chapters_of_clauses_are_no_larger_than_the_heading_above_them(name: str, language: str) -> None:
    """In a handbook that heading is of the third level."""
    style = load_style(name).of(language)
    sizes = [look.size or style.body.size for look in (style.headings["3"], style.paragraphs["chapter"])]
    assert sizes[0] >= sizes[1]


def test_the_documentation_names_every_key() -> None:
    models = [
        found
        for module in (model, furniture)
        for found in vars(module).values()
        if isinstance(found, type) and issubclass(found, BaseModel) and found.__module__ == module.__name__
    ]
    keys = {name for found in models for name in found.model_fields} | {"extends"}
    assert len(keys) > 60
    assert not {key for key in keys if not re.search(rf"`{key}\b", PAGE)}
    assert not [name for name in NAMES if f"`{name}`" not in PAGE]


def test_the_example_of_the_documentation_holds(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    (told,) = re.findall(r"```text\nhouse.yaml:(.*)\n", PAGE)
    path = tmp_path / "house.yaml"
    path.write_text(example, encoding="utf-8")
    assert load_style(path).paragraphs["title"].color == "C00000"
    path.write_text(example.replace("color: C00000", "size: 大号"), encoding="utf-8")
    with pytest.raises(StyleError) as error:
        load_style(path)
    assert [str(one) for one in error.value.diagnostics] == [f"{path}:{told}"]
