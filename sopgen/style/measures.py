"""Sizes, lengths, indents and line spacings as typographers write them; all come out in points.

Every reader takes the text that was typed, and raises ``NotReadableError`` for one that it cannot read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sopgen.diagnostics import Message
from sopgen.frozen import frozen
from sopgen.spec.refusals import NotReadableError

FONT_SIZES: Mapping[str, float] = {
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15, "四号": 14,
    "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5,
}  # fmt: skip
"""The Chinese names of font sizes (字号), in points."""

PAPERS: Mapping[str, tuple[float, float]] = {
    "A3": (841.9, 1190.55), "A4": (595.3, 841.9), "A5": (419.55, 595.3), "B5": (498.9, 708.65), "Letter": (612, 792),
}  # fmt: skip
"""Width and height of the papers that may be named, in points."""

_UNITS: Mapping[str, float] = {
    "pt": 1, "磅": 1, "mm": 72 / 25.4, "毫米": 72 / 25.4, "cm": 720 / 25.4, "厘米": 720 / 25.4, "in": 72,
}  # fmt: skip
_NUMBER = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*(.*)", re.DOTALL)

SIZE = (
    Message(zh="“{text}”不是字号", en="`{text}` is not a font size"),
    Message(zh="可以写：三号、小四、10.5pt", en="it may be: 三号, 小四, 10.5pt"),
)
LENGTH = (
    Message(zh="“{text}”不是长度", en="`{text}` is not a length"),
    Message(zh="可以写：25.4mm、2.54cm、6pt", en="it may be: 25.4mm, 2.54cm, 6pt"),
)
INDENT = (
    Message(zh="“{text}”不是缩进", en="`{text}` is not an indent"),
    Message(
        zh="可以写：2字、21pt、7.4mm；悬挂缩进写负数",
        en="it may be: 2字 (characters), 21pt, 7.4mm; negative for a hanging indent",
    ),
)
SPACING = (
    Message(zh="“{text}”不是行距", en="`{text}` is not a line spacing"),
    Message(zh="可以写：1.5倍，或固定值 28.95pt", en="it may be: 1.5倍 (times), or exactly 28.95pt"),
)
PAPER = (
    Message(zh="“{text}”不是纸张", en="`{text}` is not a paper size"),
    Message(zh=f"可以写：{'、'.join(PAPERS)}", en=f"it may be: {', '.join(PAPERS)}"),
)


@frozen
class Indent:
    """An indent: so many characters of the paragraph's own size, or so many points."""

    value: float
    characters: bool = False

    def points(self, size: float) -> float:
        """The indent in points, where the font size is ``size`` points."""
        return self.value * size if self.characters else self.value


@frozen
class LineSpacing:
    """The distance of lines: a multiple of a line's own height, or exactly so many points."""

    value: float
    exact: bool = False


def read_size(text: str) -> float:
    """A font size in points."""
    if text in FONT_SIZES:
        return FONT_SIZES[text]
    value, unit = _split(text, SIZE)
    if value <= 0 or unit not in {"", "pt", "磅"}:
        raise _refused(SIZE, text)
    return value


def read_length(text: str) -> float:
    """A length in points; only zero needs no unit."""
    value, unit = _split(text, LENGTH)
    if value < 0 or (unit not in _UNITS and (unit or value)):
        raise _refused(LENGTH, text)
    return value * _UNITS.get(unit, 0)


def read_indent(text: str) -> Indent:
    """An indent in characters or points; negative hangs the first line out."""
    value, unit = _split(text, INDENT)
    if unit in {"字", "字符", "ch"}:
        return Indent(value, characters=True)
    if unit not in _UNITS and (unit or value):
        raise _refused(INDENT, text)
    return Indent(value * _UNITS.get(unit, 0))


def read_line_spacing(text: str) -> LineSpacing:
    """A line spacing: ``1.5倍``, ``1.5``, or an exact length."""
    value, unit = _split(text, SPACING)
    if value <= 0 or (unit not in {"", "倍", "倍行距"} and unit not in _UNITS):
        raise _refused(SPACING, text)
    return LineSpacing(value * _UNITS[unit], exact=True) if unit in _UNITS else LineSpacing(value)


def read_paper(text: str) -> tuple[float, float]:
    """Width and height of a paper in points."""
    if text not in PAPERS:
        raise _refused(PAPER, text)
    return PAPERS[text]


def _split(text: object, refusal: tuple[Message, Message]) -> tuple[float, str]:
    found = _NUMBER.fullmatch(text.strip()) if isinstance(text, str) else None
    if found is None:
        raise _refused(refusal, text)
    return float(found[1]), found[2].strip()


def _refused(refusal: tuple[Message, Message], text: object) -> NotReadableError:
    message, hint = refusal
    return NotReadableError(message.format(text=text), hint)
