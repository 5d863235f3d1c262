"""A checkpoint that does not say when it is passed.

A mark makes a step look important, but nobody knows what has to be right before the flow may go on, and two people
will let different things pass. To write *check the goods* is not enough, nor is a question with two branches: by what
are they checked? The checkpoint itself can say it, or a standard, a checklist, key actions, details, a clause, table or
document that the action refers to, or the control of a risk. Where somebody approves, signs, decides or confirms, that
is the control.

Write what has to be right in place of `true`: `checkpoint: The amount agrees with the receipt`.

关键节点没有写明怎样才算通过。只打上记号，步骤看起来重要，却没人知道要做到什么才能往下走，两个人会放过不同的问题。
只写“验收商品”、只问“是否完好”还不够：照什么验收？通过的标准可以写在 `checkpoint` 本身，也可以写在标准、检查清单、
关键动作、详细说明、动作所引用的条款、表格或文件、风险控制措施里；由人审批、签字、决定、确认的，那就是控制。

请把 `true` 换成通过的标准，例如 `checkpoint: 金额与凭证一致`。

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

MESSAGE = Message(
    zh="步骤 {number} 是关键节点，却没有写明怎样才算通过",
    en="step {number} is a checkpoint and does not say when it is passed",
)
SAY = Message(
    zh="请把 true 换成通过的标准，例如 checkpoint: 金额与凭证一致",
    en="write what has to be right in place of `true`, as in `checkpoint: The amount agrees with the receipt`",
)

_CONTROLS = re.compile(
    r"审核|审批|审查|复核|批准|核准|签字|签署|签发|会签|确认|认可|决定|定稿|归档|一致|相符|\[\[(?!(?:form|script|record|state):)"
    r"|\b(?:review|approv|authori[sz]|sign|confirm|decid|accept|archiv|agrees? with|match|against)",
    re.IGNORECASE,
)
"""Words of an action that is a control by itself, or says what it is held against."""
_MARKS = frozenset({"yes", "y", "on", "x", "√", "✓", "是", "有", "关键节点", "checkpoint"})
"""Texts that say no more than that it is a checkpoint."""


def check(context: Context) -> Iterator[Finding]:
    """Every step that is only marked as a checkpoint."""
    guarded = {risk.step for risk in context.sop.risks if risk.step and risk.control}
    for place in context.index.steps:
        step = place.step
        if _is_bare(step) and step.id not in guarded and not _says_what(step):
            yield Finding((*place.path, "checkpoint"), MESSAGE.format(number=place.number), SAY)


def _is_bare(step: Step) -> bool:
    """Whether a step is marked as a checkpoint and the mark says no more."""
    checkpoint = step.checkpoint
    return checkpoint is True or (isinstance(checkpoint, str) and checkpoint.strip().lower() in _MARKS)


def _says_what(step: Step) -> bool:
    told = (
        _CONTROLS.search(f"{step.title}\n{step.action}")
        or step.standard
        or step.checklist
        or step.key_actions
        or step.details
    )
    return bool(told) or any(risk.control for risk in step.risk)
