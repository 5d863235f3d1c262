"""What is too wide for upright pages stands in a section of its own, turned on its side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from graphs import diagram, every_kind
from opened import Opened, attribute, text
from shapes import NAMESPACES, find

from sopgen.document.nodes import Block, Cell, Heading, Paragraph, Row, Section, Table, Text
from sopgen.flow.placement import place
from sopgen.writers.docx.diagrams import writing

Written = Callable[..., Opened]
RELATION = f"{{{NAMESPACES['r']}}}id"
HEADING = Heading(1, (Text("操作流程"),), (1,))
BELOW = Heading(2, (Text("受理"),), (1, 1))
AFTER = Paragraph((Text("之后"),))
TABLE = Table((Row((Cell((AFTER,)),)),))


@pytest.fixture
def turned(body: Written, monkeypatch: pytest.MonkeyPatch) -> Written:
    """Writes blocks, their diagrams turned."""

    def sideways(*arguments: Any, **options: Any) -> Any:
        return replace(place(*arguments, **options), landscape=True)

    monkeypatch.setattr(writing, "placed", sideways)
    return body


def sections(opened: Opened) -> list[tuple[str, ...]]:
    """Of each section, whether it is turned, the parts of its header and footer, and what stands in it."""
    found = []
    inside: list[str] = []
    for block in find(opened.document, "w:body/*"):
        inside.append("drawing" if find(block, ".//wpg:wgp") else text(block))
        ends = [block] if block.tag.endswith("sectPr") else find(block, "w:pPr/w:sectPr")
        for section in ends:
            (size,) = find(section, "w:pgSz")
            upright = int(attribute(size, "w")) < int(attribute(size, "h"))
            assert (attribute(size, "orient") == "landscape") != upright
            running = [opened.targets[one.get(RELATION, "")] for one in section if one.tag.endswith("Reference")]
            drawn_once = [one for one, before in zip(inside, ["", *inside], strict=False) if one and one != before]
            found.append(("upright" if upright else "turned", *running, *drawn_once))
            inside = []
    return found


UPRIGHT, TURNED = ("upright", "header1.xml", "footer1.xml"), ("turned", "header2.xml", "footer2.xml")
CAPTION = "图 1 报修流程"


@pytest.mark.parametrize(("before", "expected"), [
    ([AFTER], [(*UPRIGHT, "之后"), (*TURNED, "drawing", CAPTION), (*UPRIGHT, "之后")]),
    ([AFTER, HEADING], [(*UPRIGHT, "之后"), (*TURNED, "操作流程", "drawing", CAPTION), (*UPRIGHT, "之后")]),
    ([HEADING], [(*TURNED, "操作流程", "drawing", CAPTION), (*UPRIGHT, "之后")]),
    ([HEADING, TABLE], [(*UPRIGHT, "操作流程", "之后"), (*TURNED, "drawing", CAPTION), (*UPRIGHT, "之后")]),
    ([HEADING, AFTER], [(*TURNED, "操作流程", "之后", "drawing", CAPTION), (*UPRIGHT, "之后")]),
    ([TABLE, HEADING, BELOW],
     [(*UPRIGHT, "之后"), (*TURNED, "操作流程", "受理", "drawing", CAPTION), (*UPRIGHT, "之后")]),
])  # fmt: skip
def test_headings_right_above_are_turned_too(turned: Written, before: list[Block], expected: list[Any]) -> None:
    assert sections(turned(*before, diagram(every_kind()), AFTER)) == expected


def test_chapters_have_no_empty_pages_around_turned_ones(turned: Written) -> None:
    def chapter(*blocks: Block) -> Section:
        return Section(blocks, "part")

    drawn = diagram(every_kind())
    found = sections(turned(AFTER, chapter(HEADING, drawn), chapter(HEADING, TABLE, drawn), chapter(HEADING, AFTER)))
    assert [(kind, header) for kind, header, *_ in found] == [
        ("upright", "header1.xml"), ("turned", "header4.xml"), ("upright", "header5.xml"), ("turned", "header6.xml"),
        ("upright", "header7.xml"),
    ]  # fmt: skip


def test_headers_reach_the_margin_of_turned_pages(turned: Written) -> None:
    opened = turned(diagram(every_kind()))
    (size,), (margin,) = opened.find("//w:sectPr[1]/w:pgSz[@w:orient]"), opened.find("//w:pgSz[@w:orient]/../w:pgMar")
    room = int(attribute(size, "w")) - int(attribute(margin, "left")) - int(attribute(margin, "right"))
    header = opened.part("word/header2.xml")
    stops = {attribute(tab, "val"): int(attribute(tab, "pos")) for tab in opened.find("//w:pPr/w:tabs/w:tab", header)}
    assert stops["right"] == room
    assert stops["clear"] < room
    assert text(header) == text(opened.part("word/header1.xml"))
    types = {one.get("PartName") for one in opened.part("[Content_Types].xml")}
    assert {"/word/header2.xml", "/word/footer2.xml"} <= types


def test_what_follows_turned_pages_is_reckoned_on_a_page_of_its_own(turned: Written) -> None:
    opened = turned(Section((), "contents"), AFTER, HEADING, diagram(every_kind()), HEADING)
    assert [text(entry)[-1] for entry in opened.paragraphs("toc 1")] == ["2", "3"]


def test_the_watermark_lies_across_turned_pages_too(turned: Written) -> None:
    opened = turned(diagram(every_kind()))
    marks = [opened.find("//v:shape", opened.part(f"word/header{number}.xml")) for number in (1, 2)]
    assert [len(shapes) for shapes in marks] == [1, 1]
    assert marks[0][0].get("id") != marks[1][0].get("id")
