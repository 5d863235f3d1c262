"""On which page of a template the document begins, as far as its page breaks tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sopgen.writers.docx.house.names import down, element, is_on, val, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_BREAK, _BEFORE, _SECTION = map(element, ("br", "pageBreakBefore", "sectPr"))


class Beginning(NamedTuple):
    """Where a document begins.

    Attributes:
        sheet: the page, counted from the first of the file.
        page: the number that this page has, which the document's section may begin anew.
    """

    sheet: int
    page: int

    def numbers(self, sheets: Sequence[int]) -> list[int]:
        """The numbers of pages that are counted from the first of the file."""
        return [sheet - self.sheet + self.page for sheet in sheets]


def beginning(place: _Element, section: _Element | None) -> Beginning:
    """Where a document begins that goes in the paragraph ``place``, whose section has the properties ``section``."""
    above = [*reversed([*place.itersiblings(preceding=True)])]
    sections = iter((*(one for block in above for one in block.iter(_SECTION)), section))
    sheet, page = 1, _said(next(sections)) or 1
    for block in (*above, place):
        for node in block.iter(_BREAK, _BEFORE, _SECTION):
            if node.tag != _SECTION:
                turns = _is_break(node)
                page += turns
            elif block is not place:
                begun = next(sections)
                turns = val(begun, "type") != "continuous"
                page = _said(begun) or page + turns
            else:
                turns = False
            sheet += turns
    return Beginning(sheet, page)


def _said(section: _Element | None) -> int:
    """The number with which the pages of a section begin; 0 if they go on from those before."""
    numbers = down(section, "pgNumType")
    return 0 if numbers is None else whole(numbers.get(element("start")))


def turns_page(paragraph: _Element) -> bool:
    """Whether a paragraph breaks the page before itself, or holds such a break."""
    return any(map(_is_break, paragraph.iter(_BREAK, _BEFORE)))


def _is_break(node: _Element) -> bool:
    return node.get(element("type")) == "page" if node.tag == _BREAK else is_on(node)
