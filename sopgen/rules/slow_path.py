"""A way through the process that takes longer than is promised.

A promise is kept only if the steps on the slowest way can keep it together. Their limits are added up, the longest of
parallel tracks, loops gone through once; if the sum is more than `purpose`, the summary of the procedure, a metric or
the slowest service level promises, the promise will be broken by people who are all in time.

Shorten steps on that way, or promise less. The steps are listed with their limits; business time and clock time are
summed up apart, and told in the unit of the promise as well. Steps that are due the same day take one day together, as
long as nothing else comes between them. Waiting until somebody else does something does not count, nor do steps that
only outsiders do, nor what comes after the promised thing: the archive, and for a solution also the follow-up and
whatever comes behind the last step that repairs, restores or rescues. A promise of a first response is none about the
end.

最慢的一条路径比承诺的还长。承诺要靠最慢路径上的各步合起来兑现：把它们的时限相加（并行取最长的分支，循环只算一遍），
如果超过了 `purpose`、流程概述、指标或最慢的服务级别所承诺的时间，那么人人按时，承诺还是会落空。

请收紧这条路径上的步骤，或放宽承诺。各步及其时限列在后面，工作日与小时分开合计，并换成承诺所用的单位。
接连几步都是当日完成的，中间没有别的时限，合计一天。等别人做某事的时间、只由外部人员做的步骤、
承诺的事项之后的步骤都不计入：归档；承诺的是解决时，还有回访，以及最后一个维修、恢复、救援步骤之后的各步。
首次响应的承诺与流程何时结束无关。

Bad:

```yaml
purpose: 统一报修处理，24小时内闭环。  # <-
steps:
  - {action: 登记, time_limit: 1小时内}
  - {action: 上门维修, time_limit: 20小时内}
  - {action: 回访客户, time_limit: 8小时内}
```

Good:

```yaml
purpose: 统一报修处理，24小时内闭环。
steps:
  - {action: 登记, time_limit: 1小时内}
  - {action: 上门维修, time_limit: 16小时内}
  - {action: 回访客户, time_limit: 4小时内}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.commitments import Commitment
from sopgen.rules.base.customers import is_outside
from sopgen.rules.base.sums import told_beside
from sopgen.rules.base.timing import parts
from sopgen.source import Path, pointer

if TYPE_CHECKING:
    from sopgen.flow.graph import Node
    from sopgen.flow.longest import LongestPath, LongestPaths
    from sopgen.spec.numbering import StepPlace

CODE = "SOP302"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="最慢的路径合计{sum}，超过承诺的{promise}", en="the slowest way takes {sum}, more than the {promise} promised"
)
HINT = Message(zh="请收紧这条路径上的步骤，或放宽承诺", en="shorten steps on that way, or promise less")
PROMISE = Message(zh="这里承诺的是{promise}", en="the promise here is {promise}")

_AFTER_CLOSING = re.compile(
    r"归档|存档|复盘|总结|改进|知识库|知识条目|\barchiv|\bfil(?:e|ing)\b|lessons|\breview|improve|knowledge",
    re.IGNORECASE,
)
_AFTER_SOLUTION = re.compile(
    rf"{_AFTER_CLOSING.pattern}|回访|满意|评价|关单|关闭|结案|follow|survey|call.{{0,20}}back|\bclos", re.IGNORECASE
)

_REPAIR = re.compile(
    r"修复|维修|抢修|修理|检修|排除|恢复|救出|解救"
    r"|\b(?:repair|fix|restor|rescu|put .{0,30}\bright)",
    re.IGNORECASE,
)
"""The work after which something is as it should be: what follows is no part of the solution."""


def check(context: Context) -> Iterator[Finding]:
    """The first promise that each slowest way breaks, the others beside it."""
    slowest = _Slowest(context)
    broken: dict[tuple[str, ...], list[tuple[Commitment, LongestPath, LongestPaths]]] = {}
    for promise in context.commitments if context.index.steps else ():
        way, ways = slowest.way(promise), slowest.ways(promise)
        if way is not None and way.duration.least(ways.calendar) > promise.length.least(ways.calendar):
            broken.setdefault(way.nodes[:2], []).append((promise, way, ways))
    for (promise, way, ways), *others in broken.values():
        related = [*parts(context, way.nodes, ways)]
        related += [(PROMISE.format(promise=other.text), other.path) for other, _, _ in others]
        total = told_beside(way.duration, promise.length, promise.text, ways.calendar)
        message = MESSAGE.format(sum=total, promise=promise.text)
        part = promise.text if promise.offset >= 0 else ""
        yield Finding(promise.path, message, HINT, tuple(related), part=part, offset=max(promise.offset, 0))


class _Slowest:
    """The slowest ways to what a document promises, each worked out once, however often it is promised."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._steps: dict[Path | None, list[StepPlace]] = defaultdict(list)
        for place in context.index.steps:
            self._steps[place.sequence].append(place)
        self._ways: dict[tuple[str, bool], LongestPaths] = {}
        self._known: dict[tuple[str, bool, str, Path | None], LongestPath | None] = {}

    def way(self, promise: Commitment) -> LongestPath | None:
        """The slowest way to what is promised; None if nothing gives it."""
        key = promise.about, promise.excludes, promise.thing, promise.sequence
        if key not in self._known:
            calendar, through = self._context.policy.calendar, self._through(promise)
            self._known[key] = max(through, key=lambda way: way.duration.least(calendar), default=None)
        return self._known[key]

    def ways(self, promise: Commitment) -> LongestPaths:
        """How long the process takes as far as a promise is concerned."""
        kind = promise.about, promise.excludes
        if kind not in self._ways:
            from sopgen.flow.longest import LongestPaths

            context = self._context
            self._ways[kind] = LongestPaths(context.graph, context.policy.calendar, _counting(context, promise))
        return self._ways[kind]

    def _through(self, promise: Commitment) -> Iterator[LongestPath]:
        """The longest ways to what is promised: to a step, or through each procedure that nothing has carried out."""
        ways = self.ways(promise)
        if promise.about == "thing":
            steps = self._context.index.steps if promise.sequence is None else self._steps[promise.sequence]
            place = _giving(steps, promise.thing)
            if place is not None:
                yield ways.up_to(place.sequence, pointer(place.path))
            return
        for path in self._context.uncalled if promise.sequence is None else (promise.sequence,):
            yield ways.through(path)


def _giving(steps: Sequence[StepPlace], thing: str) -> StepPlace | None:
    """The first of some steps that is about the thing promised; None if that is none, or one inside another."""
    words = re.compile(thing, re.IGNORECASE)
    for place in steps:
        step = place.step
        if any(words.search(text) for text in (step.title or "", step.action, *step.outputs)):
            return place if len(place.path) == len(place.sequence) + 2 else None
    return None


def _counting(context: Context, promise: Commitment) -> Callable[[Node], bool]:
    after = {"closing": _AFTER_CLOSING, "solution": _AFTER_SOLUTION}.get(promise.about)
    places = context.step_places
    later = {
        place.path
        for place in context.index.steps
        if after is not None and any(after.search(text) for text in (place.step.title or "", place.step.action))
    }
    if promise.about == "solution":
        later.update(_behind_repairs(context))

    def counts(node: Node) -> bool:
        if node.kind == "wait":
            place = places.get(node.path)
            waits_for_others = place is not None and place.step.wait is not None and place.step.wait.until is not None
            following = [context.graph.nodes[edge.target].path for edge in context.graph.outgoing[node.id]]
            return not (promise.excludes or waits_for_others or all(path in later for path in following))
        return not is_outside(context.sop, node) and node.path not in later

    return counts


def _behind_repairs(context: Context) -> Iterator[Path]:
    """The steps of each procedure that come behind its last one that repairs, and are none of its parts."""
    repairs = {
        place.sequence: (number, place.path)
        for number, place in enumerate(context.index.steps)
        if _REPAIR.search(f"{place.step.title or ''}\n{place.step.action}")
    }
    for number, place in enumerate(context.index.steps):
        last, path = repairs.get(place.sequence, (number, ()))
        if number > last and place.path[: len(path)] != path:
            yield place.path
