"""A reference to a document that is no longer in force.

Whoever follows the reference works by a procedure that the company has replaced or withdrawn.

Refer to the document that took its place, or drop the reference. A text that says itself that the document is replaced
may name it; so may the revision table, and a document that is out of force too.

引用了已替代或作废的文件。照着引用去做的人，用的是公司已经停用的流程。

请改为引用替代它的文件，或删去引用。文字本身说明那份文件已被代替、作废的，修订记录里提到的，以及本身也已作废的文件，不在此列。

Bad:

```yaml
id: AFS-SOP-2026-001
steps:
  - 登记报修信息
  - {action: 派工, call: AFS-SOP-2024-007}  # <-
---
id: AFS-SOP-2024-007
title: 派工管理
status: superseded
```

Good:

```yaml
id: AFS-SOP-2026-001
steps:
  - 登记报修信息
  - {action: 派工, call: AFS-SOP-2026-007}
---
id: AFS-SOP-2026-007
title: 派工管理
status: effective
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Related, Severity
from sopgen.rules.base.facts import RepositoryFinding, Survey

CODE = "SOP802"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="“{number} {title}”已{status}，不应再引用", en="`{number} {title}` is {status}, and no longer to be referred to"
)
REPLACE = Message(
    zh="请改为引用替代它的文件，或删去引用", en="refer to the document that took its place, or drop the reference"
)
HERE = Message(zh="已{status}的文件在这里", en="this is the {status} document")
STATUS = {"superseded": Message(zh="被替代", en="superseded"), "retired": Message(zh="作废", en="retired")}


def check(survey: Survey) -> Iterator[RepositoryFinding]:
    """Every place in a document in force that names one that is not."""
    retired = {
        number: having[0] for number, having in survey.by_number.items() if not any(one.in_use for one in having)
    }
    for one in survey.checked() if retired else ():
        for reference in one.references if one.in_use else ():
            other = retired.get(reference.number)
            if other is not None and reference.how != "history":
                status = STATUS[other.status]
                message = MESSAGE.format(number=reference.number, title=other.title, status=status)
                related = (Related(HERE.format(status=status), other.number[1].location),)
                yield RepositoryFinding(message, reference.spot, REPLACE, related)
