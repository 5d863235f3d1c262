"""A comment that is meant to suppress a finding but does not name a rule.

`# sopgen: ignore[rule] reason` suppresses findings of the named rules on the lines it speaks of. A misspelt name
suppresses nothing, and a comment without names would hide what nobody has thought of.

Write the names of rules in square brackets, as they stand in the findings, with commas between them. What keeps a
spec from being read cannot be suppressed.

注释想忽略某个问题，却没有写对规则的名称。`# sopgen: ignore[规则] 理由` 只忽略写明的规则；名称写错就什么也没有忽略，
不写名称则会把没想到的问题也藏起来。

请在方括号里写规则的名称（与提示中的一致），多个用逗号隔开；妨碍读取文件的错误不能忽略。

Bad:

```yaml
steps:
  - action: 登记客户来电  # sopgen: ignore[undefined-rule] 外包人员另行规定  # <-
```

Good:

```yaml
steps:
  - action: 登记客户来电
    role: outsourced  # sopgen: ignore[undefined-role] 外包人员另行规定
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.source.nearest import DID_YOU_MEAN

CODE = "SOP901"
SEVERITY = Severity.WARNING

UNKNOWN_WORD = Message(zh="“sopgen: {word}”不是可用的注释", en="`sopgen: {word}` is not a comment that sopgen knows")
NO_RULE = Message(zh="这条注释没有写明忽略哪条规则", en="this comment does not say which rule to ignore")
UNKNOWN_RULE = Message(zh="没有“{name}”这条规则", en="there is no rule `{name}`")
WRITE = Message(
    zh="请写成“# sopgen: ignore[规则名] 理由”，例如 ignore[undefined-role]",
    en="write `# sopgen: ignore[rule] reason`, as in `ignore[undefined-role]`",
)


def check(context: Context) -> Iterator[Finding]:
    """Every comment that names no rule, and every name in one that is not a rule's."""
    codes = {*context.names.values()}
    for suppression in context.suppressions:
        if suppression.word != "ignore":
            yield Finding((), UNKNOWN_WORD.format(word=suppression.word), WRITE, span=suppression.span)
        elif not suppression.rules:
            yield Finding((), NO_RULE, WRITE, span=suppression.span)
        for name in suppression.rules if suppression.word == "ignore" else ():
            if name not in context.names and name not in codes:
                meant = context.meaning.near(name, "rule", context.names)
                hint = DID_YOU_MEAN.format(name=meant) if meant else WRITE
                yield Finding((), UNKNOWN_RULE.format(name=name), hint, span=suppression.span)
