"""A variable that is explained but not said.

`variables` explains the blanks of a script, which `say` writes as `{工号}`. An explanation without a blank is left over
from an earlier wording, or one of the two is misspelt and the front line reads braces aloud.

Put the blank into `say`, spell both alike, or delete the explanation. Braces that are no blank are `{{` and `}}`.

`variables` 解释了 `say` 里没有的变量。话术中的空写成 `{工号}`；有解释而没有空，多半是改过话术忘了删，或两处写得不一样。

请在 `say` 中写上这个变量，或把两处改成一致，或删去解释；要印出花括号本身，请写 `{{` 和 `}}`。

Bad:

```yaml
scripts:
  opening:
    say: 您好，工号{工号}为您服务。
    variables:
      工号: 四位数字
      姓名: 客服姓名  # <-
```

Good:

```yaml
scripts:
  opening:
    say: 您好，工号{工号}为您服务。
    variables:
      工号: 四位数字
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.source.nearest import DID_YOU_MEAN
from sopgen.spec.forms import Script

CODE = "SOP412"
SEVERITY = Severity.WARNING

MESSAGE = Message(zh="话术里没有说到变量“{name}”", en="the script does not say the variable `{name}`")
SAY_OR_DELETE = Message(
    zh="请在 say 中写上“{{{name}}}”，或删去这一行", en="write `{{{name}}}` in `say`, or delete this line"
)

_BLANK = re.compile(r"\{\{|\}\}|\{([\w ]+)\}")


def check(context: Context) -> Iterator[Finding]:
    """Every variable of a script that is no blank in its words."""
    for script_path, script in context.index.of(Script):
        said = {match[1].strip() for match in _BLANK.finditer(script.say) if match[1]}
        for name in script.variables:
            if name.strip() not in said:
                unexplained = sorted(said.difference(script.variables))
                meant = context.meaning.near(name, f"variable of {script_path[-1]}", unexplained)
                hint = DID_YOU_MEAN.format(name=meant) if meant else SAY_OR_DELETE.format(name=name.strip("{}"))
                path = (*script_path, "variables", name)
                yield Finding(path, MESSAGE.format(name=name), hint, at_key=True)
