"""A place after which nothing can stand.

`after` puts a table or a section after a part of the document, by the part's key, or after another section, by its
id. With any other word it goes to the end, where nobody looks for it.

Write the key of a part, such as `scope` or `procedures`, or the id of a section.

`after` 写的既不是某个部分的键，也不是章节的标识。这样的表格或章节会排到文末，读者找不到。

请写部分的键（例如 `scope`、`procedures`），或某个章节的标识。

Bad:

```yaml
steps: [登记客户来电]
sections:
  - title: 备件管理
    body: 旧件归公司。
    after: step  # <-
```

Good:

```yaml
steps: [登记客户来电]
sections:
  - title: 备件管理
    body: 旧件归公司。
    after: steps
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.source.nearest import DID_YOU_MEAN
from sopgen.spec.kinds import Kind
from sopgen.spec.parts import HANDBOOK_PARTS, PARTS

CODE = "SOP409"
SEVERITY = Severity.ERROR

IN_A_PART = Message(
    zh="手册各部分里的表格排在它写的位置，after 不起作用",
    en="a table in a part of a handbook stands where the part gives it, whatever `after` says",
)
LEAVE_OUT = Message(zh="请删去 after，用各键的先后来排", en="delete `after`, and put the keys of the part in order")
MESSAGE = Message(
    zh="“{name}”既不是部分的键，也不是章节的标识", en="`{name}` is neither the key of a part nor the id of a section"
)
BESIDE = Message(
    zh="“{name}”是表格，不能作位置：请写它自己的 after（{after}），同一位置的表格按文件里的先后打印",
    en="`{name}` is a table: write the same `after` as it has ({after}), and tables in one place print in file order",
)
LAST = Message(
    zh="“{name}”是表格，不能作位置：它没有写 after，排在文末，要排在它后面就不写 after",
    en="`{name}` is a table without `after`, so it stands at the end: leave out `after` to stand behind it",
)
PLACES = Message(
    zh="请写部分的键，例如 scope、procedures、exceptions，或某个章节的标识",
    en="write the key of a part, such as scope, procedures or exceptions, or the id of a section",
)


def check(context: Context) -> Iterator[Finding]:
    """Every ``after`` that names neither a part nor a section, or stands where it has no say."""
    sections = {section.id for section in context.sop.sections if section.id}
    parts = HANDBOOK_PARTS if context.sop.kind == "handbook" else PARTS
    for use in context.uses(Kind.PLACE):
        if use.path[0] == "parts":
            yield Finding(use.path, IN_A_PART, LEAVE_OUT)
        elif use.value not in parts and use.value not in sections:
            hint = _beside(context, use.value) or _near(context, use.value, chain(parts, sections)) or PLACES
            yield Finding(use.path, MESSAGE.format(name=use.value), hint)


def _beside(context: Context, name: str) -> Message | None:
    """How a table comes behind the one with the id ``name``; None if there is no such table."""
    table = next((table for table in context.sop.tables if table.id == name), None)
    if table is None:
        return None
    return BESIDE.format(name=name, after=table.after) if table.after else LAST.format(name=name)


def _near(context: Context, name: str, places: Iterable[str]) -> Message | None:
    meant = context.meaning.near(name, "place", places)
    return DID_YOU_MEAN.format(name=meant) if meant else None
