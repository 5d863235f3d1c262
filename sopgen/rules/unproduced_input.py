"""An input that nothing produces.

Whoever takes a step must be able to lay hands on its inputs. One that no step before makes, that is no form, record,
resource or reference, and that no trigger, precondition or outsider brings, has to be looked for when it is needed; or
it goes by another name where it is made.

Name it like the output that it is, add the step that makes it, or list it under `resources` or `preconditions`. Names
are compared by their words, so that 已定级的报修工单 and 报修工单 are one thing. The first step of a procedure takes
what comes from outside. Left alone is what may come from a step right before that does not name its outputs, and so
are procedures that hardly name any.

没有来处的输入。执行步骤的人要拿得到它的输入：前面的步骤没有产出，又不是表单、记录、资源、引用文件，触发条件、
前提条件、客户也没有带来，到用的时候就要现找；也可能是产出时用了另一个名称。

请改用产出时的名称，补上产出它的步骤，或把它列入 `resources`、`preconditions`。名称按所含的字词比较，
“已定级的报修工单”和“报修工单”算同一样东西。流程第一步的输入来自流程之外，不查；前一步没写输出的、
基本不写输入输出的流程也不查。

Bad:

```yaml
steps:
  - {action: 登记故障, inputs: 客户报修, outputs: 报修工单}
  - {action: 判断故障, inputs: 报修工单, outputs: 诊断结论}
  - action: 上门维修
    inputs:
      - 诊断结论
      - 备件领用单  # <-
    outputs: 维修结果
```

Good:

```yaml
steps:
  - {action: 登记故障, inputs: 客户报修, outputs: 报修工单}
  - {action: 判断故障, inputs: 报修工单, outputs: 诊断结论}
  - {action: 领取备件, inputs: 诊断结论, outputs: 备件领用单}
  - {action: 上门维修, inputs: [诊断结论, 备件领用单], outputs: 维修结果}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.exchange import LOOKED_UP, Exchange, Item
from sopgen.source import pointer

CODE = "SOP210"
SEVERITY = Severity.NOTE

MESSAGE = Message(zh="输入“{name}”没有来处", en="nothing produces the input `{name}`")
LATER = Message(zh="输入“{name}”要到后面的步骤才产出", en="the input `{name}` is produced only by a later step")
HINT = Message(
    zh="请改用产出时的名称，补上产出它的步骤，或列入 resources、preconditions",
    en="name it as where it is produced, add the step that does, or list it under `resources` or `preconditions`",
)


def check(context: Context) -> Iterator[Finding]:
    """Every input that is neither made before, nor at hand, nor spoken of anywhere else; once for each name."""
    exchange = context.exchange
    told: set[frozenset[str]] = set()
    for item in _doubtful(exchange):
        if item.words in told or exchange.is_from_outside(item) or exchange.at_hand.like(item.words):
            continue
        makers = exchange.made.like(item.words)
        if _is_before(context, exchange, makers, item):
            continue
        if any(taker < item.step for taker in exchange.taken.like(item.words)):
            continue
        if makers or not (exchange.is_unaccounted(item, "outputs") or exchange.is_spoken_of(item, "inputs")):
            told.add(item.words)
            yield Finding(item.path, (LATER if makers else MESSAGE).format(name=item.text), HINT)


def _doubtful(exchange: Exchange) -> Iterator[Item]:
    """The inputs that are neither of a first step nor called just as a step before calls what it makes."""
    first = {place.sequence: (*place.sequence, "steps", 0) for place in exchange.steps}
    doubtful = (
        item
        for item in exchange.inputs
        if exchange.steps[item.step].path != first[exchange.steps[item.step].sequence]
        and not any(maker < item.step for maker in exchange.made.called(item.words))
    )
    return islice(doubtful, LOOKED_UP)


def _is_before(context: Context, exchange: Exchange, makers: Sequence[int], item: Item) -> bool:
    """Whether a step that makes it comes before the one that takes it, in the text or by a way back."""
    from sopgen.flow.analysis import reachable_from

    step = exchange.steps[item.step]
    if any(maker < item.step or exchange.steps[maker].sequence != step.sequence for maker in makers):
        return True
    later = [pointer(exchange.steps[maker].path) for maker in makers if maker > item.step]
    return bool(later) and pointer(step.path) in reachable_from(context.graph, later)
