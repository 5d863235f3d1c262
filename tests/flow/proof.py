"""What must hold for every placement, told as a list of what does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise

from sopgen.flow.graph import Graph
from sopgen.flow.placement import Connector, Frame, Page, Placement, Point, Shape
from sopgen.flow.placement.text import width

SLACK = 0.05
Box = tuple[float, float, float, float]


def problems(graph: Graph, placement: Placement, frame: Frame = Frame()) -> list[str]:  # noqa: B008 (a constant)
    """Everything that is wrong with a placement of a graph."""
    found = [*_edges(graph, placement), *_frame(placement, frame)]
    if placement.size < 9:
        found.append(f"type of {placement.size} points")
    for number, page in enumerate(placement.pages, 1):
        found += [f"page {number}: {problem}" for problem in _page(page, placement)]
    return found


def _page(page: Page, placement: Placement) -> Iterator[str]:
    yield from _overlaps(page)
    yield from _through_shapes(page)
    yield from _upon_each_other(page)
    yield from _labels(page)
    yield from _inside(page)
    for shape in page.shapes:
        yield from _text(shape, placement)
    for connector in page.connectors:
        yield from _ends(connector, {shape.id: shape for shape in page.shapes})


def _edges(graph: Graph, placement: Placement) -> Iterator[str]:
    """Every node is drawn once, every edge by one connector, or by two that end at marks with the same letter."""
    shapes = [shape for page in placement.pages for shape in page.shapes]
    counted = Counter(shape.id for shape in shapes if shape.kind not in ("in", "out"))
    if counted != Counter(list(graph.nodes)):
        yield f"nodes drawn: {counted} instead of {list(graph.nodes)}"
    connectors = [
        (connector, {shape.id: shape for shape in page.shapes})
        for page in placement.pages
        for connector in page.connectors
    ]
    for position, edge in enumerate(graph.edges):
        own = [(drawn, by_id) for drawn, by_id in connectors if position in drawn.edges]
        whole = [drawn for drawn, _ in own if (drawn.source, drawn.target) == (edge.source, edge.target)]
        begun = [by_id[drawn.target] for drawn, by_id in own if drawn.source == edge.source and drawn not in whole]
        ended = [by_id[drawn.source] for drawn, by_id in own if drawn.target == edge.target and drawn not in whole]
        cut = [(one.kind, other.kind, one.name == other.name) for one in begun for other in ended]
        if not (len(own) == len(whole) == 1 or (len(own) == 2 and cut == [("out", "in", True)])):
            yield f"edge {edge} is drawn by {own}"
        if edge.label and not any(drawn.label and edge.label in drawn.label.text.text for drawn, _ in own):
            yield f"edge {edge} has no label"


def _frame(placement: Placement, frame: Frame) -> Iterator[str]:
    room = frame.wide if placement.landscape and frame.wide else (frame.width, frame.height)
    for number, page in enumerate(placement.pages, 1):
        for have, most in zip((page.width, page.height), room, strict=True):
            if most is not None and have > most + SLACK:
                yield f"page {number} is {page.width:.0f} by {page.height:.0f} in a frame of {room}"


def _overlaps(page: Page) -> Iterator[str]:
    for one, other in combinations(page.shapes, 2):
        if _meet(_box(one), _box(other)):
            yield f"{one.id} lies upon {other.id}"


def _through_shapes(page: Page) -> Iterator[str]:
    for connector in page.connectors:
        for start, end in pairwise(connector.points):
            if abs(start.x - end.x) > SLACK and abs(start.y - end.y) > SLACK:
                yield f"{connector.id} is not straight from {start} to {end}"
            yield from (
                f"{connector.id} {connector.source} -> {connector.target} runs through {shape.id}"
                for shape in page.shapes
                if _meet(_line(start, end), _shrunk(_box(shape)))
            )


def _upon_each_other(page: Page) -> Iterator[str]:
    """Two connectors may share a stretch only if they begin at one shape, or end at one."""
    for one, other in combinations(page.connectors, 2):
        if one.source == other.source or one.target == other.target:
            continue
        for (a, b), (c, d) in ((first, second) for first in pairwise(one.points) for second in pairwise(other.points)):
            flat = abs(a.y - b.y) < SLACK and abs(c.y - d.y) < SLACK and abs(a.y - c.y) < 3
            steep = abs(a.x - b.x) < SLACK and abs(c.x - d.x) < SLACK and abs(a.x - c.x) < 3
            along = 0 if flat else 1
            if (flat or steep) and (
                min(max(a[along], b[along]), max(c[along], d[along]))
                - max(min(a[along], b[along]), min(c[along], d[along]))
                > SLACK
            ):
                yield f"{one.source} -> {one.target} lies upon {other.source} -> {other.target}"


def _labels(page: Page) -> Iterator[str]:
    boxes = [(connector, _label_box(connector)) for connector in page.connectors if connector.label]
    yield from _labels_together(page, boxes)
    for connector, box in boxes:
        for shape in page.shapes:
            inside = _in_diamond(box, _box(shape)) if shape.kind == "decision" else _meet(box, _box(shape))
            if inside:
                yield f"the label {connector.label} lies upon {shape.id}"
        for other in page.connectors:
            if any(_meet(box, _line(start, end)) for start, end in pairwise(other.points)):
                yield f"the label {connector.label} lies upon {other.id}"
        for lane in page.lanes[1:]:
            if box[0] < lane.x < box[2]:
                yield f"the label {connector.label} lies upon the border of {lane.role}"


def _labels_together(page: Page, boxes: list[tuple[Connector, Box]]) -> Iterator[str]:
    for (one, box), (other, second) in combinations(boxes, 2):
        if _meet(box, second):
            yield f"the labels of {one.id} and {other.id} lie upon each other"
        between = _between(box, second)
        if between and not any(_meet(between, thing) for thing in _things(page)):
            yield f"the labels {one.label} and {other.label} read as one"


def _between(one: Box, other: Box) -> Box | None:
    """What lies between two labels so near to each other that they read as one; None if they are not."""
    across, down = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[2], other[2]), min(one[3], other[3])
    if down < bottom and 0 <= across - right < 8 - SLACK:
        return right, min(one[1], other[1]), across, max(one[3], other[3])
    if across < right and 0 <= down - bottom < 5 - SLACK:
        return min(one[0], other[0]), bottom, max(one[2], other[2]), down
    return None


def _things(page: Page) -> Iterator[Box]:
    """What keeps labels apart: lines, shapes and the borders of lanes."""
    for connector in page.connectors:
        yield from (_line(start, end) for start, end in pairwise(connector.points))
    yield from (_box(shape) for shape in page.shapes)
    yield from ((lane.x, 0.0, lane.x, page.height) for lane in page.lanes)


def _inside(page: Page) -> Iterator[str]:
    boxes = [(shape.id, _box(shape)) for shape in page.shapes]
    boxes += [(connector.id, _label_box(connector)) for connector in page.connectors if connector.label]
    boxes += [(one.id, _line(a, b)) for one in page.connectors for a, b in pairwise(one.points)]
    for name, (left, top, right, bottom) in boxes:
        if left < -SLACK or top < page.header - SLACK or right > page.width + SLACK or bottom > page.height + SLACK:
            yield f"{name} leaves the page"
    for shape in page.shapes:
        if shape.kind in ("fork", "join"):
            continue
        lane = next(lane for lane in page.lanes if lane.role == shape.lane)
        if shape.x < lane.x or shape.x + shape.width > lane.x + lane.width:
            yield f"{shape.id} leaves its lane"


def _text(shape: Shape, placement: Placement) -> Iterator[str]:
    lines = [line for paragraph in shape.paragraphs for line in paragraph.lines]
    if not lines:
        return
    wide = max(map(width, lines)) * placement.size
    high = len(lines) * placement.size * placement.line
    if shape.kind == "decision":
        fits = wide / shape.width + high / shape.height <= 1 + 1e-6
    else:
        fits = wide <= shape.width + 1e-6 and high <= shape.height + 1e-6
    if not fits:
        yield f"the text {lines} does not fit {shape.id}: {wide:.0f} by {high:.0f} in {shape.width} by {shape.height}"


def _ends(connector: Connector, shapes: dict[str, Shape]) -> Iterator[str]:
    for name, site, point in (
        (connector.source, connector.source_site, connector.points[0]),
        (connector.target, connector.target_site, connector.points[-1]),
    ):
        place = shapes[name].sites[site]
        if abs(place.x - point.x) > SLACK or abs(place.y - point.y) > SLACK:
            yield f"{connector.id} ends at {point}, beside the site of {name} at {place}"


def _box(shape: Shape) -> Box:
    return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def _shrunk(box: Box) -> Box:
    return box[0] + SLACK, box[1] + SLACK, box[2] - SLACK, box[3] - SLACK


def _label_box(connector: Connector) -> Box:
    assert connector.label is not None
    label = connector.label
    return label.x, label.y, label.x + label.width, label.y + label.height


def _line(start: Point, end: Point) -> Box:
    return min(start.x, end.x), min(start.y, end.y), max(start.x, end.x), max(start.y, end.y)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _in_diamond(box: Box, around: Box) -> bool:
    across, down = (around[0] + around[2]) / 2, (around[1] + around[3]) / 2
    apart_x = max(box[0] - across, across - box[2], 0) / ((around[2] - around[0]) / 2)
    apart_y = max(box[1] - down, down - box[3], 0) / ((around[3] - around[1]) / 2)
    return apart_x + apart_y < 1 - 1e-9
