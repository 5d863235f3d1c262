"""A step with the id `end`.

`end` in `go_to`, `next` and `otherwise` ends the procedure. A step of that id can never be reached, though it looks as
if every `next: end` led to it.

Choose another id for the step, and change the jumps that mean it.

步骤的标识写成了 `end`。`go_to`、`next`、`otherwise` 中的 `end` 表示流程结束，所以永远跳不到这个步骤，
读的人却以为 `next: end` 都指向它。

请给这个步骤换一个标识，并改掉指向它的跳转。

Bad:

```yaml
steps:
  - {action: 登记客户来电, next: end}
  - {id: end, action: 归档}  # <-
```

Good:

```yaml
steps:
  - {action: 登记客户来电, next: archive}
  - {id: archive, action: 归档}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding

CODE = "SOP411"
SEVERITY = Severity.ERROR

MESSAGE = Message(
    zh="步骤的标识不能是 end，它表示流程结束", en="a step cannot have the id `end`, which ends the procedure"
)
RENAME = Message(zh="请换一个标识，例如 close", en="choose another id, such as `close`")


def check(context: Context) -> Iterator[Finding]:
    """Every step called ``end``."""
    for path in context.index.ids["step"].get("end", ()):
        yield Finding((*path, "id"), MESSAGE, RENAME)
