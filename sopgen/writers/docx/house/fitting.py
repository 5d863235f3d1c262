"""A style sheet fitted to a house template: the template's page and numbers, its styles before those of the sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from sopgen.diagnostics import Diagnostic, Location, listed
from sopgen.frozen import frozen
from sopgen.style.furniture import Running
from sopgen.style.model import Level
from sopgen.writers.docx.base import prepare
from sopgen.writers.docx.house import problems
from sopgen.writers.docx.house.adding import Merged, merge
from sopgen.writers.docx.house.finding import Known
from sopgen.writers.docx.house.levels import heading_levels
from sopgen.writers.docx.house.packages import parse, text
from sopgen.writers.docx.house.protecting import protection_of
from sopgen.writers.docx.house.sections import Sections, page_of, sections
from sopgen.writers.docx.house.tabling import OwnTable, own_table
from sopgen.writers.docx.numbering import HEADINGS

if TYPE_CHECKING:
    from sopgen.style.model import Style
    from sopgen.writers.docx.house.house import House

_IDS = re.compile(rb'<wp:docPr [^>]*?\bid="(\d+)"|<w:bookmarkStart [^>]*?w:id="(\d+)"')


@frozen(eq=False)
class Fitted:
    """A style sheet fitted to a template.

    Attributes:
        style: the style sheet, which documents are written in.
        styles: the part of styles.
        ids: the ids of styles in the template, by those of the style sheet.
        headings: the ``w:numId`` of the template's list of headings; None if it has none.
        sections: the properties of the section that documents go into; None if the template has none.
        drawing: the highest id of a drawing in the template.
        bookmark: the highest id of a bookmark there.
        notes: what there is to tell about the template.
        table: the template's style for tables; None if it says none.
    """

    style: Style
    styles: bytes
    ids: Mapping[str, str]
    headings: str | None
    sections: Sections | None
    drawing: int
    bookmark: int
    notes: tuple[Diagnostic, ...]
    table: OwnTable | None


@lru_cache(16)
def fit(house: House, style: Style, language: str) -> Fitted:
    """A style sheet fitted to a template, for documents in ``language``; the same one for the same."""
    table = own_table(house.package, Known(house.styles))
    sheet = _adapted(house, style, language, table)
    theirs, section = house.styles, house.section
    ours = parse(prepare(sheet, language).sheet.xml.encode())
    merged = merge(theirs, ours, house.body_style, house.lists.number_of(HEADINGS), None if table is None else table.id)
    unnumbered = merged.numbered is None and any(Known(theirs).named(f"heading {level}") for level in range(1, 5))
    drawing, bookmark = _highest(house)
    return Fitted(
        style=sheet,
        styles=text(merged.root),
        ids=merged.ids,
        headings=merged.numbered,
        sections=None if section is None else sections(section, forms_only=sheet.protection == "forms"),
        drawing=drawing,
        bookmark=bookmark,
        notes=_notes(house, merged, unnumbered=unnumbered),
        table=table,
    )


def _adapted(house: House, style: Style, language: str, table: OwnTable | None) -> Style:
    """The style sheet without what the template gives: pages, headers and footers, cover, numbers of headings."""
    own = style.of(language)
    levels = [
        usual if found is None else Level.model_validate(found)
        for usual, found in zip(own.numbering, heading_levels(Known(house.styles), house.numbering), strict=True)
    ]
    others = {key: sheet for key, sheet in style.languages.items() if key not in {language, language.partition("-")[0]}}
    given = {
        "page": own.page if house.section is None else page_of(house.section),
        "numbering": tuple(levels),
        "header": Running(),
        "footer": Running(),
        "cover": (),
        "front_pages": None,
        "watermark": None,
        "protection": protection_of(house.package) if own.protection == "none" else own.protection,
        "languages": others,
    }
    return own.model_copy(update=given | (table.adapted(own) if table else {}))


def _highest(house: House) -> tuple[int, int]:
    """The highest ids of drawings and of bookmarks in a template."""
    drawings, bookmarks = [0], [0]
    for name, data in house.package.parts.items():
        if name.endswith(".xml"):
            for drawing, bookmark in _IDS.findall(data):
                (drawings if drawing else bookmarks).append(int(drawing or bookmark))
    return max(drawings), max(bookmarks)


def _notes(house: House, merged: Merged, *, unnumbered: bool) -> tuple[Diagnostic, ...]:
    place, notes = Location(house.package.name), [*house.notes]
    if merged.added or merged.others:
        own = problems.OWN_STYLES.format(count=merged.others)
        names = listed((*merged.added, own) if merged.others else merged.added)
        notes.append(problems.MISSING_STYLES.at(place, names=names))
    if unnumbered:
        notes.append(problems.UNNUMBERED_HEADINGS.at(place))
    return tuple(notes)
