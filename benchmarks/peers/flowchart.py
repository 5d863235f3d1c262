"""The flowchart drawn by Graphviz, as a picture: what documents have that are made without sopgen."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from textwrap import wrap
from typing import Any

DOTS = 220
"""Dots per inch: what Word itself keeps of a picture unless it is told otherwise."""
_LINE = 12
"""How many characters a line in a shape has."""
_FACE = 'fontname="Noto Sans CJK SC"'


def is_installed() -> bool:
    """Whether there is a Graphviz to compare with."""
    return shutil.which("dot") is not None


def picture(spec: dict[str, Any]) -> bytes:
    """The steps of a spec, each with its number and action, and the ways between them, as a PNG file."""
    graph = "\n".join(
        ("digraph {", f"graph [dpi={DOTS}] node [shape=box {_FACE}] edge [{_FACE}]", *_nodes(spec), *_edges(spec), "}")
    )
    return subprocess.run(["dot", "-Tpng"], input=graph.encode(), stdout=subprocess.PIPE, check=True).stdout


def _nodes(spec: dict[str, Any]) -> Iterator[str]:
    for number, step in enumerate(spec["steps"], 1):
        shape = ' shape="diamond"' if "decision" in step else ""
        lines = wrap(f"{number} {step['action']}", _LINE)
        yield f"{_quoted(step['id'])} [label={_quoted(*lines)}{shape}]"


def _edges(spec: dict[str, Any]) -> Iterator[str]:
    steps = spec["steps"]
    following = [*(step["id"] for step in steps[1:]), None]
    for step, after in zip(steps, following, strict=True):
        ways = [(way["go_to"], way["when"]) for way in step.get("decision", {}).get("branches", ())]
        for target, label in ways or [(step.get("next", after), "")]:
            if target:
                yield f"{_quoted(step['id'])} -> {_quoted(target)} [label={_quoted(label)}]"


def _quoted(*lines: str) -> str:
    return '"' + r"\n".join(line.replace('"', r"\"") for line in lines) + '"'
