"""A wait for something that may never happen.

Waiting until the customer answers is waiting for ever, where the customer does not. Without a limit, and another way
when it has passed, the ticket stays open and nobody is late.

Write how long to wait and what then: `wait: {for: 3天, until: 客户答复, otherwise: remind}`. A branch or an exception
for who does not answer (逾期, 未回复, `overdue`) says so too.

等一件可能永远不会发生的事。等客户回复，客户不回复就一直等下去；不写等多久、到时怎么办，工单就一直开着，
也没有人算超时。

请写明等多久、到时转去哪里：`wait: {for: 3天, until: 客户答复, otherwise: remind}`。
有分支或异常情况写了逾期未答复怎么办的，也算写明。

Bad:

```yaml
steps:
  - action: 发送报价单
    wait: {until: 客户答复报价}  # <-
  - {id: close, action: 归档}
```

Good:

```yaml
steps:
  - action: 发送报价单
    wait: {for: 3天, until: 客户答复报价, otherwise: close}
  - 安排维修
  - {id: close, action: 归档}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.things import telling_words
from sopgen.spec.durations.mentions import mentions

CODE = "SOP213"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="步骤 {number} 等“{until}”，没有写最多等多久", en="step {number} waits until {until}, and nothing says how long"
)
HINT = Message(
    zh="请用 for 写明等多久，用 otherwise 写明到时转去哪里",
    en="write `for` how long, and where to go then under `otherwise`",
)

_OVERDUE = re.compile(
    "逾期|超时|超期|到期|过期|超过|延误|延迟|失联|联系不上|[未没][有能]?[回答收到确提补支付交]|无[回应答响法]"
    "|\\bno (?:answer|reply|response)|(?:not|n't) (?:answer|repl|respon|arriv|receiv|pay|confirm)|never"
    "|overdue|too late|delay|expire|timed? ?out|unanswered",
    re.IGNORECASE,
)
_MOMENT = re.compile(
    r"次日|当[日天]|[月周]底|[月周]末|\d[:：]\d\d|\d[点时]|时[间刻段]|约定|预约|\btime\b"
    r"|appointment|agreed|next (?:business |working )?day|midnight|noon|monday|end of",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Every wait until something happens that says neither how long nor what if it does not."""
    guarded: frozenset[str] | None = None
    for place in context.index.steps:
        wait = place.step.wait
        if wait is None or wait.until is None or wait.for_ is not None:
            continue
        decision = place.step.decision
        asks = decision is not None and any(_OVERDUE.search(branch.when) for branch in decision.branches)
        if guarded is None:
            guarded = _guarded(context)
        if not asks and not _is_moment(wait.until) and guarded.isdisjoint(telling_words(wait.until)):
            message = MESSAGE.format(number=place.number, until=wait.until)
            yield Finding((*place.path, "wait", "until"), message, HINT)


def _is_moment(until: str) -> bool:
    """Whether what is waited for is a time, which comes by itself."""
    return bool(_MOMENT.search(until)) or any(True for _ in mentions(until))


def _guarded(context: Context) -> frozenset[str]:
    """The words for that of which an exception or an escalation says what happens if it does not happen."""
    sop = context.sop
    cases = [case.situation for case in sop.exceptions] + [one.when for one in sop.escalation if one.when]
    return frozenset().union(*(telling_words(case) for case in cases if _OVERDUE.search(case)))
