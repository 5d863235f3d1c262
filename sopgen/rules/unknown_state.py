"""A state that `states` does not have.

A step says by id in which state it leaves the ticket, and a state says to which states a ticket may go. A state that
is not in the table is one the ticket system does not have either.

Write the id of a state, not the name that the ticket system shows, or add the state under `states`.

步骤的 `state` 或状态的 `next` 用了 `states` 中没有的状态。状态表里没有的状态，工单系统里也不会有。

请写状态的标识而不是名称，或在 `states` 中加上这个状态。

Bad:

```yaml
states:
  - {id: open, name: 待处理, next: close}  # <-
  - {id: closed, name: 已关闭}
```

Good:

```yaml
states:
  - {id: open, name: 待处理, next: closed}
  - {id: closed, name: 已关闭}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.spec.kinds import Kind

CODE = "SOP406"
SEVERITY = Severity.ERROR

MESSAGE = Message(zh="没有“{name}”这个状态", en="there is no state `{name}`")


def check(context: Context) -> Iterator[Finding]:
    """Every place that names a state which is not there."""
    return context.undefined(Kind.STATE, "state", MESSAGE)
