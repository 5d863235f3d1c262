"""A document number that two documents have.

The number is how people, records and other SOPs name a document. Where two have it, `[[AFS-SOP-2026-001]]` may lead to
either, and nobody can say which one an audit means.

Give one of them the next free number; `sopgen new` finds it.

两份文件用了同一个文件编号。编号是引用、记录和审核时认文件的依据，重复之后，谁也说不清指的是哪一份。

请给其中一份换一个没有用过的编号；`sopgen new` 会自动取下一个空号。

Bad:

```yaml
id: AFS-SOP-2026-001  # <-
---
id: AFS-SOP-2026-001  # <-
```

Good:

```yaml
id: AFS-SOP-2026-001
---
id: AFS-SOP-2026-002
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Related, Severity
from sopgen.rules.base.facts import RepositoryFinding, Survey

CODE = "SOP801"
SEVERITY = Severity.ERROR

MESSAGE = Message(zh="文件编号“{number}”已被另一份文件使用", en="the number `{number}` belongs to another document too")
CHANGE = Message(zh="请给其中一份换一个没有用过的编号", en="give one of them a number that no other document has")
HERE = Message(zh="同一编号也在这里", en="the same number stands here")


def check(survey: Survey) -> Iterator[RepositoryFinding]:
    """Every document whose number another has, with the places of the others."""
    for number, having in survey.by_number.items():
        for one in having:
            related = tuple(Related(HERE, other.number[1]) for other in having if other is not one)
            if related:
                yield RepositoryFinding(MESSAGE.format(number=number), one.number[1], CHANGE, related)
