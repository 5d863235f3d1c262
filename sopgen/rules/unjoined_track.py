"""A parallel track that never comes to its end.

The flow goes on when all tracks have ended. A track that has a procedure carried out which always goes over to another
SOP never comes back, and the other tracks wait for it.

Let the procedure end, and go over after the tracks have joined; or `call` the other SOP, which comes back.

走不到汇合处的并行分支。各分支都结束，流程才继续；如果分支里执行的流程总是转去另一份 SOP 而不回来，
其余分支就一直等它。

请让这个流程正常结束，汇合之后再转出去；或者用 `call` 执行另一份 SOP，它会回来。

Bad:

```yaml
references: [{number: AFS-SOP-2026-002, title: 产品退换货处理}]
procedures:
  - title: 报修处理
    steps:
      - action: 同时准备
        parallel:
          - {title: 备件, steps: [查询库存]}
          - title: 退货  # <-
            steps: [{action: 办理退货, call: returns}]
      - 告知客户
  - id: returns
    title: 退货
    steps:
      - {action: 移交退换货, next: AFS-SOP-2026-002}
```

Good:

```yaml
references: [{number: AFS-SOP-2026-002, title: 产品退换货处理}]
procedures:
  - title: 报修处理
    steps:
      - action: 同时准备
        parallel:
          - {title: 备件, steps: [查询库存]}
          - title: 退货
            steps: [{action: 办理退货, call: returns}]
      - 告知客户
  - id: returns
    title: 退货
    steps:
      - {action: 移交退换货, call: AFS-SOP-2026-002}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.source import pointer

CODE = "SOP212"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="这个并行分支执行的流程“{procedure}”不会回来，其余分支会一直等它",
    en="the procedure “{procedure}” that this track has carried out never comes back, and the other tracks wait for it",
)
HINT = Message(
    zh="请让这个流程正常结束，汇合之后再转出去；或改用 call",
    en="let that procedure end and go over after the tracks have joined, or write `call` in it",
)
THERE = Message(zh="流程在这里", en="this is the procedure")


def check(context: Context) -> Iterator[Finding]:
    """Every track whose every way leads through a procedure that goes over elsewhere."""
    forks = [place for place in context.index.steps if place.step.parallel]
    if not forks:
        return
    from sopgen.flow.analysis import never_returning, reachable_from

    graph = context.graph
    lost = never_returning(graph)
    calls = frozenset(name for name, node in graph.nodes.items() if node.callee in lost)
    for place in forks if calls else ():
        join = f"{pointer(place.path)}#join"
        for side, track in enumerate(place.step.parallel):
            path = (*place.path, "parallel", side)
            # a track that is such a procedure is found by jump-across-tracks, where it goes over
            reached = reachable_from(graph, [pointer((*path, "steps", 0))], barring=calls) if track.steps else {join}
            callees = (node.callee for name in reached if name in calls and (node := graph.nodes[name]).callee)
            callee = next(callees, None)
            if join not in reached and callee is not None:
                title = context.sop.procedures[int(callee[1])].title
                yield Finding(path, MESSAGE.format(procedure=title), HINT, related=((THERE, callee),))
