"""Levels of numbering told by a sample, as people speak of them: ``一、``, ``（一）``, ``1.``, ``1.1``."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BeforeValidator

from sopgen.diagnostics import Message
from sopgen.spec.refusals import NotReadableError

_FORMATS = {
    "一": "chinese",
    "1": "decimal",
    "①": "circled",
    "a": "letter",
    "A": "upper",
    "i": "roman",
    "I": "upper-roman",
}
_COUNT = re.compile("[一1①]|(?<![A-Za-z])[aAiI](?![A-Za-z])")
"""Letters count where they stand apart, not in words: ``Annex A``."""
NOT_A_SAMPLE = Message(zh="“{text}”看不出怎样编号", en="`{text}` does not show how to number")
SAMPLES = Message(
    zh="可以写：一、　（一）　1.　1.1　（1）　①　a.　A.　i.　I.；第三级的 1.1.1 写全三个 1",
    en="it may be: 一、 （一） 1. 1.1 (1) ① a. A. i. I.; on the third level 1.1.1 has all three of its ones",
)


def read_levels(levels: object) -> object:
    """Levels of which some may be samples, all as maps; what is neither is left for the model to refuse.

    Raises:
        NotReadableError: a sample has no number, or more numbers than its level.
    """
    if not isinstance(levels, list):
        return levels
    return [_level(item, place) if isinstance(item, str) else item for place, item in enumerate(levels, start=1)]


LEVELS = BeforeValidator(read_levels)
"""The mark on levels that may be told by samples."""


def _level(sample: str, place: int) -> dict[str, Any]:
    """The level at ``place``, from 1: its own number, or with all above it."""
    marks = _COUNT.findall(sample)
    if not marks or len(set(marks)) > 1 or len(marks) not in {1, place}:
        raise NotReadableError(NOT_A_SAMPLE.format(text=sample), SAMPLES)
    counts = iter([place] if len(marks) == 1 else range(1, place + 1))
    text = _COUNT.sub(lambda _: f"{{{next(counts)}}}", sample.rstrip(" "))
    after = "space" if sample.endswith(" ") else "nothing"
    told = {"format": _FORMATS[marks[0]], "text": text, "after": after}
    return told | {"digits": True} if marks == ["1"] * place and place > 1 else told
