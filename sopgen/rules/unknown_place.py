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

from collections.abc import Iterator
from itertools import chain

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.meaning import DID_YOU_MEAN
from sopgen.spec.kinds import Kind
from sopgen.spec.parts import PARTS

CODE = "SOP409"
SEVERITY = Severity.ERROR

MESSAGE = Message(
    zh="“{name}”既不是部分的键，也不是章节的标识", en="`{name}` is neither the key of a part nor the id of a section"
)
PLACES = Message(
    zh="请写部分的键，例如 scope、procedures、exceptions，或某个章节的标识",
    en="write the key of a part, such as scope, procedures or exceptions, or the id of a section",
)


def check(context: Context) -> Iterator[Finding]:
    """Every ``after`` that names neither a part nor a section."""
    sections = context.index.ids["section"]
    for use in context.uses(Kind.PLACE):
        if use.value not in PARTS and use.value not in sections:
            meant = context.meaning.near(use.value, "place", chain(PARTS, sections))
            hint = DID_YOU_MEAN.format(name=meant) if meant else PLACES
            yield Finding(use.path, MESSAGE.format(name=use.value), hint)
