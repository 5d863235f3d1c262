"""A word that leaves to each reader what is meant.

*Promptly*, *as appropriate*, *if necessary*, *the relevant department*, *etc.*: two people who read it do two different
things, and neither can be shown to have done wrong. A procedure says how soon, how much, on which condition, and who.

The hint says what to put instead. A word is fine where the same sentence makes it precise, such as a limit beside
*promptly*, and so it is in quotation marks and in names. The words are listed in `templates/words/`, with advice on
each.

意思含糊、各人理解不同的词。“尽快”“适当”“必要时”“相关部门”、列举后的“等”：两个人读了做法不同，谁也说不上做错。
流程要写明多快、多少、什么条件、谁来做。

请按提示改写。同一句里已经写明的（如“及时回复，不超过30分钟”），以及引号里的，都不算含糊。
词和建议列在 `templates/words/` 中，可以增删。

Bad:

```yaml
steps:
  - action: 尽快回复客户  # <-
    details: 必要时联系财务部。  # <-
```

Good:

```yaml
steps:
  - action: 回复客户
    time_limit: 30分钟内
    details: 退款超过500元时，联系财务部核对金额。
```
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.names_in_text import NamesInText
from sopgen.rules.base.option import words
from sopgen.rules.base.word_search import Hit, search
from sopgen.source import Path
from sopgen.spec.kinds import Kind

CODE = "SOP601"
SEVERITY = Severity.WARNING

ADD = words("add", Message(zh="另外算作含糊的词", en="further words to take for vague"))
ALLOW = words("allow", Message(zh="不算含糊的词或说法", en="words and phrases that are not vague"))
OPTIONS = (ADD, ALLOW)

MESSAGE = Message(zh="“{word}”说得含糊", en="`{word}` is vague")

_NOT_BINDING = frozenset(
    {
        "background", "references", "distribution", "training", "review", "revisions", "attachments", "properties",
        "example", "examples", "symptom", "cause", "description", "formula", "url", "hours",
    }
)  # fmt: skip
"""The keys under which nobody is told what to do."""
_NOT_EXHAUSTIVE = frozenset({"situation", "hint", "tip", "note", "caution", "warning", "danger", "definitions", "say"})
"""The keys under which examples help more than a complete list."""
_LIMITS = ("time_limit", "limit", "after", "first_response", "resolution", "wait")
_OPEN_LIST = frozenset({"等", "etc", "and so on", "and so forth", "and the like", "among others"})

_NUMBER = re.compile(
    r"[0-9]|[一二两三四五六七八九十半]\s*(?:个|次|倍|成|元|件|秒|分|刻|小时|天|日|周|月)|不超过|至多|至少|以内"
)
_TIME = re.compile(
    r"[0-9一二两三四五六七八九十半每当次]\s*(?:个)?(?:秒|分钟|刻钟|小时|工作日|自然日|天|日|周|星期|月|季度|年)|T\+[0-9]|立即|"
    r"[0-9](?:st|nd|rd|th)?\s*(?:s|min|h|seconds?|minutes?|hours?|(?:\w+ )?days?|weeks?|months?|years?)\b|"
    r"\b(?:every|each|an?|one|two|three|half an?|within|daily|weekly|monthly|quarterly|yearly)\s+"
    r"(?:second|minute|hour|day|week|month|quarter|year|morning|Monday|(?:business|working|calendar) day)|immediately|"
    r"\b(?:daily|weekly|monthly|quarterly|yearly|the same day|by the end of)\b"
)
_SOURCE = re.compile(r"\[\[|《|[A-Z]+-[A-Z0-9-]+|第[一二三四五六七八九十百0-9]+[条章节款]")
_EXPLAINED = re.compile(r"\s?[（(：:]|[，,]?\s?(?:即|指|包括|例如|such as|that is|namely)")
_CAPITAL_FOLLOWS = re.compile(r" [A-Z][a-z]")
_FAILURE = re.compile(r"(?:[未不没非无]|没有|没能|未能|不能|不够|是否|not |cannot |fails? to |failed to |without )$")
_LISTED = re.compile(r"(?:、|包括|包含)[^，。；！？：\n\0]*[^、，\s稍请久苦坐]$")
_EXAMPLES = re.compile(r"(?:例如|比如|诸如|如\x01|（如)[^，。；！？\n\0]*$|(?:such as|for example|e\.g\.|like)\b")
_CLOSED = re.compile(r"等[一二两三四五六七八九十0-9]+\s?[个种项类家级条款件步方名位大]")


def check(context: Context) -> Iterator[Finding]:
    """Every vague word that nothing around it makes precise, once in a text."""
    seen: set[tuple[int, str]] = set()
    named = cache(lambda word: NamesInText((name, name) for name in _names_with(context, word)))
    for hit in search(context.prose, "vague-words", context.option(ADD), context.option(ALLOW)):
        key = hit.place.position, hit.entry.word
        if key not in seen and _is_vague(context, hit, named):
            seen.add(key)
            _, wording, offset = hit.place
            yield Finding(wording.path, MESSAGE.format(word=hit.text), hit.entry.advice, part=hit.text, offset=offset)


def _is_vague(context: Context, hit: Hit, named: Callable[[str], NamesInText[str]]) -> bool:
    wording = hit.place.wording
    if wording.path[-1] == "text" and wording.path[-2] in _LIMITS:
        return True  # a limit in words, and this is the word
    if wording.kind is Kind.LINE or not _NOT_BINDING.isdisjoint(hit.place.keys):
        return False
    prose, end = context.prose, hit.offset + len(hit.text)
    start, stop = prose.sentence(hit.offset)
    before = prose.own[start : hit.offset]
    if hit.entry.word in _OPEN_LIST:
        return _NOT_EXHAUSTIVE.isdisjoint(hit.place.keys) and _is_open(hit, before, prose.own[hit.offset : stop])
    if _EXPLAINED.match(prose.own, end, stop) or _FAILURE.search(before):
        return False
    if hit.text[:1].isupper() and _CAPITAL_FOLLOWS.match(prose.own, end, stop):
        return False  # Appropriate Polytherapy is what something is called
    clause = max(start, *(prose.own.rfind(comma, start, hit.offset) + 1 for comma in "，,"))
    precise = _is_precise(context, hit, prose.raw[start:stop], prose.raw[clause:stop])
    return not (precise or named(hit.text).are_over(wording.text, hit.place.offset))


def _is_open(hit: Hit, before: str, after: str) -> bool:
    """Whether a list goes on unsaid: ``电话、邮件等渠道``, not ``电话、邮件等两种渠道``, nor a list of examples."""
    if _EXAMPLES.search(before):
        return False
    return hit.entry.word != "等" or (bool(_LISTED.search(before)) and not _CLOSED.match(after))


def _is_precise(context: Context, hit: Hit, sentence: str, clause: str) -> bool:
    """Whether the sentence, or a limit of the step around it, says what the word leaves open.

    An amount that is said before, in another clause, is that of something else: 60分钟内到达，远郊适当放宽.
    """
    unless = hit.entry.unless
    if unless == "limit":
        return bool(_TIME.search(sentence)) or _is_limited(context, hit.place.wording.path)
    return bool((unless == "amount" and _NUMBER.search(clause)) or (unless == "reference" and _SOURCE.search(sentence)))


def _is_limited(context: Context, path: Path) -> bool:
    """Whether the step, exception, level or the like that has the text at ``path`` has a time limit of its own."""
    value: object = context.sop
    for part in path:
        if any(getattr(value, key, None) is not None for key in _LIMITS):
            return True
        value = value[part] if isinstance(value, tuple | dict) else getattr(value, str(part), None)  # type: ignore[index]
    return False


def _names_with(context: Context, word: str) -> Iterator[str]:
    """What roles, forms, systems and terms are called that have the word in their names."""
    for wording in context.index.texts:
        if wording.kind is Kind.LINE and wording.path[-1] in ("name", "title") and word in wording.text:
            yield wording.text
    yield from (term for term in context.sop.definitions if word in term)
