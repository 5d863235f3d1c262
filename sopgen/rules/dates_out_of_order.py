"""Dates of signing and validity that cannot have followed each other so.

A document is prepared, then reviewed, then approved; then it takes effect, and later it is reviewed again. An approval
dated before the review, or a document in force before it was approved, is the first thing an auditor finds.

Correct the date that is wrong.

签署与生效的日期前后颠倒。
文件先编制，再审核，再批准，然后生效，之后到期复审。批准早于审核、生效早于批准，是检查人员最先看出的问题。

请改正写错的日期。

Bad:

```yaml
prepared_by: {name: "王*", date: 2026-02-10}
reviewed_by: {name: "李*", date: 2026-02-20}
approved_by:
  name: "赵*"
  date: 2026-02-15  # <-
effective_date: 2026-03-01
```

Good:

```yaml
prepared_by: {name: "王*", date: 2026-02-10}
reviewed_by: {name: "李*", date: 2026-02-20}
approved_by:
  name: "赵*"
  date: 2026-02-25
effective_date: 2026-03-01
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.source import Path

if TYPE_CHECKING:
    from sopgen.spec.dates import Date

CODE = "SOP715"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="{later}日期 {later_date} 早于{earlier}日期 {earlier_date}",
    en="{later} date, {later_date}, is before {earlier} date, {earlier_date}",
)
AT_ONCE = Message(
    zh="复审日期 {later_date} 与生效日期是同一天", en="the review date, {later_date}, is the day of taking effect"
)
CORRECT = Message(zh="请改正其中写错的日期", en="correct the one that is wrong")
EARLIER = Message(zh="{earlier}日期在这里", en="this is {earlier} date")

NAMES = {
    "prepared_by": Message(zh="编制", en="the preparation"),
    "reviewed_by": Message(zh="审核", en="the review sign-off"),
    "approved_by": Message(zh="批准", en="the approval"),
    "effective_date": Message(zh="生效", en="the effective"),
    "review_date": Message(zh="复审", en="the review"),
}
"""What the dates are called, in the order in which they follow each other."""


class _Dated(NamedTuple):
    key: str
    path: Path
    date: Date


def check(context: Context) -> Iterator[Finding]:
    """Every date that lies before the one that has to come first."""
    for earlier, later in pairwise(_dates(context)):
        wrong = later.date < earlier.date
        if wrong or (later.date == earlier.date and (earlier.key, later.key) == ("effective_date", "review_date")):
            names = {"later": NAMES[later.key], "earlier": NAMES[earlier.key]}
            dates = {"later_date": later.date, "earlier_date": earlier.date}
            message = (MESSAGE if wrong else AT_ONCE).format(**names, **dates)
            yield Finding(later.path, message, CORRECT, related=((EARLIER.format(**names), earlier.path),))


def _dates(context: Context) -> Iterator[_Dated]:
    """The dates that the document has, in the order in which they follow each other."""
    for key in NAMES:
        value = getattr(context.sop, key)
        if key.endswith("_by"):
            value = value.date if value else None
            path: Path = (key, "date")
        else:
            path = (key,)
        if value is not None:
            yield _Dated(key, path, value)
