"""Two documents that promise different times for the same thing.

A customer who is told 24 hours by one document and 48 by another is told the wrong time by one of them, and so is the
agent who has to keep it.

Agree on one time; let one document say it, and the other refer to it. Only what both name in the same words is
compared: service levels by level and criteria, in documents of one `type`; channels by name and purpose, in one
`department`; deadlines by their matter. If the two mean different things, name them differently.

两份文件对同一件事承诺了不同的时限。客户照一份听到24小时，照另一份听到48小时，总有一处是错的，执行的人也无所适从。

请统一成一个时限，只在一份文件中规定，另一份引用它。只比较两边用同样的话说的内容：同一 `type` 文件中级别和
标准都相同的服务级别，同一 `department` 中名称和用途都相同的渠道，事项相同的时限。如果说的不是一回事，请用不同的名称。

Bad:

```yaml
id: AFS-SOP-2026-003
deadlines:
  - {matter: 首次回复投诉客户, limit: 24小时内}  # <-
---
id: AFS-SOP-2026-004
deadlines:
  - {matter: 首次回复投诉客户, limit: 48小时内}  # <-
```

Good:

```yaml
id: AFS-SOP-2026-003
deadlines:
  - {matter: 首次回复投诉客户, limit: 24小时内}
---
id: AFS-SOP-2026-004
background: 首次回复的时限见 [[AFS-SOP-2026-003]]。
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from sopgen.diagnostics import Message, Related, Severity
from sopgen.rules.base.facts import Facts, Promise, RepositoryFinding, Survey
from sopgen.spec.durations import Duration

CODE = "SOP804"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="“{what}”{aspect}在这里是{own}，在 {number} 中却是{other}",
    en="{aspect} `{what}` is {own} here, but {other} in {number}",
)
AGREE = Message(
    zh="请统一时限，只在一份文件中规定，另一份引用它；说的不是一回事的，请用不同的名称",
    en="agree on one time, and let one document refer to the other; if they mean two things, name them differently",
)
THERE = Message(zh="{number} 规定为{other}", en="{number} says {other}")
ASPECTS = {
    "firstresponse": Message(zh="的首次响应时限", en="the first response at the level"),
    "resolution": Message(zh="的解决时限", en="the resolution at the level"),
    "channel": Message(zh="的响应时限", en="the first response in the channel"),
    "deadline": Message(zh="的时限", en="the time limit for"),
}
"""What a promise is about, by the first part of its subject."""
SHOWN = 5
"""Up to how many other documents are pointed out."""


def check(survey: Survey) -> Iterator[RepositoryFinding]:
    """Every time of a checked document that another, for the same thing, gives differently."""
    promised: dict[tuple[str, ...], dict[Duration, list[tuple[Facts, Promise]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for one in survey.facts:
        for promise in one.promises if one.in_use else ():
            promised[promise.subject][promise.limit].append((one, promise))
    for by_limit in promised.values():
        first = [same[0] for same in by_limit.values()]
        for same in by_limit.values() if len(first) > 1 else ():
            for one, promise in same:
                apart = (other for other in first if other[1].limit != promise.limit and _apart(one, other[0]))
                others = [*islice(apart, SHOWN)] if one.checked else []
                if others:
                    yield _finding(promise, others)


def _apart(one: Facts, other: Facts) -> bool:
    """Whether two facts are about different documents, not about two files of one."""
    return one.number[0] != other.number[0]


def _finding(promise: Promise, others: list[tuple[Facts, Promise]]) -> RepositoryFinding:
    facts, other = others[0]
    message = MESSAGE.format(
        what=promise.what,
        aspect=ASPECTS[promise.subject[0]],
        own=promise.text,
        number=facts.number[0],
        other=other.text,
    )
    related = (
        Related(THERE.format(number=facts.number[0], other=other.text), other.spot.location) for facts, other in others
    )
    return RepositoryFinding(message, promise.spot, AGREE, tuple(related))
