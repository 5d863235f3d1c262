"""An abbreviation that is never explained.

CSAT, RMA or OMS is plain to whoever wrote it. A new agent, the auditor and the customer's lawyer guess, and two teams
may use one for two things.

Explain it under `definitions`, or where it first stands: *first contact resolution (FCR)*. Those that everybody knows
are listed in `templates/words/`; a company's own can be allowed in its settings. What is lettered on a lamp or a key
(*the PON lamp*) is left alone.

缩略语没有解释。CSAT、RMA、OMS 写的人明白，新员工、审核员只能猜；同一个缩略语，两个部门的意思还可能不同。

请在 `definitions` 中解释，或在第一次出现时写明：“首次解决率（FCR）”。人人都懂的列在 `templates/words/` 中；
本公司通用的可以在设置中放行。设备上灯、键的字样（“PON 灯”）不查。

Bad:

```yaml
metrics:
  - name: 月度 CSAT 得分  # <-
```

Good:

```yaml
definitions:
  CSAT: 客户满意度调查的平均得分，5分制
metrics:
  - name: 月度 CSAT 得分
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import words
from sopgen.rules.base.word_lists import all_words, word_list

CODE = "SOP607"
SEVERITY = Severity.NOTE

ALLOW = words("allow", Message(zh="不必解释的缩略语", en="abbreviations that need no explanation"))
OPTIONS = (ALLOW,)

MESSAGE = Message(zh="缩略语“{word}”没有解释", en="the abbreviation `{word}` is not explained")
EXPLAIN = Message(
    zh="请在 definitions 中解释，或在第一次出现时写“全称（{word}）”",
    en="explain it under `definitions`, or write the full name first: `full name ({word})`",
)

_CAPITALS = re.compile(r"[A-Z]{2,6}")
_PART = re.compile(r"[\w/.&+*×#@-]", re.ASCII)
_FULL_NAME = re.compile(r"\w\s*[（(]\s*(?:[^（(）)\0]*[，,、]\s*)?$")
_CLOSED = re.compile(r"s?\s*[）)]")
_OPENED = re.compile(r"s?\s*[（(：:]\s*[^）)\d\0]{2}")
_LABEL = re.compile(
    r"[”’」』\"']?\s?(?:指示)?(?:灯|键|按钮|按键|接口|端口|插孔|插口|开关|菜单|标签页)"
    r"| (?:light|lamp|led|button|key|port|socket|switch|menu|tab)s?\b",
    re.IGNORECASE,
)
"""What follows the lettering of a lamp or a key, which is read off and not understood."""
_DESIGNATION = re.compile(r" [0-9]{4,}\b")
"""What makes it the designation of a standard, which is looked up and not understood: EN 50110-1."""
_MARKS = ("XX", "XXX", "XXXX", "XXXXX", "XXXXXX")
_NOT_WORDING = frozenset({"number", "numbering", "example", "default", "url", "options"})


def check(context: Context) -> Iterator[Finding]:
    """Every abbreviation that nothing explains, where it first stands."""
    prose = context.prose
    known: set[str] | None = None
    for match in _CAPITALS.finditer(prose.own):
        word, start, end = match[0], match.start(), match.end()
        if _PART.match(prose.own, start - 1, start) or _goes_on(prose.own, end):
            continue
        if _LABEL.match(prose.raw, end) or _DESIGNATION.match(prose.raw, end):
            continue
        if known is None:
            known = {*all_words("known-abbreviations"), *_MARKS, *context.option(ALLOW), *_defined(context)}
            known.update(word_list("placeholders", "en").entries)
        if word in known:
            continue
        place = prose.at(start)
        _, wording, offset = place
        if _NOT_WORDING.isdisjoint(place.keys) and word != wording.text:  # alone, it is a code or a name
            known.add(word)
            if not _is_explained(word, prose.raw):
                yield Finding(
                    wording.path, MESSAGE.format(word=word), EXPLAIN.format(word=word), part=word, offset=offset
                )


def _goes_on(text: str, end: int) -> bool:
    """Whether something longer goes on at ``end``; a plural does not."""
    if text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum():
        return False
    return bool(_PART.match(text, end)) and not re.match(r"[./-](?!\w)", text[end : end + 2])


def _defined(context: Context) -> Iterator[str]:
    """What ``definitions`` explains or explains by, and the parts of numbers."""
    for term, definition in context.sop.definitions.items():
        yield from _CAPITALS.findall(term)
        yield from _CAPITALS.findall(definition.meaning)
    numbers = (*context.index.listed_numbers, *(form.number or "" for form in context.sop.forms.values()))
    for number in numbers:
        yield from _CAPITALS.findall(number)


def _is_explained(word: str, text: str) -> bool:
    """Whether the full name stands beside the word somewhere: ``首次解决率（FCR）``, ``FCR (first …)``."""
    return any(
        (_FULL_NAME.search(text, max(0, match.start() - 60), match.start()) and _CLOSED.match(text, match.end()))
        or _OPENED.match(text, match.end())
        for match in re.finditer(word, text)
    )
