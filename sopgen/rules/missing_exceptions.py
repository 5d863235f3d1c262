"""A procedure that has no word for what does not go to plan.

Customers are not at home, systems fail, parts are out of stock. A procedure without exceptions leaves each of these to
whoever happens to be on duty, and everybody answers differently.

List the cases under `exceptions`, each with what is done, by whom and by when. A procedure that deals with them
otherwise is left alone: by an escalation, troubleshooting, branches for what fails, an `otherwise`, or a section of its
own; so is a procedure of one or two steps.

流程没有写明出现异常怎么办。
客户不在家、系统故障、备件缺货，样样都会发生。流程里没有异常处理，就只能由当班的人临场发挥，答复因人而异。

请在 `exceptions` 中列出各种情况，写明怎么办、谁来办、多久办好。用升级、故障排除、判断分支、`otherwise`
或单独章节写明了的，以及只有一两步的流程，不在此列。

Bad:

```yaml
steps:  # <-
  - 登记客户来电
  - 约定上门时间
  - 上门维修
  - 回访客户
```

Good:

```yaml
steps:
  - 登记客户来电
  - 约定上门时间
  - 上门维修
  - 回访客户
exceptions:
  - {situation: 客户不在家, response: 2小时内改约上门时间}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.spec.steps import Step

CODE = "SOP501"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="流程没有写明出现异常情况时怎么办", en="the procedure does not say what is done when something goes wrong"
)
ADD = Message(
    zh="请在 exceptions 中列出可能出现的情况，写明怎么办、谁来办、多久办好",
    en="list under `exceptions` what may happen, and what is done about it, by whom and by when",
)
FEW_STEPS = 2
"""Up to how many steps a procedure has that needs no exceptions."""

# What a branch is about that leads away from the normal way.
_FAILS = re.compile(
    r"[不未无否]|没|失败|超时|超过|异常|拒|缺|逾期|误|错|损|争议|投诉"
    r"|\b(?:no|not|none|never|neither|nobody|without|fails?|failed|failure|cannot|can't|unable|refus\w*|reject\w*"
    r"|declin\w*|overdue|late|exceed\w*|missing|lacks?|disput\w*|complain\w*|un\w+ed|above|over)\b",
    re.IGNORECASE,
)
_ABOUT_EXCEPTIONS = re.compile(
    r"异常|例外|特殊情[况形]|应急|突发|紧急|故障|exception|emergenc|contingen|special case|goes wrong", re.IGNORECASE
)


def check(context: Context) -> Iterator[Finding]:
    """The steps of a document that has nothing for what does not go to plan."""
    sop, steps = context.sop, [place.step for place in context.index.steps]
    if len(steps) <= FEW_STEPS or sop.exceptions or sop.escalation or sop.troubleshooting:
        return
    titles = chain(
        (section.title for section in sop.sections),
        (procedure.title for procedure in sop.procedures),
        (place.clause.title or "" for place in context.index.clauses),
    )
    if not any(map(_ABOUT_EXCEPTIONS.search, titles)) and not any(map(_provides, steps)):
        yield Finding(("steps" if sop.steps else "procedures",), MESSAGE, ADD, at_key=True)


def _provides(step: Step) -> bool:
    """Whether a step says where to go when something fails."""
    if step.wait and step.wait.otherwise:
        return True
    decision = step.decision
    if decision is None:
        return False
    return bool(decision.otherwise) or any(_FAILS.search(branch.when) for branch in decision.branches)
