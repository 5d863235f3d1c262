"""Sections of a document: upright pages, and pages turned on their side with headers and footers of their own.

A chapter has headers of its own too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopgen.writers.docx.looks import twips
from sopgen.writers.docx.styles import GAP

if TYPE_CHECKING:
    from sopgen.style.model import Page
    from sopgen.writers.docx.story import Story

_RUNNING = {False: ("rId5", "rId6"), True: ("rId7", "rId8")}
"""The relationships of header and footer, on upright pages and on turned ones."""


def turned(page: Page) -> Page:
    """The page on its side: what was bound on the left is bound at the top."""
    sides = page.margins
    margins = sides.model_copy(
        update={"top": sides.left, "right": sides.top, "bottom": sides.right, "left": sides.bottom}
    )
    return page.model_copy(update={"size": page.size[::-1], "margins": margins})


def header_name(chapter: int, *, turned: bool) -> str:
    """The name of the part that holds the header of a chapter; 0 stands for what is in none."""
    return f"header{1 + turned + 2 * chapter}"


def last(story: Story) -> str:
    """``w:sectPr`` of the last section of a document, whose pages are upright."""
    return _section(story, story.base.style.page)


def end(story: Story, page: Page) -> str:
    """A paragraph without height that ends a section whose pages are ``page``, upright or turned."""
    return f'<w:p><w:pPr><w:pStyle w:val="{GAP}"/>{_section(story, page)}</w:pPr></w:p>'


def ends(written: str) -> bool:
    """Whether the last thing that was written is such a paragraph."""
    return "<w:sectPr>" in written


def _section(story: Story, page: Page) -> str:
    width, height = page.size
    header, footer = _RUNNING[width > height]
    if story.chapter:
        header = header_name(story.chapter, turned=width > height)
    margins = {name: twips(getattr(page.margins, name)) for name in ("top", "right", "bottom", "left")}
    sides = "".join(f' w:{name}="{value}"' for name, value in margins.items())
    orientation = ' w:orient="landscape"' if width > height else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{orientation}/>'
        f'<w:pgMar{sides} w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        "</w:sectPr>"
    )
