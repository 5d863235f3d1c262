"""A document that its author, or its reviewer, approved.

Approval is a second pair of eyes: who wrote or reviewed a document sees what was meant, not what is there, and an
auditor will not accept the signature. Two masked names (`王*`) count as one person only where the position is the
same.

Have somebody else approve it.

编制人或审核人自己批准了文件。批准要有另一双眼睛：写的人看到的是本意，不是纸面，审核员也不会认可这样的签字。
遮蔽的姓名（`王*`）只有职务也相同时才看作同一人。

请由另一个人批准。

Bad:

```yaml
prepared_by: {name: 王晓, position: 流程专员}
approved_by: {name: 王晓, position: 流程专员}  # <-
```

Good:

```yaml
prepared_by: {name: 王晓, position: 流程专员}
approved_by: {name: 赵敏, position: 分管领导}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.names import is_masked, is_name

if TYPE_CHECKING:
    from sopgen.spec.front import Person

CODE = "SOP106"
SEVERITY = Severity.WARNING

MESSAGE = Message(zh="{name}{did}了文件，又批准了它", en="{name} {did} the document and approved it as well")
HINT = Message(zh="请由另一个人批准", en="have somebody else approve it")
DID = {"prepared_by": Message(zh="编制", en="prepared"), "reviewed_by": Message(zh="审核", en="reviewed")}
WHERE = Message(zh="在这里{did}", en="{did} here")


def check(context: Context) -> Iterator[Finding]:
    """The approval, if it is by who prepared or reviewed the document."""
    approved = context.sop.approved_by
    for key, did in DID.items():
        person = getattr(context.sop, key)
        if approved is not None and person is not None and _same(person, approved):
            message = MESSAGE.format(name=approved.name, did=did)
            yield Finding(("approved_by", "name"), message, HINT, related=((WHERE.format(did=did), (key, "name")),))
            return


def _same(one: Person, other: Person) -> bool:
    """Whether two are the same person, as far as their names tell."""
    if _plain(one.name) != _plain(other.name) or not is_name(one.name):
        return False
    return not is_masked(one.name) or (one.position is not None and one.position == other.position)


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
