"""A Document as a Word file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

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

NOWHERE = Message(
    zh="链接“#{target}”没有指向文档中的任何位置", en="the link “#{target}” leads nowhere in this document"
)


def write(document: Document, style: Style, typeset: Callable[[bytes], Sequence[int]] | None = None) -> Written:
    """The bytes of a ``.docx`` file, the same for the same document and style sheet.

    With ``typeset``, it is written once more with the pages that this gives for its headings.
    """
    base = prepare(style, document.metadata.language)
    story = Story(base, document, BLOCKS)
    cover.write(story)
    chapters.write(story)
    if story.gap or not story.out:
        story.empty(GAP, base.body)
    contents.fill(story)
    for target in story.anchors.finish():
        story.report("SOP701", "broken-link", NOWHERE.format(target=target), document.metadata.number)
    data = package(all_parts(story))
    if typeset and story.contents and story.entries:
        data = _with_pages(story, data, typeset)
    return Written(data, tuple(story.diagnostics))


def _with_pages(story: Story, data: bytes, typeset: Callable[[bytes], Sequence[int]]) -> bytes:
    """The same file with the right pages in its contents, which take no more room than the wrong ones."""
    where = Location(story.document.metadata.number)
    try:
        pages = typeset(data)
    except OfficeError as error:
        story.diagnostics += (replace(problem, location=where) for problem in error.diagnostics)
        return data
    if len(pages) != len(story.entries):
        story.diagnostics.append(UNREADABLE_PAGES.at(where))
        return data
    contents.fill(story, pages)
    return package(all_parts(story))
