"""The styles of a template and those of a style sheet together: the template's own hold, what it lacks is added."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from sopgen.writers.docx.house.finding import Known, is_default, kind_of, style_id
from sopgen.writers.docx.house.names import down, element, insert_behind, val, whole
from sopgen.writers.docx.house.tabling import SOP_TABLE
from sopgen.writers.docx.numbering import HEADINGS
from sopgen.writers.docx.styles import BODY, NORMAL, TABLE

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = ("heading 1", "heading 2", "heading 3", "heading 4")
_BEFORE_NUMBERS = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
"""The children of ``w:pPr`` that the schema wants before its ``w:numPr``."""
_AFTER_PARAGRAPH = ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
"""The children of ``w:style`` that the schema wants after its ``w:pPr``."""
_LINKS = ("basedOn", "next", "link")
_LETTERS = ("szCs", "sz", "rFonts")
_STYLED = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)"')
_OWN = "Sop"
"""What the ids of our styles end in where the template has given the usual ones away."""


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


def merge(
    theirs: _Element, ours: _Element, body_style: str | None, numbers: str, table_style: str | None = None
) -> Merged:
    """A template's styles with ours.

    Args:
        theirs: the template's part; it stays as it is.
        ours: the part of the style sheet.
        body_style: the id of the template's style for body text, if it says one.
        numbers: the ``w:numId`` that our numbering of headings will have.
        table_style: the id of the template's style for tables, if it says one.
    """
    merging = _Merging(deepcopy(theirs), ours)
    wanted = {BODY: body_style, TABLE: table_style}
    for style in merging.ours:
        merging.place(style, wanted.get(style_id(style)))
    numbered = merging.numbered
    letters = merging.letters(body_style)
    for style in merging.missing:
        merging.add(style, numbered or numbers, letters)
    merging.number_headings(numbered or numbers)
    words_own = [val(style, "name") or "" for style in merging.missing if style.get(element("customStyle")) is None]
    return Merged(merging.root, merging.ids, tuple(words_own), len(merging.missing) - len(words_own), numbered)


def restyled(text: str, ids: Mapping[str, str]) -> str:
    """A text of ours with the styles of the template."""
    return _STYLED.sub(lambda found: f'{found[1]}{ids.get(found[2], found[2])}"', text)


def number_of(known: Known, name: str) -> tuple[str, int] | None:
    """The ``w:numId`` and the level from 0 by which a style, or one that it is based on, is numbered."""
    level = None
    for style in known.chain(name):
        level = level or val(style, "pPr/numPr/ilvl")
        number = val(style, "pPr/numPr/numId")
        if number is not None:
            return place_in_list(number, level)
    return None


def place_in_list(number: str, level: str | None) -> tuple[str, int] | None:
    """The list and the level from 0 that are said; None for the list 0, which takes a paragraph out of any."""
    return (number, whole(level)) if number != "0" else None


class _Merging:
    """Styles being put together."""

    def __init__(self, root: _Element, ours: _Element) -> None:
        self.root = root
        self.ours = ours.findall(element("style"))
        self.known = Known(root)
        self.ids: dict[str, str] = {}
        self.missing: list[_Element] = []

    @property
    def _headings(self) -> list[str]:
        """The ids of the styles of headings in the template."""
        return [self.ids[style_id(style)] for style in self.ours if val(style, "name") in LEVELS]

    @property
    def numbered(self) -> str | None:
        """The ``w:numId`` of the template's list of headings."""
        found = (number for name in self._headings if (number := number_of(self.known, name)))
        return next((number for number, _ in found), None)

    def place(self, style: _Element, wanted: str | None) -> None:
        """Decides which style of the template stands for one of ours; ``wanted`` is what the template says itself."""
        found = wanted or self.known.find(style)
        if found is None:
            self.missing.append(style)
        elif kind_of(style) == "table" and not is_default(style):
            found = self._roomy(style, found)
        self.ids[style_id(style)] = found or self._free(style_id(style))

    def _roomy(self, style: _Element, found: str) -> str:
        """The style of tables to take: the template's, with our margins in cells if it has none, as Word's own does."""
        margins = down(style, "tblPr/tblCellMar")
        theirs = (down(one, "tblPr/tblCellMar/top") for one in self.known.chain(found))
        said = next((margin for margin in theirs if margin is not None), None)
        if margins is None or (said is not None and said.get(element("w"), "0") != "0"):
            return found
        name = self._free(f"{style_id(style)}{_OWN}")
        added = etree.SubElement(
            self.root,
            element("style"),
            {element("type"): "table", element("customStyle"): "1", element("styleId"): name},
        )
        label = SOP_TABLE if self.known.named(SOP_TABLE, "table") is None else f"{SOP_TABLE} 2"
        for tag, value in (("name", label), ("basedOn", found)):
            etree.SubElement(added, element(tag), {element("val"): value})
        etree.SubElement(added, element("tblPr")).append(deepcopy(margins))
        conditions = (one for base in self.known.chain(found) for one in base.findall(element("tblStylePr")))
        for kind in conditions:  # LibreOffice takes none from the style below
            if all(one.get(element("type")) != kind.get(element("type")) for one in added):
                added.append(deepcopy(kind))
        return name

    def _free(self, name: str) -> str:
        """An id like ``name`` that the template has not given away."""
        taken = {other.casefold() for other in self.known.by_id}
        while name.casefold() in taken:
            name += _OWN
        return name

    def letters(self, body_style: str | None) -> list[_Element]:
        """The faces and the size of the style for body text, where it has others than what everything stands on."""
        usual = self.known.chain(self.ids.get(NORMAL))
        chain = [style for style in self.known.chain(body_style) if style not in usual]
        found = ([one for style in chain if (one := down(style, f"rPr/{name}")) is not None] for name in _LETTERS)
        return [said[0] for said in found if said]

    def add(self, style: _Element, numbers: str, letters: list[_Element]) -> None:
        """Adds a style of ours; what it stands on may be the template's. Letters like those of the text stay so."""
        added = deepcopy(style)
        if kind_of(style) == "paragraph" and val(style, "basedOn") == NORMAL:
            _write_in(added, letters)
        added.set(element("styleId"), self.ids[style_id(style)])
        for name in _LINKS:
            link = added.find(element(name))
            if link is not None:
                link.set(element("val"), self.ids.get(val(added, name) or "", val(added, name) or ""))
        if is_default(style) and self.known.has_default(kind_of(style)):
            added.attrib.pop(element("default"))
        for number in added.iter(element("numId")):
            if number.get(element("val")) == str(HEADINGS):
                number.set(element("val"), numbers)
        _space(added)
        self.root.append(added)

    def number_headings(self, numbers: str) -> None:
        """Numbers the template's headings where they are not, and takes the numbers from what only stands on them."""
        headings = self._headings
        for level, name in enumerate(headings):
            present = self.known.by_id.get(name)
            if present is not None and number_of(self.known, name) is None:
                _number(present, numbers, level)
        for name in {*self.ids.values()} - {*headings}:
            style = self.known.by_id.get(name)
            if style is not None and val(style, "pPr/numPr/numId") is None:
                bases = {style_id(base) for base in self.known.chain(name)}
                if bases & {*headings} and number_of(self.known, name):
                    _number(style, "0")


def _write_in(style: _Element, letters: list[_Element]) -> None:
    """Gives a style the faces and the size that it does not say itself."""
    properties = style.find(element("rPr"))
    if properties is None and letters:
        properties = etree.SubElement(style, element("rPr"))
    for one in letters:
        if properties is not None and properties.find(one.tag) is None:
            properties.insert(0, deepcopy(one))


def _space(style: _Element) -> None:
    """Says in words what one of our styles with lines of its own says by silence: no room above, none below.

    In our own documents nothing stands under it that would leave some; in a template something may.
    """
    spacing = down(style, "pPr/spacing")
    for side in ("before", "after"):
        if spacing is not None and spacing.get(element(side)) is None:
            spacing.set(element(side), "0")


def _number(style: _Element, number: str, level: int = 0) -> None:
    """Gives a style of the template its place in a numbered list; 0 takes it out of any."""
    properties = style.find(element("pPr"))
    if properties is None:
        properties = etree.Element(element("pPr"))
        insert_behind(style, properties, {child.tag for child in style} - {*map(element, _AFTER_PARAGRAPH)})
    put_number(properties, number, level)


def put_number(properties: _Element, number: str, level: int = 0) -> None:
    """Puts a place in a numbered list into the properties of a paragraph; the list 0 takes it out of any."""
    for old in properties.findall(element("numPr")):
        properties.remove(old)
    numbers = etree.Element(element("numPr"))
    etree.SubElement(numbers, element("ilvl"), {element("val"): str(level)})
    etree.SubElement(numbers, element("numId"), {element("val"): number})
    insert_behind(properties, numbers, {*map(element, _BEFORE_NUMBERS)})
