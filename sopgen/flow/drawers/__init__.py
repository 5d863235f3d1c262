"""What draws a graph: a module a format, loaded only when it is used."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from sopgen.flow.graph import Graph

DRAWERS: Mapping[str, str] = {
    "svg": "sopgen.flow.drawers.svg",
    "mermaid": "sopgen.flow.drawers.mermaid",
    "drawio": "sopgen.flow.drawers.drawio",
    "bpmn": "sopgen.flow.drawers.bpmn",
    "json": "sopgen.flow.drawers.as_json",
}
"""The module of every format by its name on the command line."""


def draw(format_name: str, graph: Graph, *, lanes: bool = True) -> str:
    """One procedure as it is drawn (``Graph.drawn``), or the states of a ticket, in the format of that name."""
    text: str = import_module(DRAWERS[format_name]).draw(graph, lanes=lanes)
    return text
