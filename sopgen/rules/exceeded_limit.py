"""A step whose parts take longer than the step itself may.

The limit of a step covers what is nested in it, runs beside it in tracks, or is carried out by it. If the parts add up
to more, either nobody can keep the limit, or the parts have too much time.

Lengthen the limit or shorten the parts; the parts are shown with theirs.

子步骤的时限加起来超过了这一步的时限。步骤的时限包括其中的子步骤、并行分支和所调用的流程；加起来超过了，
要么这个时限做不到，要么各部分的时间给多了。

请放宽这一步的时限，或收紧各部分；各部分的时限列在后面。

Bad:

```yaml
steps:
  - action: 维修产品
    time_limit: 2小时内  # <-
    steps:
      - {action: 检测故障部件, time_limit: 1小时内}
      - {action: 更换故障部件, time_limit: 2小时内}
```

Good:

```yaml
steps:
  - action: 维修产品
    time_limit: 4小时内
    steps:
      - {action: 检测故障部件, time_limit: 1小时内}
      - {action: 更换故障部件, time_limit: 2小时内}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.sums import told_beside
from sopgen.rules.base.timing import parts
from sopgen.source import Path, pointer

CODE = "SOP306"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="步骤 {number} 的时限是{limit}，其中各部分合计{sum}",
    en="step {number} has a limit of {limit}, and its parts together take {sum}",
)
HINT = Message(zh="请放宽这一步的时限，或收紧各部分", en="lengthen the limit of the step, or shorten its parts")


def check(context: Context) -> Iterator[Finding]:
    """Every step with a limit that is shorter than the longest way through what it holds."""
    calendar = context.policy.calendar
    carried_out: dict[Path, tuple[tuple[Message, Path], ...]] = {}
    for place in context.index.steps:
        step = place.step
        within = step.time_limit.within if step.time_limit else None
        if within is None or not (step.steps or step.parallel or step.call):
            continue
        name = pointer(place.path)
        inside = context.ways.inside(name)
        if inside.duration.least(calendar) > within.upper.least(calendar):
            total = told_beside(inside.duration, within.upper, within.text, calendar)
            message = MESSAGE.format(number=place.number, limit=within.text, sum=total)
            callee = context.graph.nodes[name].callee
            if callee is None:
                related = tuple(parts(context, inside.nodes, context.ways, name))
            elif callee in carried_out:
                related = carried_out[callee]
            else:
                related = carried_out[callee] = tuple(parts(context, inside.nodes, context.ways))
            yield Finding((*place.path, "time_limit"), message, HINT, related=related)
