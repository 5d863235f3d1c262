"""A Document as a Word file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from sopgen.diagnostics import Location, Message
from sopgen.errors import OfficeError
from sopgen.repository.problems import UNREADABLE_PAGES
from sopgen.writers.docx import chapters, contents, cover
from sopgen.writers.docx.base import prepare
from sopgen.writers.docx.blocks import BLOCKS
from sopgen.writers.docx.package import package
from sopgen.writers.docx.parts import all_parts
from sopgen.writers.docx.story import Story
from sopgen.writers.docx.styles import GAP
from sopgen.writers.written import Written

if TYPE_CHECKING:
    from sopgen.document.nodes import Document
    from sopgen.style.model import Style
    from sopgen.writers.formats import Typeset

NOWHERE = Message(
    zh="链接“#{target}”没有指向文档中的任何位置", en="the link “#{target}” leads nowhere in this document"
)


def write(document: Document, style: Style, typeset: Typeset | None = None) -> Written:
    """The bytes of a ``.docx`` file, the same for the same document and style sheet.

    With ``typeset``, it is written once more with the pages that this gives for its headings.
    """
    story = tell(document, style)
    data = settle(story, lambda: package(all_parts(story)), typeset)
    return Written(data, tuple(story.diagnostics))


class Before(NamedTuple):
    """What stands in a file before the document.

    Attributes:
        new_page: whether the document begins on a page of its own.
        page: the number of that page.
        headings: how many headings of the first level Word has counted.
    """

    new_page: bool = False
    page: int = 1
    headings: int = 0


NOTHING: Final = Before()


def tell(document: Document, style: Style, before: Before = NOTHING, *, grid: bool = False) -> Story:
    """The story of a document, written to its end.

    Args:
        document: what is written.
        style: how it looks.
        before: what stands before it.
        grid: whether each letter may have a cell of a grid to itself.
    """
    base = prepare(style, document.metadata.language)
    story = Story(base, document, BLOCKS, first_page=before.page, grid=grid)
    if before.headings:
        story.heading_numbers.last = (before.headings,)
    cover.write(story)
    story.page_break = story.page_break or before.new_page
    chapters.write(story)
    if base.style.end:
        story.empty(base.body.roles.get(base.style.end, base.body.default), base.body)
    elif story.gap or not story.out:
        story.empty(GAP, base.body)
    contents.fill(story)
    for target in story.anchors.finish():
        story.report("SOP701", "broken-link", NOWHERE.format(target=target), document.metadata.number)
    return story


def settle(story: Story, make: Callable[[], bytes], typeset: Typeset | None) -> bytes:
    """The file of a story, with the pages in its contents that ``typeset`` gives for its headings.

    Args:
        story: the document, written to its end.
        make: makes the file of it. Made again with other pages, nothing in it moves.
        typeset: what tells the pages; None leaves those that were reckoned.
    """
    data = make()
    if typeset is None or story.contents is None or not story.entries:
        return data
    where = Location(story.document.metadata.number)
    try:
        pages = typeset(data)
    except OfficeError as error:
        story.diagnostics += (replace(problem, location=where) for problem in error.diagnostics)
        return data
    if len(pages) == len(story.outline):  # LibreOffice takes all that counts with the headings for one
        pages = [page for page, listed in zip(pages, story.outline, strict=True) if listed]
    if len(pages) != len(story.entries):
        story.diagnostics.append(UNREADABLE_PAGES.at(where))
        return data
    contents.fill(story, pages)
    return make()
