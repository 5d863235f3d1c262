"""A graph as BPMN 2.0 XML: a process in a pool with a lane a role, and diagram interchange.

BPMN knows neither bars nor shapes for waits: parallel tracks stand between parallel gateways, a wait is a timer event,
or a gateway where something else may come first. What goes over to another SOP is an end event of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from xml.sax.saxutils import escape, quoteattr

from sopgen.flow.graph import Graph, Node
from sopgen.flow.placement import Connector, Page, Point, Shape, place

_NAMESPACES = (
    'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" '
    'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"'
)
_EVENTS = ("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent")
_BAND = 24.0
"""The height of the pool's own heading, in points."""
_EVENT = 27.0
"""Width and height of an event at most, in points."""
_PIXELS = 4 / 3
"""BPMN's tools reckon in pixels, and set text in 11 or 12 of them: what holds 10.5 points holds that."""


def draw(graph: Graph, *, lanes: bool = True) -> str:
    """The BPMN file of a graph."""
    gateways = {
        name: node._replace(kind="gateway") if node.kind in ("fork", "join") else node
        for name, node in graph.nodes.items()
    }
    page = place(replace(graph, nodes=gateways), lanes=lanes).pages[0]
    return "\n".join(_Bpmn(graph, page).lines()) + "\n"


class _Bpmn:
    def __init__(self, graph: Graph, page: Page) -> None:
        self.graph, self.page = graph, page
        self.shapes = {shape.id: shape for shape in page.shapes}
        self.names = {shape.id: f"n{number}" for number, shape in enumerate(page.shapes)}
        self.into, self.out_of = defaultdict[str, list[Connector]](list), defaultdict[str, list[Connector]](list)
        for connector in page.connectors:
            self.into[connector.target].append(connector)
            self.out_of[connector.source].append(connector)
        self.tags = {shape.id: self._tag(shape) for shape in page.shapes}

    def lines(self) -> Iterator[str]:
        title = quoteattr(self.graph.title)
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield f'<definitions {_NAMESPACES} id="definitions" targetNamespace="urn:sopgen">'
        yield '<collaboration id="collaboration">'
        yield f'<participant id="pool" name={title} processRef="process"/></collaboration>'
        yield f'<process id="process" name={title} isExecutable="false">'
        yield from self._lanes()
        for shape in self.page.shapes:
            yield from self._element(shape)
        for connector in self.page.connectors:
            yield from self._flow(connector)
        yield "</process>"
        yield '<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="collaboration">'
        yield from self._pool()
        for shape in self.page.shapes:
            yield from self._drawn(shape)
        for connector in self.page.connectors:
            yield from self._line(connector)
        yield "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"
        yield "</definitions>"

    def _node(self, shape: Shape) -> Node | None:
        return self.graph.nodes.get(shape.id)

    def _tag(self, shape: Shape) -> str:
        node = self._node(shape)
        if node is not None and node.nested:
            return "subProcess"
        if shape.kind == "wait":
            return "intermediateCatchEvent" if len(self.out_of[shape.id]) == 1 else "exclusiveGateway"
        return {
            "start": "startEvent",
            "entry": "startEvent",
            "exception": "startEvent",
            "end": "endEvent",
            "handover": "endEvent",
            "decision": "exclusiveGateway",
            "gateway": "parallelGateway",
            "call": "callActivity",
            "out": "intermediateThrowEvent",
            "in": "intermediateCatchEvent",
        }.get(shape.kind, "task")

    def _lanes(self) -> Iterator[str]:
        yield '<laneSet id="lanes">'
        for number, lane in enumerate(self.page.lanes):
            yield f'<lane id="lane{number}" name={quoteattr(lane.heading.text)}>'
            for shape in self.page.shapes:
                if shape.lane == lane.role:
                    yield f"<flowNodeRef>{self.names[shape.id]}</flowNodeRef>"
            yield "</lane>"
        yield "</laneSet>"

    def _element(self, shape: Shape) -> Iterator[str]:
        name, tag, node = self.names[shape.id], self.tags[shape.id], self._node(shape)
        text = shape.name if node is None or node.kind not in ("fork", "join") else ""
        yield f'<{tag} id="{name}"{f" name={quoteattr(text)}" if text else ""}>'
        told = [node.limit, *node.notes] if node else []
        if any(told):
            yield f"<documentation>{escape(' · '.join(filter(None, told)))}</documentation>"
        yield from (f"<incoming>{_flow_id(connector)}</incoming>" for connector in self.into[shape.id])
        yield from (f"<outgoing>{_flow_id(connector)}</outgoing>" for connector in self.out_of[shape.id])
        if shape.kind == "wait" and tag == "intermediateCatchEvent":
            yield f'<timerEventDefinition id="{name}-timer"/>'
        if shape.kind in ("out", "in"):
            yield f'<linkEventDefinition id="{name}-link" name={quoteattr(shape.name)}/>'
        yield f"</{tag}>"

    def _flow(self, connector: Connector) -> Iterator[str]:
        name = f" name={quoteattr(connector.label.text.text)}" if connector.label else ""
        ends = f'sourceRef="{self.names[connector.source]}" targetRef="{self.names[connector.target]}"'
        yield f'<sequenceFlow id="{_flow_id(connector)}"{name} {ends}/>'

    def _pool(self) -> Iterator[str]:
        page = self.page
        yield '<bpmndi:BPMNShape id="pool-shape" bpmnElement="pool" isHorizontal="false">'
        yield f"{_bounds(0, -_BAND, page.width, page.height + _BAND)}</bpmndi:BPMNShape>"
        for number, lane in enumerate(page.lanes):
            yield f'<bpmndi:BPMNShape id="lane{number}-shape" bpmnElement="lane{number}" isHorizontal="false">'
            yield f"{_bounds(lane.x, 0, lane.width, page.height)}</bpmndi:BPMNShape>"

    def _drawn(self, shape: Shape) -> Iterator[str]:
        name, tag = self.names[shape.id], self.tags[shape.id]
        extra = ' isExpanded="false"' if tag == "subProcess" else ""
        extra += ' isMarkerVisible="false"' if tag == "exclusiveGateway" else ""
        yield f'<bpmndi:BPMNShape id="{name}-shape" bpmnElement="{name}"{extra}>'
        yield _bounds(*self._box(shape))
        if tag in _EVENTS or tag == "exclusiveGateway":
            yield f"<bpmndi:BPMNLabel>{_bounds(*self._label_box(shape))}</bpmndi:BPMNLabel>"
        yield "</bpmndi:BPMNShape>"

    def _box(self, shape: Shape) -> tuple[float, float, float, float]:
        """Events are circles, in the middle of where the shape is."""
        if self.tags[shape.id] not in _EVENTS:
            return shape.x, shape.y, shape.width, shape.height
        side = min(shape.width, shape.height, _EVENT)
        return shape.x + (shape.width - side) / 2, shape.y + (shape.height - side) / 2, side, side

    def _label_box(self, shape: Shape) -> tuple[float, float, float, float]:
        """The text of an event stands to its right, that of a gateway in it."""
        x, y, width, height = self._box(shape)
        if self.tags[shape.id] in _EVENTS:
            beside = shape.x + shape.width - x - width
            return x + width + 3, shape.y, max(beside, shape.width / 2 + _EVENT), shape.height
        return x + width * 0.2, y + height * 0.25, width * 0.6, height * 0.5

    def _line(self, connector: Connector) -> Iterator[str]:
        flow = _flow_id(connector)
        yield f'<bpmndi:BPMNEdge id="{flow}-edge" bpmnElement="{flow}">'
        points = [*connector.points]
        points[0] = self._touch(self.shapes[connector.source], points[0])
        points[-1] = self._touch(self.shapes[connector.target], points[-1])
        for point in points:
            yield f'<di:waypoint x="{point.x * _PIXELS:.2f}" y="{point.y * _PIXELS:.2f}"/>'
        label = connector.label
        if label is not None:
            yield f"<bpmndi:BPMNLabel>{_bounds(label.x, label.y, label.width, label.height)}</bpmndi:BPMNLabel>"
        yield "</bpmndi:BPMNEdge>"

    def _touch(self, shape: Shape, point: Point) -> Point:
        """An end moved to the edge of the circle that an event is."""
        x, y, width, height = self._box(shape)
        return Point(min(max(point.x, x), x + width), min(max(point.y, y), y + height))


def _flow_id(connector: Connector) -> str:
    return f"f-{connector.id}"


def _bounds(*box: float) -> str:
    """Left edge, top edge, width and height, given in points."""
    x, y, width, height = (f"{length * _PIXELS:.2f}" for length in box)
    return f'<dc:Bounds x="{x}" y="{y}" width="{width}" height="{height}"/>'
