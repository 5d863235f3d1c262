"""A system among the resources that nothing is done in.

Where steps say in which `system` they are done, a system that no step and no text names is one for which people are
given accounts and training for nothing, or one that a step forgot to name.

Name it under `system` of the steps that are done in it, or delete it. Tools, materials and documents need no step.

没有步骤用到的系统。
步骤写明了在哪个 `system` 中操作，而 `resources` 里的这个系统没有步骤也没有文字提到：
要么白白开通了账号，要么是步骤忘了写。

请在用到它的步骤的 `system` 中写上它，不用的请删去。工具、物料和资料不要求写进步骤。

Bad:

```yaml
resources:
  - {name: 工单系统, kind: system}
  - {name: 呼叫平台, kind: system}  # <-
steps:
  - {action: 登记客户来电, system: 工单系统}
```

Good:

```yaml
resources:
  - {name: 工单系统, kind: system}
  - {name: 呼叫平台, kind: system}
steps:
  - {action: 登记客户来电, system: [呼叫平台, 工单系统]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.naming import words_outside
from sopgen.spec.kinds import Kind

CODE = "SOP415"
SEVERITY = Severity.NOTE

MESSAGE = Message(zh="没有步骤用到系统“{name}”", en="no step is done in the system `{name}`")
USE_OR_DELETE = Message(
    zh="请在用到它的步骤中写上 system: {name}，不用的请删去",
    en="write `system: {name}` in the steps that are done in it, or delete it",
)


def check(context: Context) -> Iterator[Finding]:
    """Every system that no step and no text names, where steps name systems."""
    used = {use.value for use in context.uses(Kind.RESOURCE)}
    listed = [*enumerate(context.sop.resources)] if used else []
    unused = [(place, one.name) for place, one in listed if one.kind == "system" and one.name not in used]
    words = words_outside(context, "resources") if unused else ""
    for place, name in unused:
        if name not in words:
            yield Finding(("resources", place), MESSAGE.format(name=name), USE_OR_DELETE.format(name=name))
