"""A document in force that nobody approved.

People are bound by what the company approved. A document whose status is `effective` without a name in `approved_by` is
an instruction by nobody, and the approval table prints empty.

Write who approved it, or set `status` back to `in-review`.

已生效的文件没有人批准。
现行文件要有人批准，员工才有照办的依据。`status` 已是 `effective`，而 `approved_by` 没有写人，签署表的批准一栏就是空的。

请在 `approved_by` 写上批准人，或把 `status` 改回 `in-review`。

Bad:

```yaml
status: effective  # <-
prepared_by: {name: "王*", date: 2026-02-10}
```

Good:

```yaml
status: effective
prepared_by: {name: "王*", date: 2026-02-10}
approved_by: {name: "赵*", date: 2026-02-25}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding

CODE = "SOP705"
SEVERITY = Severity.ERROR

MESSAGE = Message(zh="文件已生效，却没有写批准人", en="the document is in force, but nobody has approved it")
ADD = Message(
    zh="请在 approved_by 写上批准人和日期，或把 status 改回 in-review",
    en="write who approved it and when as `approved_by`, or set `status` back to `in-review`",
)


def check(context: Context) -> Iterator[Finding]:
    """The status of a document that is in force without an approval."""
    if context.sop.status == "effective" and context.sop.approved_by is None:
        yield Finding(("status",), MESSAGE, ADD)
