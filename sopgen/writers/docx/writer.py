"""A Document as a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopgen.diagnostics import Message
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


def write(document: Document, style: Style) -> Written:
    """The bytes of a ``.docx`` file, the same for the same document and style sheet."""
    story = tell(document, style)
    return Written(package(all_parts(story)), tuple(story.diagnostics))


def tell(document: Document, style: Style, *, new_page: bool = False) -> Story:
    """The story of a document, written to its end; ``new_page`` is whether it begins on one."""
    base = prepare(style, document.metadata.language)
    story = Story(base, document, BLOCKS)
    cover.write(story)
    story.page_break = story.page_break or new_page
    chapters.write(story)
    if story.gap or not story.out:
        story.empty(GAP, base.body)
    contents.fill(story)
    for target in story.anchors.finish():
        story.report("SOP701", "broken-link", NOWHERE.format(target=target), document.metadata.number)
    return story
