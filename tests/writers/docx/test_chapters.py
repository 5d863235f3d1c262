"""Chapters: each begins a page, and its title stands in the header of its own pages only."""

from __future__ import annotations

from collections.abc import Callable

from opened import Opened, attribute, text
from samples import document, para

from sopgen.document.nodes import Heading, Section, Text
from sopgen.style import load_style
from sopgen.writers.docx import write

Body = Callable[..., Opened]

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def chapter(title: str, number: int) -> Section:
    return Section((Heading(1, (Text(title),), (number,)), para("正文")), "part")


def headers(opened: Opened) -> list[str]:
    """The header of each section, in order."""
    references = opened.find("//w:sectPr/w:headerReference")
    parts = [opened.targets[str(reference.get(f"{R}id"))] for reference in references]
    return ["".join(text(p) for p in opened.find("//w:p", opened.part(f"word/{part}"))) for part in parts]


def test_a_chapter_has_a_header_of_its_own(body: Body) -> None:
    opened = body(para("前言"), chapter("服务标准", 1), chapter("投诉处理", 2), para("附录"))
    found = headers(opened)
    assert len(found) == 4
    assert found[0] == found[3] == "产品故障报修处理\t文件编号：AFS-SOP-2026-001   版本：V1.1   密级：内部"
    assert found[1] == "产品故障报修处理   AFS-SOP-2026-001   V1.1   内部\t一、服务标准"
    assert found[2].endswith("\t二、投诉处理")


def test_without_chapters_there_is_one_section(body: Body) -> None:
    opened = body(para("一"), Section((Section((para("二"),), "part"),)))
    assert len(opened.find("//w:sectPr")) == 1


def test_a_document_may_begin_and_end_with_a_chapter(body: Body) -> None:
    opened = body(chapter("甲", 1), chapter("乙", 2))
    assert len(opened.find("//w:sectPr")) == 2  # and no empty page before the first or after the last
    assert [header.split("\t")[1] for header in headers(opened)] == ["一、甲", "二、乙"]


def test_every_section_counts_pages_on(body: Body) -> None:
    opened = body(para("前言"), chapter("甲", 1))
    footers = [reference.get(f"{R}id") for reference in opened.find("//w:sectPr/w:footerReference")]
    assert len(footers) == 2
    assert len(set(footers)) == 1
    assert {attribute(kind, "type") for kind in opened.find("//w:sectPr/w:footerReference")} == {"default"}


def test_a_cover_belongs_to_what_stands_before_the_first_chapter() -> None:
    covered = load_style("standard")
    for blocks, sections in (((para("前言"), chapter("甲", 1)), 2), ((chapter("甲", 1),), 2), ((para("前言"),), 1)):
        opened = Opened(write(document(*blocks), covered))
        assert len(opened.find("//w:sectPr")) == sections
        assert len(opened.find("//w:sectPr/w:titlePg")) == 1
        assert opened.find("(//w:sectPr)[1]/w:titlePg")
