"""A loop without a way out.

Going back to try again is meant, where something says when it is enough. A loop that no branch leaves and that no step
of can be left out goes round for ever: the customer is called a fourth and a fortieth time.

Lead a branch out of it, such as `{when: 满3次仍未接通, go_to: close}`, or let a `wait` have an `otherwise`.

没有出口的循环。回头重做是可以的，只要写明到什么时候为止；没有一个分支能走出去的循环会永远转下去，客户会接到第四个、
第四十个电话。

请加一个走出循环的分支，如 `{when: 满3次仍未接通, go_to: close}`，或给 `wait` 写上 `otherwise`。

Bad:

```yaml
steps:
  - {id: call, action: 致电客户}
  - {action: 记录未接通, wait: 2小时, next: call}  # <-
  - {id: close, action: 归档}
```

Good:

```yaml
steps:
  - id: call
    action: 致电客户
    decision: [{when: 接通, go_to: close}, {when: 未接通，未满3次}, {when: 未接通，已满3次, go_to: close}]
  - {action: 记录未接通, wait: 2小时, next: call}
  - {id: close, action: 归档}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding

if TYPE_CHECKING:
    from sopgen.flow.graph import Node
    from sopgen.spec.numbering import StepPlace

CODE = "SOP206"
SEVERITY = Severity.ERROR

MESSAGE = Message(
    zh="步骤 {first} 到步骤 {last} 循环往复，没有出口", en="the loop from step {first} to step {last} has no way out"
)
ITSELF = Message(zh="步骤 {last} 转回自己，没有出口", en="step {last} leads back to itself and nowhere else")
ACROSS = Message(
    zh="两个流程互相转来转去，没有出口，步骤 {last} 是其中一步",
    en="procedures that go over to one another have no way out: step {last} is one of them",
)
HINT = Message(
    zh="请加一个走出循环的分支，写明到什么时候为止", en="lead a branch out of it that says when it is enough"
)
FIRST = Message(zh="循环从这里开始", en="the loop begins here")


def check(context: Context) -> Iterator[Finding]:
    """Every loop that is come to and not left, at the step that goes back."""
    from sopgen.flow.analysis import loops, reachable, ways_out

    graph = context.graph
    endless = [loop for loop in loops(graph) if not ways_out(graph, loop)]
    reached = reachable(graph) if endless else frozenset()
    for loop in endless:
        ends = _ends(context, loop) if loop[0] in reached else None
        if ends is not None:
            first, last = ends
            message = ITSELF if first is last else MESSAGE if first.sequence == last.sequence else ACROSS
            related = () if first is last else ((FIRST, first.path),)
            yield Finding(last.path, message.format(first=first.number, last=last.number), HINT, related=related)


def _ends(context: Context, loop: tuple[str, ...]) -> tuple[StepPlace, StepPlace] | None:
    """The step that a loop goes back to, and the one from which it does; None for a loop without steps."""
    graph = context.graph
    steps = [(name, place) for name in loop if (place := _step(context, graph.nodes[name])) is not None]
    by_name = dict(steps)
    back = [
        (by_name[edge.target], place)
        for name, place in steps
        for edge in graph.outgoing[name]
        if edge.back and edge.target in by_name
    ]
    return back[-1] if back else (steps[0][1], steps[-1][1]) if steps else None


def _step(context: Context, node: Node) -> StepPlace | None:
    """The step that a node belongs to; None for where a jump from another procedure arrives, and the like."""
    return None if node.kind == "entry" else context.step_places.get(node.path)
