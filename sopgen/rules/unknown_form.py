"""A form that `forms` does not have.

Steps and records name forms by id, and the id prints as the number and title of the form ("附表 2 …"). Without the
form there is nothing to fill in, and the reader looks for an attachment that does not exist.

Write the id of a form, or add the form under `forms`.

步骤或记录用了 `forms` 中没有的表单。标识会印成表单的编号和标题（“附表 2 …”）；没有这张表单，读者就找不到要填的附表。

请写 `forms` 中已有的标识，或在 `forms` 中加上这张表单。

Bad:

```yaml
steps:
  - action: 登记报修信息
    forms: [register, sign-of]  # <-
forms:
  register: {title: 客户报修登记表}
  sign-off: {title: 维修确认单}
```

Good:

```yaml
steps:
  - action: 登记报修信息
    forms: [register, sign-off]
forms:
  register: {title: 客户报修登记表}
  sign-off: {title: 维修确认单}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.spec.kinds import Kind

CODE = "SOP402"
SEVERITY = Severity.ERROR

MESSAGE = Message(zh="没有“{name}”这张表单", en="there is no form `{name}`")


def check(context: Context) -> Iterator[Finding]:
    """Every place that names a form which is not there."""
    return context.undefined(Kind.FORM, "form", MESSAGE)
