"""A system that the list of resources leaves out.

Where `resources` says which systems the work needs, `system` in a step names one of them, as it is called there. A
system that only a step knows is one that nobody asked an account for, or the same system under another name.

Write the name as it stands in `resources`, or add the system there. A spec that lists no systems may name any.

步骤的 `system` 不在 `resources` 所列的系统之中。只有步骤里提到的系统，往往没有人申请账号；
也可能是同一个系统有了两种叫法。

请按 `resources` 中的名称写，或在 `resources` 中加上这个系统。`resources` 中没有列系统的，步骤里可以随意写。

Bad:

```yaml
resources:
  - {name: 工单系统, kind: system, note: 需账号}
steps:
  - action: 登记报修信息
    system: 工单平台  # <-
```

Good:

```yaml
resources:
  - {name: 工单系统, kind: system, note: 需账号}
steps:
  - action: 登记报修信息
    system: 工单系统
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.repair import Replace, writing
from sopgen.source.nearest import DID_YOU_MEAN
from sopgen.spec.kinds import Kind

CODE = "SOP405"
SEVERITY = Severity.ERROR

MESSAGE = Message(zh="resources 中没有列出“{name}”", en="`resources` does not list `{name}`")
ADD = Message(
    zh="请在 resources 中加上“{{name: {name}, kind: system}}”，或改用已列出的名称",
    en="add `{{name: {name}, kind: system}}` under `resources`, or write a name that is listed there",
)


def check(context: Context) -> Iterator[Finding]:
    """Every system of a step that is not among the resources, where these list systems."""
    listed = {resource.name for resource in context.sop.resources}
    if not any(resource.kind in ("system", None) for resource in context.sop.resources):
        return
    for use in context.uses(Kind.RESOURCE):
        if use.value not in listed:
            meant = context.meaning.guess(use.value, "resource", sorted(listed))
            hint = DID_YOU_MEAN.format(name=meant.name) if meant else ADD.format(name=use.value)
            repair = writing(Replace(use.path, meant.name), safe=meant.is_plain) if meant else None
            yield Finding(use.path, MESSAGE.format(name=use.value), hint, repair=repair)
