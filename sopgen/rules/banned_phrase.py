"""A phrase in a script that is not said to customers.

*I don't know*, *that's not our department*, *calm down*, *I guarantee*: a customer hears that nobody helps, or hears a
promise that the company has to keep. A script is read out as it stands, so the phrase is said every time.

The hint says what to say instead. A refusal may be said where the same sentence goes on to offer something. What must
not be said is listed under `avoid`, where it is not looked for. The phrases are listed in `templates/words/`.

话术里有不该对客户说的话。“不知道”“这不归我们管”“您冷静一下”“保证”，客户听到的是推脱，或是公司必须兑现的承诺；
话术照着念，每次都会说出口。

请按提示改写；拒绝的话，同一句里接着给出办法的（“没有办法上门，可以为您改到周六”）不算。
要提醒客服别说的话写在 `avoid` 里，那里不查。这些话列在 `templates/words/` 中，可以增删。

Bad:

```yaml
scripts:
  fault:
    say: |
      您好，这个问题我不清楚。  # <-
      我保证明天修好。  # <-
```

Good:

```yaml
scripts:
  fault:
    say: 您好，我来为您核实，10分钟内给您回电。
    avoid: [我不清楚, 保证修好]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import words
from sopgen.rules.base.prose import Prose
from sopgen.rules.base.word_search import Hit, search
from sopgen.spec.kinds import Kind

CODE = "SOP603"
SEVERITY = Severity.WARNING

ADD = words("add", Message(zh="另外不许说的话", en="further phrases that must not be said"))
ALLOW = words("allow", Message(zh="可以说的词或说法", en="words and phrases that may be said"))
OPTIONS = (ADD, ALLOW)

MESSAGE = Message(zh="话术里不该说“{word}”", en="a script should not say `{word}`")

_OFFER = re.compile(
    r"可以|建议|改为|为您(?:安排|登记|申请|转|办)|帮您|我们会|我会|我来"
    r"|\b(?:instead|(?:we|i|you) (?:can|could)\b(?! ?not)|(?:we|i)(?: will|'ll)|let me)\b",
    re.IGNORECASE,
)
"""Words by which a script offers something."""


def check(context: Context) -> Iterator[Finding]:
    """Every banned phrase in what scripts say, once in a script."""
    seen: set[tuple[int, str]] = set()
    for hit in search(context.prose, "banned-phrases", context.option(ADD), context.option(ALLOW)):
        position, wording, offset = hit.place
        offered = hit.entry.unless == "offer" and _offers(context.prose, hit)
        if wording.kind is Kind.SAY and (position, hit.entry.word) not in seen and not offered:
            seen.add((position, hit.entry.word))
            yield Finding(wording.path, MESSAGE.format(word=hit.text), hit.entry.advice, part=hit.text, offset=offset)


def _offers(prose: Prose, hit: Hit) -> bool:
    """Whether the sentence, after its refusal, says what can be done."""
    return bool(_OFFER.search(prose.raw, hit.offset + len(hit.text), prose.sentence(hit.offset)[1]))
