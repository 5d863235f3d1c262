"""The last of it: sheets become pages with lanes, marks say where lines go on, everything gets its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sopgen.flow.graph import BARS, Graph
from sopgen.flow.placement.model import Connector, Lane, Page, Paragraph, Placement, Point, Shape
from sopgen.flow.placement.settling import Sheet
from sopgen.flow.placement.sizes import Type, paragraphs
from sopgen.flow.placement.text import wrap
from sopgen.flow.placement.wires import Wire
from sopgen.spec.numbering import letters

_DIGITS = 2
"""How many digits a mark holds."""


def finish(
    graph: Graph, sheets: Sequence[Sheet], names: Mapping[str, str], type_: Type, line: float, *, landscape: bool
) -> Placement:
    """The placement that ``sheets`` amount to; ``names`` are the headings of lanes, empty where there are none."""
    marks = _names(graph, sheets)
    pages = tuple(_page(sheet, names, type_, marks, f"p{number}") for number, sheet in enumerate(sheets, 1))
    return Placement(pages, landscape, type_.size, line, graph.title)


def _names(graph: Graph, sheets: Sequence[Sheet]) -> dict[str, str]:
    """What marks say, by the node that the lines go on to: the number of its step, or a letter, in order."""
    found: dict[str, str] = {}
    lettered = 0
    for sheet in sheets:
        for node in sheet.plan.drawing.nodes.values():
            target = node.id.partition("@")[0]
            if node.kind in ("out", "in") and target not in found:
                number = graph.nodes[target].number
                short = number.isdecimal() and len(number) <= _DIGITS
                found[target] = number if short else letters(lettered)
                lettered += not short
    return found


def _page(sheet: Sheet, names: Mapping[str, str], type_: Type, marks: Mapping[str, str], prefix: str) -> Page:
    lanes, header = _lanes(sheet, names, type_)
    shapes = tuple(_shape(sheet, name, header, type_, marks) for name in sheet.plan.drawing.nodes)
    by_id = {shape.id: shape for shape in shapes}
    connectors = tuple(
        _connector(sheet, wire, header, by_id, f"{prefix}-c{number}") for number, wire in enumerate(sheet.lines, 1)
    )
    return Page(sheet.geometry.width, sheet.geometry.height + header, lanes, header, shapes, connectors)


def _lanes(sheet: Sheet, names: Mapping[str, str], type_: Type) -> tuple[tuple[Lane, ...], float]:
    geometry, bands = sheet.geometry, sheet.plan.cells.lanes
    borders = [0.0, *(geometry.divider(first) for _, first, _ in bands[1:]), geometry.width]
    lanes = []
    for (role, _, _), left, right in zip(bands, borders, borders[1:], strict=False):
        name = names.get(role, "")
        lines = wrap(name, (right - left - 8) / type_.size) if name else ()
        lanes.append(Lane(role, Paragraph(name, lines), left, right - left))
    return tuple(lanes), max(len(lane.heading.lines) for lane in lanes) * type_.line + 8 if names else 0.0


def header(sheet: Sheet, names: Mapping[str, str], type_: Type) -> float:
    """The height of the headings of lanes."""
    return _lanes(sheet, names, type_)[1]


def _shape(sheet: Sheet, name: str, header: float, type_: Type, marks: Mapping[str, str]) -> Shape:
    node = sheet.plan.drawing.nodes[name]
    x, y, width, height = sheet.geometry.box(name)
    y += header
    called = " ".join(part for part in (node.number, node.text) if part)
    if node.kind in ("out", "in"):
        called = marks[name.partition("@")[0]]
        said: tuple[Paragraph, ...] = (Paragraph(called, (called,)),)
    else:
        said = paragraphs(node, sheet.geometry.sizes[name], type_)
    return Shape(
        name,
        node.kind,
        node.path,
        called,
        x,
        y,
        width,
        height,
        node.lane,
        said,
        node.checkpoint,
        node.optional,
        node.nested,
        _sites(sheet, name, x, y, width, height),
    )


def _sites(sheet: Sheet, name: str, x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    if sheet.plan.drawing.nodes[name].kind in BARS:
        middles = [sheet.geometry.center((2 * column + 1, 1)).x for column in sheet.plan.cells.columns_of(name)]
        return tuple(Point(middle, level) for level in (y, y + height) for middle in middles)
    across, down = x + width / 2, y + height / 2
    return Point(across, y), Point(x, down), Point(across, y + height), Point(x + width, down)


def _connector(sheet: Sheet, wire: Wire, header: float, shapes: Mapping[str, Shape], name: str) -> Connector:
    points = tuple(Point(point.x, point.y + header) for point in sheet.lines[wire])
    label = sheet.labels.get(wire)
    if label is not None:
        label = label._replace(y=label.y + header)
    return Connector(
        name,
        wire.source,
        _site(shapes[wire.source], points[0]),
        wire.target,
        _site(shapes[wire.target], points[-1]),
        points,
        label,
        wire.kind,
        wire.back,
        wire.edges,
    )


def _site(shape: Shape, point: Point) -> int:
    """The site of a shape that lies at a point."""
    x, y = point
    away = [abs(across - x) + abs(down - y) for across, down in shape.sites]
    return away.index(min(away))
