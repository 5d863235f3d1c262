"""A role that nobody needs.

A role that takes no step, answers for nothing, is neither asked nor told, and is named in no text has a row in the
table of roles and no part in the procedure. As a rule it is left over from an earlier version, or the step that it was
meant for is missing.

Give the role what it does, or delete it. Documents without steps are left alone.

没有人用到的角色。
角色表里有，流程里却不执行步骤，不负责，不被征询或告知，文字中也没有提到。多半是旧版本留下的，
或者本该由它做的那一步漏写了。

请把它该做的事写上，或删去这个角色。没有步骤的文件不查这一条。

Bad:

```yaml
roles:
  agent: 客服专员
  auditor: 质检专员  # <-
steps:
  - {action: 登记客户来电, role: agent}
```

Good:

```yaml
roles:
  agent: 客服专员
  auditor: 质检专员
steps:
  - {action: 登记客户来电, role: agent}
  - {action: 抽听录音, role: auditor}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.names_in_text import NamesInText
from sopgen.rules.base.naming import calls, words_outside
from sopgen.spec.kinds import Kind

CODE = "SOP102"
SEVERITY = Severity.WARNING

MESSAGE = Message(zh="角色“{name}”在文件中没有用到", en="nothing in the document needs the role `{name}`")
HINT = Message(
    zh="请写上由它执行、负责、被征询或被告知的步骤，或删去这个角色",
    en="say which step it takes, answers for, is asked or told about, or delete it",
)


def check(context: Context) -> Iterator[Finding]:
    """Every role that no place and no text names, where there are steps."""
    defined = context.index.ids["role"]
    if not context.index.steps or any(use.value not in defined for use in context.uses(Kind.ROLE)):
        return  # an id that is misspelt may be meant for any of them
    used = {use.value for use in context.uses(Kind.ROLE) if use.path[:2] != ("roles", use.value)}
    unused = {name: role for name, role in context.sop.roles.items() if name not in used}
    if not unused:
        return
    called, words = calls(context.sop), words_outside(context, "roles").casefold()
    of_roles = _named_by_roles(context, called)
    for name, role in unused.items():
        if name not in of_roles and not any(call in words for call in called[name]):
            yield Finding(("roles", name), MESSAGE.format(name=role.name), HINT, at_key=True)


def _named_by_roles(context: Context, called: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The roles that the texts of other roles name."""
    names = NamesInText((call, name) for name, calls in called.items() for call in calls)
    texts = ((text.path[1], text.text.casefold()) for text in context.index.texts if text.path[0] == "roles")
    return {name for role, text in texts for name in names.within(text) if name != role}
