"""A record that no step makes.

Where steps say which records they make, a record that no step makes, whose form no step fills in and of which no text
speaks is evidence that nobody produces: an audit asks for it in vain.

Name it under `records` of the step that makes it, or delete it.

没有步骤形成的记录。
步骤写明了各自形成哪些记录，而这条记录没有步骤形成，它的表单没有步骤填写，也没有文字提到：检查时要这份凭证，却没有人留下过。

请在形成它的步骤的 `records` 中写上它，不用的请删去。

Bad:

```yaml
steps:
  - {action: 登记客户来电, records: ticket}
  - 回复客户
records:
  ticket: {name: 服务工单, retention: 3年, location: 工单系统, owner: agent}
  call: {name: 通话录音, retention: 3年, location: 呼叫平台, owner: agent}  # <-
roles: {agent: 客服专员}
```

Good:

```yaml
steps:
  - {action: 登记客户来电, records: ticket}
  - {action: 回复客户, records: call}
records:
  ticket: {name: 服务工单, retention: 3年, location: 工单系统, owner: agent}
  call: {name: 通话录音, retention: 3年, location: 呼叫平台, owner: agent}
roles: {agent: 客服专员}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.naming import named, words_outside
from sopgen.spec.kinds import Kind

CODE = "SOP416"
SEVERITY = Severity.NOTE

MESSAGE = Message(zh="没有步骤形成记录“{title}”", en="no step makes the record `{title}`")
USE_OR_DELETE = Message(
    zh="请在形成它的步骤中写上 records: {name}，不用的请删去",
    en="write `records: {name}` in the step that makes it, or delete it",
)


def check(context: Context) -> Iterator[Finding]:
    """Every record that no step makes and no text names, where steps name records."""
    if not context.uses(Kind.RECORD):
        return
    made = named(context, Kind.RECORD, "record")
    filled = {use.value for use in context.uses(Kind.FORM) if use.path[0] != "records"}
    filled.update(reference.name for reference, _ in context.index.mentions if reference.target == "form")
    records = context.sop.records.items()
    unused = [(name, record) for name, record in records if name not in made and filled.isdisjoint(record.form)]
    words = words_outside(context, "records", "forms") if unused else ""
    for name, record in unused:
        if record.name not in words:
            message, hint = MESSAGE.format(title=record.name), USE_OR_DELETE.format(name=name)
            yield Finding(("records", name), message, hint, at_key=True)
