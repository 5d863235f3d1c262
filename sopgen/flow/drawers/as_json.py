"""A graph as JSON: nodes, edges, lanes, and where everything lies on a single page."""

from __future__ import annotations

import json
from typing import Any

from sopgen.flow.graph import Graph
from sopgen.flow.placement import Placement, Point, place


def draw(graph: Graph, *, lanes: bool = True) -> str:
    """The JSON text of a graph; lengths are in points."""
    placement = place(graph, lanes=lanes)
    page = placement.pages[0]
    data = {
        "title": graph.title,
        "width": _round(page.width),
        "height": _round(page.height),
        "size": placement.size,
        "lanes": [
            {"role": lane.role, "name": lane.heading.text, "x": _round(lane.x), "width": _round(lane.width)}
            for lane in page.lanes
        ],
        "nodes": _nodes(graph, placement),
        "edges": _edges(graph, placement),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _nodes(graph: Graph, placement: Placement) -> list[dict[str, Any]]:
    shapes = {shape.id: shape for shape in placement.pages[0].shapes}
    keys = ("number", "text", "roles", "limit", "notes", "checkpoint", "optional", "nested", "inputs", "outputs")
    return [
        {
            "id": node.id,
            "kind": node.kind,
            **{key: value for key in keys if (value := getattr(node, key))},
            **{key: _round(getattr(shapes[node.id], key)) for key in ("x", "y", "width", "height")},
        }
        for node in graph.nodes.values()
    ]


def _edges(graph: Graph, placement: Placement) -> list[dict[str, Any]]:
    lines = {position: line for line in placement.pages[0].connectors for position in line.edges}
    return [
        {
            "source": edge.source,
            "target": edge.target,
            **({"label": edge.label} if edge.label else {}),
            "kind": edge.kind,
            **({"back": True} if edge.back else {}),
            "points": [_point(point) for point in lines[position].points],
        }
        for position, edge in enumerate(graph.edges)
    ]


def _point(point: Point) -> list[float]:
    return [_round(point.x), _round(point.y)]


def _round(length: float) -> float:
    return round(length, 2)
