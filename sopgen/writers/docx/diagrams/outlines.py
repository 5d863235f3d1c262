"""The outlines of shapes: Word's own flowchart shapes where the text fits in them, else the same outline drawn.

A shape of Word's own has a fixed rectangle for its text, which clips what does not fit; an outline that is drawn has
the rectangle that the text was measured for. Both have the same sites for connectors, in the same order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sopgen.writers.docx.diagrams.looks import emu

if TYPE_CHECKING:
    from sopgen.flow.graph import NodeKind
    from sopgen.flow.placement import Shape

_ARC = 0.1465
"""How far from its box the text of a round shape stands, in parts of its diameter."""
_PRESETS: dict[NodeKind, tuple[str, tuple[float, float, float, float]]] = {
    "decision": ("flowChartDecision", (0.25, 0.25, 0.75, 0.75)),
    **dict.fromkeys(("start", "end"), ("flowChartTerminator", (0.0472, _ARC, 0.9528, 1 - _ARC))),
    "call": ("flowChartPredefinedProcess", (0.125, 0, 0.875, 1)),
    "wait": ("flowChartDelay", (0, _ARC, 1 - _ARC, 1 - _ARC)),
    "handover": ("flowChartOffpageConnector", (0, 0, 1, 0.8)),
    **dict.fromkeys(("out", "in"), ("flowChartConnector", (_ARC, _ARC, 1 - _ARC, 1 - _ARC))),
    **dict.fromkeys(("state", "entry", "exception"), ("flowChartAlternateProcess", (0.0489, 0, 0.9511, 1))),
}
"""The shape for each kind of node, with the left, top, right and bottom edge of its text, in parts of its box."""
_ROUND: dict[NodeKind, int] = {
    **dict.fromkeys(("start", "end"), 2),
    **dict.fromkeys(("state", "entry", "exception"), 6),
}
"""What part of the shorter side the radius of their corners is."""
_RECTANGLE = ("rect", (0.0, 0.0, 1.0, 1.0))
_EIGHT_SITES = "flowChartConnector"
_SIDE = 5.0
"""By how much the sides of a called procedure are inset."""
_CLEAR = 6.0
"""What these sides need beside the text."""
_CLEAR_OF_EDGE = 4.0
"""Between the text of a wait and its straight edge; as much on the other side keeps it in the middle."""
_ANGLES = (16_200_000, 10_800_000, 5_400_000, 0)
"""The directions in which connectors leave: up, left, down, right."""


class Text(NamedTuple):
    """The measured text of a shape: the width of its widest line, and its height, in points."""

    width: float
    height: float


def geometry(shape: Shape, text: Text) -> str:
    """``a:prstGeom`` or ``a:custGeom`` of a shape."""
    return preset(_preset(shape)[0]) if _fits(shape, text) else _custom(shape, text)


def room(shape: Shape, text: Text) -> float:
    """The width of the place that the outline of a shape has for its text."""
    if _fits(shape, text):
        _, (left, _, right, _) = _preset(shape)
        return shape.width * (right - left)
    left, _, right, _ = _text_box(shape, text)
    return right - left


def _preset(shape: Shape) -> tuple[str, tuple[float, float, float, float]]:
    return _PRESETS.get(shape.kind, _RECTANGLE)


def _fits(shape: Shape, text: Text) -> bool:
    """Whether Word's own shape has a place for the text; circles are always Word's own, bars never."""
    name, (left, top, right, bottom) = _preset(shape)
    across = shape.width * (right - left) - (_CLEAR if shape.kind == "call" else 0)
    roomy = text.height <= shape.height * (bottom - top) + 0.5 and text.width <= across
    return name == _EIGHT_SITES or (roomy and shape.kind not in ("fork", "join"))


def preset(name: str) -> str:
    """A shape of Word's own."""
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def site(shape: Shape, index: int) -> int:
    """The number that DrawingML gives to a site of a shape: circles have eight, and use every other one."""
    return index * 2 if _preset(shape)[0] == _EIGHT_SITES else index


def _custom(shape: Shape, text: Text) -> str:
    sites = "".join(
        f'<a:cxn ang="{_angle(shape, index)}"><a:pos x="{emu(x - shape.x)}" y="{emu(y - shape.y)}"/></a:cxn>'
        for index, (x, y) in enumerate(shape.sites)
    )
    edges = zip("ltrb", _text_box(shape, text), (shape.width, shape.height) * 2, strict=True)
    guides = "".join(
        f'<a:gd name="text{edge}" fmla="*/ {"h" if edge in "tb" else "w"} {emu(at)} {emu(whole)}"/>'
        for edge, at, whole in edges
    )
    size = f'w="{emu(shape.width)}" h="{emu(shape.height)}"'
    paths = "".join(f"<a:path {size}{extra}>{commands}</a:path>" for commands, extra in _paths(shape))
    return (
        f"<a:custGeom><a:avLst/><a:gdLst>{guides}</a:gdLst><a:ahLst/><a:cxnLst>{sites}</a:cxnLst>"
        f'<a:rect l="textl" t="textt" r="textr" b="textb"/><a:pathLst>{paths}</a:pathLst></a:custGeom>'
    )


def _angle(shape: Shape, index: int) -> int:
    if shape.kind in ("fork", "join"):
        return _ANGLES[0] if index < len(shape.sites) / 2 else _ANGLES[2]
    return _ANGLES[index]


def _text_box(shape: Shape, text: Text) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the rectangle that text is set in."""
    width, height = shape.width, shape.height
    if shape.kind == "decision":
        high = min(max(text.height + 0.5, height * 0.3), height * 0.7)
        across = width * high / height / 2
        return across, (height - high) / 2, width - across, (height + high) / 2
    if shape.kind == "call":
        return _SIDE, 0, width - _SIDE, height
    if shape.kind == "wait":
        return _CLEAR_OF_EDGE, 0, width - 8 - _CLEAR_OF_EDGE, height
    return 0, 0, width, height


def _paths(shape: Shape) -> list[tuple[str, str]]:
    """The paths of an outline: the commands, and attributes."""
    width, height = emu(shape.width), emu(shape.height)
    corners = {
        "decision": ((width // 2, 0), (width, height // 2), (width // 2, height), (0, height // 2)),
        "handover": ((0, 0), (width, 0), (width, height * 4 // 5), (width // 2, height), (0, height * 4 // 5)),
    }.get(shape.kind, ((0, 0), (width, 0), (width, height), (0, height)))
    if shape.kind in _ROUND:
        return [(_rounded(width, height, min(width, height) // _ROUND[shape.kind]), "")]
    if shape.kind == "wait":
        return [(_bulging(width, height), "")]
    paths = [(f"{_lines(*corners)}<a:close/>", "")]
    if shape.kind == "call":
        side = emu(_SIDE)
        paths += [(_lines((x, 0), (x, height)), ' fill="none"') for x in (side, width - side)]
    return paths


def _rounded(width: int, height: int, radius: int) -> str:
    right, bottom = width - radius, height - radius
    starts = ((right, 0), (width, bottom), (radius, height), (0, radius))
    corners = zip(starts, _ANGLES[:1] + _ANGLES[:0:-1], strict=True)
    arcs = (
        f'<a:lnTo>{_point(*start)}</a:lnTo><a:arcTo wR="{radius}" hR="{radius}" stAng="{angle}" swAng="5400000"/>'
        for start, angle in corners
    )
    return f"<a:moveTo>{_point(radius, 0)}</a:moveTo>{''.join(arcs)}<a:close/>"


def _bulging(width: int, height: int) -> str:
    bend = min(emu(10), height // 2)
    return (
        f"{_lines((0, 0), (width - bend, 0))}<a:quadBezTo>{_point(width + bend, height // 2)}"
        f"{_point(width - bend, height)}</a:quadBezTo><a:lnTo>{_point(0, height)}</a:lnTo><a:close/>"
    )


def _lines(*points: tuple[int, int]) -> str:
    first, *rest = (_point(*point) for point in points)
    return f"<a:moveTo>{first}</a:moveTo>{''.join(f'<a:lnTo>{point}</a:lnTo>' for point in rest)}"


def _point(x: int, y: int) -> str:
    return f'<a:pt x="{x}" y="{y}"/>'


def polyline(points: list[tuple[int, int]], width: int, height: int) -> str:
    """A line through points, in a box of some width and height."""
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{width}" h="{height}" fill="none">'
        f"{_lines(*points)}</a:path></a:pathLst></a:custGeom>"
    )
