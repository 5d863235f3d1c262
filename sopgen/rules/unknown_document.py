"""A document that neither `references` nor the repository has.

The number of a document in double brackets, in `call`, `go_to` or `next` sends the reader there. If no spec of the
repository has the number and `references` does not list it, sopgen cannot print its title, and nobody can tell whether
it exists. The same goes for a step that the other document does not have.

Correct the number, or list the document under `references` with its title; that is right for one kept elsewhere.

双方括号、`call`、`go_to` 或 `next` 中的文件编号，`references` 没有列出，仓库里也没有这份文件；
或者那份文件里没有所说的步骤。这样就印不出标题，读者也不知道文件是否存在。

请改正编号；文件存放在别处的，请在 `references` 中列出编号和标题。

Bad:

```yaml
steps:
  - action: 派工
    details: 派工规则见 [[AFS-SOP-2026-007]]。  # <-
```

Good:

```yaml
references:
  - {number: AFS-SOP-2026-007, title: 派工管理}
steps:
  - action: 派工
    details: 派工规则见 [[AFS-SOP-2026-007]]。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.repair import Replace, writing
from sopgen.source import Path
from sopgen.source.nearest import DID_YOU_MEAN
from sopgen.spec.kinds import Kind
from sopgen.spec.references import Reference

CODE = "SOP408"
SEVERITY = Severity.WARNING

DOCUMENT = Message(
    zh="文件“{number}”不在仓库中，也没有列入 references",
    en="the document `{number}` is neither in the repository nor listed under `references`",
)
STEP = Message(zh="文件“{number}”中没有“{step}”这个步骤", en="the document `{number}` has no step `{step}`")
LIST_IT = Message(
    zh="请在 references 中加上“{{number: {number}, title: …}}”，或改正编号",
    en="add `{{number: {number}, title: …}}` under `references`, or correct the number",
)
LOOK_THERE = Message(zh="请写那份文件中某个步骤的标识", en="write the id of a step of that document")


def check(context: Context) -> Iterator[Finding]:
    """Every document that is not known, and every step that a known one does not have."""
    for use in chain(context.jumps, context.uses(Kind.CALL)):
        if context.is_document(use.value) and not context.is_known_document(use.value):
            alike = _alike(context, use.value)
            hint, repair = _hint(use.value, alike), writing(Replace(use.path, alike)) if alike else None
            yield Finding(use.path, DOCUMENT.format(number=use.value), hint, repair=repair)
    for reference, path in context.index.mentions:
        if reference.target == "document" and context.is_document(reference.name):
            yield from _mentioned(context, reference, path)


def _mentioned(context: Context, reference: Reference, path: Path) -> Iterator[Finding]:
    number, step = reference.name, reference.step
    if not context.is_known_document(number):
        alike = _alike(context, number)
        repair = writing(Replace(path, alike, number, reference.offset)) if alike else None
        message, hint = DOCUMENT.format(number=number), _hint(number, alike)
        yield Finding(path, message, hint, part=number, offset=reference.offset, repair=repair)
        return
    other = context.known.get(number) if step else None
    steps = context.index.ids["step"] if number == context.sop.id else other and other.steps
    if step and steps is not None and step not in steps:
        meant = context.meaning.near(step, number, sorted(steps))
        hint = DID_YOU_MEAN.format(name=f"[[{number}/{meant}]]") if meant else LOOK_THERE
        yield Finding(path, STEP.format(number=number, step=step), hint, part=step, offset=reference.offset)


def _alike(context: Context, number: str) -> str | None:
    """The known number that is written a little differently."""
    return next((known for known in context.meaning.documents if _bare(known) == _bare(number)), None)


def _hint(number: str, alike: str | None) -> Message:
    return DID_YOU_MEAN.format(name=alike) if alike else LIST_IT.format(number=number)


@lru_cache(maxsize=4096)  # every known number is compared with every unknown one
def _bare(number: str) -> str:
    """A number without capitals, separators and leading zeros: what typing errors change and numbering does not."""
    return re.sub(r"[-_./]|(?<![0-9])0+", "", number).casefold()
