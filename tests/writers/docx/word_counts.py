"""Counts the numbers of lists as Word does (ECMA-376 part 1, 17.9): each level anew after any level above it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from opened import NAMESPACES, Element, W

_UNITS = "一二三四五六七八九"


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    text = ("" if tens < 2 else _UNITS[tens - 1]) + ("十" if tens else "")
    return text + (_UNITS[ones - 1] if ones else "")


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "chineseCountingThousand": _chinese,
    "upperLetter": lambda number: chr(ord("A") + number - 1),
    "lowerLetter": lambda number: chr(ord("a") + number - 1),
    "lowerRoman": lambda number: ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")[number - 1],
    "decimalEnclosedCircleChinese": lambda number: chr(0x245F + number),
}


class Counts:
    """The numbers of a document's paragraphs that say themselves which list they stand in."""

    def __init__(self, document: Element, numbering: Element) -> None:
        self.document, self.numbering = document, numbering

    @cached_property
    def lists(self) -> dict[str, Element]:
        """The definition of each list, by its ``w:numId``."""
        abstract = {
            item.get(f"{{{W}}}abstractNumId"): item for item in self.numbering.findall("w:abstractNum", NAMESPACES)
        }
        return {
            str(item.get(f"{{{W}}}numId")): abstract[_value(item, "w:abstractNumId")]
            for item in self.numbering.findall("w:num", NAMESPACES)
        }

    @cached_property
    def labels(self) -> list[tuple[Element, str]]:
        """Each of these paragraphs, bullets and what has no number left out, with its number."""
        counts: dict[str, dict[int, int]] = {}
        found = []
        for paragraph in self.document.iter(f"{{{W}}}p"):
            properties = paragraph.find("w:pPr/w:numPr", NAMESPACES)
            number = "0" if properties is None else _value(properties, "w:numId")
            if properties is None or number == "0":
                continue
            level = int(_value(properties, "w:ilvl"))
            label = self._label(number, level, counts.setdefault(number, {}))
            if label is not None:
                found.append((paragraph, label))
        return found

    def _label(self, number: str, level: int, counts: dict[int, int]) -> str | None:
        levels = self.lists[number].findall("w:lvl", NAMESPACES)
        if _value(levels[level], "w:numFmt") == "bullet":
            return None
        counts[level] = counts[level] + 1 if level in counts else int(_value(levels[level], "w:start"))
        for below in [other for other in counts if other > level]:
            del counts[below]

        def count(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            current = counts.get(place, int(_value(levels[place], "w:start")))
            return FORMATS[_value(levels[place], "w:numFmt")](current)

        return re.sub(r"%(\d)", count, _value(levels[level], "w:lvlText"))


def _value(element: Element, path: str) -> str:
    found = element.find(path, NAMESPACES)
    assert found is not None
    return str(found.get(f"{{{W}}}val") or found.get(f"{{{W}}}numId"))
