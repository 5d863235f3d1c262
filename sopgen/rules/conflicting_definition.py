"""A role, term or form that two documents of one handbook define differently.

A handbook prints what its SOPs have in common once. Where two of them give a role other duties, a term another meaning
or a form other fields, it has to print both, and the reader cannot tell which of them holds.

Make the definitions the same, or give what is not the same another name. An SOP that gives only the name of a role
agrees with every other.

同一本手册收入的流程，对同一个角色、术语或表单的定义不一样。手册中相同的内容只印一次；职责、含义或栏目不一致时只好各印各的，
读者分不清以哪个为准。

请统一定义；确实不是一回事的，请换一个名称。只写角色名称、没有写别的，不算不一致。

Bad:

```yaml
kind: handbook
parts:
  - {title: 投诉, sops: complaint.yaml}
  - {title: 报修, sops: repair.yaml}  # <-
--- # complaint.yaml
roles: {agent: {name: 客服专员, responsibilities: 受理投诉}}
--- # repair.yaml
roles: {agent: {name: 客服专员, responsibilities: 登记报修}}
```

Good:

```yaml
kind: handbook
parts:
  - {title: 投诉, sops: complaint.yaml}
  - {title: 报修, sops: repair.yaml}
--- # complaint.yaml
roles: {agent: {name: 客服专员, responsibilities: 受理客户诉求}}
--- # repair.yaml
roles: {agent: {name: 客服专员, responsibilities: 受理客户诉求}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.source import Path
from sopgen.spec.shared import NAMED_BY, groups

CODE = "SOP421"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="这份流程与前面对{word}“{name}”的定义不同",
    en="this SOP defines the {word} `{name}` differently from one before it",
)
MAKE_ONE = Message(
    zh="请统一两处的定义；不是一回事的，请换一个名称",
    en="make the two definitions the same, or change one of the names",
)
BEFORE = Message(zh="前面的定义在这里", en="this is the definition before it")
KINDS = {
    "roles": Message(zh="角色", en="role"),
    "definitions": Message(zh="术语", en="term"),
    "forms": Message(zh="表单", en="form"),
}


def check(context: Context) -> Iterator[Finding]:
    """Everything that an SOP of a handbook defines otherwise than the handbook or an SOP before it."""
    if not context.included:
        return
    documents = [context.sop, *(item.spec.sop for item in context.included.values())]
    entries: list[Path] = [(), *context.included]
    for key in NAMED_BY:
        for group in groups(documents, key):
            if group.different is not None:
                first = group.telling
                before = entries[first.document] or (key, first.key)
                message = MESSAGE.format(word=KINDS[key], name=group.name)
                yield Finding(entries[group.different.document], message, MAKE_ONE, related=((BEFORE, before),))
