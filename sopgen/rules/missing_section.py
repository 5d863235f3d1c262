"""A document that lacks a section which the company requires.

Many companies lay down which parts every SOP has, and an audit compares. `sections` lists them, by the keys of parts
(`scope`, `exceptions`, `records` …) or by the ids or titles of free sections; nothing is required where it is not set.

Add the part, or a section of that id or title.

缺少公司规定必须有的部分。
公司规定了每份 SOP 必须有哪些部分，检查时会逐项核对。`sections` 列出这些部分，写部分的键（`scope`、`exceptions`、
`records` 等），或自由章节的标识、标题；没有设定就不检查。

请补上这个部分，或加上这样的章节。

Bad:

```yaml
# sections = ["scope", "培训要求"]
title: 产品故障报修处理  # <-
scope: 官方渠道购买的产品
```

Good:

```yaml
# sections = ["scope", "培训要求"]
title: 产品故障报修处理
scope: 官方渠道购买的产品
sections:
  - {title: 培训要求, body: 上岗前学完本流程。}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import words
from sopgen.spec.parts import PARTS

CODE = "SOP713"
SEVERITY = Severity.ERROR

SECTIONS = words(
    "sections",
    Message(
        zh="每份文件必须有的部分：键，或自由章节的标识、标题",
        en="what every document must have: keys of parts, or ids or titles of free sections",
    ),
)
OPTIONS = (SECTIONS,)

MESSAGE = Message(zh="缺少规定的部分 {section}", en="the required section `{section}` is missing")
ADD_PART = Message(zh="请加上 {section}", en="add `{section}`")
ADD_SECTION = Message(
    zh="请在 sections 中加上标题为“{section}”的章节", en="add a section with the title `{section}` under `sections`"
)
_EITHER = {"steps": ("steps", "procedures"), "procedures": ("steps", "procedures")}


def check(context: Context) -> Iterator[Finding]:
    """The title of a document, once for every section that it has to have and lacks."""
    sop = context.sop
    own = {name for section in sop.sections for name in (section.id, section.title)}
    for required in context.option(SECTIONS):
        keys = _EITHER.get(required, (required,)) if required in PARTS else ()
        if required not in own and not any(getattr(sop, key) for key in keys):
            hint = (ADD_PART if keys else ADD_SECTION).format(section=required)
            yield Finding(("title",), MESSAGE.format(section=required), hint)
