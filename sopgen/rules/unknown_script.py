"""A script that `scripts` does not have.

A step names the scripts to speak from by id. Without the script the front line has nothing to say at that step.

Write the id of a script, or add the script under `scripts`.

步骤用了 `scripts` 中没有的话术。没有这段话术，一线人员到这一步就无话可说。

请写 `scripts` 中已有的标识，或在 `scripts` 中加上这段话术。

Bad:

```yaml
steps:
  - action: 接听来电
    scripts: 开场白  # <-
scripts:
  opening: {title: 开场白, say: 您好，请问有什么可以帮您？}
```

Good:

```yaml
steps:
  - action: 接听来电
    scripts: opening
scripts:
  opening: {title: 开场白, say: 您好，请问有什么可以帮您？}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.spec.kinds import Kind

CODE = "SOP403"
SEVERITY = Severity.ERROR

MESSAGE = Message(zh="没有“{name}”这段话术", en="there is no script `{name}`")


def check(context: Context) -> Iterator[Finding]:
    """Every place that names a script which is not there."""
    return context.undefined(Kind.SCRIPT, "script", MESSAGE)
