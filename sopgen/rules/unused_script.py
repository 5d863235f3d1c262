"""A script that nobody is told to speak.

A script is spoken at some moment. If no step names it, no text speaks of it, and it does not say by `when` in which
situation it is meant, the front line never finds it when it is needed.

Name it under `scripts` of the step in which it is spoken, say under `when` in which situation, or delete it.

没有哪一步要说的话术。
话术总是在某个时刻说的。没有步骤写上它，没有文字提到它，它自己也没有用 `when` 说明场合，一线人员用到时就找不着。

请在说这段话的步骤的 `scripts` 中写上它，或用 `when` 写明使用场合，不用的请删去。

Bad:

```yaml
steps: [登记客户来电, 回复客户]
scripts:
  apology: {title: 致歉, say: 给您添麻烦了，我马上为您查询。}  # <-
```

Good:

```yaml
steps:
  - {action: 登记客户来电, scripts: apology}
  - 回复客户
scripts:
  apology: {title: 致歉, say: 给您添麻烦了，我马上为您查询。}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.naming import named, words_outside
from sopgen.spec.kinds import Kind

CODE = "SOP414"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="没有步骤用到话术“{title}”，它也没有写明何时说",
    en="no step uses the script `{title}`, and it does not say when it is spoken",
)
USE_OR_DELETE = Message(
    zh="请在说这段话的步骤中写上 scripts: {name}，或用 when 写明使用场合，不用的请删去",
    en="write `scripts: {name}` in the step in which it is spoken, say `when` it is, or delete it",
)


def check(context: Context) -> Iterator[Finding]:
    """Every script that no step and no text names, and that does not say when it is spoken."""
    scripts = context.sop.scripts
    unused = scripts.keys() - named(context, Kind.SCRIPT, "script") if context.index.steps else ()
    words = words_outside(context, "scripts") if unused else ""
    for name, script in scripts.items():
        if name in unused and script.when is None and not (script.title and script.title in words):
            message = MESSAGE.format(title=script.title or name)
            yield Finding(("scripts", name), message, USE_OR_DELETE.format(name=name), at_key=True)
