"""Chapters: sections of a Word document whose pages have the chapter's title in their header."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopgen.document.nodes import Heading, Section
from sopgen.writers.docx import contents, sections

if TYPE_CHECKING:
    from sopgen.document.nodes import Block
    from sopgen.writers.docx.story import Story

CHAPTER = "part"
"""The role of a section that is one; it counts only where it stands in nothing else."""


def write(story: Story) -> None:
    """Writes all blocks of the document; what stands between chapters has a section of its own."""
    for number, (chapter, blocks) in enumerate(_runs(story.document.blocks)):
        if story.out and (number or chapter is not None):  # a cover belongs to what follows it, but for a chapter
            if not sections.ends(story.out[-1]):
                story.out.append(sections.end(story, story.base.style.page))
            story.gap, story.page_break, story.ruler.page_break = 0, False, True
        if chapter is not None:
            story.chapters.append(_title(story, chapter))
        story.chapter = len(story.chapters) if chapter is not None else 0
        story.begun = len(story.out)
        story.blocks(blocks, story.base.body)


def _runs(blocks: tuple[Block, ...]) -> Iterator[tuple[Section | None, tuple[Block, ...]]]:
    """Each chapter, and all that stands between two of them."""
    between: list[Block] = []
    for block in blocks:
        if isinstance(block, Section) and CHAPTER in block.role.split():
            if between:
                yield None, tuple(between)
                between = []
            yield block, (block,)
        else:
            between.append(block)
    if between:
        yield None, tuple(between)


def _title(story: Story, chapter: Section) -> str:
    """What the header says: the heading that the chapter begins with, and its number."""
    first = chapter.children[0] if chapter.children else None
    return contents.text(story, first) if isinstance(first, Heading) else ""
