"""A decision whose branches leave a case open.

What the branches do not name, whoever stands there decides. Found are numbers with a gap between them (低于500元,
超过500元: and 500?), levels and classes that the document has and the decision forgets (重大 and 紧急, but not 一般),
*yes* without *no* and *in full* without *in part*, and kinds that have no end (属于哪类故障？软件, 硬件), where none of
the branches is for all the rest.

Add the missing branch, or `otherwise`.

判断的分支没有覆盖所有情况。没写到的情况，只能由现场的人自己拿主意。这里查：数值之间有空档（低于500元、
超过500元，那么正好500元呢）；文件里有的级别或类别在判断中漏了（只有重大和紧急，没有一般）；
有“是”没有“否”，有“全额”没有“部分”；种类列不完（属于哪类故障？软件、硬件），又没有一个分支给其余的情况。

请补上缺的分支，或写上 `otherwise`。

Bad:

```yaml
service_levels:
  - {level: 重大, resolution: 24小时内}
  - {level: 紧急, resolution: 48小时内}
  - {level: 一般, resolution: 72小时内}
steps:
  - action: 判定级别
    decision:  # <-
      - {when: 重大, go_to: report}
      - {when: 紧急}
  - {action: 安排处理, next: end}
  - {id: report, action: 上报经理}
```

Good:

```yaml
service_levels:
  - {level: 重大, resolution: 24小时内}
  - {level: 紧急, resolution: 48小时内}
  - {level: 一般, resolution: 72小时内}
steps:
  - action: 判定级别
    decision:
      - {when: 重大, go_to: report}
      - {when: 紧急或一般}
  - {action: 安排处理, next: end}
  - {id: report, action: 上报经理}
```
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.intervals import gap, read_interval

CODE = "SOP208"
SEVERITY = Severity.NOTE

MISSING = Message(
    zh="步骤 {number} 的判断没有说到“{case}”", en="the decision of step {number} does not say what to do for {case}"
)
EXACTLY = Message(zh="正好{low}{unit}的情况", en="exactly {low} {unit}")
BETWEEN = Message(zh="{low}到{high}{unit}之间的情况", en="between {low} and {high} {unit}")
NO = Message(zh="否", en="the answer `no`")
MORE = Message(zh="{low}{unit}以上的情况", en="more than {low} {unit}")
REST = Message(
    zh="步骤 {number} 的判断只列了几类，没有说其余的怎么办",
    en="the decision of step {number} names some kinds and does not say what to do with the rest",
)
HINT = Message(zh="请补上这一分支，或写上 otherwise", en="add that branch, or `otherwise`")

_KINDS = re.compile(
    r"哪[一]?[类种]|类型|类别|种类|什么原因|需要什么|什么(?:需求|诉求|故障|问题)|原因(?:是|为|属)"
    r"|\b(?:what|which) (?:kind|type|sort|category|class|does the customer (?:need|want))|\b(?:kind|type|category) of",
    re.IGNORECASE,
)
_CHOSEN = re.compile(r"选择|挑选|方案|方式|\b(?:choose|chooses|select|pick|option)", re.IGNORECASE)
_AND = re.compile(r"[或、和与,，/]|\bor\b|\band\b")
_REST = re.compile(
    r"其他|其它|其余|另外|否则|以外|之外|都不|均不|未列|\b(?:other|else|any|none|neither|nothing|no|not|non|un\w+)\b"
    r"|n't\b",
    re.IGNORECASE,
)
_REST_OF_ALL = re.compile(r"其他|其它|其余|否则|\b(?:other|else|neither|none|otherwise)", re.IGNORECASE)
_HAN = re.compile("[一-鿿]")
_DENIAL = re.compile(r"[不无未非没]")
_YES = re.compile(r"(?:是的?|yes)(?![\w])", re.IGNORECASE)
_NO = re.compile(r"(?:否|不|没|未|无|no\b|not\b)", re.IGNORECASE)
_PARTS = (
    (re.compile(r"全部|全额|全数|整单"), re.compile(r"部分|[不无未非没]"), Message(zh="部分", en="a part of it")),
    (
        re.compile(r"\bin full\b|\bentirely\b", re.IGNORECASE),
        re.compile(r"\bpart|\bnot\b", re.IGNORECASE),
        Message(zh="部分", en="a part of it"),
    ),
)
"""Branches for all of something, those that are for less of it, and what is missing without the latter."""


def check(context: Context) -> Iterator[Finding]:
    """Every decision without ``otherwise`` of which something shows that a case is open."""
    asked = [(place, place.step.decision) for place in context.index.steps if place.step.decision is not None]
    lists = _lists(context) if asked else []
    said = [branch.when.casefold() for _, decision in asked for branch in decision.branches]
    for place, decision in asked:
        if decision.otherwise or len(decision.branches) == 1:
            continue
        whens = [branch.when for branch in decision.branches]
        path, rest = (*place.path, "decision"), _has_rest(whens)
        question = decision.question or place.step.action
        case = _gap(whens) or _opposite(whens) or (None if rest else _forgotten(whens, lists, said))
        if case is not None:
            yield Finding(path, MISSING.format(number=place.number, case=case), HINT, at_key=True)
        elif not rest and _KINDS.search(question) and not _CHOSEN.search(question) and not _named(whens, lists):
            yield Finding(path, REST.format(number=place.number), HINT, at_key=True)


class _List(NamedTuple):
    """Names that the document gives to cases, in small letters, and whether branches have to say nothing but them."""

    names: tuple[str, ...]
    exact: bool

    def named(self, when: str) -> set[str]:
        """Those that a branch names."""
        if not self.exact:
            return {name for name in self.names if name in when}
        parts = {part.strip() for part in _AND.split(when)}
        return parts if parts.issubset(self.names) else set()


def _lists(context: Context) -> list[_List]:
    """The levels, classes and choices in forms that the document has."""
    sop = context.sop
    found = [([level.level for level in sop.service_levels], False)]
    found += [([one.name for one in each.classes], False) for each in sop.classifications.values()]
    for form in sop.forms.values():
        for field in form.fields:
            found += [([*inner.options], True) for inner in (field, *field.fields) if inner.options]
    return [_List(tuple(name.casefold() for name in names), exact) for names, exact in found if len(names) > 1]


def _has_rest(whens: Sequence[str]) -> bool:
    """Whether a branch is for whatever is none of the others: 其他, 未恢复 beside 已恢复, and not 七天无理由."""
    if any(_REST.search(when) for when in whens):
        return True
    branches_with = Counter(letter for when in whens for letter in {*_HAN.findall(when)})
    denials = ((when, denial) for when in whens if (denial := _DENIAL.search(when)))
    return any(
        denial.start() == 0 or any(branches_with[letter] > 1 for letter in _HAN.findall(when, denial.end()))
        for when, denial in denials
    )


def _opposite(whens: Sequence[str]) -> Message | None:
    """What stands against *yes*, or against *in full*, where no branch is for it."""
    if any(_YES.match(when) for when in whens) and not any(
        _NO.match(when) or _REST_OF_ALL.search(when) for when in whens
    ):
        return NO
    for whole, part, case in _PARTS:
        if any(whole.search(when) for when in whens) and not any(
            part.search(when) or _REST_OF_ALL.search(when) for when in whens
        ):
            return case
    return None


def _gap(whens: Sequence[str]) -> Message | None:
    """The numbers that branches told apart by numbers leave out."""
    intervals = [read_interval(when) for when in whens]
    read = [interval for interval in intervals if interval is not None]
    if len(read) < len(whens) or len({interval.unit for interval in read}) > 1:
        return None
    missing = gap(read)
    if missing is None:
        return None
    low, high = missing
    text = MORE if math.isinf(high) else EXACTLY if low == high else BETWEEN
    return text.format(low=f"{low:g}", high=f"{high:g}", unit=read[0].unit)


def _forgotten(whens: Sequence[str], lists: Sequence[_List], said: Sequence[str]) -> str | None:
    """A name of a list of which every branch names others, if no decision deals with it."""
    for one in lists:
        named = [one.named(when.casefold()) for when in whens]
        if not all(named) or len(set().union(*named)) < 2:
            continue
        for name in one.names:
            if not (_REST.search(name) or _DENIAL.search(name)) and not any(name in when for when in said):
                return name
    return None


def _named(whens: Sequence[str], lists: Sequence[_List]) -> bool:
    """Whether branches name all of a list."""
    text = "\n".join(whens).casefold()
    return any(all(name in text for name in one.names) for one in lists)
