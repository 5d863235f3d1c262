"""A graph as a Mermaid flowchart, a subgraph a lane."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.flow.graph import Edge, Graph, Node

_BRACKETS = {
    "start": ("([", "])"),
    "end": ("([", "])"),
    "decision": ("{", "}"),
    "call": ("[[", "]]"),
    "handover": ("[/", "\\]"),
    "entry": ("[\\", "/]"),
    "exception": (">", "]"),
    "wait": ("{{", "}}"),
    "state": ("(", ")"),
}
_ESCAPED = re.compile(r"[\"<>&#`*_\[\]{}|\\]")


def draw(graph: Graph, *, lanes: bool = True) -> str:
    """The Mermaid text of a graph."""
    names = {name: f"n{number}" for number, name in enumerate(graph.nodes)}
    lines = ["flowchart TD"]
    if lanes:
        for number, (role, title) in enumerate(graph.roles.items()):
            lines.append(f'  subgraph lane{number}["{_text(title)}"]')
            lines += [f"    {_node(node, names[node.id])}" for node in graph.nodes.values() if node.lane == role]
            lines.append("  end")
    else:
        lines += [f"  {_node(node, names[node.id])}" for node in graph.nodes.values()]
    lines += [f"  {_edge(edge, names)}" for edge in graph.edges]
    lines += [f"  {line}" for line in _looks(graph, names)]
    return "\n".join([*lines, ""])


def _node(node: Node, name: str) -> str:
    if node.kind in ("fork", "join"):
        return f"{name}@{{ shape: fork }}"
    opening, closing = _BRACKETS.get(node.kind, ("[", "]"))
    mark = "★" if node.checkpoint else ""
    head = " ".join(part for part in (f"{mark}{node.number}", node.text) if part)
    text = "<br/>".join(map(_text, (head, *node.notes, *([node.limit] if node.limit else []))))
    return f'{name}{opening}"{text}"{closing}'


def _edge(edge: Edge, names: dict[str, str]) -> str:
    arrow = "-->" if edge.kind == "flow" else "-.->"
    label = f'|"{_text(edge.label)}"|' if edge.label else ""
    return f"{names[edge.source]} {arrow}{label} {names[edge.target]}"


def _looks(graph: Graph, names: dict[str, str]) -> Iterator[str]:
    for look, style in (("checkpoint", "stroke-width:3px"), ("optional", "stroke-dasharray:4 3")):
        marked = [names[name] for name, node in graph.nodes.items() if getattr(node, look)]
        if marked:
            yield f"classDef {look} {style}"
            yield f"class {','.join(marked)} {look}"


def _text(text: str) -> str:
    """Text in which Mermaid sees neither its own signs nor Markdown nor HTML."""
    escaped = _ESCAPED.sub(lambda match: f"#{ord(match[0])};", " ".join(text.split()))
    return re.sub(r"^(\d+)([.)]) ", r"\1#46; ", escaped) if escaped[:1].isdigit() else escaped
