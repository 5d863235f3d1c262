"""A document in force whose review is overdue.

The review date is a promise to look at the document again. Once it has passed, nobody knows whether the procedure still
fits the products, the systems and the law.

Review the document and set the next `review_date`, or set its `status` to what it has become. A document that is a
draft, in review, superseded or retired is left alone.

已生效的文件过了复审日期。
复审日期是到期再看一遍的承诺。过了期还没复审，谁也不知道流程是否还合乎产品、系统和法规。

请复审文件并写上下一次的 `review_date`；已经替代或作废的，把 `status` 改过来。草稿、评审中、已替代和作废的文件不在此列。

Bad:

```yaml
status: effective
effective_date: 2024-03-01
review_date: 2025-03-01  # <-
approved_by: "赵*"
```

Good:

```yaml
status: effective
effective_date: 2024-03-01
review_date: 2027-03-01
approved_by: "赵*"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding

CODE = "SOP706"
SEVERITY = Severity.WARNING

MESSAGE = Message(zh="文件应在 {date} 前复审，已经过期", en="the document was to be reviewed by {date}")
REVIEW = Message(
    zh="请复审文件并写上下一次的 review_date；已替代或作废的，请改 status",
    en="review it and set the next `review_date`, or change its `status` if it is no longer in force",
)


def check(context: Context) -> Iterator[Finding]:
    """The review date of a document in force, once it has passed."""
    sop, today = context.sop, context.policy.today
    begun = sop.effective_date is not None and sop.effective_date <= today
    in_force = sop.status in ("effective", "trial") or (sop.status is None and begun)
    if in_force and sop.review_date is not None and sop.review_date < today:
        yield Finding(("review_date",), MESSAGE.format(date=sop.review_date), REVIEW)
