"""A comment that suppresses nothing.

`# sopgen: ignore[rule] reason` outlives its reason when the text below it is fixed or moved. Left in place it would
hide the next mistake of that kind on the line.

Delete the comment, or the name in it; if it should suppress something, put it on the line of the finding, above it,
or above the text that the finding is in.

注释没有忽略任何问题。内容改好或移走之后，`# sopgen: ignore[规则] 理由` 就没有用了，
留着会把这一行以后的同类问题也藏起来。

请删去注释，或删去其中的这个名称；如果它应当起作用，请把它放到问题所在行的行尾、上一行，或那段文字的上方。

Bad:

```yaml
roles: {agent: 客服专员}
steps:
  - action: 登记客户来电
    role: agent  # sopgen: ignore[undefined-role] 待定  # <-
```

Good:

```yaml
roles: {agent: 客服专员}
steps:
  - action: 登记客户来电
    role: agent
```
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.suppressions import Suppression

CODE = "SOP902"
SEVERITY = Severity.WARNING

MESSAGE = Message(zh="这里没有 {name} 的问题可忽略", en="there is no finding of `{name}` here to ignore")
DELETE = Message(
    zh="请删去注释，或把它放到问题所在的行尾或上一行",
    en="delete the comment, or put it on the line of the finding or the line above",
)


def check(context: Context) -> Iterator[Finding]:
    """Every rule that a comment names in vain. It has to run after all other rules, which use the comments up."""
    return unused(context.suppressions, context.active)


def unused(suppressions: Iterable[Suppression], active: Collection[str]) -> Iterator[Finding]:
    """Every one of the ``active`` rules that a comment names without having suppressed a finding of it."""
    for suppression in suppressions:
        for name in suppression.rules if suppression.word == "ignore" else ():
            if name in active and name not in suppression.used:
                yield Finding((), MESSAGE.format(name=name), DELETE, span=suppression.span)
