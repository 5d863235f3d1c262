"""The headings that a template has of its own, before and after the document, and what they mean for its headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sopgen.writers.docx.house.adding import LEVELS, number_of, place_in_list, put_number
from sopgen.writers.docx.house.names import element, own_text, val

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from sopgen.writers.docx.house.finding import Known

_BODY_TEXT = "9"
"""The level of what stands in no outline (ECMA-376, 17.3.1.20)."""


class Standing(NamedTuple):
    """The headings of a template's text.

    Attributes:
        before: how many stand before the document.
        after: how many stand after it.
        counted: how many of those before it are counted at the first level, by the template's own list.
    """

    before: int
    after: int
    counted: int

    def ours(self, pages: Sequence[int]) -> Sequence[int]:
        """The pages of the document's headings among those of all headings."""
        return pages[self.before : len(pages) - self.after]


def standing_headings(root: _Element, place: _Element, known: Known) -> Standing:
    """The headings in the text ``root`` around the paragraph ``place``.

    Those that the template does not number are told so: the document's numbers, which are linked to the styles of
    headings, are not theirs.
    """
    styles = {name for level in LEVELS if (name := known.named(level))}
    counts, side, counted = [0, 0], 0, 0
    for paragraph in root.iter(element("p")):
        side = side or int(paragraph is place)
        if paragraph is place or not own_text(paragraph).strip() or _in_box(paragraph):
            continue
        style = val(paragraph, "pPr/pStyle")
        counts[side] += _outlined(paragraph, style, known)
        if styles.isdisjoint(name for one in known.chain(style) if (name := one.get(element("styleId")))):
            continue
        number = _number(paragraph, style, known)
        if number is None and (layout := paragraph.find(element("pPr"))) is not None:
            put_number(layout, "0")
        elif number is not None and number[1] == 0 and not side:
            counted += 1
    return Standing(counts[0], counts[1], counted)


def _in_box(paragraph: _Element) -> bool:
    return next(paragraph.iterancestors(element("txbxContent")), None) is not None


def _outlined(paragraph: _Element, style: str | None, known: Known) -> bool:
    """Whether a paragraph stands in the outline, by what it says itself or its style does."""
    layers = (paragraph, *known.chain(style))
    return next((level for one in layers if (level := val(one, "pPr/outlineLvl"))), _BODY_TEXT) != _BODY_TEXT


def _number(paragraph: _Element, style: str | None, known: Known) -> tuple[str, int] | None:
    """The list and the level, from 0, that number a paragraph."""
    own = val(paragraph, "pPr/numPr/numId")
    if own is None:
        return number_of(known, style) if style else None
    return place_in_list(own, val(paragraph, "pPr/numPr/ilvl"))
