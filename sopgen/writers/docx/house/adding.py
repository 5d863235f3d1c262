"""The styles of a template and those of a style sheet together: the template's own hold, what it lacks is added."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from sopgen.writers.docx.house.finding import Known, is_default, kind_of, style_id
from sopgen.writers.docx.house.names import element, val
from sopgen.writers.docx.numbering import HEADINGS
from sopgen.writers.docx.styles import BODY

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = ("heading 1", "heading 2", "heading 3", "heading 4")
_BEFORE_NUMBERS = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
"""The children of ``w:pPr`` that the schema wants before its ``w:numPr``."""
_STYLED = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)"')
_LINKS = ("basedOn", "next", "link")


class Merged(NamedTuple):
    """The styles of a template with those of a style sheet.

    Attributes:
        root: the part.
        ids: the ids of styles there, by those of the style sheet.
        added: the names of Word's own styles that the template lacks.
        others: how many of sopgen's it lacks.
        numbered: the ``w:numId`` of the template's numbered headings; None if it has none.
    """

    root: _Element
    ids: Mapping[str, str]
    added: tuple[str, ...]
    others: int
    numbered: str | None


def merge(theirs: _Element, ours: _Element, body_style: str | None, numbers: str) -> Merged:
    """A template's styles with ours.

    Args:
        theirs: the template's part; it stays as it is.
        ours: the part of the style sheet.
        body_style: the id of the template's style for body text, if it says one.
        numbers: the ``w:numId`` that our numbering of headings will have.
    """
    root = deepcopy(theirs)
    known = Known(root)
    ids: dict[str, str] = {}
    missing = []
    for style in ours.findall(element("style")):
        found = body_style if body_style and style_id(style) == BODY else known.find(style)
        if found is None:
            missing.append(style)
        ids[style_id(style)] = found or _free(style_id(style), known)
    headings = [style for style in ours.findall(element("style")) if val(style, "name") in LEVELS]
    numbered = _numbered(known, [ids[style_id(style)] for style in headings])
    for style in missing:
        root.append(_renamed(style, ids, known, numbered or numbers))
    for level, style in enumerate(headings):
        present = known.by_id.get(ids[style_id(style)])
        if present is not None and number_of(known, style_id(present)) is None:
            _number(present, level, numbered or numbers)
    known_to_word = [val(style, "name") or "" for style in missing if style.get(element("customStyle")) is None]
    return Merged(root, ids, tuple(known_to_word), len(missing) - len(known_to_word), numbered)


def number_of(known: Known, name: str) -> tuple[str, int] | None:
    """The ``w:numId`` and the level from 0 by which a style, or one that it is based on, is numbered."""
    level = None
    for style in known.chain(name):
        level = level or val(style, "pPr/numPr/ilvl")
        number = val(style, "pPr/numPr/numId")
        if number is not None:
            return (number, int(level or 0)) if number != "0" else None
    return None


def _numbered(known: Known, headings: list[str]) -> str | None:
    found = (number for name in headings if (number := number_of(known, name)))
    return next((number for number, _ in found), None)


def _free(name: str, known: Known) -> str:
    """An id like ``name`` that the template has not given away."""
    taken = {other.casefold() for other in known.by_id}
    while name.casefold() in taken:
        name += "Sop"
    return name


def _renamed(style: _Element, ids: Mapping[str, str], known: Known, numbers: str) -> _Element:
    """A style of ours as it goes into the template."""
    added = deepcopy(style)
    added.set(element("styleId"), ids[style_id(style)])
    for name in _LINKS:
        link = added.find(element(name))
        if link is not None:
            link.set(element("val"), ids.get(val(added, name) or "", val(added, name) or ""))
    if is_default(style) and known.has_default(kind_of(style)):
        added.attrib.pop(element("default"))
    for number in added.iter(element("numId")):
        if number.get(element("val")) == str(HEADINGS):
            number.set(element("val"), numbers)
    return added


def _number(style: _Element, level: int, number: str) -> None:
    """Gives a heading style of the template its place in a numbered list."""
    properties = style.find(element("pPr"))
    if properties is None:
        properties = etree.Element(element("pPr"))
        before = [style.index(child) for child in style if child.tag not in _after_paragraph()]
        style.insert(max(before, default=-1) + 1, properties)
    for old in properties.findall(element("numPr")):
        properties.remove(old)
    numbers = etree.Element(element("numPr"))
    etree.SubElement(numbers, element("ilvl"), {element("val"): str(level)})
    etree.SubElement(numbers, element("numId"), {element("val"): number})
    before = [properties.index(child) for child in properties if child.tag in set(map(element, _BEFORE_NUMBERS))]
    properties.insert(max(before, default=-1) + 1, numbers)


def _after_paragraph() -> set[str]:
    """The children of ``w:style`` that the schema wants after its ``w:pPr``."""
    return {element(name) for name in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")}


def restyled(text: str, ids: Mapping[str, str]) -> str:
    """A text of ours with the styles of the template."""
    return _STYLED.sub(lambda found: f'{found[1]}{ids.get(found[2], found[2])}"', text)
