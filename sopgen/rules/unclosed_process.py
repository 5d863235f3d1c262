"""A procedure for customers that never closes the loop with them.

What a customer asked for is finished when the customer has heard the result and said so, not when the work is done.
A good procedure confirms or reports the result, or calls back, and then files the case. Where nothing of it is there,
nobody will notice that the fault is still the same.

Add a step near the end that tells the customer the result and asks whether it is settled, and one that closes and
files the case. Looked at are steps, states, records and exit criteria; words that are said at the beginning too
(确认, `call`) count only in the second half of a procedure, or where it ends. Whom the document serves is told by its
external roles: a passenger, a ward, a system owner. Documents that leave closing to another SOP, named for it, are
left alone.

面向客户的流程没有和客户闭环。客户的事，不是活干完就算完，而是客户知道了结果、认可了结果才算完。
好的流程会确认或反馈结果，或者回访，再归档；这些都没有，故障是不是还在，就没有人知道。

请在流程末尾加上把结果告诉客户、请客户确认的步骤，以及关单归档的步骤。检查的范围是步骤、状态、记录和结束条件；
开头也会用到的词（确认、联系）只在流程后半段或结束处才算；服务的对象是谁，看文件里的外部角色
（旅客、医院、业主等）。由另一份名称相应的 SOP 完成闭环的、只有一两步的，不查。

Bad:

```yaml
title: 故障报修
roles: {agent: 客服专员, engineer: 维修工程师, customer: {name: 客户, external: true}}
steps:
  - {action: 登记客户报修信息, role: agent}
  - {action: 判断故障类型, role: engineer}
  - {action: 上门维修, role: engineer}  # <-
```

Good:

```yaml
title: 故障报修
roles: {agent: 客服专员, engineer: 维修工程师, customer: {name: 客户, external: true}}
steps:
  - {action: 登记客户报修信息, role: agent}
  - {action: 判断故障类型, role: engineer}
  - {action: 上门维修, role: engineer}
  - {action: 回访客户，确认故障已排除, role: agent}
  - {action: 关单归档, role: agent}
```
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.customers import CUSTOMER, is_for_customers, outsiders
from sopgen.rules.base.matching import any_of, holds
from sopgen.rules.base.naming import calls
from sopgen.rules.base.option import words
from sopgen.spec.kinds import Kind

if TYPE_CHECKING:
    from sopgen.spec.numbering import StepPlace

CODE = "SOP209"
SEVERITY = Severity.WARNING

CLOSING = words(
    "closing",
    Message(
        zh="说明已和客户闭环的词，出现在哪里都算",
        en="words that say that the loop with the customer is closed, wherever they stand",
    ),
    (
        "回访", "满意度", "评价", "客户确认", "客户认可", "客户签字", "客户签收", "客户验收", "闭环", "follow-up*",
        "follow up", "call back*", "call-back*", "calls back", "satisf*", "survey", "rating", "customer confirms",
        "customer accepts", "customer signs", "sign-off",
    ),
)  # fmt: skip
ENDING = words(
    "ending",
    Message(
        zh="只在流程后半段、说到客户或结果的步骤里才算的词",
        en="words that count only in the second half of a procedure, in a step that speaks of customers or results",
    ),
    (
        "确认", "反馈", "告知", "通知", "答复", "回复", "联系", "致电", "询问", "说明", "签字", "签收", "验收", "送达",
        "交付", "归还", "confirm*", "feedback", "inform*", "notif*", "reply", "repli*", "answer*", "tell*", "call*",
        "explain*", "sign*", "accept*", "contact*", "write to", "writes to", "whether", "send", "sends", "deliver*",
        "hand*",
    ),
)  # fmt: skip
FILING = words(
    "filing",
    Message(zh="表示关单、归档的词", en="words for closing and filing a case"),
    (
        "归档", "存档", "建档", "关单", "结单", "结案", "销单", "关闭", "办结", "archiv*", "file",
        "files", "filed", "filing", "close", "closes", "closed", "closing",
    ),
)  # fmt: skip
OPTIONS = (CLOSING, ENDING, FILING)

STEPS = 3
"""From how many steps on a document is a process."""

NEITHER = Message(
    zh="流程没有向客户确认或反馈结果，也没有归档", en="the customer never hears the result, and the case is never filed"
)
NO_ANSWER = Message(
    zh="流程归了档，却没有向客户确认或反馈结果", en="the case is filed, but the customer never hears the result"
)
HINT = Message(
    zh="请在后面加上告知结果、请客户确认（或回访）的步骤，最后归档",
    en="add a step after it that tells the customer the result or calls back, and then one that files the case",
)

_ADDRESSED = re.compile(rf"结果|result|{CUSTOMER.pattern}", re.IGNORECASE)


def check(context: Context) -> Iterator[Finding]:
    """The last step of a document for customers in which nothing closes the loop."""
    last = _last(context)
    if last is None or len(context.index.steps) < STEPS or not is_for_customers(context.sop) or _is_closed(context):
        return
    filed = holds(any_of(context.option(FILING)), _everywhere(context))
    yield Finding(last.path, NO_ANSWER if filed else NEITHER, HINT)


def _last(context: Context) -> StepPlace | None:
    """The last step of the last procedure that nothing calls; None without steps."""
    places = [place for place in context.index.steps if place.sequence in context.uncalled[-1:]]
    return next((place for place in reversed(places) if len(place.path) == len(place.sequence) + 2), None)


def _is_closed(context: Context) -> bool:
    closing, ending = any_of(context.option(CLOSING)), any_of(context.option(ENDING))
    told, called = outsiders(context.sop), calls(context.sop)
    addressed = any_of(tuple(dict.fromkeys(call for role in told for call in called[role])))
    late = _late(context)
    return (
        any(told.intersection(place.step.informed) for place in late)
        or holds(closing, _everywhere(context))
        or any(_ends(place, ending, told, addressed) for place in late)
        or _leaves_it_to_another(context)
    )


def _ends(place: StepPlace, ending: re.Pattern[str], told: frozenset[str], addressed: re.Pattern[str]) -> bool:
    """Whether a step near the end answers the customer, by whatever name the document has for one."""
    texts = _texts(place)
    if not holds(ending, texts):
        return False
    return bool(told.intersection(place.step.role)) or holds(_ADDRESSED, texts) or holds(addressed, texts)


def _late(context: Context) -> list[StepPlace]:
    """The steps of the second half of each procedure, its middle one and an only one left out, and those that end it.

    In the order of the file.
    """
    places, nodes = context.index.steps, context.graph.nodes
    final = {nodes[edge.source].path for edge in context.graph.edges if nodes[edge.target].kind == "end"}
    sizes = Counter(place.sequence for place in places)
    found, count = [], 0
    for before, place in zip((None, *places), places, strict=False):
        count = count + 1 if before is not None and before.sequence == place.sequence else 1
        if count > (sizes[place.sequence] + 1) // 2 or (count > 1 and place.path in final):
            found.append(place)
    return found


def _texts(place: StepPlace) -> list[str]:
    step = place.step
    branches = [branch.when for branch in step.decision.branches] if step.decision else []
    return [step.title or "", step.action, *step.outputs, *step.key_actions, *step.checklist, *branches]


def _everywhere(context: Context) -> Iterator[str]:
    """The texts that say how the process ends, the last steps first."""
    sop = context.sop
    yield from sop.exit_criteria
    for place in reversed(context.index.steps):
        yield from _texts(place)
    for state in sop.states:
        yield from (state.name, state.meaning or "")
    for procedure in sop.procedures:
        yield from procedure.exit_criteria
    yield from (record.name for record in sop.records.values())
    yield from (script.title or script.when or "" for script in sop.scripts.values())


def _leaves_it_to_another(context: Context) -> bool:
    """Whether the flow ends nowhere but in other documents, or goes to one that is named for closing the loop."""
    targets = {use.value for use in (*context.jumps, *context.uses(Kind.CALL))}
    titles = [one.title for one in context.sop.references if one.number in targets]
    if holds(any_of(context.option(CLOSING)), titles):
        return True
    kinds = {node.kind for node in context.graph.nodes.values()}
    return "handover" in kinds and "end" not in kinds
