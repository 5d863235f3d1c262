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

from collections.abc import Iterable, Iterator
from itertools import islice

from sopgen.diagnostics import Message, Related, Severity
from sopgen.rules.base.facts import RepositoryFinding, Survey
from sopgen.rules.base.repair import Repair, Replace
from sopgen.spec.numbers import NumberPattern, values_of
from sopgen.spec.refusals import NotReadableError

CODE = "SOP801"
SEVERITY = Severity.ERROR

MESSAGE = Message(zh="文件编号“{number}”已被另一份文件使用", en="the number `{number}` belongs to another document too")
CHANGE = Message(zh="请给其中一份换一个没有用过的编号", en="give one of them a number that no other document has")
GIVE = Message(zh="改用下一个空号 {number}", en="give it the next free number, {number}")
SHOWN = 5
"""Up to how many others are pointed out."""
HERE = Message(zh="同一编号也在这里", en="the same number stands here")


def check(survey: Survey) -> Iterator[RepositoryFinding]:
    """Every document whose number another has, with the places of the others."""
    twice = {number: having for number, having in survey.by_number.items() if len(having) > 1}
    taken: Iterable[str] = {*survey.by_number, *survey.taken} if twice else ()
    for number, having in twice.items():
        for one in having:
            others = islice((other for other in having if other is not one), SHOWN)
            related = tuple(Related(HERE, other.number[1].location) for other in others)
            free = _next(survey, taken) if one is not having[0] else None
            taken = (free,) if free else taken  # it is the highest now, so that the others need not be looked at again
            repair = Repair((Replace(("id",), free),), safe=False, title=GIVE.format(number=free)) if free else None
            yield RepositoryFinding(MESSAGE.format(number=number), one.number[1], CHANGE, related, repair)


def _next(survey: Survey, taken: Iterable[str]) -> str | None:
    """The first number that is free by the repository's pattern, None if the pattern needs more than a date."""
    try:
        return NumberPattern(survey.policy.pattern).next(taken, **values_of(survey.policy.today))
    except NotReadableError:
        return None
