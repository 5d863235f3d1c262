"""An id that two things of one kind have.

Jumps and references go by id. Where two steps have the same id, one of them can never be reached, and the reader is
sent to the other.

Rename one of them, and the places that mean it. Ids of different kinds are apart: a form and a step may share one.

同一类内容中有两处用了同一个标识。跳转和引用都靠标识，重名时总有一处去不到，读者会被带到另一处。

请给其中一个改名，并改掉指向它的地方。不同类的标识互不相干，表单和步骤可以同名。

Bad:

```yaml
steps:
  - {id: check, action: 核对保修资格}
  - {id: check, action: 核对收费标准}  # <-
```

Good:

```yaml
steps:
  - {id: check-warranty, action: 核对保修资格}
  - {id: check-fees, action: 核对收费标准}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.meaning import WORDS

CODE = "SOP401"
SEVERITY = Severity.ERROR

MESSAGE = Message(zh="两个{word}的标识都是“{name}”", en="two {word}s have the id `{name}`")
RENAME = Message(
    zh="请给其中一个改名，并检查指向它的跳转和引用", en="rename one of them, and the jumps and references that mean it"
)
FIRST = Message(zh="第一次用在这里", en="it is first used here")


def check(context: Context) -> Iterator[Finding]:
    """Every id but the first of those that are the same."""
    for space, ids in context.index.ids.items():
        for name, paths in ids.items():
            for path in paths[1:]:
                message = MESSAGE.format(word=WORDS[space], name=name)
                yield Finding((*path, "id"), message, RENAME, related=((FIRST, (*paths[0], "id")),))
