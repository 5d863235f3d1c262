"""Sections of a document: upright pages, and pages turned on their side with headers and footers of their own.

The first section holds the cover, where there is one; a chapter has headers of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopgen.writers.docx import running
from sopgen.writers.docx.looks import twips
from sopgen.writers.docx.styles import GAP

if TYPE_CHECKING:
    from sopgen.style.model import Page
    from sopgen.writers.docx.story import Story

_FORMATS: Final = {"roman": "lowerRoman", "upper-roman": "upperRoman"}


def turned(page: Page) -> Page:
    """The page on its side: what was bound on the left is bound at the top."""
    sides = page.margins
    margins = sides.model_copy(
        update={"top": sides.left, "right": sides.top, "bottom": sides.right, "left": sides.bottom}
    )
    return page.model_copy(update={"size": page.size[::-1], "margins": margins})


def last(story: Story) -> str:
    """``w:sectPr`` of the last section of a document, whose pages are upright."""
    return _section(story, story.base.style.page)


def end(story: Story, page: Page) -> str:
    """A paragraph without height that ends a section whose pages are ``page``, upright or turned."""
    properties = _section(story, page)
    story.sections += 1
    return f'<w:p><w:pPr><w:pStyle w:val="{GAP}"/>{properties}</w:pPr></w:p>'


def ends(written: str) -> bool:
    """Whether the last thing that was written is such a paragraph."""
    return "<w:sectPr>" in written


def _numbering(story: Story) -> str:
    """``w:pgNumType`` where the pages of the section that ends now do not count on as those before."""
    if story.restarts:
        story.restarts = False
        return '<w:pgNumType w:start="1"/>'
    written = story.base.style.front_pages
    if written is None or story.contents is None or story.text_begins is not None:
        return ""
    start = ' w:start="1"' if story.sections == bool(story.base.style.cover) else ""
    return f'<w:pgNumType w:fmt="{_FORMATS[written]}"{start}/>'


def _section(story: Story, page: Page) -> str:
    style, (width, height) = story.base.style, page.size
    margins = {name: twips(getattr(page.margins, name)) for name in ("top", "right", "bottom", "left")}
    sides = "".join(f' w:{name}="{value}"' for name, value in margins.items())
    covered = bool(style.cover) and not story.sections
    references = "".join(
        f'<w:{slot.element}Reference w:type="{slot.pages}" r:id="{slot.name}"/>'
        for slot in running.slots(style, turned=width > height, chapter=story.chapter)
        if covered or slot.pages != "first"
    )
    protected = "<w:formProt/>" if style.protection == "forms" else ""
    orientation = ' w:orient="landscape"' if width > height else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{orientation}/>'
        f'<w:pgMar{sides} w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        f"{_numbering(story)}{protected}{'<w:titlePg/>' if covered else ''}</w:sectPr>"
    )
