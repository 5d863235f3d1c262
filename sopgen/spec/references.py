r"""References in double brackets: ``[[register]]``, ``[[form:register]]``, ``[[AFS-SOP-2026-002/close]]``.

Not read in code, and ``\[[`` is a literal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sopgen.spec.numbers import is_number

TARGETS = ("procedure", "form", "script", "clause", "table", "state", "record", "section")
"""What may stand before a colon; without one, a reference is to a step or to a document."""

_REFERENCE = re.compile(r"(?<!\\)\[\[([^\[\]\n]+)\]\]")
_CODE = re.compile(
    r"(?m)^(?P<fence>```+|~~~+)[^\n]*\n[\s\S]*?^(?P=fence)[^\n]*$|(?P<ticks>`+)(?!`)[\s\S]*?(?<!`)(?P=ticks)(?!`)"
)
# A step of another document: lower-case, with a letter, so that the last part of QM/SOP/001 is not taken for one.
_STEP = re.compile(r"(?=[^A-Z/]*[a-z㐀-䶿一-鿿])[^A-Z/]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as typed, taken apart.

    Attributes:
        text: what stands between the brackets.
        target: ``step``, ``document``, or one of ``TARGETS``; another word when it is none of them.
        name: the id, or the document's number.
        step: with a document, the id of a step of it; else empty.
        offset: where the reference starts in the text, in characters.
    """

    text: str
    target: str
    name: str
    step: str = ""
    offset: int = 0


def read(text: str, offset: int = 0) -> Reference:
    """The reference that ``text``, the inside of the brackets, stands for."""
    inside = text.strip()
    number, _, step = inside.rpartition("/")
    if is_number(number) and _STEP.fullmatch(step):
        return Reference(inside, "document", number, step, offset)
    if is_number(inside):
        return Reference(inside, "document", inside, "", offset)
    target, colon, name = inside.partition(":")
    if colon:
        return Reference(inside, target.strip(), name.strip(), "", offset)
    return Reference(inside, "step", inside, "", offset)


def find(text: str) -> Iterator[Reference]:
    """The references in a Markdown text, in order, without those in code."""
    code = [match.span() for match in _CODE.finditer(text)] if "`" in text or "~~~" in text else []
    for match in _REFERENCE.finditer(text):
        if not any(start <= match.start() < end for start, end in code):
            yield read(match[1], match.start())
