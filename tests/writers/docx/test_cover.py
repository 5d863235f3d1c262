from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from opened import Opened, attribute, text
from samples import ZH, ZH_LABELS, para

from sopgen.document.nodes import Document, Heading, Section, Text
from sopgen.style.model import Style
from sopgen.writers.docx import write

Styled = Callable[..., Style]
COVER = """
cover:
  - {role: cover-company, text: '{company}'}
  - {role: cover-title, text: '{title}'}
  - {role: unknown, text: ['{number}', '{version}', '密级：{confidentiality}']}
"""


def written(style: Style, company: str = "示例公司") -> Opened:
    blocks = (para("题", role="title"), Section((), role="contents"), Heading(1, (Text("目的"),), (1,)))
    return Opened(write(Document(replace(ZH, company=company, confidentiality=""), blocks, ZH_LABELS), style))


def test_a_cover_says_what_the_style_sheet_asks_for(styled: Styled) -> None:
    opened = written(styled(COVER))
    paragraphs = opened.find("/w:document/w:body/w:p")
    assert [text(p) for p in paragraphs[:3]] == ["示例公司", "产品故障报修处理", "AFS-SOP-2026-001   V1.1"]
    assert opened.styles()[:4] == ["Cover company", "Cover title", "Body Text", "Title"]


def test_the_document_begins_on_the_next_page(styled: Styled) -> None:
    breaks = [
        bool(written(styled(COVER)).find("w:pPr/w:pageBreakBefore", p)) for p in written(styled(COVER)).find("//w:p")
    ]
    assert breaks[:4] == [False, False, False, True]
    pages = [text(p).rpartition("\t")[2] for p in written(styled(COVER)).paragraphs("toc 1")]
    assert pages == ["2"]


def test_a_line_with_nothing_to_say_is_left_out(styled: Styled) -> None:
    assert text(written(styled(COVER), company="").find("//w:p")[0]) == "产品故障报修处理"
    assert not written(styled("cover: [{text: '{company}'}]"), company="").find("//w:p[1]/w:pPr/w:pageBreakBefore")


def test_a_cover_has_neither_header_nor_footer(styled: Styled) -> None:
    opened = written(styled(COVER))
    assert opened.find("//w:sectPr/w:titlePg")
    references = opened.find("//w:sectPr/w:headerReference | //w:sectPr/w:footerReference")
    first = [
        opened.targets[reference.values()[1]] for reference in references if attribute(reference, "type") == "first"
    ]
    assert first == ["headerFirst1.xml", "footerFirst1.xml"]
    assert [text(opened.part(f"word/{name}")) for name in first] == ["", ""]


def test_without_a_cover_the_first_page_is_like_the_others(style: Style) -> None:
    opened = written(style)
    assert not opened.find("//w:titlePg | //w:headerReference[@w:type='first']")
    assert opened.styles()[0] == "Title"


@pytest.mark.parametrize(
    ("company", "size"),
    [
        ("示例公司", ""),
        ("云栖雅居酒店管理部", ""),  # nine letters of 42 pt in 415 pt
        ("云栖雅居酒店管理公司", "83"),
        ("云栖雅居酒店管理有限公司", "69"),
        ("云栖雅居国际酒店管理（上海）有限公司", ""),
    ],
)
def test_a_name_that_goes_a_little_beyond_its_line_is_set_smaller(styled: Styled, company: str, size: str) -> None:
    opened = written(styled(COVER + "paragraphs: {cover-company: {size: 初号, first_line_indent: 0}}\n"), company)
    first = opened.find("//w:p")[0]
    assert text(first) == company
    assert [attribute(one, "val") for one in opened.find("w:r/w:rPr/w:sz", first)] == ([size] if size else [])
