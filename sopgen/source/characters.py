"""Characters that a document cannot hold: those XML 1.0 forbids, and those YAML and editors disagree about."""

from __future__ import annotations

import re
from typing import Final

from sopgen.diagnostics import Diagnostic, Location, Message
from sopgen.source import problems
from sopgen.source.scalars import scalars
from sopgen.source.text import Source

REPORTED: Final = 20
"""How many of them are reported: a file of other content is full of them."""

WRITE_IT: Final = Message(
    zh="请删去它；表情等特殊符号请直接输入，不用写编码",
    en="delete it; emoji and other signs are typed as they are, not as codes",
)

# Written as they are: also the rest of what YAML forbids, and what YAML takes for a line break and editors do not.
_FORBIDDEN: Final = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
_ESCAPE: Final = re.compile(r"\\(?:x(\w{2})|u(\w{4})|U(\w{8})|.)", re.DOTALL)
_SHORT_ESCAPES: Final = {r"\0": 0x00, r"\a": 0x07, r"\b": 0x08, r"\v": 0x0B, r"\f": 0x0C, r"\e": 0x1B}
_SUSPECT: Final = re.compile(r"\\[0abefvxuU]")


def forbidden(source: Source) -> tuple[list[Diagnostic], str]:
    """The forbidden characters of a text, and the text with another character in their places."""
    if not re.search(_FORBIDDEN, source.text):
        return [], source.text
    found = [
        problems.FORBIDDEN_CHARACTER.at(source.location(*match.span()), character=f"U+{ord(match[0]):04X}")
        for match, _ in zip(re.finditer(_FORBIDDEN, source.text), range(REPORTED), strict=False)
    ]
    return found, re.sub(_FORBIDDEN, "\ufffd", source.text)


def forbidden_escapes(source: Source) -> list[Diagnostic]:
    r"""The escapes in double-quoted scalars that stand for a forbidden character, such as ``\x07``."""
    text = source.text
    if not _SUSPECT.search(text):
        return []
    return [
        escaped(source.location(*match.span()), code)
        for scalar in scalars(text)
        if scalar.style == '"'
        for match in _ESCAPE.finditer(text, scalar.start, scalar.end)
        if not _allowed(code := _code(match))
    ][:REPORTED]


def escaped(location: Location, code: int) -> Diagnostic:
    """The diagnostic of an escape that stands for the forbidden character of that number."""
    return problems.FORBIDDEN_CHARACTER.at(location, hint=WRITE_IT, character=f"U+{code:04X}")


def _code(escape: re.Match[str]) -> int:
    """The number of the character an escape stands for; of any allowed one for escapes that are always allowed."""
    digits = escape[1] or escape[2] or escape[3]
    return int(digits, 16) if digits else _SHORT_ESCAPES.get(escape[0], ord(" "))


def _allowed(code: int) -> bool:
    """Whether XML 1.0 allows the character in a document."""
    return code in (0x09, 0x0A, 0x0D) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF
