"""A step that nobody does.

A step needs somebody who takes it: its own `role`, or that of the procedure, of the document or of the step around it.
A step for everyone is a step for no one, and has no lane in the flowchart.

Write the `role` of the step; where all steps are done by one role, write it once, for the procedure. A step that only
holds others, or has another procedure carried out, needs none, nor does one whose action begins with who does it.

步骤没有写由谁执行。每一步都要有人做：写步骤自己的 `role`，或者由流程、文件、上层步骤的 `role` 统一指定。
人人都可以做的事往往没有人做，流程图里也没有它的泳道。

请写上步骤的 `role`；各步都由同一角色执行的，在流程上写一次即可。只含子步骤或只调用其他流程的步骤不必写，
动作以执行人开头的也不必写。

Bad:

```yaml
roles: {agent: 客服专员}
steps:
  - {action: 登记客户来电, role: agent}
  - 判断故障类型  # <-
```

Good:

```yaml
roles: {agent: 客服专员, engineer: 技术支持工程师}
steps:
  - {action: 登记客户来电, role: agent}
  - {action: 判断故障类型, role: engineer}
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.source import Path, pointer

CODE = "SOP105"
SEVERITY = Severity.WARNING

MESSAGE = Message(zh="步骤 {number} 没有写由谁执行", en="nothing says who does step {number}")
NONE = Message(zh="各步骤都没有写由谁执行", en="nothing says who does the steps of this procedure")
HINT = Message(zh="请写上步骤的 role", en="write the `role` of the step")
HINT_FOR_ALL = Message(
    zh="请写上各步骤的 role；都由同一角色执行的，写在流程上", en="write the `role` of each step, or one for all of them"
)


def check(context: Context) -> Iterator[Finding]:
    """Every step without a role that does something itself; once for a procedure none of whose steps has one."""
    actors = tuple(role.name for role in context.sop.roles.values() if not role.external)
    nodes = context.graph.nodes
    lacking: dict[Path, list[Finding]] = {}
    counts: Counter[Path] = Counter()
    for place in context.index.steps:
        step = place.step
        if step.steps or step.parallel or step.call:
            continue
        counts[place.sequence] += 1
        said = (step.title or "").startswith(actors) or step.action.startswith(actors)
        if not nodes[pointer(place.path)].roles and not said:
            one = Finding(place.path, MESSAGE.format(number=place.number), HINT)
            lacking.setdefault(place.sequence, []).append(one)
    for sequence, found in lacking.items():
        if len(found) == counts[sequence] > 1:
            yield Finding((*sequence, "steps"), NONE, HINT_FOR_ALL, at_key=True)
        else:
            yield from found
