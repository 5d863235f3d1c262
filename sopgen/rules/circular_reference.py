"""Documents that carry each other out in a circle.

If A carries out B, and B carries out A again, whoever does the work never gets to the end, or does it twice. The same
holds where a document always goes over to the next, with no decision on the way, and the last to the first.

Decide which of them does the work, and take out one of the calls or jumps. To mention each other is fine, and so is to
hand a case back by a decision.

几份 SOP 转成了圈：甲调用乙，乙又调用甲，做事的人要么走不到头，要么把事做两遍。一份不经任何判断就转到下一份，
最后又转回第一份，也是一样。

请明确由哪一份完成这项工作，去掉其中一处调用或移交。互相提到没有关系，经判断把个案退回去也没有关系。

Bad:

```yaml
id: AFS-SOP-2026-001
steps:
  - {action: 派工, call: AFS-SOP-2026-007}  # <-
---
id: AFS-SOP-2026-007
steps:
  - {action: 重新受理报修, call: AFS-SOP-2026-001}
```

Good:

```yaml
id: AFS-SOP-2026-001
steps:
  - {action: 派工, call: AFS-SOP-2026-007}
---
id: AFS-SOP-2026-007
background: "由 [[AFS-SOP-2026-001]] 调用。"
steps:
  - 安排维修工程师
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sopgen.diagnostics import Message, Related, Severity
from sopgen.rules.base.facts import DocumentReference, Facts, RepositoryFinding, Survey

CODE = "SOP803"
SEVERITY = Severity.WARNING

MESSAGE = Message(zh="文件转成了圈：{circle}", en="these documents lead round in a circle: {circle}")
OPEN = Message(
    zh="请明确由哪一份完成这项工作，去掉其中一处调用或移交",
    en="decide which of them does the work, and take out one of the calls or jumps",
)
SHOWN = 8
"""Up to how many documents of a circle a message names."""
ON = Message(zh="这里转到 {number}", en="here it leads on to {number}")


class _Way(NamedTuple):
    """A reference by which the work goes on in another document."""

    source: Facts
    reference: DocumentReference

    @property
    def start(self) -> str:
        return self.source.number[0]

    @property
    def target(self) -> str:
        return self.reference.number


def check(survey: Survey) -> Iterator[RepositoryFinding]:
    """Every circle, at the first of its references that a checked document has."""
    ways = [
        _Way(having[0], reference)
        for having in survey.by_number.values()
        for reference in (having[0].references if having[0].in_use and len(having) == 1 else ())
        if reference.how == "call" or reference.always
    ]
    ring_of = _rings(ways) if ways else {}
    around: dict[str, list[_Way]] = {name: [] for name in ring_of}
    for way in ways:
        if ring_of.get(way.start, -1) == ring_of.get(way.target, -2):
            around[way.start].append(way)
    told: set[int] = set()
    for way in (way for going_on in around.values() for way in going_on):
        ring = ring_of[way.start]
        if way.source.checked and ring not in told:
            told.add(ring)
            yield _finding([way, *_back(way.target, way.start, around)])


def _rings(ways: Sequence[_Way]) -> dict[str, int]:
    """The documents that are in a circle, each with the number of the circles that it is in."""
    from sopgen.flow.analysis import loops
    from sopgen.flow.graph import Edge, Graph, Node

    nodes = {name: Node(name, "call", ()) for way in ways for name in (way.start, way.target)}
    graph = Graph(nodes, tuple(Edge(way.start, way.target) for way in ways))
    return {name: ring for ring, loop in enumerate(loops(graph)) for name in loop}


def _back(start: str, goal: str, around: Mapping[str, Sequence[_Way]]) -> list[_Way]:
    """The shortest way from ``start`` to ``goal`` along the circle that both are in."""
    by: dict[str, _Way | None] = {start: None}
    waiting = [start]
    for name in waiting:
        for way in around[name]:
            if way.target not in by:
                by[way.target] = way
                waiting.append(way.target)
    found = []
    while (way_there := by[goal]) is not None:
        found.append(way_there)
        goal = way_there.start
    return found[::-1]


def _finding(circle: list[_Way]) -> RepositoryFinding:
    names = [circle[0].start, *(way.target for way in circle)]
    if len(names) > SHOWN:
        names[SHOWN - 2 : -1] = ["…"]
    related = (Related(ON.format(number=way.target), way.reference.spot.location) for way in circle[1:SHOWN])
    message = MESSAGE.format(circle=" → ".join(names))
    return RepositoryFinding(message, circle[0].reference.spot, OPEN, tuple(related))
