from __future__ import annotations

from collections.abc import Callable

import pytest
from opened import Opened, attribute
from samples import document, para

from sopgen.style.model import Characters, Look, Style
from sopgen.writers.docx import write

Body = Callable[..., Opened]
Styled = Callable[..., Style]
FACES = ("ascii", "hAnsi", "eastAsia", "cs")


def test_faces_are_said_for_every_script_and_never_by_theme(body: Body) -> None:
    styles = body(para("一")).part("word/styles.xml")
    (fonts,) = body(para("一")).find("//w:rPrDefault//w:rFonts", styles)
    assert [attribute(fonts, slot) for slot in FACES] == [
        "Times New Roman",
        "Times New Roman",
        "宋体",
        "Times New Roman",
    ]
    themed = [name for element in styles.iter() for name in element.attrib if "heme" in str(name)]
    assert not themed


def test_body_text_is_the_house_style(body: Body) -> None:
    opened = body(para("一"))
    styles = opened.part("word/styles.xml")
    (normal,) = opened.find("w:style[w:name/@w:val='Normal']", styles)
    (text,) = opened.find("w:style[w:name/@w:val='Body Text']", styles)
    assert opened.values("//w:rPrDefault//w:sz", styles) == ["24"]
    (spacing,) = opened.find("w:pPr/w:spacing", normal)
    assert (attribute(spacing, "line"), attribute(spacing, "lineRule")) == ("360", "auto")
    assert opened.values("w:pPr/w:jc", normal) == ["both"]
    (indent,) = opened.find("w:pPr/w:ind", text)
    assert (attribute(indent, "firstLineChars"), attribute(indent, "firstLine")) == ("200", "480")


@pytest.mark.parametrize(
    ("name", "path", "value"),
    [
        ("Title", "w:rPr/w:sz", "32"),
        ("Title", "w:pPr/w:jc", "center"),
        ("heading 1", "w:rPr/w:b", ""),
        ("heading 1", "w:basedOn", "Normal"),
        ("Clause", "w:basedOn", "BodyText"),
        ("Table header", "w:basedOn", "TableText"),
        ("heading 1", "w:next", "BodyText"),
    ],
)
def test_styles_say_what_the_sheet_says(body: Body, name: str, path: str, value: str) -> None:
    opened = body(para("一"))
    assert opened.values(f"w:style[w:name/@w:val='{name}']/{path}", opened.part("word/styles.xml")) == [value]


def test_names_and_ids_are_unique_and_every_reference_is_defined(body: Body) -> None:
    opened = body(para("一"))
    styles = opened.part("word/styles.xml")
    ids = [attribute(style, "styleId") for style in opened.find("w:style", styles)]
    assert len(ids) == len(set(ids)) == len(set(opened.style_names.values()))
    assert set(opened.values("w:style/w:basedOn | w:style/w:next", styles)) <= set(ids)


def test_words_own_styles_are_not_custom(body: Body) -> None:
    opened = body(para("一"))
    custom = opened.find("w:style[@w:customStyle]", opened.part("word/styles.xml"))
    names = {opened.style_names[attribute(style, "styleId")] for style in custom}
    assert "Clause" in names
    assert not names & {
        "Normal",
        "Body Text",
        "Title",
        "heading 1",
        "toc 1",
        "header",
        "caption",
        "Strong",
        "Hyperlink",
    }


def test_a_sheet_may_add_roles_and_leave_out_others(style: Style) -> None:
    own = style.model_copy(
        update={
            "paragraphs": {"盖章": Look(alignment="right"), "a<b": Look(), "body-text": Look(), "strong": Look()},
            "headings": {},
            "table": style.table.model_copy(update={"cells": {}, "paragraphs": {}}),
            "callouts": {},
            "characters": {"strong": Characters(bold=True)},
            "name": "own",
        }
    )
    from samples import chinese

    opened = Opened(write(chinese(), own))
    ids = [attribute(item, "styleId") for item in opened.find("w:style", opened.part("word/styles.xml"))]
    assert len(ids) == len(set(ids))
    names = set(opened.style_names.values())
    assert {"盖章", "A<b", "Table text", "heading 1", "Body Text", "Body text paragraph", "Strong characters"} <= names
    assert "heading 1" in opened.styles()


def test_the_language_of_the_text_is_said(body: Body) -> None:
    for language, latin, east_asian in (("zh-CN", "en-US", "zh-CN"), ("en", "en-US", "zh-CN")):
        opened = body(para("一"), language=language)
        (lang,) = opened.find("//w:rPrDefault//w:lang", opened.part("word/styles.xml"))
        assert (attribute(lang, "val"), attribute(lang, "eastAsia")) == (latin, east_asian)


def test_settings_ask_nothing_and_lay_out_as_word_does_now(body: Body) -> None:
    opened = body(para("一"))
    settings = opened.part("word/settings.xml")
    assert not opened.find("w:updateFields", settings)
    assert [attribute(zoom, "percent") for zoom in opened.find("w:zoom", settings)] == ["100"]
    assert opened.values("w:compat/w:compatSetting[@w:name='compatibilityMode']", settings) == ["15"]


def test_faces_that_windows_lacks_have_stand_ins(body: Body) -> None:
    opened = body(para("一"))
    fonts = opened.part("word/fontTable.xml")
    assert opened.values("w:font[@w:name='楷体_GB2312']/w:altName", fonts) == ["楷体"]
    assert {"宋体", "黑体", "Times New Roman"} <= {attribute(font, "name") for font in opened.find("w:font", fonts)}


def test_letters_may_be_drawn_together(styled: Styled) -> None:
    opened = Opened(write(document(para("一")), styled("body: {letter_spacing: -0.25pt}")))
    assert opened.values("//w:rPrDefault/w:rPr/w:spacing", opened.part("word/styles.xml")) == ["-5"]


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (
            "border: {color: 7F7F7F, width: 0.5pt}",
            {"top": "4", "left": "4", "bottom": "4", "right": "4", "insideH": "4", "insideV": "4"},
        ),
        (
            "frame: {color: '000000', width: 1pt}",
            {"top": "8", "left": "8", "bottom": "8", "right": "8", "insideH": "4", "insideV": "4"},
        ),
        ("lines: [top, bottom, rows], frame: {width: 1.5pt}", {"top": "12", "bottom": "12", "insideH": "4"}),
    ],
)
def test_tables_have_the_lines_that_the_sheet_says(styled: Styled, table: str, lines: dict[str, str]) -> None:
    opened = Opened(write(document(para("一")), styled(f"table: {{{table}}}")))
    borders = opened.find("//w:style/w:tblPr/w:tblBorders/*", opened.part("word/styles.xml"))
    assert {str(border.tag).partition("}")[2]: attribute(border, "sz") for border in borders} == lines


def test_a_heading_stands_as_far_from_its_number_as_the_sheet_says(styled: Styled) -> None:
    level = "{format: decimal, text: '{1}', after: tab, width: 30pt}"
    opened = Opened(write(document(para("一")), styled(f"numbering: [{level}, 1.1, 1.1.1, 1.1.1.1]")))
    (indent, *_) = opened.find("//w:abstractNum[1]/w:lvl/w:pPr/w:ind", opened.part("word/numbering.xml"))
    assert (attribute(indent, "left"), attribute(indent, "hanging")) == ("600", "600")


def test_the_colour_of_text_gives_way_to_that_of_characters(body: Body, styled: Styled) -> None:
    coloured = styled("body: {color: '262626'}")
    opened = Opened(write(document(para("一")), coloured))
    styles = opened.part("word/styles.xml")
    assert not opened.find("//w:rPrDefault//w:color", styles)
    assert opened.values("w:style[w:name/@w:val='Normal']/w:rPr/w:color", styles) == ["262626"]
