"""A first response that may come later than the resolution.

Whoever has a solution after four hours has heard from us after four hours: a first response within a day promises
nothing. Most often the two limits stand in each other's place.

Make the first response shorter than the resolution.

首次响应比解决还晚。4小时解决了，客户4小时就有了回音，“24小时内首次响应”等于没有承诺；多半是两个时限写反了。

请让首次响应的时限短于解决时限。

Bad:

```yaml
service_levels:
  - {level: 紧急, first_response: 24小时内, resolution: 4小时内}  # <-
```

Good:

```yaml
service_levels:
  - {level: 紧急, first_response: 1小时内, resolution: 24小时内}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.spec.service import ServiceLevel

CODE = "SOP305"
SEVERITY = Severity.WARNING

MESSAGE = Message(
    zh="“{level}”的首次响应（{response}）晚于解决（{resolution}）",
    en="the first response for {level} ({response}) comes later than the resolution ({resolution})",
)
HINT = Message(zh="请让首次响应短于解决时限", en="make the first response shorter than the resolution")
RESOLUTION = Message(zh="解决时限在这里", en="this is the limit of the resolution")


def check(context: Context) -> Iterator[Finding]:
    """Every level whose first response is slower than its resolution."""
    calendar = context.policy.calendar
    for path, level in context.index.of(ServiceLevel):
        response = level.first_response.within if level.first_response else None
        resolution = level.resolution.within if level.resolution else None
        if response and resolution and response.upper.least(calendar) > resolution.upper.least(calendar):
            message = MESSAGE.format(level=level.level, response=response.text, resolution=resolution.text)
            yield Finding((*path, "first_response"), message, HINT, related=((RESOLUTION, (*path, "resolution")),))
