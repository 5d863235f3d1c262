"""A record that `records` does not have.

A step names by id the records that it makes or updates. A record without an entry under `records` has no keeper, no
place and no retention, which is what an auditor asks for first.

Write the id of a record, or add the record under `records`. A form is not a record: forms go under `forms`.

步骤用了 `records` 中没有的记录。没有在 `records` 中登记的记录，由谁保管、存在哪里、保存多久都无从查起。

请写 `records` 中已有的标识，或在 `records` 中加上这项记录；表单不是记录，请写在步骤的 `forms` 中。

Bad:

```yaml
steps:
  - action: 归档报修工单
    records: tickets  # <-
records:
  ticket: {name: 报修工单, retention: 3年}
```

Good:

```yaml
steps:
  - action: 归档报修工单
    records: ticket
records:
  ticket: {name: 报修工单, retention: 3年}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.spec.kinds import Kind

CODE = "SOP404"
SEVERITY = Severity.ERROR

MESSAGE = Message(zh="没有“{name}”这项记录", en="there is no record `{name}`")


def check(context: Context) -> Iterator[Finding]:
    """Every place that names a record which is not there."""
    return context.undefined(Kind.RECORD, "record", MESSAGE)
