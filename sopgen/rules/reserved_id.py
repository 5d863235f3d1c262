"""An id that already means something else.

`end` in `go_to` and `next` ends the procedure, so no step can have that id. `after: scope` puts a table or section
after the scope, so no section can have the name of a part for its id.

Choose another id, and change the places that mean it.

标识用了另有含义的词。`go_to` 和 `next` 中的 `end` 表示结束，步骤不能叫 `end`；`after: scope` 表示排在适用范围之后，
章节的标识不能与文件各部分的键相同。

请换一个标识，并改掉指向它的地方。

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
from sopgen.rules.base.parts import PARTS

CODE = "SOP411"
SEVERITY = Severity.ERROR

END = Message(zh="步骤的标识不能是 end，它表示流程结束", en="a step cannot have the id `end`, which ends the procedure")
PART = Message(
    zh="章节的标识不能是“{name}”，它是文件中一个部分的键", en="a section cannot have the id `{name}`, the key of a part"
)
RENAME = Message(zh="请换一个标识，例如“{name}”", en="choose another id, such as `{name}`")


def check(context: Context) -> Iterator[Finding]:
    """Every step called ``end`` and every section called like a part."""
    for path in context.index.ids["step"].get("end", ()):
        yield Finding((*path, "id"), END, RENAME.format(name="close"))
    for name, paths in context.index.ids["section"].items():
        for path in paths if name in PARTS else ():
            yield Finding((*path, "id"), PART.format(name=name), RENAME.format(name=f"{name}-policy"))
