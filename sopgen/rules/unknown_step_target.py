"""A jump to a step that the spec does not have.

`go_to`, `next` and `otherwise` say where the flow goes: the id of a step, `end`, or the number of an SOP to go over
to. `step` of a risk names the step at which it may happen. An id that no step has leaves the reader standing.

Write the id of the step; give it one (`id: …`) if it has none. Printed numbers do not do: they shift when a step is
put in between.

`go_to`、`next`、`otherwise` 写了本文件没有的步骤。它们应为步骤的标识、`end`（结束）或另一份 SOP 的文件编号；
风险的 `step` 应为步骤的标识。指向不存在的步骤，读者做到这里就不知道往哪走了。

请写步骤的标识；没有标识的，请给它加上 `id: …`。不要写印出的步骤号，插入新步骤后编号会变。

Bad:

```yaml
steps:
  - action: 判断故障类型
    decision:
      - {when: 软件问题, go_to: remot}  # <-
      - {when: 无故障, go_to: end}
  - {id: remote, action: 远程协助}
```

Good:

```yaml
steps:
  - action: 判断故障类型
    decision:
      - {when: 软件问题, go_to: remote}
      - {when: 无故障, go_to: end}
  - {id: remote, action: 远程协助}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.repair import Repair, Replace, writing
from sopgen.source.nearest import DID_YOU_MEAN
from sopgen.spec.kinds import Kind

if TYPE_CHECKING:
    from sopgen.spec.index import Use
    from sopgen.spec.numbering import StepPlace

CODE = "SOP201"
SEVERITY = Severity.ERROR

MESSAGE = Message(zh="没有“{name}”这个步骤", en="there is no step `{name}`")
BY_NUMBER = Message(
    zh="步骤 {number} 的标识是“{name}”，请写标识：插入新步骤后编号会变",
    en="step {number} has the id `{name}`: write that, for numbers shift when a step is put in between",
)
NO_ID = Message(
    zh="请给步骤 {number} 加上标识（id: …），再在这里写这个标识：插入新步骤后编号会变",
    en="give step {number} an id (`id: …`) and write that here: numbers shift when a step is put in between",
)
UNNAMED = Message(
    zh="“{wrong}”是步骤 {number}：请给它加上标识（id: …），再在这里写这个标识",
    en="`{wrong}` is step {number}: give it an id (`id: …`) and write that here",
)
PROCEDURE = Message(
    zh="“{name}”是流程：要执行它再回来，请在步骤中写“call: {name}”；不再回来，请写它第一个步骤的标识",
    en="`{name}` is a procedure: write `call: {name}` in a step to carry it out and come back, "
    "or the id of its first step to go there",
)
TARGETS = Message(
    zh="请写某个步骤的标识、end（结束）或另一份 SOP 的文件编号",
    en="write the id of a step, `end`, or the number of another SOP",
)
A_STEP = Message(zh="请写某个步骤的标识", en="write the id of a step")
ENDINGS = ("结束", "流程结束", "完成", "终止", "finish", "stop", "done", "结束流程", "end")

_NUMBER = r"(?i:步骤|第|step)?\s*([0-9]+[A-Za-z]*(?:\.[0-9]+[A-Za-z]*)*)\s*步?"


def check(context: Context) -> Iterator[Finding]:
    """Every place that names a step which is not there."""
    steps = context.index.ids["step"]
    for use in context.uses(Kind.STEP):
        jump = use.path[-1] != "step"
        if use.value not in steps and not (jump and context.is_target(use.value)):
            hint = _hint(context, use, jump=jump)
            yield Finding(use.path, MESSAGE.format(name=use.value), hint, repair=_repair(context, use))


def _repair(context: Context, use: Use) -> Repair | None:
    """What writes the id of the step that was plainly meant, by its printed number, its name or a misspelling."""
    place = _numbered(context, use)
    if place is None:
        return context.renamed(use, "step")
    return writing(Replace(use.path, place.step.id)) if place.step.id is not None else None


def _hint(context: Context, use: Use, *, jump: bool) -> Message:
    wrong = use.value
    place = _numbered(context, use)
    if place is not None:
        name = place.step.id
        return BY_NUMBER.format(number=place.number, name=name) if name else NO_ID.format(number=place.number)
    if jump and wrong.lower() in ENDINGS:
        return DID_YOU_MEAN.format(name="end")
    if jump and wrong in context.index.ids["procedure"]:
        return PROCEDURE.format(name=wrong)
    number = wrong.upper()
    if jump and context.is_known_document(number):
        return DID_YOU_MEAN.format(name=number)
    if unnamed := context.unnamed_steps.get(wrong):
        return UNNAMED.format(wrong=wrong, number=unnamed.number)
    return context.meaning.likely("step", wrong) or (TARGETS if jump else A_STEP)


def _numbered(context: Context, use: Use) -> StepPlace | None:
    """The step whose printed number, in the same procedure, the author wrote for an id."""
    match = re.fullmatch(_NUMBER, use.value)
    if match is None:
        return None
    number = match[1].upper()
    places = (place for place in context.index.steps if place.number == number)
    return next((place for place in places if use.path[: len(place.sequence)] == place.sequence), None)
