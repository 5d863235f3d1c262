"""A checkpoint that does not say what is checked.

A mark makes a step look important, but nobody knows what to look at, or when the flow may go on. What is checked can be
told by the checkpoint itself, an action such as to check or to approve, a standard, a checklist, key actions, details,
a decision, or the control of a risk.

Write what is checked in place of `true`: `checkpoint: The amount agrees with the receipt`.

只打上关键节点的记号，看起来重要，却没人知道该查什么、怎样才算通过。检查的内容可以写在 `checkpoint` 本身，
也可以写在动作（核对、审批等）、标准、检查清单、关键动作、详细说明、判断或风险控制措施里。

请把 `true` 换成检查的内容，例如 `checkpoint: 金额与凭证一致`。

Bad:

```yaml
steps:
  - 登记退款申请
  - action: 退款
    checkpoint: true  # <-
```

Good:

```yaml
steps:
  - 登记退款申请
  - action: 退款
    checkpoint: 金额与凭证一致
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.spec.steps import Step

CODE = "SOP503"
SEVERITY = Severity.NOTE

MESSAGE = Message(zh="关键节点“{action}”没有写明检查什么", en="the checkpoint `{action}` does not say what is checked")
SAY = Message(
    zh="请把 true 换成检查的内容，例如 checkpoint: 金额与凭证一致",
    en="write what is checked in place of `true`, as in `checkpoint: The amount agrees with the receipt`",
)

_CHECKS = re.compile(
    r"核对|核实|核查|查验|检查|检验|复核|复查|审核|审批|审查|验收|验证|确认|批准|签字|签署"
    r"|\b(?:check|verif|review|approv|confirm|inspect|test|sign|compare|make sure)",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Every step that is only marked as a checkpoint."""
    guarded = {risk.step for risk in context.sop.risks if risk.step and risk.control}
    for place in context.index.steps:
        step = place.step
        if step.checkpoint is True and step.id not in guarded and not _says_what(step):
            message = MESSAGE.format(action=step.title or step.action)
            yield Finding((*place.path, "checkpoint"), message, SAY)


def _says_what(step: Step) -> bool:
    told = (
        _CHECKS.search(f"{step.title}\n{step.action}")
        or step.standard
        or step.checklist
        or step.key_actions
        or step.details
        or step.decision
    )
    return bool(told) or any(risk.control for risk in step.risk)
