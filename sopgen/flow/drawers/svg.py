"""A placement as SVG: self-contained, with text that can be selected, for light and for dark backgrounds."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from sopgen.flow.graph import Graph
from sopgen.flow.placement import Connector, Label, Page, Placement, Point, Shape, place

_FONTS = "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC','Source Han Sans SC',Arial,Helvetica,sans-serif"
_STYLE = """
.sop {{ --paper:#fff; --ink:#1f2933; --line:#52606d; --fill:#fff; --lane:#f5f7fa; --edge:#9aa5b1; --mark:#0b69a3;
  --ask:#fff8e1; --stop:#e3f2e8; --side:#eef2f7; font:{size}px {fonts}; }}
@media (prefers-color-scheme: dark) {{ .sop {{ --paper:#14181d; --ink:#e6e9ed; --line:#a7b2bf; --fill:#20262d;
  --lane:#1a1f25; --edge:#4a5560; --mark:#7cc4fa; --ask:#35301d; --stop:#1d3327; --side:#262d36; }} }}
.sop text {{ fill:var(--ink); text-anchor:middle; }} .sop .limit {{ fill:var(--mark); }}
.sop .note {{ fill:var(--line); }} .sop .label {{ fill:var(--ink); }}
.sop .paper {{ fill:var(--paper); }} .sop .band {{ fill:none; stroke:var(--edge); }}
.sop .head {{ fill:var(--lane); stroke:var(--edge); }} .sop .heading {{ font-weight:bold; }}
.sop .shape {{ fill:var(--fill); stroke:var(--line); }} .sop .decision {{ fill:var(--ask); }}
.sop .start,.sop .end {{ fill:var(--stop); }} .sop .bar {{ fill:var(--line); }}
.sop .wait,.sop .handover,.sop .entry,.sop .exception,.sop .out,.sop .in {{ fill:var(--side); }}
.sop .checkpoint {{ stroke:var(--mark); stroke-width:2; }} .sop .optional,.sop .exception {{ stroke-dasharray:4 3; }}
.sop .wire {{ fill:none; stroke:var(--line); }} .sop .dashed {{ stroke-dasharray:4 3; }}
.sop .tip {{ fill:var(--line); }}
"""


def draw(graph: Graph, *, lanes: bool = True) -> str:
    """The SVG of a graph on a single page."""
    return draw_placement(place(graph, lanes=lanes))


def draw_placement(placement: Placement) -> str:
    """The SVG of all pages of a placement, one below the other."""
    gap = 16.0
    width = max(page.width for page in placement.pages) + 2
    height = sum(page.height + gap for page in placement.pages) - gap + 2
    across, down = _n(width), _n(height)
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" class="sop" width="{across}" height="{down}"'
    lines = [
        f'{opening} viewBox="-1 -1 {across} {down}" role="img">',
        f"<title>{escape(placement.title)}</title>",
        f"<style>{_STYLE.format(size=_n(placement.size), fonts=_FONTS)}</style>",
        f'<rect class="paper" x="-1" y="-1" width="{_n(width)}" height="{_n(height)}"/>',
    ]
    top = 0.0
    for page in placement.pages:
        lines.append(f'<g transform="translate(0 {_n(top)})">')
        lines += _page(page, placement)
        lines.append("</g>")
        top += page.height + gap
    return "\n".join([*lines, "</svg>", ""])


def _page(page: Page, placement: Placement) -> Iterator[str]:
    for lane in page.lanes:
        yield _rect("band", lane.x, 0, lane.width, page.height)
        if page.header:
            yield _rect("head", lane.x, 0, lane.width, page.header)
            yield from _text(lane.heading.lines, "heading", lane.x + lane.width / 2, page.header / 2, placement)
    for connector in page.connectors:
        yield from _connector(connector)
    for shape in page.shapes:
        yield from _shape(shape, placement)
    for connector in page.connectors:
        if connector.label:
            yield from _label(connector.label, placement)


def _connector(connector: Connector) -> Iterator[str]:
    dashed = " dashed" if connector.kind != "flow" else ""
    points = list(connector.points)
    tip, before = points[-1], points[-2]
    across, down = _sign(tip.x - before.x), _sign(tip.y - before.y)
    points[-1] = Point(tip.x - 5 * across, tip.y - 5 * down)
    path = "M" + " L".join(f"{_n(point.x)} {_n(point.y)}" for point in points)
    yield f'<path id={quoteattr(connector.id)} class="wire{dashed}" d="{path}"/>'
    left = Point(tip.x - 7 * across - 3 * down, tip.y - 7 * down - 3 * across)
    right = Point(tip.x - 7 * across + 3 * down, tip.y - 7 * down + 3 * across)
    yield f'<path class="tip" d="M{_n(tip.x)} {_n(tip.y)} L{_n(left.x)} {_n(left.y)} L{_n(right.x)} {_n(right.y)}Z"/>'


def _shape(shape: Shape, placement: Placement) -> Iterator[str]:
    extra = (" checkpoint" if shape.checkpoint else "") + (" optional" if shape.optional else "")
    yield f"<g id={quoteattr(shape.id)}><title>{escape(shape.name)}</title>"
    yield _outline(shape, f"shape {shape.kind}{extra}")
    if shape.kind == "call":
        for x in (shape.x + 5, shape.x + shape.width - 5):
            yield f'<path class="wire" d="M{_n(x)} {_n(shape.y)} V{_n(shape.y + shape.height)}"/>'
    line = placement.size * placement.line
    count = sum(len(paragraph.lines) for paragraph in shape.paragraphs)
    top = shape.y + shape.height / 2 - count * line / 2
    if shape.kind == "handover":
        top -= shape.height * 0.1
    for paragraph in shape.paragraphs:
        high = len(paragraph.lines) * line
        yield from _text(paragraph.lines, paragraph.role, shape.x + shape.width / 2, top + high / 2, placement)
        top += high
    yield "</g>"


def _outline(shape: Shape, classes: str) -> str:
    x, y, width, height = shape.x, shape.y, shape.width, shape.height
    right, bottom, across, down = x + width, y + height, x + width / 2, y + height / 2
    if shape.kind in ("start", "end"):
        return _rect(classes, x, y, width, height, height / 2)
    if shape.kind in ("fork", "join"):
        return _rect("bar", x, y, width, height)
    if shape.kind in ("in", "out"):
        return f'<circle class="{classes}" cx="{_n(across)}" cy="{_n(down)}" r="{_n(width / 2)}"/>'
    corners = {
        "decision": ((across, y), (right, down), (across, bottom), (x, down)),
        "handover": ((x, y), (right, y), (right, y + height * 0.8), (across, bottom), (x, y + height * 0.8)),
    }.get(shape.kind)
    if corners:
        return f'<polygon class="{classes}" points="{" ".join(f"{_n(a)},{_n(b)}" for a, b in corners)}"/>'
    if shape.kind == "wait":
        bend = min(10.0, height / 2)
        start = _n(right - bend)
        path = f"M{_n(x)} {_n(y)} H{start} Q{_n(right + bend)} {_n(down)} {start} {_n(bottom)} H{_n(x)}Z"
        return f'<path class="{classes}" d="{path}"/>'
    return _rect(classes, x, y, width, height, 4 if shape.kind in ("state", "entry", "exception") else 0)


def _label(label: Label, placement: Placement) -> Iterator[str]:
    yield from _text(label.text.lines, "label", label.x + label.width / 2, label.y + label.height / 2, placement)


def _text(lines: tuple[str, ...], role: str, x: float, y: float, placement: Placement) -> Iterator[str]:
    """Lines of text around a middle."""
    step = placement.size * placement.line
    first = y - (len(lines) - 1) * step / 2 + placement.size * 0.36
    for number, line in enumerate(lines):
        yield f'<text class="{role}" x="{_n(x)}" y="{_n(first + number * step)}">{escape(line)}</text>'


def _rect(classes: str, x: float, y: float, width: float, height: float, radius: float = 0) -> str:
    rounded = f' rx="{_n(radius)}"' if radius else ""
    return f'<rect class="{classes}" x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"{rounded}/>'


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _n(value: float) -> str:
    """A number with no more digits than can be seen."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
