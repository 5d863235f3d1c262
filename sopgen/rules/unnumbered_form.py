"""A form without a number.

Forms are controlled like documents: by its number a filled-in sheet is traced back to the form, and an outdated form is
told from the one in force. A title alone is soon shared by two forms.

Give the form a `number`. With `policy = "consistent"` only a form beside others that have one is found.

没有编号的表单。
表单和文件一样受控：填好的单子靠编号追溯到它的样式，作废的样式靠编号与现行的区分。只有名称，不久就会有两张同名的表。

请给表单写上 `number`。设 `policy = "consistent"` 时，只在其他表单有编号时才提示。

Bad:

```yaml
steps:
  - {action: 登记退款申请, forms: refund}
forms:
  refund:  # <-
    title: 退款申请表
    fields: [订单号, 金额, 原因]
```

Good:

```yaml
steps:
  - {action: 登记退款申请, forms: refund}
forms:
  refund:
    title: 退款申请表
    number: AFS-F-001
    fields: [订单号, 金额, 原因]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import choice

CODE = "SOP417"
SEVERITY = Severity.NOTE

POLICY = choice(
    "policy",
    ("all", "consistent"),
    Message(
        zh="all：每张表单都要有编号；consistent：同一文件中有的表单有编号，其余的也要有",
        en="`all`: every form has a number; `consistent`: where one form of a document has one, all have",
    ),
)
OPTIONS = (POLICY,)

MESSAGE = Message(zh="表单“{title}”没有编号", en="the form `{title}` has no number")
GIVE = Message(zh="请给它写上 number，例如 AFS-F-001", en="give it a `number`, such as AFS-F-001")


def check(context: Context) -> Iterator[Finding]:
    """Every form without a number."""
    forms = context.sop.forms
    if context.option(POLICY) == "all" or any(form.number for form in forms.values()):
        for name, form in forms.items():
            if form.number is None:
                yield Finding(("forms", name), MESSAGE.format(title=form.title), GIVE, at_key=True)
