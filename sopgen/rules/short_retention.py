"""A record that is kept for less than the minimum.

Disputes, warranty claims and audits come late. A record that was destroyed by then cannot prove that the procedure was
followed. The minimum is two years, for after-sales service three.

Lengthen the retention period. What a company keeps, and which `type` of document is after-sales service, is set by
`years`, `after-sales-years` and `after-sales-types`; a document without a `type` is taken for after-sales service if
its number begins with one of `after-sales-numbers`.

保存期限短于规定的记录。
纠纷、三包索赔和检查往往来得晚，记录那时已经销毁，就无法证明按流程做过。一般记录至少保存2年，售后服务记录至少3年。

请延长保存期限。年限和哪些 `type` 算售后服务，可用 `years`、`after-sales-years`、`after-sales-types` 设定；没有写 `type`
的文件，编号以 `after-sales-numbers` 之一开头的算售后服务。

Bad:

```yaml
type: fault-repair
roles: {agent: 客服专员}
records:
  ticket: {name: 报修工单, owner: agent, location: 工单系统, retention: 1年}  # <-
```

Good:

```yaml
type: fault-repair
roles: {agent: 客服专员}
records:
  ticket: {name: 报修工单, owner: agent, location: 工单系统, retention: 3年}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import number, words

CODE = "SOP419"
SEVERITY = Severity.WARNING

YEARS = number("years", 2, Message(zh="记录至少保存几年", en="how many years a record is kept for at least"))
AFTER_SALES_YEARS = number(
    "after-sales-years",
    3,
    Message(zh="售后服务的记录至少保存几年", en="how many years a record of after-sales service is kept for at least"),
)
AFTER_SALES_TYPES = words(
    "after-sales-types",
    Message(zh="哪些 type 算售后服务", en="the types of documents that are about after-sales service"),
    (
        "fault-repair",
        "return-exchange",
        "onsite-service",
        "installation",
        "maintenance",
        "warranty",
        "spare-parts",
        "recall",
    ),
)
AFTER_SALES_NUMBERS = words(
    "after-sales-numbers",
    Message(
        zh="没有写 type 的文件，编号以什么开头算售后服务",
        en="how the numbers of documents about after-sales service begin, where they give no type",
    ),
    ("AFS",),
)
OPTIONS = (YEARS, AFTER_SALES_YEARS, AFTER_SALES_TYPES, AFTER_SALES_NUMBERS)

MESSAGE = Message(
    zh="记录“{name}”只保存{kept}，{what}至少要保存{years}年",
    en="the record `{name}` is kept for {kept}, less than the {years}-year minimum for {what}",
)
ANY = Message(zh="记录", en="a record")
AFTER_SALES = Message(zh="售后服务的记录", en="a record of after-sales service")
LENGTHEN = Message(zh="请把 retention 改为{years}年或更长", en="raise `retention` to the {years}-year minimum")


def check(context: Context) -> Iterator[Finding]:
    """Every record that is kept for less than the minimum for such documents."""
    after_sales = _is_after_sales(context)
    years = context.option(AFTER_SALES_YEARS if after_sales else YEARS)
    what = AFTER_SALES if after_sales else ANY
    for name, record in context.sop.records.items():
        if record.retention is not None and record.retention.days < years * 365:
            message = MESSAGE.format(name=record.name, kept=record.retention.text, what=what, years=years)
            yield Finding(("records", name, "retention"), message, LENGTHEN.format(years=years))


def _is_after_sales(context: Context) -> bool:
    if context.sop.type is not None:
        return context.sop.type in context.option(AFTER_SALES_TYPES)
    return context.sop.id.startswith(context.option(AFTER_SALES_NUMBERS))
