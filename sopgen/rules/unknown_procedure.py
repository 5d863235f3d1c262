"""A procedure that the spec does not have.

`call` carries out a procedure of this file by its id, or another SOP by its number, and comes back; a parallel track
may be a `procedure` of this file. An id that no procedure has leads nowhere.

Write the id of a procedure. To go to a step and not come back, write `next` instead of `call`.

`call` 或并行分支的 `procedure` 写了本文件没有的流程。`call` 执行本文件的一个流程（写标识）或另一份 SOP
（写文件编号），完成后返回。

请写流程的标识；如果是转到某个步骤、不再返回，请用 `next`。

Bad:

```yaml
procedures:
  - title: 报修处理
    steps:
      - {action: 预约上门, call: bookin}  # <-
  - id: booking
    title: 上门预约
    steps: [与客户约定上门时间]
```

Good:

```yaml
procedures:
  - title: 报修处理
    steps:
      - {action: 预约上门, call: booking}
  - id: booking
    title: 上门预约
    steps: [与客户约定上门时间]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.spec.kinds import Kind

if TYPE_CHECKING:
    from sopgen.spec.index import Use

CODE = "SOP203"
SEVERITY = Severity.ERROR

MESSAGE = Message(zh="没有“{name}”这个流程", en="there is no procedure `{name}`")
NONE = Message(
    zh="本文件没有 procedures；请把 steps 改写成 procedures 下的一个流程，再加上流程“{name}”",
    en="this file has no `procedures`: make one of its `steps`, and add one with the id `{name}`",
)
STEP = Message(
    zh="“{name}”是步骤，call 只能执行流程：请改写“next: {name}”，或把这些步骤写成一个流程",
    en="`{name}` is a step, and `call` carries out procedures: write `next: {name}`, or make a procedure of the steps",
)


def check(context: Context) -> Iterator[Finding]:
    """Every call and every track that names a procedure which is not there."""
    for kind in (Kind.CALL, Kind.PROCEDURE):
        for use in context.uses(kind):
            unknown = use.value not in context.index.ids["procedure"]
            if unknown and (kind is Kind.PROCEDURE or not context.is_document(use.value)):
                hint, repair = _hint(context, use), context.renamed(use, "procedure")
                yield Finding(use.path, MESSAGE.format(name=use.value), hint, repair=repair)


def _hint(context: Context, use: Use) -> Message:
    """What to do about an unknown procedure."""
    if use.kind is Kind.CALL and use.value in context.index.ids["step"]:
        return STEP.format(name=use.value)
    if not context.sop.procedures:
        return NONE.format(name=use.value)
    return context.meaning.of("procedure", use.value)
