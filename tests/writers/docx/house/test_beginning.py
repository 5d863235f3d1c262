from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from houses import VALUES, W, house
from opened import Opened, text
from samples import document

from sopgen.document.nodes import Heading, Section, Text
from sopgen.style.model import Style
from sopgen.writers import Written
from sopgen.writers.docx.house import write

OURS = (Section((), role="contents"), Heading(1, (Text("目的"),), (1,)))


def plain(_document: Document) -> None:
    """The document begins the file."""


def page_before(document: Document) -> None:
    document.paragraphs[0].insert_paragraph_before("封面").add_run().add_break(WD_BREAK.PAGE)


def page_of_its_own(document: Document) -> None:
    document.paragraphs[0].insert_paragraph_before("封面")
    document.paragraphs[1].paragraph_format.page_break_before = True


def cover(document: Document, kind: WD_SECTION = WD_SECTION.NEW_PAGE) -> None:
    document.paragraphs[0].text = "封面"
    document.add_section(kind)
    document.add_paragraph("{{ body }}")


def counted_from_one(document: Document) -> None:
    cover(document)
    document.sections[-1]._sectPr.append(parse_xml(f'<w:pgNumType xmlns:w="{W}" w:start="1"/>'))


def running_on(document: Document) -> None:
    """A section that begins on the same page."""
    cover(document, WD_SECTION.CONTINUOUS)


BEGINNINGS: dict[Callable[[Document], None], tuple[int, int]] = {
    plain: (1, 41),
    page_before: (2, 41),
    page_of_its_own: (2, 41),
    cover: (2, 41),
    counted_from_one: (1, 40),
    running_on: (1, 41),
}


def listed(written: Written) -> list[str]:
    """The pages in the table of contents."""
    opened = Opened(written)
    entries = opened.find("//w:p[w:pPr/w:pStyle/@w:val='TOC1'] | //w:p[w:hyperlink]")
    return [text(one).rpartition("\t")[2] for one in entries]


@pytest.mark.parametrize("change", BEGINNINGS)
def test_pages_are_counted_from_where_the_document_begins(style: Style, change: Callable[[Document], None]) -> None:
    def told(_data: bytes) -> Sequence[int]:
        return [41]

    template = (
        house(change=change) if change not in (cover, counted_from_one, running_on) else house("x", change=change)
    )
    estimated, exact = (listed(write(template, document(*OURS), style, VALUES, typeset)) for typeset in (None, told))
    assert (estimated, exact) == ([str(BEGINNINGS[change][0])], [str(BEGINNINGS[change][1])])
