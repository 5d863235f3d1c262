"""Style sheets learned from Word files: valid, and like the file."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

sys.path.insert(0, str(Path(__file__).parents[1]))

from samples import chinese

from sopgen.errors import TemplateError
from sopgen.resources import templates
from sopgen.source import decode, parse
from sopgen.style import load_style
from sopgen.style.loading import read_style
from sopgen.style.model import Style
from sopgen.writers.docx import write
from sopgen.writers.docx.learning import learn
from sopgen.writers.house import HouseTemplate

STYLES = sorted(path.stem for path in (templates() / "styles").glob("*.yaml"))


def learned(data: bytes) -> Style:
    text = learn(HouseTemplate("company.docx", data), "company", "en")
    return read_style(parse(decode(text.encode(), "company.yaml")), Path("company.yaml"))


def made(change: Callable[[Document], object]) -> Style:
    document = docx.Document()
    change(document)
    output = io.BytesIO()
    document.save(output)
    return learned(output.getvalue())


@pytest.mark.parametrize("name", STYLES)
def test_what_a_style_sheet_rendered_is_learned_back(name: str) -> None:
    style = load_style(name)
    found = learned(write(chinese(), style).data)
    own = style.of("zh-CN")
    assert found.page.size == own.page.size
    sides = ("top", "bottom", "left", "right")
    for side in sides:
        assert getattr(found.page.margins, side) == pytest.approx(getattr(own.page.margins, side), abs=0.3)
    for key in ("east_asian", "latin", "size", "alignment", "line_spacing", "space_after"):
        assert getattr(found.body, key) == (
            getattr(own.body, key) or 0 if key == "space_after" else getattr(own.body, key)
        )
    assert found.body.first_line_indent is not None
    assert found.body.first_line_indent.value == (own.body.first_line_indent.value if own.body.first_line_indent else 0)
    assert found.headings["1"].size == (own.headings["1"].size or own.body.size)
    assert bool(found.headings["1"].bold) == bool(own.headings["1"].bold)
    assert [level.text for level in found.numbering] == [level.text.rstrip(" ") for level in own.numbering]
    assert found.table.border.color == own.table.border.color
    pages = {"center": own.footer.center, "right": own.footer.right}
    assert {place: getattr(found.footer, place) for place in pages} == {
        place: tuple(text.strip("　") for text in texts) for place, texts in pages.items()
    }


def direct(document: Document) -> None:
    """A file as people make it: everything formatted by hand, numbers typed."""
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(210), Mm(297), Mm(28)
    section.header.paragraphs[0].text = "某公司制度\t\t版本：V3.2"
    section.footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    page_number(section.footer.paragraphs[0])
    title = formatted(document, "投诉处理办法", "方正小标宋简体", 22)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for head, items in (("一、总则", ("（一）目的", "（二）范围")), ("二、流程", ("（一）受理",))):
        formatted(document, head, "黑体", 16)
        for item in items:
            formatted(document, item, "楷体_GB2312", 16)
            text = formatted(
                document, "为规范投诉处理工作，提升服务质量，结合实际情况制定本办法。" * 2, "仿宋_GB2312", 16
            )
            text.paragraph_format.first_line_indent = Pt(32)
            text.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            text.paragraph_format.line_spacing = Pt(28)
            text.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def formatted(document: Document, text: str, face: str, size: float) -> Paragraph:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    return paragraph


def page_number(paragraph: Paragraph, *, shown: bool = True) -> None:
    middle = (("separate", ""), ("shown", "7")) if shown else ()
    for kind, text in (("begin", ""), ("", " PAGE "), *middle, ("end", "")):
        run = paragraph.add_run()
        if kind in {"", "shown"}:
            piece = OxmlElement("w:t" if kind else "w:instrText")
            piece.text = text
        else:
            piece = OxmlElement("w:fldChar")
            piece.set(qn("w:fldCharType"), kind)
        run._r.append(piece)


def test_direct_formatting_and_typed_numbers_are_seen() -> None:
    style = made(direct)
    assert (style.body.east_asian, style.body.size) == ("仿宋_GB2312", 16)
    assert (style.body.line_spacing.value, style.body.line_spacing.exact) == (28, True)
    assert style.body.first_line_indent is not None
    assert style.body.first_line_indent.points(16) == 32
    assert [(style.headings[level].east_asian, style.headings[level].size) for level in ("1", "2")] == [
        ("黑体", 16),
        ("楷体_GB2312", 16),
    ]
    assert [level.text for level in style.numbering[:2]] == ["{1}、", "（{2}）"]
    title = style.paragraphs["title"]
    assert (title.east_asian, title.size, title.alignment) == ("方正小标宋简体", 22, "center")


def test_headers_and_footers_become_templates() -> None:
    style = made(direct)
    assert (style.header.left, style.header.right) == (("某公司制度",), ("版本：{version}",))
    assert style.footer.center == ("{page}",)


def house_template(document: Document) -> None:
    """Little but styles: a cover, the place of the document, a form on its side that goes with it."""
    for name, size in (("Title", 30), ("Heading 1", 20), ("Heading 2", 17)):
        document.styles[name].font.size = Pt(size)
    document.styles.add_style("公司正文", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(11.5)
    cover = document.add_paragraph("关于印发{{ sop.title }}的通知以及更多更长的文字")
    cover.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.sections[0].header.paragraphs[0].text = "x {{ sop.title }}"
    page_number(document.sections[0].footer.paragraphs[0], shown=False)
    document.add_paragraph("{{ body }}", style="公司正文")
    document.add_section()
    document.add_paragraph("签收表", style="Heading 1")


def test_a_house_template_is_mimicked_by_its_styles_used_or_not() -> None:
    style = made(house_template)
    assert style.body.size == 11.5
    assert [style.headings[level].size for level in ("1", "2")] == [20, 17]
    assert style.paragraphs["title"].size == 30


def test_a_section_without_a_header_has_that_of_the_one_before_it() -> None:
    style = made(house_template)
    assert (style.header.left, style.footer.left) == (("x", "{title}"), ("{page}",))


def test_an_english_file_says_how_english_documents_look() -> None:
    def english(document: Document) -> None:
        paragraph = document.add_paragraph()
        paragraph.add_run("All complaints are answered within a day. " * 3).font.size = Pt(9.5)

    style = made(english)
    assert (style.body.size, style.of("en").body.size) == (9.5, 9.5)
    assert style.of("en").body.latin == style.body.latin


def test_an_empty_file_says_at_least_its_page() -> None:
    style = made(lambda document: setattr(document.sections[0], "page_width", Mm(210)))
    assert style.page.margins.left == pytest.approx(90, abs=0.2)
    assert style.body == load_style("enterprise").body


def test_styles_in_circles_do_not_hang() -> None:
    def circle(document: Document) -> None:
        one, two = (document.styles.add_style(name, 1) for name in ("Eins", "Zwei"))
        one.base_style, two.base_style = two, one
        document.add_paragraph("text", one)

    assert made(circle).body.size


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(TemplateError):
        learned(b"no")
