"""A graph as draw.io XML: shapes in lanes that can be edited, connectors that are attached to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from xml.sax.saxutils import quoteattr

from sopgen.flow.graph import BARS, Graph
from sopgen.flow.placement import Connector, Lane, Page, Placement, Point, Shape, place

_STYLES = {
    "start": "rounded=1;arcSize=50;fillColor=#e3f2e8;strokeColor=#52606d;",
    "end": "rounded=1;arcSize=50;fillColor=#e3f2e8;strokeColor=#52606d;",
    "decision": "shape=rhombus;perimeter=rhombusPerimeter;fillColor=#fff8e1;strokeColor=#52606d;",
    "fork": "fillColor=#52606d;strokeColor=none;",
    "join": "fillColor=#52606d;strokeColor=none;",
    "call": "shape=process;size=0.05;fillColor=#ffffff;strokeColor=#52606d;",
    "wait": "shape=delay;fillColor=#eef2f7;strokeColor=#52606d;",
    "handover": "shape=offPageConnector;size=0.2;fillColor=#eef2f7;strokeColor=#52606d;",
    "entry": "rounded=1;fillColor=#eef2f7;strokeColor=#52606d;",
    "exception": "rounded=1;dashed=1;fillColor=#eef2f7;strokeColor=#52606d;",
    "state": "rounded=1;fillColor=#ffffff;strokeColor=#52606d;",
    "in": "shape=ellipse;perimeter=ellipsePerimeter;fillColor=#eef2f7;strokeColor=#52606d;",
    "out": "shape=ellipse;perimeter=ellipsePerimeter;fillColor=#eef2f7;strokeColor=#52606d;",
}
_STEP = "rounded=0;fillColor=#ffffff;strokeColor=#52606d;"
_LANE = (
    "shape=swimlane;fontStyle=1;fontColor=#1f2933;horizontal=1;html=0;whiteSpace=wrap;collapsible=0;"
    "fillColor=#f5f7fa;strokeColor=#9aa5b1;"
)
_LABEL = "edgeLabel;html=0;fontColor=#1f2933;align=center;verticalAlign=middle;labelBackgroundColor=none;"
_LINE = "edgeStyle=orthogonalEdgeStyle;rounded=0;html=0;endArrow=block;endFill=1;endSize=4;strokeColor=#52606d;"


def draw(graph: Graph, *, lanes: bool = True) -> str:
    """The draw.io file of a graph."""
    return draw_placement(place(graph, lanes=lanes))


def draw_placement(placement: Placement) -> str:
    """The draw.io file of a placement, a sheet a page."""
    lines = ['<mxfile host="sopgen">']
    for number, page in enumerate(placement.pages, 1):
        lines.append(f'<diagram id="page{number}" name={quoteattr(f"{placement.title} {number}")}>')
        lines.append('<mxGraphModel grid="0" page="0" math="0"><root><mxCell id="0"/><mxCell id="1" parent="0"/>')
        lines += _page(page, placement)
        lines.append("</root></mxGraphModel></diagram>")
    return "\n".join([*lines, "</mxfile>", ""])


def _page(page: Page, placement: Placement) -> Iterator[str]:
    for lane in page.lanes:
        yield from _lane(lane, page, placement)
    lanes = {lane.role: lane for lane in page.lanes}
    for shape in page.shapes:
        yield from _shape(shape, lanes[shape.lane], placement)
    shapes = {shape.id: shape for shape in page.shapes}
    for connector in page.connectors:
        yield from _connector(connector, shapes, placement)


def _lane(lane: Lane, page: Page, placement: Placement) -> Iterator[str]:
    style = f"{_LANE}startSize={page.header:.0f};fontSize={placement.size:g};"
    if not page.header:
        style = "fillColor=none;strokeColor=#9aa5b1;html=0;"
    yield _cell(f"lane:{lane.role}", lane.heading.text, style, "1", (lane.x, 0, lane.width, page.height))


def _shape(shape: Shape, lane: Lane, placement: Placement) -> Iterator[str]:
    style = (
        _STYLES.get(shape.kind, _STEP)
        + f"html=0;whiteSpace=wrap;fontColor=#1f2933;fontSize={placement.size:g};spacing=0;"
    )
    if shape.checkpoint:
        style += "strokeWidth=2;strokeColor=#0b69a3;"
    if shape.optional:
        style += "dashed=1;"
    text = "\n".join(line for paragraph in shape.paragraphs for line in paragraph.lines)
    if shape.kind in BARS:  # they lie over several lanes, and would be covered by those that come after their own
        yield _cell(shape.id, text, style, "1", (shape.x, shape.y, shape.width, shape.height))
    else:
        yield _cell(shape.id, text, style, f"lane:{lane.role}", (shape.x - lane.x, shape.y, shape.width, shape.height))


def _cell(name: str, text: str, style: str, parent: str, box: tuple[float, float, float, float]) -> str:
    x, y, width, height = (f"{length:.2f}" for length in box)
    geometry = f'<mxGeometry x="{x}" y="{y}" width="{width}" height="{height}" as="geometry"/>'
    attributes = f"id={quoteattr(name)} value={_value(text)} style={quoteattr(style)} parent={quoteattr(parent)}"
    return f'<mxCell {attributes} vertex="1">{geometry}</mxCell>'


def _connector(connector: Connector, shapes: dict[str, Shape], placement: Placement) -> Iterator[str]:
    ends = "".join(
        f"{way}X={x:.4f};{way}Y={y:.4f};{way}Dx=0;{way}Dy=0;"
        for way, name, point in (
            ("exit", connector.source, connector.points[0]),
            ("entry", connector.target, connector.points[-1]),
        )
        for x, y in (_share(shapes[name], point),)
    )
    style = _LINE + ends + ("" if connector.kind == "flow" else "dashed=1;")
    bends = "".join(f'<mxPoint x="{point.x:.2f}" y="{point.y:.2f}"/>' for point in connector.points[1:-1])
    array = f'<Array as="points">{bends}</Array>' if bends else ""
    yield (
        f'<mxCell id={quoteattr(connector.id)} style={quoteattr(style)} parent="1" edge="1" '
        f"source={quoteattr(connector.source)} target={quoteattr(connector.target)}>"
        f'<mxGeometry relative="1" as="geometry">{array}</mxGeometry></mxCell>'
    )
    if connector.label is not None:
        yield _label(connector, placement)


def _label(connector: Connector, placement: Placement) -> str:
    """The label as a child of its connector: where on the line it hangs, and how far from there its middle lies."""
    label = connector.label
    assert label is not None
    middle = Point(label.x + label.width / 2, label.y + label.height / 2)
    along, point = _nearest(connector.points, middle)
    text = "\n".join(label.text.lines)
    style = f"{_LABEL}fontSize={placement.size:g};"
    return (
        f"<mxCell id={quoteattr(f'{connector.id}-label')} value={_value(text)} style={quoteattr(style)} "
        f'parent={quoteattr(connector.id)} vertex="1" connectable="0">'
        f'<mxGeometry x="{2 * along - 1:.4f}" relative="1" as="geometry">'
        f'<mxPoint x="{middle.x - point.x:.2f}" y="{middle.y - point.y:.2f}" as="offset"/></mxGeometry></mxCell>'
    )


def _nearest(points: tuple[Point, ...], middle: Point) -> tuple[float, Point]:
    """The point of a line nearest to ``middle``, and which part of the line's length lies before it."""
    total = sum(hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(points)) or 1.0
    best, passed = (float("inf"), 0.0, points[0]), 0.0
    for a, b in pairwise(points):
        x, y = sorted((a.x, middle.x, b.x))[1], sorted((a.y, middle.y, b.y))[1]
        distance = hypot(x - middle.x, y - middle.y)
        best = min(best, (distance, (passed + hypot(x - a.x, y - a.y)) / total, Point(x, y)))
        passed += hypot(b.x - a.x, b.y - a.y)
    return best[1], best[2]


def _share(shape: Shape, point: Point) -> tuple[float, float]:
    return (point.x - shape.x) / shape.width, (point.y - shape.y) / shape.height


def _value(text: str) -> str:
    return quoteattr(text, {"\n": "&#10;"})
