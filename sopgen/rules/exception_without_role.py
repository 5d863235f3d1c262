"""An exception that nobody deals with.

When something goes wrong, people look to each other. An exception without a role, an escalation or a step to go on
with says what is done, but not by whom.

Write the `role` that deals with it, or `escalate_to`. A response that names the role in its words will do, and where
the document has only one role it is clear anyway.

异常情况没有写由谁处理。
出了意外，人人都等别人出手。异常情况没有写明角色，没有升级对象，也没有转到某个步骤，就只说了做什么，没说谁来做。

请写上处理它的 `role` 或 `escalate_to`；处理办法里写明了角色名称的也可以；文件只有一个角色时不必写。

Bad:

```yaml
roles: {agent: 客服专员, engineer: 维修工程师}
steps:
  - {action: 约定上门时间, role: agent}
  - {action: 上门维修, role: engineer}
exceptions:
  - {situation: 客户不在家, response: 改约上门时间}  # <-
```

Good:

```yaml
roles: {agent: 客服专员, engineer: 维修工程师}
steps:
  - {action: 约定上门时间, role: agent}
  - {action: 上门维修, role: engineer}
exceptions:
  - {situation: 客户不在家, response: 改约上门时间, role: agent}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity, listed
from sopgen.rules.base import Context, Finding

CODE = "SOP502"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="异常情况“{situation}”没有写明由谁处理", en="nothing says who deals with the exception `{situation}`"
)
ADD = Message(zh="请写上 role（可选：{ids}），或写上 escalate_to", en="add a `role` (one of {ids}), or `escalate_to`")


def check(context: Context) -> Iterator[Finding]:
    """Every exception without anybody who deals with it, where several could."""
    inside = {name: role.name for name, role in context.sop.roles.items() if not role.external}
    if len(inside) < 2:
        return
    for place, case in enumerate(context.sop.exceptions):
        if case.role or case.escalate_to or case.go_to not in (None, "end"):
            continue
        if not any(name in f"{case.situation}\n{case.response}" for name in inside.values()):
            message = MESSAGE.format(situation=case.situation)
            yield Finding(("exceptions", place), message, ADD.format(ids=listed(inside)))
