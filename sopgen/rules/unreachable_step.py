"""A step that the flow never comes to.

Each step goes on to the one below it, unless it says where else to go. Where the step above goes elsewhere and nothing
leads back, a step is printed and never done. Often a branch lacks its `go_to`, or the step is left over.

Lead a branch, a `next` or an exception to the step, or delete it. A step that a text refers to (`[[close]]`) counts as
reached, and so does what follows a step that may be left out. Of several steps in a row only the first is reported.

流程永远走不到的步骤。没有写去向时，一步做完就到下一步；如果上一步都转去了别处，又没有哪里转回来，
这一步就只是印在纸上。多半是某个分支漏写了 `go_to`，或是旧版本留下的步骤。

请让某个分支、`next` 或异常情况转到这一步，或删去它。文字中引用到的步骤（`[[close]]`）算作走得到。
连续几步都走不到时，只报第一步。

Bad:

```yaml
steps:
  - {id: register, action: 登记报修信息}
  - action: 判断能否远程处理
    decision:
      - {when: 能, go_to: remote}
      - {when: 不能, go_to: dispatch}
  - 答复客户的咨询  # <-
  - {id: remote, action: 远程协助, next: end}
  - {id: dispatch, action: 派工}
```

Good:

```yaml
steps:
  - {id: register, action: 登记报修信息}
  - action: 判断能否远程处理
    decision:
      - {when: 只是咨询}
      - {when: 能, go_to: remote}
      - {when: 不能, go_to: dispatch}
  - {action: 答复客户的咨询, next: end}
  - {id: remote, action: 远程协助, next: end}
  - {id: dispatch, action: 派工}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.source import pointer

CODE = "SOP204"
SEVERITY = Severity.WARNING

MESSAGE = Message(zh="流程走不到步骤 {number}", en="nothing leads to step {number}")
HINT = Message(
    zh="请让某个分支、next 或异常情况转到这一步，或删去它",
    en="lead a branch, a `next` or an exception to it, or delete it",
)


def check(context: Context) -> Iterator[Finding]:
    """The first of every row of steps that nothing leads to."""
    from sopgen.flow.analysis import SOURCES, entrances

    if context.has_broken_jumps:
        return  # a jump that leads nowhere may have been meant to lead there
    graph, ids = context.graph, context.index.ids["step"]
    sources = [name for name, node in graph.nodes.items() if node.kind in SOURCES]
    told = [reference.name for reference, _ in context.index.mentions if reference.target == "step"]
    sources += [pointer(path) for name in told for path in ids.get(name, ())[:1]]
    for name in entrances(graph, sources):
        node = graph.nodes[name]
        if node.number:
            yield Finding(node.path, MESSAGE.format(number=node.number), HINT)
