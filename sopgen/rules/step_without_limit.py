"""A step without a time limit, among others that have one.

Who does what is half of a step; by when is the other half. Where the other steps have limits, or customers wait for
the result, a step without one is where cases lie.

Write its `time_limit`. A step needs none that is only a question, that stands under the limit of a step around it or
that calls it, that only holds others or has a procedure carried out, that only outsiders do, or whose text says the
time (当日, 24小时内). Where most steps of a procedure have none, or all, it is said once.

步骤没有时限，而其他步骤有。一步要写清谁来做，还要写清什么时候做完；别的步骤都有时限，或者客户在等结果，
没有时限的那一步就是工单搁置的地方。

请写上 `time_limit`。只作判断的、上层步骤已有时限的、只含子步骤或只调用其他流程的、只由外部人员做的、
文字里已写明时间的（当日、24小时内）步骤，不必写。一个流程里多数步骤或所有步骤都没有时限的，只报一次。

Bad:

```yaml
roles: {agent: 客服专员}
role: agent
steps:
  - {action: 登记报修信息, time_limit: 10分钟内}
  - 安排维修工程师  # <-
  - {action: 回访客户, time_limit: 1小时内}
```

Good:

```yaml
roles: {agent: 客服专员}
role: agent
steps:
  - {action: 登记报修信息, time_limit: 10分钟内}
  - {action: 安排维修工程师, time_limit: 2小时内}
  - {action: 回访客户, time_limit: 1小时内}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message, Severity, listed
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.customers import is_for_customers, is_outside
from sopgen.source import Path, pointer
from sopgen.spec.durations.mentions import mentions

if TYPE_CHECKING:
    from sopgen.spec.numbering import StepPlace
    from sopgen.spec.steps import Step

CODE = "SOP301"
SEVERITY = Severity.NOTE

MESSAGE = Message(zh="步骤 {number} 没有时限", en="step {number} has no time limit")
MANY = Message(zh="{count} 个步骤没有时限：{numbers}", en="{count} steps have no time limit: {numbers}")
HINT = Message(zh="请写上 time_limit", en="write its `time_limit`")
HINT_FOR_ALL = Message(zh="请给这些步骤写上 time_limit", en="write the `time_limit` of these steps")

STEPS = 3
"""From how many steps on a procedure for customers needs limits even if it has none."""
LISTED = 12
"""How many numbers of steps a message lists."""

_WHEN = re.compile(
    r"立即|立刻|即时|马上|当[日天场]|随即|同时|按时|按约|准时|如约|约定的?时间"
    r"|immediately|at once|same day|straight away|on the spot|on time|agreed time|as agreed",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Every step that needs a limit and has none, one by one where they are few, together where they are many."""
    lacking: dict[Path, list[StepPlace]] = defaultdict(list)
    having: dict[Path, int] = defaultdict(int)
    for place in context.index.steps:
        if place.step.time_limit is not None:
            having[place.sequence] += 1
        elif _needs_limit(context, place):
            lacking[place.sequence].append(place)
    nodes = context.graph.nodes.values() if lacking else ()
    within = {node.callee for node in nodes if node.callee and (node.limit or node.covered)}
    for sequence, places in lacking.items():
        if sequence in within:
            continue
        if len(places) <= having[sequence]:
            for place in places:
                yield Finding(place.path, MESSAGE.format(number=place.number), HINT)
        elif having[sequence] or (len(places) >= STEPS and is_for_customers(context.sop)):
            numbers = [place.number for place in places[:LISTED]] + (["…"] if len(places) > LISTED else [])
            message = MANY.format(count=len(places), numbers=listed(numbers))
            yield Finding((*sequence, "steps"), message, HINT_FOR_ALL, at_key=True)


def _needs_limit(context: Context, place: StepPlace) -> bool:
    """Whether nothing else limits a step that somebody of the company does."""
    step = place.step
    if step.steps or step.parallel or step.call or step.wait:
        return False
    node = context.graph.nodes[pointer(place.path)]
    return not (node.kind == "decision" or node.covered or is_outside(context.sop, node) or _says_when(step))


def _says_when(step: Step) -> bool:
    """Whether the words of a step say by when it is done."""
    texts = [step.title, step.action, step.details, step.standard, *step.key_actions]
    return any(_WHEN.search(text) or any(True for _ in mentions(text)) for text in texts if text)
