"""A document that has changed since an earlier revision of its file and is still the same version.

Whoever works by V1.0 has to be able to trust that it says what was approved. What changes in the text without a new
version is an unapproved change, and the printed copies on the desks are out of date without anybody knowing.

Raise `version` and add a row to `revisions` that says what has changed. This is looked at where a run is told what to
compare with (`--since`). Comments and line breaks, status, dates and signatures may change freely; so may a draft.
In the examples, the first document is what the second was before.

文件内容比起先前的提交有了变化，版本却没有变。照 V1.0 办事的人，要能相信它就是批准过的那一份；改了内容不改版本，
就是未经批准的改动，大家桌上的打印件也在不知不觉中过了时。

请提高 `version`，并在 `revisions` 中加一行写明改了什么。只有用 `--since` 指明与哪次提交比较时才检查。注释、换行、状态、
日期和签署可以随时改，草稿也可以随时改。
例中前一份是后一份先前的样子。

Bad:

```yaml
version: V1.0
steps:
  - {action: 登记客户来电, time_limit: 10分钟内}
---
version: V1.0  # <-
steps:
  - {action: 登记客户来电, time_limit: 30分钟内}
```

Good:

```yaml
version: V1.0
steps:
  - {action: 登记客户来电, time_limit: 10分钟内}
---
version: V1.1
steps:
  - {action: 登记客户来电, time_limit: 30分钟内}
revisions:
  - {version: V1.0, date: 2025-03-01, reason: 首次发布}
  - {version: V1.1, date: 2026-02-10, reason: 登记要核对的内容增加, changes: 步骤1改为30分钟}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.spec.refusals import NotComparableError
from sopgen.spec.versions import Version

CODE = "SOP709"
SEVERITY = Severity.ERROR

MESSAGE = Message(
    zh="文件内容改了，版本还是 {version}", en="the document has changed, but its version is still {version}"
)
RAISE = Message(
    zh="请把 version 提高（例如 {next}），并在 revisions 中写明改了什么",
    en="raise `version`, to {next} for instance, and say in `revisions` what has changed",
)
NO_ROW = Message(
    zh="版本从 {old} 升到 {new}，revisions 中却没有写改了什么",
    en="the version has risen from {old} to {new}, but `revisions` does not say what has changed",
)
ADD_ROW = Message(zh="请在 revisions 中加上 {new} 的一行", en="add a row for {new} to `revisions`")
SHOWN = 5
"""Up to how many changes are pointed out."""


def check(context: Context) -> Iterator[Finding]:
    """The version of a document that has changed without a new one, or without a row that says what has changed."""
    before, sop = context.issued, context.sop
    if before is None:
        return
    old, new = before.sop.version, sop.version
    raised = _is_higher(new, old)
    if raised and sop.revisions:
        return
    from sopgen.rules.base.changes import changes  # few runs compare with an earlier revision

    changed = changes(before, context.index)
    if not changed:
        return
    related = tuple((change.what, change.path) for change in changed[:SHOWN])
    if raised:
        yield Finding(("version",), NO_ROW.format(old=old, new=new), ADD_ROW.format(new=new), related)
    else:
        hint = RAISE.format(next=old.next_minor())
        yield Finding(("version",), MESSAGE.format(version=new), hint, related)


def _is_higher(new: Version, old: Version) -> bool:
    try:
        return new > old
    except NotComparableError:  # of another scheme, so at least another
        return True
