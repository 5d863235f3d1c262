"""A place that has not been filled in.

TODO, TBD, 待定, XX or *[insert name]* stands where something is still to be written. It prints like everything else,
and whoever signs the document signs the gap.

Fill it in, or delete it. What is not settled yet gets a sentence that says who settles it and when; what a person
fills in while speaking is a blank of the script, written `{name}`. The words are listed in `templates/words/`.

文中还有没填的地方：TODO、TBD、待定、XX、（此处填写……）等。它们会照样印出来，签字的人连空白一起签了。

请填上内容，或把它删去；一时定不下来的，写明由谁在何时定；话术里临时填的内容写成 `{姓名}` 这样的变量。
词列在 `templates/words/` 中，可以增删。

Bad:

```yaml
department: XX部门  # <-
steps:
  - action: 联系供应商
    details: 联系方式待定。  # <-
```

Good:

```yaml
department: 售后服务部
steps:
  - action: 联系供应商
    details: 联系方式见供应商名录，每季度由采购专员更新。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import words
from sopgen.rules.base.prose import Place, Prose
from sopgen.rules.base.word_search import search

CODE = "SOP602"
SEVERITY = Severity.WARNING

ADD = words("add", Message(zh="另外算作待填标记的词", en="further words that mark what is to be filled in"))
ALLOW = words("allow", Message(zh="不算待填标记的词或说法", en="words and phrases that mark nothing"))
OPTIONS = (ADD, ALLOW)

MESSAGE = Message(zh="“{word}”处还没有填写", en="`{word}` has not been filled in")
FILL = Message(zh="请填上内容，或把它删去", en="fill it in, or delete it")
BLANK = Message(
    zh="话术里要填的内容请写成 {姓名} 这样的变量", en="write what is filled in while speaking as a blank: {name}"
)

_RUN = re.compile(r"([XxＸ×?？_])\1+")
_LEAST = {"?": 3, "？": 3, "_": 4}
"""How often a sign stands in a row where it stands for what is missing; twice where it is not listed."""
_PROMPT = re.compile(
    r"[（(\[【<＜](?:此处|在此|请在此|请在这里|待填|插入|请插入|[Ii]nsert |[Ff]ill in |[Ee]nter |[Yy]our )"
    r"[^）)\]】>＞\n\0]{0,40}[）)\]】>＞]"
)
_CODE = re.compile(r"[A-Za-z0-9*×/_.@-]")
_NOT_A_GAP = frozenset({"example", "default", "numbering", "options", "avoid"})
"""The keys under which such a mark stands for what people fill in later."""


def check(context: Context) -> Iterator[Finding]:
    """Every mark of something to fill in, once in a text."""
    prose = context.prose
    found = [
        (hit.place, hit.text, hit.entry.advice)
        for hit in search(prose, "placeholders", context.option(ADD), context.option(ALLOW))
        if not _goes_on(prose, hit.offset + len(hit.text))
    ]
    marks = chain((match for match in _RUN.finditer(prose.own) if _is_mark(match)), _PROMPT.finditer(prose.own))
    found += [(prose.at(match.start()), match[0], FILL) for match in marks]
    seen: set[tuple[int, str]] = set()
    for place, word, hint in sorted(found, key=lambda item: (item[0].position, item[0].offset)):
        if (place.position, word) not in seen and _is_gap(context, place, word):
            seen.add((place.position, word))
            said = BLANK if place.wording.path[-1] == "say" else hint
            yield Finding(place.wording.path, MESSAGE.format(word=word), said, part=word, offset=place.offset)


def _is_mark(match: re.Match[str]) -> bool:
    """Whether no number or code goes on around the run: 138XXXX and FK-XX are masked, not missing."""
    text, start, end = match.string, match.start(), match.end()
    around = text[max(0, start - 1) : start], text[end : end + 1].replace(".", " ").replace("/", " ")
    return end - start >= _LEAST.get(match[1], 2) and not any(map(_CODE.match, around))


def _goes_on(prose: Prose, end: int) -> bool:
    """Whether a Chinese word goes on: 待定级 is not 待定."""
    return prose.own[end - 1] > "一" and "一" <= prose.own[end : end + 1] <= "鿿"


def _is_gap(context: Context, place: Place, word: str) -> bool:
    path = place.wording.path
    if not _NOT_A_GAP.isdisjoint(place.keys) or (path[0] == "states" and path[-1] == "name"):
        return False
    if word in context.option(ALLOW) or any(word == state.name for state in context.sop.states):
        return False
    return not (path[-1] in ("name", "author") and word.strip("Xx×*Ｘ") == "" and place.offset == 1)  # 王XX, masked
