"""The name of a person written out, where the company masks names.

Controlled documents travel: to suppliers, to customers' auditors, into knowledge bases. Some companies therefore
print `王*` where a person signs, and keep the full name in their own register. The rule is off unless the settings
say `policy = "masked"`.

Mask the name: `王*`, quoted. Departments and positions are not names.

公司规定姓名要遮蔽，这里却写了全名。受控文件会流到供应商、客户审核员和知识库，有的公司因此只印“王*”，
全名另存登记簿。设置中写 `policy = "masked"` 才查这一条。

请把姓名遮蔽为“王*”，并加引号。部门和岗位不是姓名。

Bad:

```yaml
# policy = "masked"
prepared_by: {name: 王晓, position: 流程专员}  # <-
```

Good:

```yaml
# policy = "masked"
prepared_by: {name: "王*", position: 流程专员}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.names import is_masked, is_name
from sopgen.rules.base.option import choice
from sopgen.source import Path

CODE = "SOP107"
SEVERITY = Severity.WARNING

POLICY = choice(
    "policy",
    ("off", "masked"),
    Message(zh="姓名是否须遮蔽：off 不查，masked 须遮蔽", en="whether names have to be masked: `off`, or `masked`"),
)
OPTIONS = (POLICY,)

MESSAGE = Message(zh="姓名“{name}”没有遮蔽", en="the name {name} is not masked")
HINT = Message(zh='请写成 "{masked}"，连同引号', en='write "{masked}", with the quotes')


def check(context: Context) -> Iterator[Finding]:
    """Every name of somebody who signs that is written out, if that is against the policy."""
    if context.option(POLICY) == "off":
        return
    for path, name in _names(context):
        if is_name(name) and not is_masked(name):
            masked = f"{name[0]}*" if not name.isascii() else f"{name.split()[0]} *"
            yield Finding(path, MESSAGE.format(name=name), HINT.format(masked=masked))


def _names(context: Context) -> Iterator[tuple[Path, str]]:
    sop = context.sop
    for key in ("prepared_by", "reviewed_by", "approved_by"):
        person = getattr(sop, key)
        if person is not None:
            yield (key, "name"), person.name
    for position, person in enumerate(sop.countersigned_by):
        yield ("countersigned_by", position, "name"), person.name
    for position, revision in enumerate(sop.revisions):
        if revision.author is not None:
            yield ("revisions", position, "author"), revision.author
