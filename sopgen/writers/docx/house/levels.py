"""How headings are numbered in a Word file, as a style sheet says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sopgen.writers.docx.house.adding import LEVELS, number_of
from sopgen.writers.docx.house.finding import Known
from sopgen.writers.docx.house.names import element, is_on, val

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMATS = {
    "decimal": "decimal",
    "decimalZero": "decimal",
    "decimalFullWidth": "decimal",
    "chineseCounting": "chinese",
    "chineseCountingThousand": "chinese",
    "chineseLegalSimplified": "chinese",
    "taiwaneseCountingThousand": "chinese",
    "japaneseCounting": "chinese",
    "ideographDigital": "chinese",
    "decimalEnclosedCircle": "circled",
    "decimalEnclosedCircleChinese": "circled",
    "lowerLetter": "letter",
    "upperLetter": "upper",
    "lowerRoman": "roman",
    "upperRoman": "upper-roman",
}
"""The formats of numbers that a style sheet can say, or comes near to."""


def heading_levels(known: Known, numbering: _Element | None) -> Iterator[dict[str, Any] | None]:
    """How each level of headings is numbered; None for those that are not, or in a way that no style sheet can say."""
    for name in LEVELS:
        found = known.named(name)
        numbered = number_of(known, found) if found else None
        level = None if numbered is None or numbering is None else _level(numbering, known, *numbered)
        yield None if level is None else _told(level)


def _level(numbering: _Element, known: Known, number: str, depth: int) -> _Element | None:
    """The ``w:lvl`` of a list; a list may take its levels from a style of lists."""
    abstract = _abstract(numbering, number)
    link = None if abstract is None else val(abstract, "numStyleLink")
    if link in known.by_id:
        abstract = _abstract(numbering, val(known.by_id[link], "pPr/numPr/numId"))
    levels = [] if abstract is None else abstract.findall(element("lvl"))
    return next((level for level in levels if level.get(element("ilvl")) == str(depth)), None)


def _abstract(numbering: _Element, number: str | None) -> _Element | None:
    nums = (one for one in numbering.findall(element("num")) if one.get(element("numId")) == number)
    name = next((val(one, "abstractNumId") for one in nums), None)
    key = element("abstractNumId")
    return next((one for one in numbering.findall(element("abstractNum")) if one.get(key) == name), None)


def _told(level: _Element) -> dict[str, Any] | None:
    text, form = val(level, "lvlText") or "", _FORMATS.get(val(level, "numFmt") or "decimal")
    if form is None or "%" not in text:
        return None
    after = val(level, "suff")
    told = {
        "format": form,
        "text": re.sub(r"%(\d)", r"{\1}", text),
        "after": after if after in {"nothing", "space"} else "tab",
    }
    return told | {"digits": True} if is_on(level.find(element("isLgl"))) else told
