"""A risk without a control.

To name a risk and to do nothing about it is worse than not to name it: it was known. Whoever reads the table wants to
see what keeps it from happening, or what is done when it does.

Write the `control`. If the risk is accepted, say so there.

没有控制措施的风险。
写了风险却不写怎么防，比不写更糟：说明早就知道。读风险表的人要看到靠什么防止它发生，或者发生后怎么办。

请写上 `control`；决定接受的风险，也在那里写明。

Bad:

```yaml
steps:
  - action: 登记客户信息
    risk: 客户信息外泄  # <-
```

Good:

```yaml
steps:
  - action: 登记客户信息
    risk: {description: 客户信息外泄, control: 离座锁屏，手机号遮蔽显示}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.spec.steps import Risk

CODE = "SOP504"
SEVERITY = Severity.WARNING

MESSAGE = Message(zh="风险“{description}”没有控制措施", en="nothing is done against the risk `{description}`")
ADD = Message(
    zh="请写上 control；决定接受的风险，也在 control 中写明",
    en="add a `control`; if the risk is accepted, say so there",
)


def check(context: Context) -> Iterator[Finding]:
    """Every risk of a step or of the document that has no control."""
    for path, risk in context.index.of(Risk):
        if risk.control is None:
            yield Finding(path, MESSAGE.format(description=risk.description), ADD)
