"""``word/numbering.xml``: numbered headings, bullets, and a list of its own for every numbered list.

Word counts on through all lists that share an ``abstractNum``; so each list that begins anew gets one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopgen.writers.docx.looks import twips
from sopgen.writers.docx.xml import DECLARATION, W, attribute

if TYPE_CHECKING:
    from sopgen.style.model import Level, Style

HEADINGS, BULLETS, TABLE_BULLETS, CHECKLIST, TABLE_CHECKLIST = 1, 2, 3, 4, 5
_FIXED = 5
DEPTHS = 6
_FORMATS = {
    "decimal": "decimal",
    "chinese": "chineseCountingThousand",
    "circled": "decimalEnclosedCircleChinese",
    "letter": "lowerLetter",
    "upper": "upperLetter",
    "roman": "lowerRoman",
    "upper-roman": "upperRoman",
}


class Numbering:
    """The lists of one document, beside those that every document of a style has."""

    def __init__(self, fixed: tuple[str, str], style: Style) -> None:
        self._fixed = fixed
        self._style = style
        self._abstract: list[str] = []

    def ordered(self, depth: int, start: int, *, in_table: bool) -> int:
        """A new numbered list, and the ``w:numId`` of its items.

        Args:
            depth: how many lists it stands in.
            start: the first number.
            in_table: whether it stands in a table, where indents are small.
        """
        levels = self._style.lists.ordered
        level = levels[depth % len(levels)]
        return self._add("singleLevel", _level(0, level, start, _list_indent(self._style, depth, in_table=in_table)))

    def headings(self, number: tuple[int, ...]) -> int:
        """Headings that count on from ``number``, where they do not follow those before, and their ``w:numId``."""
        starts = (*number, *(1 for _ in self._style.numbering[len(number) :]))
        return self._add("multilevel", _heading_levels(self._style, starts, linked=False))

    def growing(self) -> int:
        """A list whose levels are still to be said, and the ``w:numId`` of its items."""
        return self._add("multilevel", "")

    def grow(self, list_id: int, levels: str) -> None:
        """Says all levels that a growing list has by now."""
        number = list_id - 1
        self._abstract[number - _FIXED] = _abstract(number, "multilevel", levels)

    def _add(self, kind: str, levels: str) -> int:
        number = _FIXED + len(self._abstract)
        self._abstract.append(_abstract(number, kind, levels))
        return number + 1

    def xml(self) -> str:
        """The text of the part."""
        abstract, nums = self._fixed
        own = "".join(_num(_FIXED + index) for index in range(len(self._abstract)))
        return f"{DECLARATION}<w:numbering {W}>{abstract}{''.join(self._abstract)}{nums}{own}</w:numbering>"


def fixed_lists(style: Style) -> tuple[str, str]:
    """The lists that every document of a style has: the ``w:abstractNum`` and the ``w:num`` elements."""
    marks = style.lists.bullets
    lists = [_abstract(0, "multilevel", _heading_levels(style, (1, 1, 1, 1), linked=True))]
    for number, (bullets, font, in_table) in enumerate(
        (
            (marks, style.body.latin, False),
            (marks, style.body.latin, True),
            ((style.lists.checklist,), "Segoe UI Symbol", False),
            ((style.lists.checklist,), "Segoe UI Symbol", True),
        ),
        start=1,
    ):
        lists.append(_abstract(number, "hybridMultilevel", _bullet_levels(style, bullets, font, in_table=in_table)))
    return "".join(lists), "".join(_num(number) for number in range(_FIXED))


def _abstract(number: int, kind: str, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x50500000 + number:08X}"/>'
        f'<w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
    )


def _num(number: int) -> str:
    return f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'


def _heading_levels(style: Style, starts: tuple[int, ...], *, linked: bool) -> str:
    parts = []
    for index, level in enumerate(style.numbering):
        tab = level.width or 22 + 7 * index
        layout = (
            f'<w:ind w:left="{twips(tab)}" w:hanging="{twips(tab)}"/>'
            if level.after == "tab"
            else '<w:ind w:left="0" w:firstLine="0"/>'
        )
        linking = f'<w:pStyle w:val="Heading{index + 1}"/>' if linked else ""
        if level.digits and any(above.format != "decimal" for above in style.numbering[:index]):
            linking += "<w:isLgl/>"
        parts.append(_level(index, level, starts[index], layout, linking))
    return "".join(parts)


def _bullet_levels(style: Style, bullets: tuple[str, ...], font: str, *, in_table: bool) -> str:
    parts = []
    for depth in range(DEPTHS):
        mark = bullets[depth % len(bullets)]
        # LibreOffice shows but the first sign of a bullet; ``——`` is text, in the face of the Chinese around it
        is_text = len(mark) > 1
        face, hint, kind = (style.body.east_asian, "eastAsia", "none") if is_text else (font, "default", "bullet")
        faces = "".join(f' w:{slot}="{face}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
        parts.append(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{attribute(mark)}"/><w:lvlJc w:val="left"/>'
            f"<w:pPr>{_list_indent(style, depth, in_table=in_table)}</w:pPr>"
            f'<w:rPr><w:rFonts w:hint="{hint}"{faces}/></w:rPr></w:lvl>'
        )
    return "".join(parts)


def list_indents(style: Style, depth: int, *, in_table: bool) -> tuple[int, int]:
    """Where the text of a list begins, and how far left of it its mark stands, in twips."""
    if in_table:
        text = style.table.cells.get("text")
        size = (text and text.size) or style.body.size
        base, hanging = 0.0, style.table.list_hanging.points(size)
    else:
        size = style.body.size
        base, hanging = style.lists.indent.points(size), style.lists.hanging.points(size)
    return twips(base + hanging * (depth + 1)), twips(hanging)


def _list_indent(style: Style, depth: int, *, in_table: bool) -> str:
    left, hanging = list_indents(style, depth, in_table=in_table)
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


def _level(index: int, level: Level, start: int, layout: str, linking: str = "") -> str:
    text = re.sub(r"\{(\d)\}", lambda found: f"%{found[1]}", level.text)
    after = "" if level.after == "tab" else f'<w:suff w:val="{level.after}"/>'
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{_FORMATS[level.format]}"/>{linking}'
        f'{after}<w:lvlText w:val="{attribute(text)}"/><w:lvlJc w:val="left"/><w:pPr>{layout}</w:pPr></w:lvl>'
    )


def counted_level(index: int, text: str, written: str, start: int, looks: tuple[str, str]) -> str:
    """A level of a list whose numbers stand in paragraphs with indents of their own.

    Args:
        index: which level it is, from 0.
        text: what it prints, with ``%1`` for the count of the first level.
        written: how its own count is written.
        start: the first number.
        looks: what follows the number, as ``w:suff`` names it, and the properties of its characters.
    """
    after, characters = looks
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{_FORMATS[written]}"/>'
        f'<w:suff w:val="{after}"/><w:lvlText w:val="{attribute(text)}"/><w:lvlJc w:val="left"/>{characters}</w:lvl>'
    )
