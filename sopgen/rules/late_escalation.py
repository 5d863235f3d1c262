"""An escalation that comes later than the limit it guards.

A matter is escalated so that somebody can still keep the promise. Escalating after the limit has passed only reports
that it was broken.

Escalate while there is still time, as a rule after half to three quarters of the limit. What an escalation guards is
read from its `when`: the level, channel or step it names, and whether it speaks of the response or of the resolution;
if it names none, the most generous limit counts. Without service levels it is the step whose work `when` speaks of,
or what `purpose` promises.

升级晚于它所保护的时限。升级是为了还来得及兑现承诺；时限已过才升级，只是上报了一次违约。

请提前升级，一般在时限过半到四分之三时。升级保护的是哪个时限，看 `when` 里说的级别、渠道或步骤，
以及说的是响应还是解决；都没有说的，按最宽的时限算。没有服务级别时，看 `when` 说的是哪一步的工作，或 `purpose` 的承诺。

Bad:

```yaml
roles: {manager: 售后经理}
service_levels:
  - {level: 紧急, first_response: 1小时内, resolution: 24小时内}
  - {level: 一般, first_response: 4小时内, resolution: 72小时内}
escalation:
  - {to: manager, after: 30小时, when: 紧急报修尚未解决}  # <-
```

Good:

```yaml
roles: {manager: 售后经理}
service_levels:
  - {level: 紧急, first_response: 1小时内, resolution: 24小时内}
  - {level: 一般, first_response: 4小时内, resolution: 72小时内}
escalation:
  - {to: manager, after: 18小时, when: 紧急报修尚未解决}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.names_in_text import NamesInText
from sopgen.rules.base.things import telling_words
from sopgen.source import Path

if TYPE_CHECKING:
    from sopgen.spec.limits import Limit

CODE = "SOP304"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="{after}后才升级，已经超过它所保护的时限（{limit}）",
    en="it is escalated after {after}, when the limit that it guards ({limit}) has passed",
)
HINT = Message(zh="请在时限过半到四分之三时升级", en="escalate after half to three quarters of the limit")
LIMIT = Message(zh="它所保护的时限在这里", en="this is the limit that it guards")

_RESPONSE = re.compile(
    r"响应|应答|接听|接通|接单|联系|回应|首次|告知|respon|reached|contact|called|picked up|acknowledg|heard",
    re.IGNORECASE,
)
_RESOLUTION = re.compile(
    r"解决|修复|办结|完成|处理完|结案|关闭|闭环|恢复|方案|救出|解救|resol|settled|solved|repaired|fixed|clos|complet|restor"
    r"|finish|put right|rescue|freed",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"[未没](?:有|能)?|完成|结束|恢复|解决|超过|时限|\b(?:not|been|still|complet\w+|finish\w*|after|hours?|days?)\b"
)
"""What says of a work that it is not done, and nothing of the work."""
_STEP = re.compile(r"\[\[([^\[\]:]+)\]\]")
_TELLING_NONE = 2
"""Of how many steps that speak of one work none is told from the others."""


class _Guarded(NamedTuple):
    """A limit that an escalation may guard, in seconds by the clock, as typed, and where it stands."""

    seconds: float
    text: str
    path: Path


def check(context: Context) -> Iterator[Finding]:
    """Every escalation after a time that is longer than the limit it speaks of."""
    limits = _Limits(context)
    for position, one in enumerate(context.sop.escalation):
        after = one.after.within if one.after else None
        if after is None or one.when is None or (one.after and one.after.from_):
            continue
        guarded = limits.guarded(one.when)
        if guarded is not None and after.upper.least(context.policy.calendar) > guarded.seconds:
            message = MESSAGE.format(after=after.text, limit=guarded.text)
            path = ("escalation", position, "after")
            yield Finding(path, message, HINT, related=((LIMIT, guarded.path),))


class _Limits:
    """The limits of a document that escalations may guard, gone through once for all of them."""

    def __init__(self, context: Context) -> None:
        self._context, self._sop = context, context.sop

    def guarded(self, when: str) -> _Guarded | None:
        """The limit that an escalation in the case ``when`` guards; None if that cannot be told."""
        for name in _STEP.findall(when):
            for path in self._context.index.ids["step"].get(name.strip(), ())[:1]:
                limit = self._context.step_places[path].step.time_limit
                return self._limit(limit, (*path, "time_limit")) if limit else None
        response, resolution = bool(_RESPONSE.search(when)), bool(_RESOLUTION.search(when))
        channels = self._channels.within(when) if response else ()
        if channels:
            limit = self._sop.channels[min(channels)].first_response
            return self._limit(limit, ("channels", min(channels), "first_response")) if limit else None
        if response == resolution:
            return None
        if not any(level.first_response or level.resolution for level in self._sop.service_levels):
            return None if response else self._of_work(when) or self._of_purpose
        return self._of_levels(when, "first_response" if response else "resolution")

    @cached_property
    def _channels(self) -> NamesInText[int]:
        """The places of the channels that promise a response."""
        return NamesInText((one.name, at) for at, one in enumerate(self._sop.channels) if one.first_response)

    def _of_work(self, when: str) -> _Guarded | None:
        """The limit of the one step with a limit whose action speaks of the same work as ``when``."""
        found = {at for word in telling_words(_DONE.sub("", when)) for at in self._by_word.get(word, ())}
        place = self._context.index.steps[found.pop()] if len(found) == 1 else None
        limit = place.step.time_limit if place else None
        return self._limit(limit, (*place.path, "time_limit")) if place and limit else None

    @cached_property
    def _by_word(self) -> Mapping[str, list[int]]:
        """The first two of the steps with a limit that speak of each word: with the second it tells none."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, place in enumerate(self._context.index.steps):
            for word in telling_words(place.step.action) if place.step.time_limit else ():
                if len(found[word]) < _TELLING_NONE:
                    found[word].append(at)
        return found

    @cached_property
    def _of_purpose(self) -> _Guarded | None:
        """What the document promises to have settled, the longest promise of all."""
        calendar = self._context.policy.calendar
        promised = (
            _Guarded(one.length.least(calendar), one.text, one.path)
            for one in self._context.commitments
            if one.about != "thing" and one.sequence is None
        )
        return max(promised, default=None)

    def _of_levels(self, when: str, key: str) -> _Guarded | None:
        """The shortest limit of the levels that ``when`` names, the longest of all if it names none."""
        named = self._levels.within(when.casefold())
        if not named:
            return self._longest[key]
        return min(self._limits_of(named, key), default=None)

    @cached_property
    def _levels(self) -> NamesInText[int]:
        return NamesInText((one.level.casefold(), at) for at, one in enumerate(self._sop.service_levels))

    @cached_property
    def _longest(self) -> Mapping[str, _Guarded | None]:
        every = range(len(self._sop.service_levels))
        return {key: max(self._limits_of(every, key), default=None) for key in ("first_response", "resolution")}

    def _limits_of(self, places: Iterable[int], key: str) -> Iterator[_Guarded]:
        for place in places:
            limit = getattr(self._sop.service_levels[place], key)
            guarded = self._limit(limit, ("service_levels", place, key)) if limit else None
            if guarded is not None:
                yield guarded

    def _limit(self, limit: Limit, path: Path) -> _Guarded | None:
        within = limit.within
        return _Guarded(within.upper.least(self._context.policy.calendar), within.text, path) if within else None
