"""An output that nobody uses.

What a step makes is made for somebody: a later step takes it, a form or record keeps it, the customer gets it. An
output that nothing takes is work for nothing, or goes by another name where it is used.

Name it among the inputs of the step that uses it, keep it as a record, or leave it out. Left alone are results: of the
last step, of a step that tells somebody or decides by them, of a procedure; and records, logs and receipts, which are
made to be kept. Procedures that hardly name inputs and outputs are left alone too.

没有人用到的输出。步骤产出的东西总有去处：后面的步骤要用，表单、记录要存，或者交给客户。没有去处的产出，
要么是白做的，要么在用的地方叫另一个名称。

请把它写进使用它的步骤的 `inputs`，或作为记录保存，或者删去。结果不查：最后一步的、告知他人或据以判断的步骤的、
流程本身的输出；记录、凭证之类本来就是留存的，也不查。基本不写输入输出的流程不查。

Bad:

```yaml
steps:
  - {action: 登记故障, inputs: 客户报修, outputs: 报修工单}
  - action: 判断故障
    inputs: 报修工单
    outputs:
      - 诊断结论
      - 故障分布图  # <-
  - {action: 上门维修, inputs: 诊断结论, outputs: 维修结果}
```

Good:

```yaml
steps:
  - {action: 登记故障, inputs: 客户报修, outputs: 报修工单}
  - {action: 判断故障, inputs: 报修工单, outputs: [诊断结论, 故障分布图]}
  - {action: 上门维修, inputs: [诊断结论, 故障分布图], outputs: 维修结果}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.customers import CUSTOMER
from sopgen.rules.base.things import share_words
from sopgen.source import Path

if TYPE_CHECKING:
    from sopgen.spec.steps import Step

CODE = "SOP211"
SEVERITY = Severity.NOTE

MESSAGE = Message(zh="输出“{name}”没有人用到", en="nothing uses the output `{name}`")
HINT = Message(
    zh="请写进使用它的步骤的 inputs，或作为记录保存，或删去",
    en="name it among the inputs of the step that uses it, keep it as a record, or leave it out",
)

_RESULT = re.compile(
    r"记录|日志|档案|台账|凭证|回执|回单|存根|运单|确认|通知|告知|结果|结论|评价"
    r"|\b(?:records?|logs?|receipts?|notes?|notices?|files?|proof|entr(?:y|ies)|confirmations?|acknowledg\w+|waybills?"
    r"|results?|outcomes?|ratings?)\b",
    re.IGNORECASE,
)
"""What is made to be kept, or to go by at once."""


def check(context: Context) -> Iterator[Finding]:
    """Every output that no other step takes, that is not kept and that nothing else speaks of."""
    exchange = context.exchange
    final = _final(context) if exchange.outputs else frozenset()
    for item in exchange.outputs:
        place = exchange.steps[item.step]
        if any(taker != item.step for taker in exchange.taken.called(item.words)):
            continue
        if place.path in final or _is_for_somebody(place.step, item.text) or _RESULT.search(item.text):
            continue
        if exchange.at_hand.like(item.words) or any(taker != item.step for taker in exchange.taken.like(item.words)):
            continue
        inside = any(around.outputs or around.decision for around in context.steps_around(place.path))
        if not (inside or exchange.is_unaccounted(item, "inputs") or exchange.is_spoken_of(item, "outputs")):
            yield Finding(item.path, MESSAGE.format(name=item.text), HINT)


def _is_for_somebody(step: Step, output: str) -> bool:
    """Whether a step goes by its output itself, or gives it to somebody."""
    if step.informed or CUSTOMER.search(step.action):
        return True
    if step.decision is None:
        return False
    asked = [step.decision.question or step.action, *(branch.when for branch in step.decision.branches)]
    return len(step.outputs) == 1 or share_words(output, " ".join(asked))


def _final(context: Context) -> frozenset[Path]:
    """The steps after which a procedure or the document is left."""
    nodes = context.graph.nodes
    return frozenset(
        nodes[edge.source].path for edge in context.graph.edges if nodes[edge.target].kind in ("end", "handover")
    )
