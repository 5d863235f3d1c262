"""A role that takes steps and has no responsibilities.

The table of roles tells everyone at a glance what they answer for; who has to read all steps to find out has not been
told. Parties outside the company answer for nothing in this document and need none, and where no role has any, a
document of a few steps tells everybody enough.

Write one to four `responsibilities` for each role that acts.

执行步骤的角色没有写职责。各角色对什么负责，应当在角色表里一眼看到，而不是把步骤全部读完才知道。
公司以外的人员不需要写；各角色都没有写、而步骤只有几步的，不查。

请给每个执行步骤的角色写上一到四条 `responsibilities`。

Bad:

```yaml
roles:
  agent: {name: 客服专员, responsibilities: [受理报修, 回访客户]}
  engineer: 维修工程师  # <-
steps:
  - {action: 登记报修信息, role: agent}
  - {action: 上门维修, role: engineer}
```

Good:

```yaml
roles:
  agent: {name: 客服专员, responsibilities: [受理报修, 回访客户]}
  engineer: {name: 维修工程师, responsibilities: [检测并修复产品]}
steps:
  - {action: 登记报修信息, role: agent}
  - {action: 上门维修, role: engineer}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding

CODE = "SOP103"
SEVERITY = Severity.NOTE

MESSAGE = Message(
    zh="角色“{name}”执行步骤，却没有写职责", en="the role `{name}` takes steps and has no responsibilities"
)
NONE = Message(zh="各角色都没有写职责", en="no role has responsibilities")
HINT = Message(zh="请在 responsibilities 中写明它对什么负责", en="say under `responsibilities` what it answers for")
HINT_FOR_ALL = Message(
    zh="请在每个角色的 responsibilities 中写明它对什么负责",
    en="say under the `responsibilities` of each role what it answers for",
)

STEPS = 5
"""From how many steps on a document needs responsibilities even if no role has any."""


def check(context: Context) -> Iterator[Finding]:
    """Every role of the company that acts and has no responsibilities; once, where no role has any."""
    roles, enough = context.sop.roles, len(context.index.steps) >= STEPS
    acting = {role for node in context.graph.nodes.values() for role in node.roles}
    lacking = [
        name for name in roles if name in acting and not roles[name].external and not roles[name].responsibilities
    ]
    if any(role.responsibilities for role in roles.values()) or (enough and len(lacking) == 1):
        for name in lacking:
            yield Finding(("roles", name), MESSAGE.format(name=roles[name].name), HINT, at_key=True)
    elif enough and lacking:
        yield Finding(("roles",), NONE, HINT_FOR_ALL, at_key=True)
