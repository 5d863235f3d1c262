"""Half-width punctuation in Chinese text, or full-width punctuation in English.

`您好,请问` and `您好，请问` stand in one document, lines are spaced unevenly, and a search for one misses the other.
Between Chinese characters GB/T 15834 has full-width marks; English has none of them.

`sopgen validate --fix` puts the right marks in. Numbers, times such as 8:00, English phrases and code are left alone.

中文里用了半角标点，或英文里用了全角标点。同一份文件“您好,请问”和“您好，请问”都有，字距不齐，检索时也会漏。
按 GB/T 15834，汉字之间用全角标点。

可以用 `sopgen validate --fix` 改正；数字、8:00 这样的时间、英文词句和代码不受影响。

Bad:

```yaml
steps:
  - action: 登记来电,复述一遍  # <-
```

Good:

```yaml
steps:
  - action: 登记来电，复述一遍
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.prose import Place, Prose
from sopgen.rules.base.repair import Repair, Replace

CODE = "SOP609"
SEVERITY = Severity.WARNING

CHINESE = Message(zh="中文里用了半角标点“{mark}”", en="`{mark}` is half-width in Chinese text")
ENGLISH = Message(zh="英文里用了全角标点“{mark}”", en="`{mark}` is full-width in English text")
WRITE = Message(zh="请写“{mark}”", en="write `{mark}`")
TITLE = Message(zh="改正标点的全角和半角", en="write punctuation in the right width")

_FULL = {".": "。", ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HALF = {"，": ", ", "；": "; ", "：": ": ", "？": "? ", "！": "! ", "、": ", ", "。": ". ", "（": "(", "）": ") "}
# The mark comes first, and what stands before it is looked at then: several times as fast as the other way round.
_IN_CHINESE = re.compile(
    r"[,;:?!.](?:(?<=[一-鿿）」』”\x01][,;:?!])[ ]?(?=[一-鿿（“「『《])|(?<=[一-鿿][,;:?!])(?=\x01)"
    r"|(?<=[一-鿿][?!;.])(?=[\n\0]|$))"
)
_BRACKETS = re.compile(r"([（(])(?<!].)([^（）()\n\0]*)([）)])")
_IN_ENGLISH = re.compile(
    r"[，；：？！、。）（](?:(?<=[A-Za-z0-9)][^（])(?:[ ]?(?=[A-Za-z0-9(])|(?=[\n\0]|$))|(?<=（)(?=[A-Za-z0-9]))"
)
_HAN = re.compile("[一-鿿]")


def check(context: Context) -> Iterator[Finding]:
    """Every text with marks of the wrong width: the first of them, and what mends them all."""
    prose = context.prose
    found: dict[int, list[tuple[Place, str, str]]] = {}
    for start, part, new in sorted(_marks(prose)):
        place = prose.at(start)
        found.setdefault(place.position, []).append((place, part, new))
    for marks in found.values():
        (_, wording, offset), part, new = marks[0]
        message = CHINESE if part.strip() in _FULL else ENGLISH
        # from the end of the text to its beginning, so that each place is right when it is its turn
        changes = tuple(Replace(wording.path, new, part, place.offset) for place, part, new in reversed(marks))
        named = wording.path[0] == "resources" and wording.path[-1] == "name"  # steps use it as it is written
        repair = None if named else Repair(changes, safe=True, title=TITLE)
        yield Finding(
            wording.path,
            message.format(mark=part.strip()),
            WRITE.format(mark=new.strip()),
            part=part.strip(),
            offset=offset + len(part) - len(part.lstrip()),
            repair=repair,
        )


def _marks(prose: Prose) -> Iterator[tuple[int, str, str]]:
    """Where marks of the wrong width are in the prose, what stands there, and what should."""
    if "zh-CN" in prose.languages:
        for start, part in _half_width(prose.own):
            if prose.language(prose.at(start).wording) == "zh-CN":
                yield start, part, _FULL[part.strip()]
    if "en" in prose.languages:
        for match in _IN_ENGLISH.finditer(prose.own):
            if prose.language(prose.at(match.start()).wording) == "en":
                yield match.start(), match[0], _spaced(match)


def _spaced(match: re.Match[str]) -> str:
    """The English mark with the spaces that belong around it."""
    before, after = match.string[max(0, match.start() - 1) : match.start()], match.string[match.end() : match.end() + 1]
    new = _HALF[match[0].strip()]
    if new == "(":
        return " (" if before.isalnum() else "("
    return new if after.isalnum() or after == "(" else new.rstrip()


def _half_width(text: str) -> Iterator[tuple[int, str]]:
    """Half-width marks between Chinese characters, with a space after them, and brackets around Chinese characters."""
    for match in _IN_CHINESE.finditer(text):
        yield match.start(), match[0]
    for match in _BRACKETS.finditer(text):
        if _HAN.search(match[2]) or {match[1], match[3]} in ({"(", "）"}, {"（", ")"}):
            yield from ((match.start(group), match[group]) for group in (1, 3) if match[group] in _FULL)
