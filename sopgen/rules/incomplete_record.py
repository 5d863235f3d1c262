"""A record that does not say who keeps it, where, or for how long.

A record is evidence only if it can be found again. Without an owner nobody files it, without a place nobody finds it,
without a retention period it is deleted too early or never.

Give the record an `owner`, a `location` and a `retention`.

没有写明由谁保管、存在哪里或保存多久的记录。
记录要能找得回来才算凭证。没有责任人就没人归档，没有位置就找不到，没有保存期限就会删得太早，或者永远不删。

请写上 `owner`、`location` 和 `retention`。

Bad:

```yaml
roles: {agent: 客服专员}
records:
  ticket: {name: 服务工单, owner: agent}  # <-
```

Good:

```yaml
roles: {agent: 客服专员}
records:
  ticket: {name: 服务工单, owner: agent, location: 工单系统, retention: 3年}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity, listed
from sopgen.rules.base import Context, Finding

CODE = "SOP418"
SEVERITY = Severity.WARNING

MESSAGE = Message(zh="记录“{name}”没有写明{lacking}", en="the record `{name}` does not say {lacking}")
ADD = Message(zh="请补上 {keys}", en="add {keys}")

LACKING = {
    "owner": Message(zh="由谁保管", en="who keeps it"),
    "location": Message(zh="存放在哪里", en="where it is kept"),
    "retention": Message(zh="保存多久", en="for how long it is kept"),
}
"""What a record has to say, by the key that says it."""


def check(context: Context) -> Iterator[Finding]:
    """Every record that lacks an owner, a place or a retention period."""
    for name, record in context.sop.records.items():
        keys = [key for key in LACKING if getattr(record, key) is None]
        if keys:
            lacking = listed((LACKING[key] for key in keys), en=" nor ")
            hint = ADD.format(keys=listed(Message(key, f"`{key}`") for key in keys))
            yield Finding(("records", name), MESSAGE.format(name=record.name, lacking=lacking), hint, at_key=True)
