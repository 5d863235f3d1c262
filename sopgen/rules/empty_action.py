"""An action that is no action.

A step says what somebody does, verb first. *Handling*, *the complaint process* or *pay attention to quality* name a
topic or a wish: nobody can say whether the step is done. The response to an exception is an action too: *Team lead* or
*the manager steps in* only says who is there.

Write a verb and its object, such as *Register the fault*. A wish becomes a `standard` or a rule, a topic becomes the
`title` of the step. The words are listed in `templates/words/`.

没有动作的步骤。“处理”“客户回访流程”“注意服务质量”只是名称或愿望，谁也说不清做完没有。异常的处理办法也一样：
“组长介入”“等通知”没有说做什么。

请写成“动词＋对象”，例如“登记报修信息”；要求写进 `standard` 或 `rules`，名称写进步骤的 `title`。
词列在 `templates/words/` 中，可以增删。

Bad:

```yaml
steps:
  - action: 客户回访流程  # <-
  - action: 注意服务质量  # <-
```

Good:

```yaml
steps:
  - action: 回访客户
    standard: 客户满意度不低于90%
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sopgen.diagnostics import Language, Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import words
from sopgen.rules.base.word_lists import plain_words, word_groups, word_list
from sopgen.source import Path

CODE = "SOP604"
SEVERITY = Severity.WARNING

ADD = words("add", Message(zh="另外算作没有动作的步骤", en="further texts that are not actions"))
ALLOW = words("allow", Message(zh="算作动作的步骤", en="texts that count as actions"))
OPTIONS = (ADD, ALLOW)

MESSAGE = Message(zh="“{action}”没有写明做什么", en="`{action}` does not say what is done")
VERB_FIRST = Message(
    zh="请写成“动词＋对象”，例如 登记报修信息", en="write a verb and its object, such as Register the fault"
)
SAY_WHAT = Message(
    zh="请写明他做什么，例如 组长听录音并给出方案",
    en="say what they do, such as Listen to the recording and make an offer",
)
AS_STANDARD = Message(
    zh="请写明做什么动作；要求写进 standard 或 rules",
    en="say what is done; what is wished for goes into `standard` or `rules`",
)

LONGEST = 60
"""How long a text may be, in characters, and still be no more than a name."""
_NOUN = re.compile(
    r"(?!(?:bring|ring|sing|string|swing|spring|cling|sling|wring|ping|king)\b)[a-z]+ing(?: [a-z-]+){0,7}"
    r"|(?:[a-z]+(?:tion|sion|ment|ance|ence|ness|ity)|quality|review|approval|control) of [a-z -]+"
)
"""English that begins with a noun: *Registering complaints*, *Completion of the form*."""
_PASSED_ON = "转交报请叫派让移提送"
"""With what begins that a matter is passed on to somebody, which is an action."""


def check(context: Context) -> Iterator[Finding]:
    """Every step whose action, and every exception whose response, is a topic or a wish."""
    names = frozenset(role.name.lower() for role in context.sop.roles.values())
    for path, action in _actions(context):
        if len(action) <= LONGEST and action not in context.option(ALLOW):
            plain = action.strip("。.！! ").lower()
            hint = _presence(plain, names, context.language) or _no_action(plain, context)
            if hint is not None:
                yield Finding(path, MESSAGE.format(action=action), hint)


def _actions(context: Context) -> Iterator[tuple[Path, str]]:
    for place in context.index.steps:
        yield (*place.path, "action"), place.step.action
    for position, one in enumerate(context.sop.exceptions):
        if one.response is not None:
            yield ("exceptions", position, "response"), one.response


def _presence(action: str, names: frozenset[str], language: Language) -> Message | None:
    """What to do about an action that says of somebody only who takes part: 组长, 组长介入, *the manager steps in*."""
    if action in names:
        return SAY_WHAT
    match = _taking_part(language).fullmatch(action)
    if match is None:
        return None
    who = match[1].strip()
    people = tuple(word for group in word_groups("person-words", language) for word in group)
    passed_on = who.startswith(plain_words("actions", language)) or who[0] in _PASSED_ON
    return SAY_WHAT if who in names or (who.endswith(people) and not passed_on) else None


def _no_action(action: str, context: Context) -> Message | None:
    """What to do about an action that is none; None for one that is."""
    language = context.language
    entry = word_list("empty-actions", language).entries.get(action)
    if entry is not None or action in context.option(ADD):
        return entry.advice if entry is not None else VERB_FIRST
    if _framed("attitude", "verbs", "nouns", language).fullmatch(action):
        return AS_STANDARD
    is_name = _framed("topic", "nouns", "endings", language).fullmatch(action)
    return VERB_FIRST if is_name or (language == "en" and _NOUN.fullmatch(action)) else None


@cache
def _taking_part(language: Language) -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, plain_words("taking-part", language)))
    return re.compile(f"(?:由|the )?([^，。,;]{{2,20}}?)(?:{verbs})")


@cache
def _framed(kind: str, first: str, last: str, language: Language) -> re.Pattern[str]:
    """A pattern for a few words between one of a list and one of another."""
    begin, end = (
        "|".join(re.escape(word) for word in plain_words(f"{kind}-{which}", language)) for which in (first, last)
    )
    between = (
        r"[^，。；、：,;:\sA-Za-z]{0,6}" if language == "zh-CN" else r"(?: (?!to |for |with |of |by )[a-z'-]+){0,2} "
    )
    return re.compile(f"(?:{begin}){between}(?:{end})")
