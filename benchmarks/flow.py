"""Diagrams: how long laying one out takes, and crossings and length of lines beside Graphviz's ``dot``, if it is there.

Graphviz gets the same nodes, of the same sizes, and knows no lanes; it may draw lines in any direction. Both are
compared without lanes, for a lane is a condition that costs crossings; sopgen with lanes is given besides.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations, pairwise
from math import hypot
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.measuring import at_most, heading, milliseconds, side_by_side, table

ROOT = Path(__file__).parents[1]
Point = tuple[float, float]
Line = tuple[str, str, list[Point]]
"""Where from, where to, and the points in between."""


def run(rounds: int) -> None:
    """Print the times, and what the diagrams are like."""
    from sopgen.flow.placement import Frame, place

    pages = Frame(415, 700, 640, (698, 400))
    graphs = {f"{steps} steps": _graph(_spec(steps)) for steps in (20, 60, 200)}
    heading("Flow: laying out a diagram")
    for name, graph in graphs.items():
        contestants = {"one page": partial(place, graph), "A4 pages": partial(place, graph, pages)}
        samples = side_by_side(contestants, rounds)
        table([(name, *(f"{key} {milliseconds(times)}" for key, times in samples.items()))])
    at_most(min(samples["one page"]), 0.5, "seconds for 200 steps")
    drawn = _written()
    samples = side_by_side({"all": lambda: [place_it() for place_it in drawn]}, rounds)
    each = [seconds / len(drawn) for seconds in samples["all"]]
    table([("specs/", f"{len(drawn)} diagrams", f"each {milliseconds(each)}")])
    heading("Flow: crossings, length of lines in thousands of points")
    rows: list[tuple[str, ...]] = [("", "sopgen", "in lanes", "dot")]
    for name, graph in graphs.items():
        placed = [_measured(_lines(place(graph, lanes=lanes))) for lanes in (False, True)]
        rows.append((name, *placed, _measured(_dot(graph)) if shutil.which("dot") else "not installed"))
    table(rows)


def _spec(steps: int) -> dict[str, Any]:
    """A process with a question every fifth step, of which four in ten lead back; the same every time."""
    chance = random.Random(1)
    roles = [f"role{number}" for number in range(6)]
    role, found = roles[0], []
    for number in range(steps):
        if chance.random() < 0.3:
            role = chance.choice(roles)
        step: dict[str, Any] = {
            "id": f"s{number}",
            "action": "登记客户报修信息",
            "role": role,
            "time_limit": "10分钟内",
        }
        if number % 5 == 3:
            back = chance.random() < 0.4
            target = number - chance.randint(1, 6) if back else number + chance.randint(2, 9)
            wrong = {"when": "否", "go_to": f"s{min(max(target, 0), steps - 1)}"}
            step["decision"] = {"question": "是否合格？", "branches": [{"when": "是"}, wrong]}
        found.append(step)
    return {"roles": {name: name for name in roles}, "steps": found}


def _graph(spec: dict[str, Any]) -> Any:
    from sopgen.flow.build import build
    from sopgen.source import decode, parse
    from sopgen.spec import load

    head = {"sopgen": "1", "id": "A-1", "title": "T", "version": "V1.0", "purpose": "P"}
    text = "".join(f"{key}: {json.dumps(value)}\n" for key, value in {**head, **spec}.items())
    return build(load(parse(decode(text.encode(), "flow.yaml"))).index).drawn(())


def _written() -> list[Callable[[], object]]:
    """The placing of each diagram of ``specs/`` on the pages of its Word document."""
    from sopgen import pipeline
    from sopgen.flow.placement import place
    from sopgen.repository import Repository
    from sopgen.style import load_style

    found: list[Callable[[], object]] = []

    def noted(*graph_and_frame: Any, lanes: bool) -> Any:
        found.append(partial(place, *graph_and_frame, lanes=lanes))
        return found[-1]()

    repository, style = Repository.find(ROOT), load_style("enterprise")
    with patch("sopgen.writers.docx.diagrams.writing.placed", noted):
        for file in repository.gather([str(ROOT / "specs")]).files:
            spec = pipeline.check(file, repository).spec
            if spec:
                pipeline.write(spec, file, repository, "docx", style)
    return found


def _lines(placement: Any) -> list[Line]:
    return [
        (line.source, line.target, [(point.x, point.y) for point in line.points])
        for page in placement.pages
        for line in page.connectors
    ]


def _dot(graph: Any) -> list[Line]:
    """What Graphviz makes of the same graph; its curves as the lines between their points."""
    from sopgen.flow.placement import place

    shapes = {shape.id: shape for shape in place(graph, lanes=False).pages[0].shapes}
    nodes = "".join(
        f'"{name}" [shape=box fixedsize=true label="" width={shape.width / 72} height={shape.height / 72}];'
        for name, shape in shapes.items()
    )
    edges = "".join(f'"{one}" -> "{other}";' for one, other in dict.fromkeys(edge[:2] for edge in graph.edges))
    source = f"digraph {{ splines=polyline; nodesep=0.3; ranksep=0.3; {nodes} {edges} }}"
    ran = subprocess.run(["dot", "-Tjson"], input=source, capture_output=True, text=True, check=True)
    drawn = json.loads(ran.stdout)
    names = {item["_gvid"]: item["name"] for item in drawn["objects"]}
    return [
        (names[edge["tail"]], names[edge["head"]], [(x, y) for x, y in _curve(edge["_draw_"])])
        for edge in drawn["edges"]
    ]


def _curve(operations: list[dict[str, Any]]) -> list[Point]:
    points = next(one["points"] for one in operations if one["op"] in ("b", "B"))
    return [(x, y) for x, y in points]


def _measured(lines: Sequence[Line]) -> str:
    length = sum(hypot(c - a, d - b) for _, _, points in lines for (a, b), (c, d) in pairwise(points))
    return f"{_crossings(lines)} / {length / 1000:.1f}"


def _crossings(lines: Sequence[Line]) -> int:
    """At how many places lines cross that have no end in common; where lines run together they are one."""
    places = {
        place
        for (source, target, points), (other, end, others) in combinations(lines, 2)
        if not {source, target} & {other, end}
        for a, b in pairwise(points)
        for c, d in pairwise(others)
        if (place := _crossing(a, b, c, d)) is not None
    }
    return len(places)


def _crossing(a: Point, b: Point, c: Point, d: Point) -> tuple[int, int] | None:
    """Where two stretches cross, to the point; None if they do not, or only touch."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    one, other = side(c, d, a), side(c, d, b)
    if side(a, b, c) * side(a, b, d) >= 0 or one * other >= 0:
        return None
    part = one / (one - other)
    return round(a[0] + part * (b[0] - a[0])), round(a[1] + part * (b[1] - a[1]))
