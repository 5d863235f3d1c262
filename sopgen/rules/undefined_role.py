"""A role that `roles` does not define.

Whoever acts, answers, is asked or is told is named by the id of a role. An id that `roles` does not have prints as it
stands, gets no lane in the flowchart, and nobody in the company feels meant by it.

Write the id of a role, not its name, or add the role under `roles`. Parties outside the company, such as the
customer, are roles with `external: true`.

步骤、话术、记录等处用了 `roles` 中没有的角色。这样的角色会原样印出，流程图里没有它的泳道，也没有人知道说的是自己。

请写角色的标识而不是名称，或在 `roles` 中加上这个角色；客户等外部人员也是角色，写明 `external: true`。

Bad:

```yaml
roles: {agent: 客服专员}
steps:
  - action: 登记客户来电
    role: agnt  # <-
```

Good:

```yaml
roles: {agent: 客服专员}
steps:
  - action: 登记客户来电
    role: agent
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.spec.kinds import Kind

CODE = "SOP101"
SEVERITY = Severity.ERROR

MESSAGE = Message(zh="没有“{name}”这个角色", en="there is no role `{name}`")


def check(context: Context) -> Iterator[Finding]:
    """Every place that names a role which is not there."""
    return context.undefined(Kind.ROLE, "role", MESSAGE)
