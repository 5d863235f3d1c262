"""A revision that does not say why it was made.

The revision table tells, years later, why a limit or a step is as it is. “Updated” or “优化流程” says only that
something changed, which the new version says already.

Write what gave rise to the revision: a complaint, a finding of an audit, a new system, the result of a pilot. The first
revision needs no reason. The words that say nothing by themselves are listed in `templates/words/`; `add` sets more.

没有说明原因的修订。修订记录要在几年后还能说清某个时限、某个步骤为什么这样规定。“修改”“优化流程”只说明改过，版本号已经说了这一点。

请写明起因，例如客诉、审核发现、系统更换、试点结果。首次发布可以不写原因。没有内容的词列在 `templates/words/` 中，
可用 `add` 增加。

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
from collections.abc import Iterable, Iterator
from functools import cache

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import words
from sopgen.rules.base.word_lists import all_words

CODE = "SOP707"
SEVERITY = Severity.NOTE

ADD = words("add", Message(zh="另外哪些词单独写等于没有写原因", en="further words that give no reason by themselves"))
OPTIONS = (ADD,)

EMPTY = Message(zh="{version} 没有写修订原因", en="nothing says why {version} was made")
VAGUE = Message(zh="“{reason}”没有说明为什么修订", en="`{reason}` does not say why the revision was made")
SAY = Message(
    zh="请写明起因，例如客诉、审核发现、系统更换、试点结果",
    en="say what gave rise to it, such as a complaint, a finding of an audit, a new system, the result of a pilot",
)


def check(context: Context) -> Iterator[Finding]:
    """Every revision but the first that gives no reason, and every one whose reason says nothing."""
    vague = _vague(context.option(ADD))
    for position, revision in enumerate(context.sop.revisions):
        path = ("revisions", position)
        if revision.reason is None:
            if position:
                yield Finding(path, EMPTY.format(version=revision.version), SAY)
        elif vague.fullmatch(revision.reason):
            yield Finding((*path, "reason"), VAGUE.format(reason=revision.reason), SAY)


@cache
def _vague(more: tuple[str, ...]) -> re.Pattern[str]:
    """Matches what is made only of words that say that something changed, and of words that say still less."""
    words = _either({*all_words("changing-words"), *all_words("filling-words"), *more})
    return re.compile(rf"(?:{words}(?![a-z])|[\W_])*+|[\W_]*无[\W_]*", re.IGNORECASE | re.DOTALL)


def _either(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))})"
