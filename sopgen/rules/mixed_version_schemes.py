"""A version written in another manner than those of the other documents.

`V1.0` and `A/0` do not compare: nobody can say whether C/2 of one document is older than V3.1 of another, and a
register of documents cannot be sorted.

Write all versions in one manner. Without a setting that of most documents is taken; `scheme` sets one.

版本号的写法与仓库中其他文件不同。`V1.0` 和 `A/0` 无法比较，文件清单排不出先后，也说不清哪一份更新。

请统一写法。没有设定时以多数文件的写法为准，也可用 `scheme` 指定。

Bad:

```yaml
id: AFS-SOP-2026-001
version: V1.0
---
id: AFS-SOP-2026-002
version: V2.1
---
id: AFS-SOP-2026-003
version: A/0  # <-
```

Good:

```yaml
id: AFS-SOP-2026-001
version: V1.0
---
id: AFS-SOP-2026-002
version: V2.1
---
id: AFS-SOP-2026-003
version: V1.0
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Related, Severity
from sopgen.rules.base.facts import Facts, RepositoryFinding, Survey
from sopgen.rules.base.option import choice
from sopgen.spec.versions import parse_version

CODE = "SOP805"
SEVERITY = Severity.WARNING

SCHEME = choice(
    "scheme",
    ("any", "V1.0", "1.0", "A/0"),
    Message(
        zh="版本号怎么写：V1.0、1.0 或 A/0；any 表示随多数文件",
        en="how versions are written: `V1.0`, `1.0` or `A/0`; `any`: as most documents have it",
    ),
)
OPTIONS = (SCHEME,)

MESSAGE = Message(
    zh="版本 {version} 的写法与其他文件不同", en="the version {version} is not written as in the other documents"
)
SET = Message(
    zh="版本 {version} 的写法不合规定", en="the version {version} is not written as the repository's settings want it"
)
WRITE = Message(zh="请写成 {scheme} 的形式", en="write it in the manner of {scheme}")
OTHER = Message(zh="其他文件这样写", en="this is how others are written")


def check(survey: Survey) -> Iterator[RepositoryFinding]:
    """The version of every checked document in force that is not of the scheme wanted."""
    by_scheme: dict[str, list[Facts]] = {}
    for one in survey.facts:
        if one.in_use:
            by_scheme.setdefault(parse_version(one.version[0]).scheme, []).append(one)
    wanted = survey.option(SCHEME)
    chosen = wanted != "any"
    if not chosen and by_scheme:
        wanted = max(by_scheme, key=lambda scheme: len(by_scheme[scheme]))
    hint = WRITE.format(scheme=wanted)
    examples = tuple(Related(OTHER, one.version[1].location) for one in by_scheme.get(wanted, ())[:1])
    for scheme, having in by_scheme.items():
        for one in having if scheme != wanted else ():
            if one.checked:
                message = (SET if chosen else MESSAGE).format(version=one.version[0])
                yield RepositoryFinding(message, one.version[1], hint, () if chosen else examples)
