"""A decision whose branches all lead to the same step.

Whatever the answer, the same is done next: mostly a branch without `go_to` falls through to the step that another one
names, such as *switched over* to *start the stand-by site*. Who follows the flowchart does what should be done only in
one case. Procedures in which a step has a `when` are left alone: that may go by the answer.

Say with `go_to` where each branch goes on. Where the answer is only written down, it needs no decision: ask for it in
`outputs` or in a form.

各分支都去同一步的判断。不管怎么回答，接下来做的都一样：多半是没有写 `go_to` 的分支顺着走到了另一个分支指定的那一步，
例如“切换成功”也走到“启动异地容灾”。照着流程图做的人，会去做只该在一种情况下做的事。
有步骤写了 `when` 的流程不查，那一步可能就是按这里的结论来做的。

请用 `go_to` 写明每个分支的去向。只是要记下结论的，不用判断，写进 `outputs` 或表单。

Bad:

```yaml
steps:
  - action: 切换到备用线路
    decision:  # <-
      - {when: 切换成功}
      - {when: 切换失败, go_to: standby}
  - {id: standby, action: 启动备用机房}
  - 通知客户已恢复
```

Good:

```yaml
steps:
  - action: 切换到备用线路
    decision:
      - {when: 切换成功, go_to: tell}
      - {when: 切换失败}
  - 启动备用机房
  - {id: tell, action: 通知客户已恢复}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.source import pointer

CODE = "SOP215"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="步骤 {number} 的判断不管走哪个分支，去向都一样",
    en="whatever branch of the decision of step {number} is taken, it leads to the same",
)
HINT = Message(
    zh="请用 go_to 写明每个分支的去向；只是记下结论的，不用写判断",
    en="say with `go_to` where each branch goes on; what is only written down needs no decision",
)


def check(context: Context) -> Iterator[Finding]:
    """Every decision with several branches and one way on."""
    if context.has_broken_jumps:
        return  # a jump that leads nowhere may have been meant to lead elsewhere
    graph, places = context.graph, context.index.steps
    conditional = {place.sequence for place in places if place.step.when}  # the answer may say which steps are done
    for place in places:
        decision = place.step.decision
        if decision is None or place.sequence in conditional or len(decision.branches) + bool(decision.otherwise) == 1:
            continue
        name = pointer(place.path)
        apart = f"{name}#decision"
        ways = graph.outgoing[apart if apart in graph.nodes else name]
        if len({way.target for way in ways}) == 1:
            yield Finding((*place.path, "decision"), MESSAGE.format(number=place.number), HINT, at_key=True)
