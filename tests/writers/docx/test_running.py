from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from opened import Opened, attribute, text
from samples import ZH, ZH_LABELS, para

from sopgen.document.nodes import Document, Heading, Section, Text
from sopgen.style.model import Style
from sopgen.writers.docx import write

Body = Callable[..., Opened]
Open = Callable[[Document], Opened]


def lines(opened: Opened, part: str) -> list[str]:
    return [text(p) for p in opened.find("//w:p", opened.part(f"word/{part}1.xml"))]


def test_the_header_says_which_document_this_is(body: Body) -> None:
    opened = body(para("一"))
    assert lines(opened, "header") == ["产品故障报修处理\t文件编号：AFS-SOP-2026-001   版本：V1.1   密级：内部"]
    assert lines(body(para("a"), language="en"), "header") == [
        "Handling of Fault Reports\tAFS-SOP-2026-101   V1.0   Internal"
    ]


def test_the_footer_counts_pages(body: Body) -> None:
    opened = body(para("一"))
    footer = opened.part("word/footer1.xml")
    assert lines(opened, "footer") == ["第 1 页 共 1 页"]
    assert [attribute(field, "instr").strip() for field in opened.find("//w:fldSimple", footer)] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    ("company", "expected"), [("", ["第 1 页 共 1 页"]), ("示例公司", ["示例公司\t第 1 页 共 1 页\t"])]
)
def test_the_footer_says_whose_document_it_is(opened: Open, company: str, expected: list[str]) -> None:
    found = opened(Document(replace(ZH, company=company), (para("一"),), ZH_LABELS))
    assert lines(found, "footer") == expected
    alone = found.find("//w:p/w:pPr/w:jc[@w:val='center']", found.part("word/footer1.xml"))
    assert bool(alone) == (not company)  # what is alone in the middle needs no tab stop


def test_what_is_not_known_leaves_no_gap(opened: Open) -> None:
    document = Document(replace(ZH, confidentiality="", version=""), (para("一"),), ZH_LABELS)
    assert lines(opened(document), "header") == ["产品故障报修处理\t文件编号：AFS-SOP-2026-001"]


def test_a_long_title_stands_on_a_line_of_its_own(opened: Open) -> None:
    document = Document(replace(ZH, title="标准操作流程" * 8), (para("一"),), ZH_LABELS)
    title, rest = lines(opened(document), "header")
    assert title == "标准操作流程" * 8
    assert rest.endswith("密级：内部")


def test_the_text_of_a_page_stays_off_a_header_of_several_lines(opened: Open) -> None:
    for title, after in (("标准操作流程", []), ("标准操作流程" * 8, ["120"])):
        found = opened(Document(replace(ZH, title=title), (para("一"),), ZH_LABELS))
        spaces = found.find("//w:p[last()]/w:pPr/w:spacing", found.part("word/header1.xml"))
        assert [attribute(space, "after") for space in spaces] == after


def test_every_page_has_them(body: Body) -> None:
    opened = body(para("一"))
    references = [*opened.find("//w:sectPr/w:headerReference"), *opened.find("//w:sectPr/w:footerReference")]
    ids = [
        reference.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        for reference in references
    ]
    assert [opened.targets[str(id_)] for id_ in ids] == ["header1.xml", "footer1.xml"]
    assert {attribute(reference, "type") for reference in references} == {"default"}


def test_even_pages_may_have_others(styled: Callable[..., Style]) -> None:
    text_of = (
        "footer: {center: [], right: '— {page} —', even: {left: '— {page} —'}}\nheader: {left: [], right: '{company}'}"
    )
    opened = Opened(write(Document(ZH, (para("一"),), ZH_LABELS), styled(text_of)))
    assert opened.find("w:evenAndOddHeaders", opened.part("word/settings.xml"))
    types = {
        opened.targets[str(reference.values()[1])]: attribute(reference, "type")
        for reference in opened.find("//w:sectPr/*[self::w:headerReference or self::w:footerReference]")
    }
    assert types == {
        "header1.xml": "default",
        "footer1.xml": "default",
        "headerEven1.xml": "even",
        "footerEven1.xml": "even",
    }
    assert lines(opened, "footer") == ["\t— 1 —"]
    assert lines(opened, "footerEven") == ["— 1 —\t"]
    assert lines(opened, "header") == lines(opened, "headerEven") == ["\t"]


def test_one_footer_for_all_pages_needs_no_setting(body: Body) -> None:
    opened = body(para("一"))
    assert not opened.find("w:evenAndOddHeaders", opened.part("word/settings.xml"))


def test_even_pages_have_tab_stops_of_their_own(styled: Callable[..., Style]) -> None:
    text_of = "footer: {center: [], right: '{page}', even: {left: '{page}', center: '{title}'}}"
    opened = Opened(write(Document(ZH, (para("一"),), ZH_LABELS), styled(text_of)))
    stops = opened.find("//w:pPr/w:tabs/w:tab", opened.part("word/footerEven1.xml"))
    assert [attribute(stop, "val") for stop in stops] == ["center", "right"]
    assert len({attribute(stop, "pos") for stop in stops}) == 2
    assert not opened.find("//w:pPr/w:tabs", opened.part("word/footer1.xml"))


def test_punctuation_of_both_scripts_is_chinese_in_headers_and_contents_too(opened: Open) -> None:
    title = "“三包”期内报修"
    metadata = replace(ZH, title=title)
    shown = opened(Document(metadata, (Section((), role="contents"), Heading(1, (Text(title),))), ZH_LABELS))
    for part in ("word/header1.xml", "word/document.xml"):
        runs = [run for run in shown.find("//w:r", shown.part(part)) if text(run).startswith("“")]
        assert runs, part
        assert all(shown.find("w:rPr/w:rFonts[@w:hint='eastAsia']", run) for run in runs), part
