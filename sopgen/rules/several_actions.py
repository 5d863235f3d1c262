"""Several actions in one step.

A step has one role, one limit and one result. Three actions in it share them: nobody knows which of them the limit is
for, who does the second one, and where a case stands that got halfway.

Make a step of each, or nest them under the step. Parts of one movement, such as *receive, check and register*, may
stay together. The verbs are listed in `templates/words/`.

一个步骤里写了几个动作。步骤的角色、时限、产出只有一份，几个动作混在一起，就不知道时限管哪个、第二个由谁做、
做到一半算哪一步。

请拆成几个步骤，或写成这一步下面的分步骤；“接收、核对并登记”这样一气做完的可以放在一起。
动词列在 `templates/words/` 中，可以增删。

Bad:

```yaml
steps:
  - action: 核实订单信息，安排快递上门取件，通知客户取件时间  # <-
```

Good:

```yaml
steps:
  - action: 核实订单信息
  - action: 安排快递上门取件
  - action: 通知客户取件时间
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sopgen.diagnostics import Language, Message, Severity, listed
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import number
from sopgen.rules.base.word_lists import plain_words

CODE = "SOP605"
SEVERITY = Severity.NOTE

MOST = number("most", 2, Message(zh="一个步骤里最多几个动作", en="how many actions a step may have"))
OPTIONS = (MOST,)

ACTIONS = Message(zh="这一步有 {count} 个动作：{actions}", en="this step has {count} actions: {actions}")
ACTORS = Message(zh="这一步由{actors}分别动作", en="{actors} each act in this step")
SPLIT = Message(zh="请拆成几个步骤，或写成分步骤", en="make a step of each, or nest them under this one")

_CLAUSE = {
    "zh-CN": re.compile(r"[，。；！\n]+"),
    "en": re.compile(r"[,;.!\n]+\s*(?:and then |and |then )?|\s+(?:and then|and|then)\s+"),
}
_LEAD = {
    "zh-CN": r"(?:[^，。；]{1,12}[后时])?"
    r"(?:首先|然后|随后|之后|接着|最后|同时|并且|并|再|先|即|立即|一并|统一|逐一|重新)*",
    "en": r"(?:first |next |finally |also |immediately )*",
}
_OBJECT = {"zh-CN": r".", "en": r" ."}


def check(context: Context) -> Iterator[Finding]:
    """Every step without nested ones that holds several actions, or actions of several roles."""
    language, most = context.language, context.option(MOST)
    names = sorted((role.name for role in context.sop.roles.values()), key=len, reverse=True)
    for place in context.index.steps:
        clauses = [clause for clause in _CLAUSE[language].split(place.step.action) if clause]
        if len(clauses) > 1 and not place.step.steps and not place.step.parallel:
            path = (*place.path, "action")
            actors = _actors(clauses, names)
            actions = _actions(clauses, language)
            if len(actors) > 1:
                yield Finding(path, ACTORS.format(actors=listed(actors)), SPLIT)
            elif len(actions) > most:
                yield Finding(path, ACTIONS.format(count=len(actions), actions=listed(actions)), SPLIT)


def _actors(clauses: Iterable[str], names: Sequence[str]) -> list[str]:
    """The roles that clauses begin with, each with something to do."""
    begins = (clause.strip().removeprefix("由").removeprefix("the ").lower() for clause in clauses)
    found = (
        next((name for name in names if begin.startswith(name.lower()) and begin != name), None) for begin in begins
    )
    return [*dict.fromkeys(name for name in found if name is not None)]


def _actions(clauses: Iterable[str], language: Language) -> list[str]:
    """The different verbs that clauses begin with, each with an object."""
    begins = _beginning(language)
    found = (match[1] for clause in clauses if (match := begins.match(clause.strip().lower())))
    return [*dict.fromkeys(found)]


@cache
def _beginning(language: Language) -> re.Pattern[str]:
    verbs = sorted(plain_words("actions", language), key=len, reverse=True)
    return re.compile(f"{_LEAD[language]}({'|'.join(map(re.escape, verbs))}){_OBJECT[language]}")
