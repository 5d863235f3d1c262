"""The section of a template that the document goes into, and what becomes of it when the document turns pages.

Headers and footers are those of the template: a section that names none goes on with those of the one before. The
document stands in one column, as its tables and flowcharts need the width of the page.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from sopgen.style.model import Page, Sides
from sopgen.writers.docx.house.names import down, element, insert_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_ORDER = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders",
    "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi",
    "rtlGutter", "docGrid", "printerSettings",
)  # fmt: skip
"""The children of ``w:sectPr`` in the order of the schema."""
_GRIDS = ("linesAndChars", "snapToChars")
"""The types of grids that have a cell for each character."""
_LETTER = {"w": "12240", "h": "15840"}
_MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), "1440") | {"header": "720", "footer": "720", "gutter": "0"}
_NAMESPACES = re.compile(r' xmlns(:\w+)?="[^"]*"')
_TURNED = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
"""By each margin of a page on its side, the one of the upright page that it was."""


class Sections(NamedTuple):
    """The section properties of a template's section as text, for each place that it may be needed in.

    Attributes:
        own: as the template has it, where the document has no other, and of the first part, where pages turn later.
        upright: of further parts, and of what follows the document.
        turned: of pages on their side.
        wide: whether the template's own pages are wider than high, so that those on their side are not.
        grid: whether characters stand in the cells of a grid. LibreOffice gives one to each letter, Word to none.
    """

    own: str
    upright: str
    turned: str
    wide: bool
    grid: bool

    def rewritten(self, text: str) -> tuple[str, str]:
        """A document's text with the template's sections in place of its own, and what closes the last of them."""
        found: Iterator[str] = self._in_order()
        written, count = re.subn(
            r"<w:sectPr>.*?</w:sectPr>",
            lambda match: self.turned if ('w:orient="landscape"' in match[0]) != self.wide else next(found),
            text,
        )
        return written, self.upright if count else self.own

    def _in_order(self) -> Iterator[str]:
        yield self.own
        while True:
            yield self.upright


def section_after(paragraph: _Element) -> _Element | None:
    """The properties of the section that a paragraph of the text stands in."""
    for following in (paragraph, *paragraph.itersiblings()):
        if following.tag == element("sectPr"):
            return following
        found = down(following, "pPr/sectPr")
        if found is not None:
            return found
    return None


def sort_properties(root: _Element) -> None:
    """Puts what ends a section last in its paragraph's properties, where the schema wants it.

    LibreOffice 7.4 writes it first.
    """
    for layout in [one for section in root.iter(element("sectPr")) if (one := section.getparent()) is not None]:
        if layout.tag == element("pPr"):
            ends = [one for name in ("sectPr", "pPrChange") if (one := layout.find(element(name))) is not None]
            layout.extend(ends)


def page_of(section: _Element) -> Page:
    """The page of a section; what it does not say is as Word takes it."""
    size = _values(section, "pgSz", _LETTER)
    margins = _values(section, "pgMar", _MARGINS)
    sides: dict[str, Any] = {name: abs(margins[name]) for name in ("top", "right", "bottom", "left")}
    sides["left"] += margins["gutter"]
    return Page.model_construct(
        size=(size["w"], size["h"]),
        margins=Sides.model_construct(**sides),
        header=margins["header"],
        footer=margins["footer"],
    )


def _values(section: _Element, name: str, usual: dict[str, str]) -> dict[str, float]:
    """The attributes of an element, in points."""
    found = down(section, name)
    values = {}
    for key, value in usual.items():
        said = value if found is None else found.get(element(key), value)
        values[key] = float(said if re.fullmatch(r"-?\d+(\.\d+)?", said) else value) / 20
    return values


def sections(section: _Element, *, forms_only: bool) -> Sections:
    """The properties of the section that the document goes into.

    Args:
        section: as the template has it.
        forms_only: whether nothing but forms may be filled in.
    """
    own = deepcopy(section)
    _remove(own, "cols")
    if forms_only:
        _set(own, etree.Element(element("formProt")))
    upright = deepcopy(own)
    for name in ("titlePg", "type"):
        _remove(upright, name)
    for reference in [*upright.iter(element("headerReference"), element("footerReference"))]:
        if reference.get(element("type")) == "first":
            upright.remove(reference)
    numbers = down(upright, "pgNumType")
    if numbers is not None:
        numbers.attrib.pop(element("start"), "")
    turned = deepcopy(upright)
    _turn(turned)
    width, height = page_of(section).size
    return Sections(_text(own), _text(upright), _text(turned), width > height, _has_grid(section))


def _has_grid(section: _Element) -> bool:
    grid = down(section, "docGrid")
    return grid is not None and grid.get(element("type")) in _GRIDS


def _turn(section: _Element) -> None:
    """Turns the pages of a section: what was bound on the left is bound at the top."""
    size, margins = _values(section, "pgSz", _LETTER), _values(section, "pgMar", _MARGINS)
    across = {"w": size["h"], "h": size["w"]}
    sides = {name: abs(margins[source]) for name, source in _TURNED.items()}
    paper = etree.Element(element("pgSz"), _twips(across))
    if across["w"] > across["h"]:
        paper.set(element("orient"), "landscape")
    _set(section, paper)
    _set(section, etree.Element(element("pgMar"), _twips(margins | sides)))


def _twips(points: dict[str, float]) -> dict[str, str]:
    """Lengths as attributes."""
    return {element(name): str(round(length * 20)) for name, length in points.items()}


def _set(parent: _Element, child: _Element) -> None:
    """Puts a child where the schema wants it, in place of one of the same name."""
    name = etree.QName(child).localname
    _remove(parent, name)
    insert_behind(parent, child, {*map(element, _ORDER[: _ORDER.index(name)])})


def _remove(parent: _Element, name: str) -> None:
    for found in parent.findall(element(name)):
        parent.remove(found)


def _text(section: _Element) -> str:
    """An element as text that stands where its prefixes are known."""
    return _NAMESPACES.sub("", etree.tostring(section, encoding="unicode", with_tail=False))
