"""A change of steps, roles or times that raised only the minor version.

The first number of a version tells readers whether they have to learn the procedure again. Where a step, the one who
does it or a time limit changes, they have to; a minor version is for wording.

Raise the first number (`V2.0` after `V1.3`, `B/0` after `A/2`). Which changes ask for it is set by `parts`; with
`policy = "any"` any higher version will do. This is looked at where a run is told what to compare with (`--since`).
In the examples, the first document is what the second was before.

步骤、角色或时限改了，却只升了小版本。
版本的第一个数字告诉读者要不要重新学一遍流程。步骤、责任人或时限改了，就要重新学；只升小版本，是给措辞修改用的。

请提高大版本（`V1.3` 之后是 `V2.0`，`A/2` 之后是 `B/0`）。哪些改动要升大版本由 `parts` 设定；设 `policy = "any"` 时，
升了版本就行。只有用 `--since` 指明与哪次提交比较时才检查。
例中前一份是后一份先前的样子。

Bad:

```yaml
version: V1.0
steps:
  - {action: 登记客户来电, time_limit: 10分钟内}
---
version: V1.1  # <-
steps:
  - {action: 登记客户来电, time_limit: 30分钟内}
```

Good:

```yaml
version: V1.0
steps:
  - {action: 登记客户来电, time_limit: 10分钟内}
---
version: V2.0
steps:
  - {action: 登记客户来电, time_limit: 30分钟内}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity, listed
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.changes import changes
from sopgen.rules.base.option import choice, words
from sopgen.spec.versions import Version

CODE = "SOP712"
SEVERITY = Severity.WARNING

POLICY = choice(
    "policy",
    ("major", "any"),
    Message(
        zh="major：这些改动要升大版本；any：升了版本就行",
        en="`major`: such changes need a higher first number; `any`: any higher version will do",
    ),
)
PARTS = words(
    "parts",
    Message(
        zh="哪些改动要升大版本：steps 步骤，roles 角色，times 时限",
        en="which changes need a higher first number: `steps`, `roles`, `times`",
    ),
    ("steps", "roles", "times"),
)
OPTIONS = (POLICY, PARTS)

MESSAGE = Message(
    zh="{what}改了，却只从 {old} 升到 {new}",
    en="{what} have changed, but only the minor version has risen, from {old} to {new}",
)
RAISE = Message(zh="请把大版本升一级，即 {next}", en="raise the first number: {next}")
WHAT = {
    "steps": Message(zh="步骤", en="steps"),
    "roles": Message(zh="角色", en="roles"),
    "times": Message(zh="时限", en="time limits"),
}
SHOWN = 5
"""Up to how many changes are pointed out."""


def check(context: Context) -> Iterator[Finding]:
    """The version of a document in which more has changed than it says."""
    before, sop = context.issued, context.sop
    if before is None:
        return
    old, new = before.sop.version, sop.version
    if context.option(POLICY) == "any" or not _is_minor(old, new):
        return
    parts = context.option(PARTS)
    great = [change for change in changes(before, context.index) if change.part in parts]
    if great:
        kinds = dict.fromkeys(change.part for change in great)
        what = listed((WHAT[part] for part in kinds if part in WHAT), en=" and ")
        related = tuple((change.what, change.path) for change in great[:SHOWN])
        message = MESSAGE.format(what=what, old=old, new=new)
        yield Finding(("version",), message, RAISE.format(next=old.next_major()), related)


def _is_minor(old: Version, new: Version) -> bool:
    """Whether the version rose by a small step; before 1.0 there is no other."""
    same = (old.scheme == "A/0") == (new.scheme == "A/0") and old.numbers[0] == new.numbers[0]
    return same and new > old and (old.scheme == "A/0" or old.numbers[0] > 0)
