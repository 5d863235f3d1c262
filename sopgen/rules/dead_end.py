"""A state from which a ticket never gets to an end.

A ticket in a state that sounds unfinished (待…, …中, `Awaiting …`) and that leads nowhere stays there: nobody is
told what makes it go on. The same holds for states that only lead to each other.

Say under `next` where the ticket goes from there, and make sure that a last state can be reached. Whether a state
without a way on is unfinished is told by its name; the option `unfinished` holds the words. What a step leads to
without an end is found by `endless-loop`.

工单到了某个状态就再也结束不了。名称听起来还没办完（待…、…中）却没有去向的状态，工单会一直停在那里；
几个状态只在彼此之间转来转去，也一样。

请在 `next` 中写明从这个状态转到哪里，并保证最终能到一个结束状态。是否“没办完”看名称，
选项 `unfinished` 列出判断用的词。步骤走不到结束的，见 `endless-loop`。

Bad:

```yaml
states:
  - {id: open, name: 待处理, next: [repairing, quoted, closed]}
  - {id: repairing, name: 维修中, next: closed}
  - {id: quoted, name: 待客户确认报价}  # <-
  - {id: closed, name: 已关闭}
```

Good:

```yaml
states:
  - {id: open, name: 待处理, next: [repairing, quoted, closed]}
  - {id: repairing, name: 维修中, next: closed}
  - {id: quoted, name: 待客户确认报价, next: [repairing, closed]}
  - {id: closed, name: 已关闭}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.matching import any_of
from sopgen.rules.base.option import words

if TYPE_CHECKING:
    from sopgen.spec.service import State

CODE = "SOP205"
SEVERITY = Severity.WARNING

UNFINISHED = words(
    "unfinished",
    Message(
        zh="状态名称中表示还没办完的词；^ 表示开头，$ 表示结尾",
        en="words in the name of a state that say it is not the last; ^ marks the beginning, $ the end",
    ),
    (
        "^待", "^等待", "^未", "中$", "受理$", "已派工", "已派单", "已分配", "已接单", "已响应", "已登记", "挂起",
        "暂停", "awaiting", "waiting", "pending", "in progress", "in repair", "under", "on hold", "suspended",
        "^open$", "^new$", "received", "accepted", "assigned", "dispatched", "registered",
    ),
)  # fmt: skip
OPTIONS = (UNFINISHED,)

NOWHERE = Message(zh="工单停在“{name}”，没有去向", en="a ticket in the state `{name}` goes nowhere")
NO_END = Message(zh="从“{name}”出发到不了结束状态", en="a ticket in the state `{name}` never gets to a last state")
HINT = Message(zh="请在 next 中写明转到哪个状态", en="say under `next` to which state it goes")


def check(context: Context) -> Iterator[Finding]:
    """Every unfinished state without a way on, and the first of those that lead only to each other."""
    states = context.sop.states
    if not any(state.next for state in states):
        return
    unfinished = any_of(context.option(UNFINISHED))
    for position, state in enumerate(states):
        if not state.next and unfinished.search(state.name):
            yield Finding(("states", position), NOWHERE.format(name=state.name), HINT)
    ending = _ending(states)
    for position, state in enumerate(states):
        if state.id not in ending:
            yield Finding(("states", position), NO_END.format(name=state.name), HINT)
            return


def _ending(states: tuple[State, ...]) -> frozenset[str]:
    """The states from which a ticket gets to one that leads nowhere; one that is not defined may be such."""
    before: dict[str, list[str]] = {}
    for state in states:
        for transition in state.next:
            before.setdefault(transition.to, []).append(state.id)
    known = {state.id for state in states}
    waiting = [state.id for state in states if not state.next] + [name for name in before if name not in known]
    found = set(waiting)
    while waiting:
        for name in before.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return frozenset(found)
