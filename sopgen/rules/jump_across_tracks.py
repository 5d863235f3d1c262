"""A jump into or out of a parallel track.

Tracks run side by side, and the flow goes on when all have ended. A jump out of one leaves the others waiting for
ever; a jump into one starts it without the others. The same holds where a track is a procedure of its own.

End the track with `next: end`, and decide after the step that holds the tracks; or jump to that step. To carry out
another SOP inside a track, `call` it: a call comes back.

跳转进入或离开了并行分支。各分支同时进行，全部结束后流程才继续：中途跳出，其余分支就一直等下去；中途跳入，其余分支就没有开始。
分支写成流程（`procedure`）的也一样。

请用 `next: end` 结束这个分支，把判断放到并行步骤之后；或者跳到含有分支的那个步骤。要在分支内执行另一份 SOP，
请用 `call`，它会回来。

Bad:

```yaml
steps:
  - action: 同时准备
    parallel:
      - title: 备件
        steps:
          - {action: 查库存, next: cancel}  # <-
      - {title: 预约, steps: [与客户约定时间]}
  - {id: cancel, action: 取消上门}
```

Good:

```yaml
steps:
  - action: 同时准备
    parallel:
      - {title: 备件, steps: [查库存]}
      - {title: 预约, steps: [与客户约定时间]}
  - action: 核对准备情况
    decision:
      - {when: 缺备件, go_to: cancel}
      - {when: 已备齐, go_to: end}
  - {id: cancel, action: 取消上门}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.source import Path
from sopgen.spec.kinds import Kind

if TYPE_CHECKING:
    from sopgen.spec.numbering import StepPlace

CODE = "SOP202"
SEVERITY = Severity.ERROR

OUT = Message(
    zh="跳到“{target}”会离开并行分支，其余分支就一直等下去",
    en="the jump to `{target}` leaves a parallel track, and the other tracks would wait for ever",
)
INTO = Message(
    zh="跳到“{target}”会从中途进入并行分支，其余分支就没有开始",
    en="the jump to `{target}` leads into a parallel track, and the other tracks would never start",
)
END_FIRST = Message(
    zh="请用“next: end”结束这个分支，把判断放到并行步骤之后",
    en="end the track with `next: end`, and decide after the step that holds the tracks",
)
CALL = Message(
    zh="请改用“call: {target}”，执行后会回到这里；或先结束分支，再转出去",
    en="write `call: {target}`, which comes back here, or end the track before going over",
)
FROM_OUTSIDE = Message(
    zh="请跳到含有并行分支的那个步骤，或把目标步骤移到分支之外",
    en="jump to the step that holds the tracks, or move the target out of the track",
)
TARGET = Message(zh="这是要跳到的步骤", en="this is the step it leads to")


def check(context: Context) -> Iterator[Finding]:
    """Every jump whose ends are not in the same track."""
    own = _procedures_as_tracks(context)
    if not own and all(place.track is None for place in context.index.steps):
        return
    steps = {place.step.id: place for place in reversed(context.index.steps)}
    for use in context.jumps:
        source, target = context.step_around(use.path), steps.get(use.value)
        track = _track(source, own) if source else None
        if target is None and track is not None and context.is_document(use.value):
            yield Finding(use.path, OUT.format(target=use.value), CALL.format(target=use.value))
        if target is None or track == target.track or track == _track(target, own):
            continue
        inward = target.track is not None and target.track[: len(track or ())] == (track or ())
        message, hint = (INTO, FROM_OUTSIDE) if inward else (OUT, END_FIRST)
        yield Finding(use.path, message.format(target=use.value), hint, related=((TARGET, target.path),))


def _procedures_as_tracks(context: Context) -> frozenset[Path]:
    """The paths of the procedures that are a track of some step."""
    names = {use.value for use in context.uses(Kind.PROCEDURE)}
    found = context.index.ids["procedure"]
    return frozenset(path for name in names for path in found.get(name, ()))


def _track(place: StepPlace, own: frozenset[Path]) -> Path | None:
    """The track that a step belongs to: the innermost around it, or the procedure that is one."""
    return place.track or (place.sequence if place.sequence in own else None)
