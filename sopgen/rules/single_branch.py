"""A decision with one branch.

A question with a single answer is not a question. What happens in the other case is left to whoever stands there, and
the flowchart shows a diamond with one line.

Write the other branches, or `otherwise`; where there is nothing to decide, write `next`, and where the step is done
only in one case, write `when` on it.

只有一个分支的判断。只有一种回答的问题不成其为问题：另一种情况怎么办，全凭现场的人，流程图上的菱形也只有一条线。

请补上其他分支或 `otherwise`；没有什么可判断的，写 `next`；只在某种情况下才做的步骤，在步骤上写 `when`。

Bad:

```yaml
steps:
  - action: 核对保修期
    decision:  # <-
      - {when: 在保修期内, go_to: repair}
  - 向客户报价
  - {id: repair, action: 维修}
```

Good:

```yaml
steps:
  - action: 核对保修期
    decision:
      - {when: 在保修期内, go_to: repair}
      - {when: 已过保修期}
  - 向客户报价
  - {id: repair, action: 维修}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding

CODE = "SOP207"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="步骤 {number} 的判断只有“{when}”一个分支", en="the decision of step {number} has one branch only: {when}"
)
HINT = Message(
    zh="请补上其他分支或 otherwise；不必判断的写 next",
    en="write the other branches or `otherwise`, or `next` where nothing is decided",
)


def check(context: Context) -> Iterator[Finding]:
    """Every decision with one branch and nothing for the other cases."""
    for place in context.index.steps:
        decision = place.step.decision
        if decision is not None and len(decision.branches) == 1 and not decision.otherwise:
            message = MESSAGE.format(number=place.number, when=decision.branches[0].when)
            yield Finding((*place.path, "decision"), message, HINT, at_key=True)
