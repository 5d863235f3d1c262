"""A last revision that is not the document's version.

The revision table ends with the version that the front page shows. Where they differ, an auditor cannot tell which
version was approved, nor what changed in the one that is in force.

Add a revision for the new version at the end of `revisions`, or correct `version`.

修订记录的最后一行与文件的版本不一致。这样审核的人看不出批准的是哪一版，也看不出现行版本改了什么。

请在 `revisions` 末尾加上这一版的修订，或改正 `version`。

Bad:

```yaml
version: V1.1  # <-
revisions:
  - {version: V1.0, date: 2025-03-01, reason: 首次发布}
```

Good:

```yaml
version: V1.1
revisions:
  - {version: V1.0, date: 2025-03-01, reason: 首次发布}
  - {version: V1.1, date: 2026-02-10, reason: 派工时限过紧}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.repair import Append, Repair

CODE = "SOP710"
SEVERITY = Severity.ERROR

MESSAGE = Message(
    zh="文件版本是 {version}，而最后一次修订是 {last}", en="the document is {version}, but its last revision is {last}"
)
ADD_OR_CORRECT = Message(
    zh="请在 revisions 末尾加上 {version} 的修订，或把 version 改为 {last}",
    en="add a revision for {version} at the end of `revisions`, or set `version` to {last}",
)
LAST_FIRST = Message(
    zh="revisions 应从旧到新排列，请把最新的一次放到最后", en="list revisions from the oldest to the newest"
)
ADD_ROW = Message(zh="加上 {version} 的修订", en="add a revision for {version}")
TO_WRITE = Message(zh="（待填写修订原因）", en="TODO: the reason")
LAST = Message(zh="最后一次修订在这里", en="this is the last revision")


def check(context: Context) -> Iterator[Finding]:
    """The document's version, where its last revision is of another."""
    version, revisions = context.sop.version, context.sop.revisions
    if not revisions or revisions[-1].version == version:
        return
    last = revisions[-1].version
    newest_first = revisions[0].version == version
    hint = LAST_FIRST if newest_first else ADD_OR_CORRECT.format(version=version, last=last)
    related = ((LAST, ("revisions", len(revisions) - 1, "version")),)
    repair = None if newest_first else _row(context)
    yield Finding(("version",), MESSAGE.format(version=version, last=last), hint, related=related, repair=repair)


def _row(context: Context) -> Repair:
    """What adds a revision of today for the version; its reason is left to write."""
    sop = context.sop
    author = (("author", sop.prepared_by.name),) if sop.prepared_by else ()
    reason = TO_WRITE.text(context.language)
    item = (("version", str(sop.version)), ("date", f"{context.policy.today:%Y-%m-%d}"), *author, ("reason", reason))
    return Repair((Append(("revisions",), item),), safe=False, title=ADD_ROW.format(version=sop.version))
