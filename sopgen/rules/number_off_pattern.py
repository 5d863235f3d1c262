"""A document number that does not follow the repository's pattern.

The pattern, `AFS-SOP-{year}-{seq:03}` unless `sopgen.toml` says otherwise, gives every document its number, and lets
`sopgen new` find the next free one. A number off the pattern is sorted wrongly, is typed wrongly, and may be given
twice.

Correct the number, or set the `pattern` under `[numbers]`. Further patterns, such as one for another kind of document,
are listed in `also`. Where the pattern is the one that sopgen begins with, a number that has quite another beginning is
taken for that of a company with a scheme of its own, and left alone.

文件编号不合仓库的编号规则。
文件编号都按仓库的编号规则来；`sopgen.toml` 没有设定时是 `AFS-SOP-{year}-{seq:03}`，`sopgen new` 靠它取下一个空号。
不合规则的编号排序会乱，容易写错，还可能重号。

请改正编号，或在 `[numbers]` 中设定 `pattern`；另有一类文件用别的规则时，列入 `also`。规则未作设定，
而编号开头完全不同的，视为公司另有编号办法，不作提示。

Bad:

```yaml
id: AFS-SOP-26-7  # <-
```

Good:

```yaml
id: AFS-SOP-2026-007
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import Option
from sopgen.spec.numbers import DEFAULT_PATTERN, NumberPattern, values_of
from sopgen.spec.refusals import NotReadableError

CODE = "SOP714"
SEVERITY = Severity.WARNING


def _patterns(value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(pattern, str) for pattern in value):
        return tuple(NumberPattern(pattern).text for pattern in value)
    raise ValueError


ALSO: Option[tuple[str, ...]] = Option(
    "also",
    (),
    _patterns,
    Message(
        zh='编号规则的列表，例如 ["CS-MAN-{year}-{seq:03}"]',
        en='a list of patterns, such as ["CS-MAN-{year}-{seq:03}"]',
    ),
    Message(zh="编号还可以遵循的其他规则", en="further patterns that numbers may follow"),
)
OPTIONS = (ALSO,)

MESSAGE = Message(
    zh="编号“{number}”不合编号规则 {pattern}", en="the number `{number}` does not follow the pattern {pattern}"
)
CORRECT = Message(
    zh="请改成 {example} 这样的编号；另有编号规则的，在 sopgen.toml 的 [rules.number-off-pattern] 中列入 also",
    en="write it like {example}, or list its own pattern as `also` under [rules.number-off-pattern] in sopgen.toml",
)


def check(context: Context) -> Iterator[Finding]:
    """The document's number, if it follows none of the patterns."""
    number, pattern = context.sop.id, context.policy.pattern
    patterns = (pattern, *context.option(ALSO))
    if any(_read(one).parse(number) is not None for one in patterns):
        return
    beginning = DEFAULT_PATTERN.partition("{")[0]
    if pattern != DEFAULT_PATTERN or number.upper().startswith(beginning):
        hint = CORRECT.format(example=_example(pattern, context))
        yield Finding(("id",), MESSAGE.format(number=number, pattern=pattern), hint)


def _example(pattern: str, context: Context) -> str:
    """A number that follows the pattern; the pattern itself where it has words of the company's own."""
    try:
        return _read(pattern).format(seq=1, **values_of(context.policy.today))
    except NotReadableError:
        return pattern


@lru_cache(maxsize=64)
def _read(pattern: str) -> NumberPattern:
    return NumberPattern(pattern)
