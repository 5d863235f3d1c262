"""One role under two names.

`roles` calls it 客服专员 and a step calls it 客服人员, or *service agent* and *service representative*: the reader
wonders whether two people are meant, and so does whoever is asked why it was not done.

Write the name that `roles` gives, or add the other one there if it is another role. The words for people that are
compared are listed in `templates/words/`.

同一个角色有两个名称。`roles` 里叫“客服专员”，正文里叫“客服人员”。读的人会想是不是两个人，出了问题也说不清是谁。

请统一用 `roles` 中的名称；确实是另一个角色的，请在 `roles` 中加上。互相比较的称呼列在 `templates/words/` 中，可以增删。

Bad:

```yaml
roles: {agent: 客服专员}
steps:
  - action: 登记来电
    role: agent
    details: 由客服人员复述一遍。  # <-
```

Good:

```yaml
roles: {agent: 客服专员}
steps:
  - action: 登记来电
    role: agent
    details: 由客服专员复述一遍。
```
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopgen.diagnostics import LANGUAGES, Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import words
from sopgen.rules.base.word_lists import word_groups
from sopgen.spec.kinds import Kind

if TYPE_CHECKING:
    from sopgen.spec.index import Wording

CODE = "SOP608"
SEVERITY = Severity.WARNING

ALLOW = words("allow", Message(zh="不是角色别名的说法", en="names that mean something other than a role"))
OPTIONS = (ALLOW,)

MESSAGE = Message(zh="“{variant}”在 roles 中叫“{name}”", en="`{variant}` is called `{name}` under `roles`")
WRITE = Message(
    zh="请写“{name}”；确实是另一个角色的，请在 roles 中加上", en="write `{name}`, or add the other role under `roles`"
)

_WHOLE_CHINESE = re.compile(
    r"(?:[^一-鿿]|[由的和与及向请对让给为或是在经交到至从按被使将把各该本名位个知系排派醒求助询报])?\|[\s\S]*"
)
_WHOLE_ENGLISH = re.compile(r"[^a-z0-9]?\|(?:s?(?:[^a-z0-9'][\s\S]?)?)")
_DOER = re.compile(r"(?:接待|值班|管理|服务|维修|操作|客服)[员生工]$")
"""What the name of a role ends in that is called no more than 人员 or 同事 elsewhere: 前台接待员, 前台人员."""
STAFF = ("人员", "同事", "员工", "工作人员")
_NOT_AT_WORK = frozenset(
    {"prepared_by", "reviewed_by", "approved_by", "countersigned_by", "revisions", "distribution", "review"}
)
_CHINESE = re.compile(r"[一-鿿]")


def check(context: Context) -> Iterator[Finding]:
    """Every name that a text gives to a role that has another, once in a text."""
    prose, taken = context.prose, None
    seen: set[tuple[int, str]] = set()
    for name, variant, start in _variants(context):
        if not _is_whole(prose.lower, start, start + len(variant)):
            continue
        position, wording, offset = prose.at(start)
        if taken is None:
            taken = _taken(context)
        if variant not in taken and (position, variant) not in seen and _is_about_work(wording):
            seen.add((position, variant))
            part = wording.text[offset : offset + len(variant)]
            message = MESSAGE.format(variant=part, name=name)
            yield Finding(wording.path, message, WRITE.format(name=name), part=part, offset=offset)


def _variants(context: Context) -> Iterator[tuple[str, str, int]]:
    """Other names that texts may have for roles: each role's name, the other one, and where in the prose it stands."""
    text = context.prose.lower
    for name, head, others in _heads(context):
        for start in _occurrences(text, head):
            word = next((word for word in others if text.startswith(word, start + len(head))), None)
            if word is not None:
                yield name, head + word, start
    names = {role.name.lower(): role.name for role in context.sop.roles.values()}
    for group in (group for language in LANGUAGES for group in word_groups("same-people", language)):
        meant = [names[word] for word in group if word in names]
        for variant in group if len(meant) == 1 else ():
            if variant not in names:
                yield from ((meant[0], variant, start) for start in _occurrences(text, variant))


def _heads(context: Context) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The names of roles that end in a word for people: what stands before it, and other such words."""
    found: list[tuple[str, str, tuple[str, ...]]] = []
    groups = [group for language in LANGUAGES for group in word_groups("person-words", language)]
    for role in context.sop.roles.values():
        small = role.name.lower()
        for group in groups:
            last = next((word for word in group if small.endswith(word)), None)
            if last is not None and len(small.removesuffix(last).strip()) > 1:
                found.append((role.name, small.removesuffix(last), group))
        short = _DOER.sub("", small)
        if short != small and len(short) > 1:
            found.append((role.name, short, STAFF))
    meant = Counter((head, group) for _, head, group in found)
    return (each for each in found if meant[each[1:]] == 1)  # else it may be a word for both


def _occurrences(text: str, sought: str) -> Iterator[int]:
    start = text.find(sought)
    while start >= 0:
        yield start
        start = text.find(sought, start + len(sought))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands there is a name of its own, not a part of a longer one."""
    whole = _WHOLE_CHINESE if _CHINESE.match(text, start) else _WHOLE_ENGLISH
    return bool(whole.fullmatch(f"{text[max(0, start - 1) : start]}|{text[end : end + 2]}"))


def _is_about_work(wording: Wording) -> bool:
    return wording.kind is not Kind.SAY and wording.path[0] not in _NOT_AT_WORK


def _taken(context: Context) -> frozenset[str]:
    """The names that something has, in small letters."""
    texts = context.index.texts
    names = (
        wording.text for wording in texts if wording.kind is Kind.LINE and wording.path[-1] in ("name", "department")
    )
    return frozenset(name.lower() for name in (*names, *context.sop.definitions, *context.option(ALLOW)))
