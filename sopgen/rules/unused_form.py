"""A form that nobody fills in.

No step fills in the form, no record is made on it, and no text speaks of it. It prints as an attachment that the reader
cannot place: either the step that needs it does not say so, or the form is left over.

Name it under `forms` of the step that fills it in, refer to it as `[[form:…]]`, or delete it. A document without steps
may list its forms as they are.

没有人填写的表单。
没有哪个步骤填写、哪条记录采用、哪段文字提到这张表单。它会作为附表印出来，读者却不知道何时由谁填：要么是步骤忘了写，要么是改版后忘了删。

请在填写它的步骤的 `forms` 中写上它，或在文字中用 `[[form:…]]` 引用，不用的请删去。没有步骤的文件可以只列表单。

Bad:

```yaml
steps: [登记客户来电, 回复客户]
forms:
  visit:  # <-
    title: 上门服务单
    fields: [上门时间, 服务结果]
```

Good:

```yaml
steps:
  - {action: 登记客户来电, forms: visit}
  - 回复客户
forms:
  visit:
    title: 上门服务单
    fields: [上门时间, 服务结果]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.naming import named, words_outside
from sopgen.spec.kinds import Kind

CODE = "SOP413"
SEVERITY = Severity.WARNING

MESSAGE = Message(zh="没有步骤填写表单“{title}”", en="no step fills in the form `{title}`")
USE_OR_DELETE = Message(
    zh="请在填写它的步骤中写上 forms: {name}，或在文字中引用 [[form:{name}]]，不用的请删去",
    en="write `forms: {name}` in the step that fills it in, refer to it as `[[form:{name}]]`, or delete it",
)


def check(context: Context) -> Iterator[Finding]:
    """Every form that no step, record or text names, by its id, number or title."""
    forms = context.sop.forms
    unused = forms.keys() - named(context, Kind.FORM, "form") if context.index.steps else ()
    words = words_outside(context, "forms") if unused else ""
    for name, form in forms.items():
        if name in unused and form.title not in words and not (form.number and form.number in words):
            message, hint = MESSAGE.format(title=form.title), USE_OR_DELETE.format(name=name)
            yield Finding(("forms", name), message, hint, at_key=True)
