"""Shapes and connectors in the document: glued where they meet, inside their group, named, and told in words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from graphs import diagram, every_kind, long
from opened import Opened, text
from samples import bullets, cell, para
from shapes import NAMESPACES, Element, box, find, route, site

from sopgen.document.nodes import Block, Heading, Link, Paragraph, Row, Section, Table, Text
from sopgen.flow.graph import Edge, Graph, Node, NodeKind
from sopgen.flow.placement import Frame, Placement, place
from sopgen.flow.placement.text import fill
from sopgen.writers.docx.diagrams import writing

Written = Callable[..., Opened]
DIAGRAMS = {"kinds": diagram(every_kind()), "plain": diagram(every_kind(), lanes=False), "long": diagram(long(60))}
CONNECTORS = ".//wps:wsp[wps:cNvCnPr]"
SHAPES = ".//wps:wsp[wps:cNvSpPr]"


@pytest.fixture(params=DIAGRAMS)
def groups(request: pytest.FixtureRequest, body: Written) -> list[Element]:
    """The groups of each of the diagrams."""
    found = find(body(DIAGRAMS[request.param]).document, ".//wpg:wgp")
    assert found
    return found


def by_id(group: Element) -> dict[str, Element]:
    return {find(shape, "wps:cNvPr")[0].get("id", ""): shape for shape in find(group, SHAPES)}


def test_every_connector_ends_at_the_sites_it_is_glued_to(groups: list[Element]) -> None:
    for group in groups:
        shapes = by_id(group)
        connectors = find(group, CONNECTORS)
        assert connectors
        for connector in connectors:
            points = route(connector)
            for glue, end in (("stCxn", points[0]), ("endCxn", points[-1])):
                (glued,) = find(connector, f"wps:cNvCnPr/a:{glue}")
                met = site(shapes[glued.get("id", "")], int(glued.get("idx", "")))
                assert met == pytest.approx(end, abs=15), "more than a thousandth of a point apart"


def test_connectors_run_along_the_page(groups: list[Element]) -> None:
    for connector in (connector for group in groups for connector in find(group, CONNECTORS)):
        for one, other in pairwise(route(connector)):
            assert abs(one[0] - other[0]) < 130 or abs(one[1] - other[1]) < 130


def test_everything_is_inside_its_group(groups: list[Element]) -> None:
    for group in groups:
        (extent,) = find(group, "wpg:grpSpPr/a:xfrm/a:ext")
        right, down = int(extent.get("cx", "")), int(extent.get("cy", ""))
        for left, top, width, height in map(box, find(group, SHAPES)):
            assert left >= 0
            assert top >= 0
            assert left + width <= right + 1
            assert top + height <= down + 1
        for x, y in (point for connector in find(group, CONNECTORS) for point in route(connector)):
            assert -15 <= x <= right + 15
            assert -15 <= y <= down + 15


def test_every_connector_of_the_placement_is_drawn_as_placed(body: Written) -> None:
    placement = place(every_kind(), Frame())
    ((page,), (group,)) = placement.pages, find(body(DIAGRAMS["kinds"]).document, ".//wpg:wgp")
    connectors = find(group, CONNECTORS)
    assert len(connectors) == len(page.connectors)
    assert len(find(group, SHAPES)) == len(page.shapes) + 2 * len(page.lanes) + sum(
        connector.label is not None for connector in page.connectors
    )


def test_ids_are_unique_in_the_document(body: Written) -> None:
    blocks = [DIAGRAMS["kinds"], Paragraph((Text("之间"),)), DIAGRAMS["long"]]
    chosen = find(body(*blocks).document, ".//mc:Choice")
    ids = [found.get("id") for choice in chosen for found in find(choice, ".//wps:cNvPr | .//wp:docPr")]
    assert len(ids) > 100
    assert len(set(ids)) == len(ids)


def test_shapes_are_those_of_flowcharts(body: Written) -> None:
    document = body(DIAGRAMS["kinds"]).document
    drawn = {str(shape.get("prst")) for shape in find(document, f"{SHAPES}//a:prstGeom")}
    assert {"rect", "flowChartTerminator", "flowChartAlternateProcess"} <= drawn
    (bar, _) = find(document, ".//wps:wsp[wps:cNvPr/@name='fork' or wps:cNvPr/@name='join']")
    assert len(find(bar, ".//a:cxn")) >= 4


def test_shapes_are_named_and_know_their_place_in_the_spec(body: Written) -> None:
    document = body(DIAGRAMS["kinds"]).document
    named = {str(one.get("name")): one.get("descr") for one in find(document, f"{SHAPES}/wps:cNvPr[@descr]")}
    assert named["1 登记 <信息> & 核对"] == "/steps/0"
    assert named["4B.1 约时间"] == "/steps/3/parallel/1/steps/0"
    assert named["客户不在"] == "/exceptions/0"
    lines = {str(one.get("name")) for one in find(document, f"{CONNECTORS}/wps:cNvPr")}
    assert {"客户来电 → 1", "2 → 3: 软件问题", "4A.1 → join"} <= lines


def test_shapes_hold_real_text_in_the_styles_size(body: Written) -> None:
    document = body(DIAGRAMS["kinds"]).document
    (shape,) = find(document, ".//wps:wsp[wps:cNvPr/@descr='/steps/0' and wps:cNvSpPr]")
    said = [text(paragraph) for paragraph in find(shape, ".//w:txbxContent/w:p")]
    assert said == ["★1 登记 <信息> & 核对", "10分钟内"]
    spaced = {spacing.get(f"{{{NAMESPACES['w']}}}lineRule") for spacing in find(shape, ".//w:spacing")}
    assert spaced == {"exact"}


_ACROSS = {
    "rect": 1,
    "flowChartDecision": 0.5,
    "flowChartTerminator": 0.9056,
    "flowChartAlternateProcess": 0.9022,
    "flowChartPredefinedProcess": 0.75,
    "flowChartDelay": 0.8535,
    "flowChartOffpageConnector": 1,
    "flowChartConnector": 0.707,
}
"""What part of its width a shape of Word's own has for text (presetShapeDefinitions.xml of ECMA-376)."""


def lines_in_word(shape: Element, size: float) -> list[tuple[str, ...]]:
    """The lines of each paragraph of a shape as Word breaks them, its text being as wide as it is measured."""
    *_, across, _ = box(shape)
    for preset in find(shape, ".//a:prstGeom"):
        room = across * _ACROSS[preset.get("prst", "")]
    for left, right in zip(find(shape, ".//a:gd[@name='textl']"), find(shape, ".//a:gd[@name='textr']"), strict=True):
        room = int(right.get("fmla", "").split()[2]) - int(left.get("fmla", "").split()[2])
    (body,) = find(shape, "wps:bodyPr")
    room -= int(body.get("lIns", "")) + int(body.get("rIns", ""))
    found = []
    for paragraph in find(shape, ".//w:txbxContent/w:p"):
        pieces = "".join(
            "\n" if one.tag.endswith("}br") else one.text or "" for one in find(paragraph, ".//w:t | .//w:br")
        )
        found.append(tuple(line for piece in pieces.split("\n") for line in fill(piece, room / 12_700 / size)))
    return found


def test_word_breaks_text_into_the_lines_that_were_measured(body: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    placements: list[Placement] = []

    def placed(*given: Any, **more: Any) -> Placement:
        placements.append(place(*given, **more))
        return placements[-1]

    monkeypatch.setattr(writing, "placed", placed)
    kinds: tuple[NodeKind, ...] = ("step", "decision", "wait", "call", "handover", "exception", "entry", "state")
    said = (
        "审定是否立项并登记，报主管核对",
        "等待至客户补齐全部材料，最长5天",
        "Ask the customer to sign",
        "客户服务部",
    )
    nodes = [
        Node(f"{kind}{n}", kind, ("steps", n), str(n), words, (), ("a",), "within 2 hours of the call", (said[n - 1],))
        for kind in kinds
        for n, words in enumerate(said)
    ]
    ends = [Edge(one.id, other.id, f"不接受，协商未满{n}次") for n, (one, other) in enumerate(pairwise(nodes))]
    graph = Graph({node.id: node for node in nodes}, tuple(ends), {"a": "客服专员"}, "流程")
    groups = find(body(diagram(graph)).document, ".//mc:Choice//wpg:wgp")
    (placement,) = placements
    broken = 0
    for page, group in zip(placement.pages, groups, strict=True):
        shapes = [shape for shape in find(group, SHAPES) if find(shape, ".//w:t")]
        measured = [[paragraph.lines for paragraph in shape.paragraphs] for shape in page.shapes]
        measured = [[lane.heading.lines] for lane in page.lanes if page.header] + measured
        measured += [[line.label.text.lines] for line in page.connectors if line.label]
        assert [lines_in_word(shape, placement.size) for shape in shapes] == measured
        broken += sum(len(lines) > 1 for one in measured for lines in one)
    assert broken > 30


def test_the_text_of_a_high_wait_keeps_clear_of_its_edges(body: Written) -> None:
    words = "等待至客户答复报价并确认上门时间、地址与联系方式" * 3
    nodes = (Node("wait", "wait", ("steps", 0), text=words, roles=("agent",)), Node("end", "end", (), text="结束"))
    graph = Graph({node.id: node for node in nodes}, (Edge("wait", "end"),), {"agent": "客服"}, "等待")
    (shape,) = find(body(diagram(graph)).document, ".//wps:wsp[wps:cNvPr/@descr='/steps/0' and wps:cNvSpPr]")
    guides = {str(one.get("name")): str(one.get("fmla")).split() for one in find(shape, ".//a:gd")}
    left, right = (int(guides[name][2]) / 12_700 for name in ("textl", "textr"))
    width = int(guides["textr"][3]) / 12_700
    assert left == pytest.approx(4)
    assert width - right > left


def test_labels_stand_beside_their_lines_without_a_border(body: Written) -> None:
    (label,) = find(body(DIAGRAMS["kinds"]).document, ".//wps:wsp[wps:cNvPr/@name='软件问题']")
    assert find(label, "wps:spPr/a:noFill")
    assert find(label, "wps:spPr/a:ln/a:noFill")
    assert text(label) == "软件问题"


def test_what_is_out_of_the_usual_is_dashed(body: Written) -> None:
    document = body(DIAGRAMS["kinds"]).document
    dashed = {str(one.get("name")) for one in find(document, ".//wps:wsp[.//a:prstDash]/wps:cNvPr")}
    assert dashed == {"4A.1 查库存", "客户不在", "2 → 转《退换货处理》: 其他情况", "客户不在 → 4B.1"}


def test_the_flow_is_told_in_words(body: Written) -> None:
    opened = body(DIAGRAMS["kinds"])
    (about,) = find(opened.document, ".//mc:Choice//wp:docPr")
    assert about.get("name") == "图 1 报修流程"
    assert str(about.get("descr", "")).startswith("客户来电。")
    assert "1 登记 <信息> & 核对。" in about.get("descr", "")


def test_each_page_tells_what_is_on_it(body: Written) -> None:
    told = [about.get("descr", "") for about in find(body(DIAGRAMS["long"]).document, ".//mc:Choice//wp:docPr")]
    assert len(told) > 1
    assert "第1步" in told[0]
    assert "第1步" not in told[1]
    assert "第60步" in told[-1]


def test_a_picture_stands_in_for_shapes(body: Written) -> None:
    opened = body(DIAGRAMS["long"])
    pictures = find(opened.document, ".//mc:Fallback//a:blip")
    assert len(pictures) == len(find(opened.document, ".//wpg:wgp")) > 1
    targets = [opened.targets[picture.get(f"{{{NAMESPACES['r']}}}embed", "")] for picture in pictures]
    assert len(set(targets)) == len(targets)
    for target in targets:
        assert opened.zip.read(f"word/{target}")[40:44] == b" EMF"
    types = opened.part("[Content_Types].xml")
    assert [one.get("ContentType") for one in types if one.get("Extension") == "emf"] == ["image/x-emf"]


def test_the_caption_stays_with_the_drawing_and_can_be_linked_to(body: Written) -> None:
    opened = body(DIAGRAMS["kinds"], Paragraph((Link((), "#figure-1"),)))
    (drawing,) = [p for p in opened.paragraphs("Diagram") if find(p, ".//wpg:wgp")]
    assert find(drawing, "w:pPr/w:keepNext")
    assert text(opened.find("//w:hyperlink[@w:anchor]")[-1]) == "图 1 报修流程"


def leading(opened: Opened) -> list[str]:
    """The paragraphs that stay with what follows them, drawings aside."""
    return [text(p) for p in opened.find("//w:body/w:p[w:pPr/w:keepNext]") if not find(p, ".//wpg:wgp")]


def test_what_leads_from_a_heading_into_a_diagram_stays_with_it(body: Written) -> None:
    table = Table((Row((cell("表"),)),))
    above = (para("概述"), para("输入："), bullets("一", "二"), para("输出"))
    opened = body(table, *above, DIAGRAMS["kinds"], para("后"))
    assert leading(opened) == ["概述", "输入：", "一", "二", "输出"]


def test_much_text_before_a_diagram_may_stand_on_another_page(body: Written) -> None:
    opened = body(*(para(str(number)) for number in range(30)), DIAGRAMS["kinds"])
    assert leading(opened) == [str(number) for number in range(18, 30)]


def test_a_long_diagram_begins_on_the_rest_of_a_page(body: Written) -> None:
    def first(*before: Block) -> float:
        opened = body(Section((), "contents"), *before, Heading(1, (Text("流程"),), (1,)), DIAGRAMS["long"])
        height = float(opened.find("//wp:inline/wp:extent")[0].get("cy", ""))
        return height / 12700

    page = 697
    assert page / 5 < first(*(para("字") for _ in range(9))) < 0.6 * page
    assert 0.7 * page < first(*(para("字") for _ in range(24))) < page


def test_the_same_diagram_gives_the_same_bytes(body: Written) -> None:
    assert body(DIAGRAMS["kinds"]).data == body(diagram(every_kind())).data


def test_pages_are_reckoned_with_the_height_of_drawings(body: Written) -> None:
    def page_of(*between: Block) -> str:
        last = Heading(1, (Text("后"),), (1,))
        opened = body(Section((), "contents"), *between, last)
        return text(opened.paragraphs("toc 1")[-1])[-1]

    assert page_of() == "1"
    assert int(page_of(DIAGRAMS["long"])) > 3


def test_a_document_without_a_diagram_has_nothing_of_it(body: Written) -> None:
    opened = body(Paragraph((Text("字"),)))
    assert not [name for name in opened.zip.namelist() if "drawing" in name or "header2" in name]
    assert not find(opened.document, ".//mc:AlternateContent")
