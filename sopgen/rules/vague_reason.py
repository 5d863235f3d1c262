"""A revision that does not say why it was made.

The revision table tells, years later, why a limit or a step is as it is. “Updated” or “优化流程” says only that
something changed, which the new version says already.

Write what gave rise to the revision: a complaint, a finding of an audit, a new system, the result of a pilot. The first
revision needs no reason. Further words that say nothing by themselves are set by `words`.

修订记录要在几年后还能说清某个时限、某个步骤为什么这样规定。“修改”“优化流程”只说明改过，版本号已经说了这一点。

请写明起因，例如客诉、审核发现、系统更换、试点结果。首次发布可以不写原因。没有内容的词可用 `words` 增加。

Bad:

```yaml
version: V1.1
revisions:
  - {version: V1.0, date: 2025-03-01, reason: 首次发布}
  - {version: V1.1, date: 2026-02-10, reason: 优化流程内容}  # <-
```

Good:

```yaml
version: V1.1
revisions:
  - {version: V1.0, date: 2025-03-01, reason: 首次发布}
  - {version: V1.1, date: 2026-02-10, reason: 试点反馈派工时限过紧}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import words

CODE = "SOP707"
SEVERITY = Severity.NOTE

WORDS = words(
    "words", Message(zh="另外哪些词单独写等于没有写原因", en="further words that give no reason by themselves")
)
OPTIONS = (WORDS,)

EMPTY = Message(zh="{version} 没有写修订原因", en="it is not said why {version} was made")
VAGUE = Message(zh="“{reason}”没有说明为什么修订", en="`{reason}` does not say why the revision was made")
SAY = Message(
    zh="请写明起因，例如客诉、审核发现、系统更换、试点结果",
    en="say what gave rise to it, such as a complaint, a finding of an audit, a new system, the result of a pilot",
)

_CHANGING = (
    "修改|修订|修正|更新|更改|变更|改动|改版|改进|优化|完善|调整|升级|升版|换版|补充|润色|规范化?|细化"
    "|updat(?:e|es|ed|ing)|chang(?:e|es|ed)|revis(?:ion|ions|ed|e)|edit(?:s|ed)?|modif(?:y|ied|ication|ications)"
    "|improv(?:e|ed|ement|ements)|optimi[sz](?:e|ed|ation)|adjust(?:ed|ment|ments)?|amend(?:ed|ment|ments)?"
    "|refin(?:e|ed|ement|ements)|corrections?|fixes"
)
_FILLING = (
    "本|该|对|了|的|和|与|及|等|并|进一步|进行|部分|有关|相关|各项|若干|个别|局部|例行|日常|常规|适当|实际|情况|需要|要求|工作|业务"
    "|发展|管理|公司|领导|根据|按照|按|因|由于|内容|文字|文件|文档|流程|步骤|版本|版|条款|表述|措辞|格式|制度|体系|规定|SOP"
    "|the|a|an|of|to|for|and|in|as|by|with|this|some|various|several|minor|small|general|routine|regular|further|needed"
    "|required|necessary|request|requests|document|documents|procedure|process|content|contents|text|wording|version"
    "|sop|steps?|due|business|company|management|needs"
)


def check(context: Context) -> Iterator[Finding]:
    """Every revision but the first that gives no reason, and every one whose reason says nothing."""
    vague = _vague(context.option(WORDS))
    for position, revision in enumerate(context.sop.revisions):
        path = ("revisions", position)
        if revision.reason is None:
            if position:
                yield Finding(path, EMPTY.format(version=revision.version), SAY)
        elif vague.fullmatch(revision.reason):
            yield Finding((*path, "reason"), VAGUE.format(reason=revision.reason), SAY)


@lru_cache(maxsize=16)
def _vague(words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches what is made of words alone that say that something changed; one of them has to be there."""
    changing = "|".join([_CHANGING, *map(re.escape, words)])
    others = rf"(?:(?:{_FILLING}|{changing})(?![a-z])|[\W_])*+"
    return re.compile(rf"(?=.*?(?:{changing})){others}|[\W_]*无[\W_]*", re.IGNORECASE | re.DOTALL)
