"""A state that no ticket ever gets to.

A ticket begins in the first state and goes where `next` says, or where the `state` of a step puts it. A state that
neither leads to is a box in the ticket system that nobody can choose, or a way is missing.

Let a state or a step lead to it, or delete it. Of several such states that lead to one another the first is reported.

任何工单都到不了的状态。工单从第一个状态开始，按 `next` 或步骤的 `state` 转移；两者都到不了的状态，
要么是工单系统里选不到的一项，要么漏写了一条去向。

请让某个状态或步骤转到它，或删去它。几个这样的状态相连时，只报第一个。

Bad:

```yaml
states:
  - {id: open, name: 待处理, next: closed}
  - {id: suspended, name: 已挂起, next: closed}  # <-
  - {id: closed, name: 已关闭}
```

Good:

```yaml
states:
  - {id: open, name: 待处理, next: [suspended, closed]}
  - {id: suspended, name: 已挂起, next: [open, closed]}
  - {id: closed, name: 已关闭}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.spec.kinds import Kind

CODE = "SOP214"
SEVERITY = Severity.WARNING

MESSAGE = Message(zh="没有工单会到“{name}”", en="no ticket gets to the state `{name}`")
HINT = Message(zh="请让某个状态或步骤转到它，或删去它", en="let a state or a step lead to it, or delete it")


def check(context: Context) -> Iterator[Finding]:
    """The first of every group of states that neither a state nor a step leads to."""
    states = context.sop.states
    if not any(state.next for state in states):
        return
    from sopgen.flow.analysis import entrances
    from sopgen.flow.states import build_states

    graph = build_states(context.sop)
    by_id = {state.id: f"/states/{position}" for position, state in reversed([*enumerate(states)])}
    set_by_steps = [use.value for use in context.uses(Kind.STATE) if use.path[0] != "states"]
    sources = ["/states#start", *(by_id[name] for name in set_by_steps if name in by_id)]
    for name in entrances(graph, sources):
        node = graph.nodes[name]
        yield Finding(node.path, MESSAGE.format(name=node.text), HINT)
