"""Revisions whose versions or dates do not rise.

The revision table is the history of the document, from the oldest to the newest. A version that is not higher than
the one before, a date that lies before it, or versions of two schemes make that history doubtful.

Sort the revisions, the oldest first; give each its own version, all in one scheme (`V1.0`, `1.0` or `A/0`).

修订记录的版本或日期没有从旧到新。修订记录是文件的历史，版本不升、日期倒退或两种版本写法混用，都会让人怀疑这段历史。

请按从旧到新排列，每次修订用各自的版本，并统一写法（`V1.0`、`1.0` 或 `A/0`）。

Bad:

```yaml
version: V1.1
revisions:
  - {version: V1.0, date: 2025-03-01, reason: 首次发布}
  - {version: V1.1, date: 2024-02-10, reason: 派工时限过紧}  # <-
```

Good:

```yaml
version: V1.1
revisions:
  - {version: V1.0, date: 2025-03-01, reason: 首次发布}
  - {version: V1.1, date: 2026-02-10, reason: 派工时限过紧}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.repair import Reorder, Repair

if TYPE_CHECKING:
    from sopgen.spec.front import Revision

CODE = "SOP711"
SEVERITY = Severity.ERROR

OTHER_SCHEME = Message(
    zh="版本 {later} 与前面的 {earlier} 写法不同",
    en="the version {later} is not written in the manner of the one before it, {earlier}",
)
ONE_SCHEME = Message(zh="请统一用一种写法，例如 {first}", en="keep to one manner, such as {first}")
NOT_HIGHER = Message(
    zh="版本 {later} 不高于前面的 {earlier}", en="the version {later} is not higher than the one before it, {earlier}"
)
EARLIER_DATE = Message(
    zh="{later} 早于前一次修订的日期 {earlier}", en="{later} is before the date of the revision above it, {earlier}"
)
SORT = Message(
    zh="请从旧到新排列修订，每次修订用各自的版本",
    en="list revisions from the oldest to the newest, each with its own version",
)
CORRECT = Message(
    zh="请改正日期，或从旧到新排列修订", en="correct the date, or list revisions from the oldest to the newest"
)
PUT_IN_ORDER = Message(zh="从旧到新排列修订", en="put the revisions in order")
BEFORE = Message(zh="前一次修订在这里", en="this is the revision before it")


def check(context: Context) -> Iterator[Finding]:
    """Every revision that is not later than the one before it."""
    pairs = enumerate(pairwise(context.sop.revisions), 1)
    wrong = [(position, problem) for position, pair in pairs if (problem := _problem(*pair)) is not None]
    if wrong:
        repair = _sorted(context.sop.revisions)
        for position, (key, message, hint) in wrong:
            related = ((BEFORE, ("revisions", position - 1, key)),)
            yield Finding(("revisions", position, key), message, hint, related=related, repair=repair)


def _sorted(revisions: Sequence[Revision]) -> Repair | None:
    """What puts the revisions in order, where one order is right by versions and dates alike."""
    if len({revision.version.scheme for revision in revisions}) > 1:
        return None
    order = tuple(sorted(range(len(revisions)), key=lambda position: revisions[position].version))
    ordered = [revisions[position] for position in order]
    if any(_problem(earlier, later) for earlier, later in pairwise(ordered)):
        return None
    return Repair((Reorder(("revisions",), order),), safe=True, title=PUT_IN_ORDER)


def _problem(earlier: Revision, later: Revision) -> tuple[str, Message, Message] | None:
    """The key at fault, what is wrong, and what to do about it."""
    old, new = earlier.version, later.version
    if old.scheme != new.scheme:
        return "version", OTHER_SCHEME.format(later=new, earlier=old), ONE_SCHEME.format(first=old.scheme)
    if not old < new:
        return "version", NOT_HIGHER.format(later=new, earlier=old), SORT
    if later.date < earlier.date:
        return "date", EARLIER_DATE.format(later=later.date, earlier=earlier.date), CORRECT
    return None
