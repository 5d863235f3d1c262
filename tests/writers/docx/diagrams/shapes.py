"""Reads groups of shapes as Word does (ECMA-376, 20.1.9): where a connector runs, where a shape's sites lie."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin

from lxml import etree

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
Element = etree._Element
Point = tuple[float, float]

_EIGHT = [
    (0.5, 0),
    (0.1464, 0.1464),
    (0, 0.5),
    (0.1464, 0.8536),
    (0.5, 1),
    (0.8536, 0.8536),
    (1, 0.5),
    (0.8536, 0.1464),
]
_FOUR = [(0.5, 0), (0, 0.5), (0.5, 1), (1, 0.5)]


def find(root: Element, path: str) -> list[Element]:
    """The elements at an XPath."""
    found = root.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, etree._Element)]


def parsed(markup: str) -> Element:
    """The element that a piece of markup holds."""
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return etree.fromstring(f"<root{spaces}>{markup}</root>")


def box(shape: Element) -> tuple[int, int, int, int]:
    """Left, top, width and height, before any turn."""
    (offset,), (extent,) = find(shape, ".//a:xfrm/a:off"), find(shape, ".//a:xfrm/a:ext")
    return tuple(
        int(element.get(name, "")) for element, names in ((offset, "x y"), (extent, "cx cy")) for name in names.split()
    )  # type: ignore[return-value]


def route(connector: Element) -> list[Point]:
    """The points that a connector runs through."""
    left, top, width, height = box(connector)
    (transform,) = find(connector, ".//a:xfrm")
    turn = radians(int(transform.get("rot", "0")) / 60_000)
    mirrored, upended = (transform.get(flip) == "1" for flip in ("flipH", "flipV"))
    middle = left + width / 2, top + height / 2
    points = []
    for x, y in _own_route(connector, width, height):
        right, down = x - width / 2, y - height / 2
        right, down = -right if mirrored else right, -down if upended else down
        points.append(
            (middle[0] + right * cos(turn) - down * sin(turn), middle[1] + right * sin(turn) + down * cos(turn))
        )
    return points


def _own_route(connector: Element, width: float, height: float) -> Iterator[Point]:
    drawn = find(connector, ".//a:custGeom//a:pt")
    if drawn:
        yield from ((int(point.get("x", "")), int(point.get("y", ""))) for point in drawn)
        return
    (geometry,) = find(connector, ".//a:prstGeom")
    bends = [int(guide.get("fmla", "").removeprefix("val ")) / 100_000 for guide in find(geometry, ".//a:gd")]
    if geometry.get("prst") == "straightConnector1":
        assert not bends
        yield from ((0, 0), (width, height))
        return
    assert geometry.get("prst") == f"bentConnector{len(bends) + 2}"
    x = y = 0.0
    yield x, y
    for place, bend in enumerate([*bends, 1.0]):
        x, y = (width * bend, y) if place % 2 == 0 else (x, height * bend)
        yield x, y
    yield (width, y) if len(bends) % 2 else (x, height)


def site(shape: Element, index: int) -> Point:
    """Where a site of a shape lies."""
    left, top, width, height = box(shape)
    own = find(shape, ".//a:cxnLst/a:cxn/a:pos")
    if own:
        return left + int(own[index].get("x", "")), top + int(own[index].get("y", ""))
    (geometry,) = find(shape, ".//a:prstGeom")
    x, y = (_EIGHT if geometry.get("prst") == "flowChartConnector" else _FOUR)[index]
    return left + width * x, top + height * y
