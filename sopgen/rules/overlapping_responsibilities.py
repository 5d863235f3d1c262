"""The same responsibility under two roles.

Where two roles answer for the same thing, each may leave it to the other, and after a mistake nobody was responsible.
Two wordings of one thing count as the same: 受理客户投诉 and 客户投诉受理. What is shared on purpose says so (共同,
`jointly`).

Leave it with the role that answers for it, or say what part each has.

两个角色写了同一项职责。两方都负责，就可能谁都不管，出了差错也说不清是谁的责任。
“受理客户投诉”和“客户投诉受理”算同一项；有意共同承担的，写明“共同”。

请只留在真正负责的角色下，或写清各自负责哪一部分。

Bad:

```yaml
roles:
  agent: {name: 客服专员, responsibilities: [登记工单, 客户投诉受理]}
  officer: {name: 投诉专员, responsibilities: [受理客户投诉]}  # <-
```

Good:

```yaml
roles:
  agent: {name: 客服专员, responsibilities: [登记工单, 受理一般投诉]}
  officer: {name: 投诉专员, responsibilities: [受理重大投诉]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.source import Path

CODE = "SOP104"
SEVERITY = Severity.WARNING

MESSAGE = Message(zh="“{text}”也是“{other}”的职责", en="`{text}` is a responsibility of the role `{other}` as well")
HINT = Message(
    zh="请只留在一个角色下，或写清各自负责哪一部分",
    en="leave it with one of them, or say which part each answers for",
)
OTHER = Message(zh="另一处在这里", en="this is the other place")

_SHARED = re.compile("共同|协同|协助|配合|参与|jointly|together|assist|support|help", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+|[^\W\d_a-z]|\d")
_SMALL = frozenset({"a", "an", "the", "of", "and", "to", "for", "的", "和", "与", "及"})


def check(context: Context) -> Iterator[Finding]:
    """Every responsibility that an earlier role has already."""
    first: dict[tuple[str, ...], tuple[str, Path]] = {}
    for name, role in context.sop.roles.items():
        for place, text in enumerate(role.responsibilities):
            path = ("roles", name, "responsibilities", place)
            words = () if _SHARED.search(text) else _words(text)
            if words not in first:
                first[words] = name, path
            elif words and first[words][0] != name:
                other, where = first[words]
                message = MESSAGE.format(text=text, other=context.sop.roles[other].name)
                yield Finding(path, message, HINT, related=((OTHER, where),))


def _words(text: str) -> tuple[str, ...]:
    """The words of a text that name something, in an order of their own: however it is put, they are the same."""
    return tuple(sorted(word for word in _WORD.findall(text.lower()) if word not in _SMALL))
