from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from opened import Opened, attribute, text
from samples import document, para

from sopgen.document.nodes import Block, Break, Cell, Document, Heading, Row, Section, Strong, Table, Text
from sopgen.style import load_style
from sopgen.style.model import Style
from sopgen.writers.docx import write

Body = Callable[..., Opened]
CONTENTS = Section((), role="contents")


def heading(title: str, *number: int) -> Heading:
    return Heading(len(number), (Text(title),), number)


def entries(opened: Opened) -> list[str]:
    """The lines of the table of contents: style, text, page."""
    return [
        f"{opened.style_names[opened.values('w:pPr/w:pStyle', p)[0]]}: {text(p)}"
        for p in opened.find("//w:p[w:hyperlink[starts-with(@w:anchor, '_Toc')]]")
    ]


def test_the_field_is_real_and_its_entries_are_there(body: Body) -> None:
    opened = body(CONTENTS, heading("目的", 1), heading("流程", 2), heading("受理", 2, 1), heading("登记", 2, 1, 1))
    assert entries(opened) == [
        "toc 1: 一、目的\t1", "toc 1: 二、流程\t1", "toc 2: 1. 受理\t1", "toc 3: （1）登记\t1",
    ]  # fmt: skip
    codes = [code.text or "" for code in opened.find("//w:instrText")]
    assert codes[0] == ' TOC \\o "1-3" \\h \\z \\u '
    assert all(re.fullmatch(r" PAGEREF _Toc\d+ \\h ", code) for code in codes[1:])
    kinds = [attribute(char, "fldCharType") for char in opened.find("//w:fldChar")]
    assert [kinds.count(kind) for kind in ("begin", "separate", "end")] == [5, 5, 5]
    assert kinds[0] == "begin"
    assert kinds[-2:] == ["end", "end"]
    assert opened.find("//w:docPartGallery")
    assert not opened.find("//w:updateFields", opened.part("word/settings.xml"))


def test_every_entry_leads_to_its_heading(body: Body) -> None:
    opened = body(CONTENTS, heading("甲", 1), heading("乙", 2), heading("甲", 3))
    for link, title in zip(opened.find("//w:hyperlink"), "甲乙甲", strict=True):
        (start,) = opened.find(f"//w:bookmarkStart[@w:name='{attribute(link, 'anchor')}']")
        assert text(opened.find("ancestor::w:p", start)[0]) == title
        assert f"PAGEREF {attribute(link, 'anchor')} " in "".join(
            code.text or "" for code in opened.find(".//w:instrText", link)
        )


def test_its_title_is_the_documents_word_or_the_layouts(body: Body) -> None:
    opened = body(CONTENTS, heading("甲", 1))
    assert [text(p) for p in opened.paragraphs("TOC Heading")] == ["目录"]
    own = body(Section((para("内容一览", role="subtitle"),), role="contents"), heading("甲", 1))
    assert not own.paragraphs("TOC Heading")
    assert [text(p) for p in own.paragraphs("Subtitle")] == ["内容一览"]


def test_a_style_sheet_may_call_the_contents_otherwise() -> None:
    for language, title in (("zh-CN", "目　　次"), ("en", "Contents")):
        opened = Opened(write(document(CONTENTS, heading("甲", 1), language=language), load_style("standard")))
        assert [text(p) for p in opened.paragraphs("TOC Heading")] == [title]


def test_without_headings_there_is_no_table_of_contents(body: Body) -> None:
    opened = body(CONTENTS, para("文"))
    assert [text(p) for p in opened.find("//w:body/w:p")] == ["文"]
    assert not opened.find("//w:fldChar")


def test_deep_headings_are_left_out_and_unnumbered_ones_listed(body: Body) -> None:
    opened = body(
        CONTENTS, Heading(1, (Text("附"), Break(), Strong((Text("录"),)))), Heading(4, (Text("深"),), (1, 1, 1, 1))
    )
    assert entries(opened) == ["toc 1: 附 录\t1"]


def test_english_numbers_stand_apart_from_titles(body: Body) -> None:
    opened = body(CONTENTS, heading("Scope", 1), heading("In", 1, 1), language="en")
    assert entries(opened) == ["toc 1: 1 Scope\t1", "toc 2: 1.1 In\t1"]
    assert [text(p) for p in opened.paragraphs("TOC Heading")] == ["Contents"]


def test_pages_are_counted_with_the_table_of_contents_itself(opened: Callable[[Document], Opened]) -> None:
    blocks: list[Block] = [CONTENTS]
    for number in range(1, 61):
        blocks.append(heading(f"第 {number} 节", number))
        blocks += [para("规范故障报修全流程，提升客户问题解决效率，做到件件有回音。" * 6)] * 2
    pages = [int(line.rpartition("\t")[2]) for line in entries(opened(document(*blocks)))]
    assert pages == sorted(pages)
    assert pages[0] == 2
    assert 20 < pages[-1] < 40


def test_a_heading_that_begins_a_page_is_on_the_next_one(body: Body) -> None:
    opened = body(CONTENTS, heading("甲", 1), Heading(1, (Text("乙"),), (2,), "page-break"))
    assert [line[-1] for line in entries(opened)] == ["1", "2"]


@pytest.mark.parametrize(("titles", "below"), [(20, False), (34, True), (40, True), (60, False), (80, True)])
def test_text_begins_below_contents_that_leave_most_of_their_last_page(
    opened: Callable[[Document], Opened], titles: int, below: bool
) -> None:
    blocks = [block for number in range(1, titles + 1) for block in (heading(f"第 {number} 节", number), para("文"))]
    found = opened(document(CONTENTS, Section(tuple(blocks), role="page-break")))
    (begun,) = [p for p in found.paragraphs("heading 1") if text(p) == "第 1 节"]
    assert bool(found.find("w:pPr/w:pageBreakBefore", begun)) != below
    assert bool(found.find("w:pPr/w:spacing[@w:before > 400]", begun)) == below
    pages = [int(line.rpartition("\t")[2]) for line in entries(found)]
    assert pages[0] == {20: 2, 34: 2, 40: 2, 60: 3, 80: 3}[titles]


def test_the_small_type_of_crowded_tables_takes_less_room(styled: Callable[..., Style]) -> None:
    words = ("Confidentiality", "Satisfaction", "Confirmation", "Attachments", "Retention", "Department", "Disposal")
    rows = tuple(Row(tuple(Cell((para(word),)) for word in (*words, words[0]))) for _ in range(60))
    node = document(CONTENTS, Table(rows, role="data"), heading("End", 1), language="en")

    def page(size: str) -> int:
        house = styled(f"languages: {{en: {{characters: {{crowded: {{size: {size}}}}}}}}}")
        return int(entries(Opened(write(node, house)))[0].split("\t")[1])

    assert page("9.5pt") > page("4pt")
