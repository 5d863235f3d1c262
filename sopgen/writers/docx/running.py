"""Header and footer: what stands on the left, in the middle and on the right of every page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sopgen.writers.docx.looks import twips
from sopgen.writers.docx.ruler import text_width
from sopgen.writers.docx.xml import DECLARATION, W, escape

if TYPE_CHECKING:
    from sopgen.document.nodes import Document
    from sopgen.style.model import Item, Page, Running
    from sopgen.writers.docx.base import Base

_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_SEPARATOR = "   "


def tab_stops(running: Running, page: Page) -> str:
    """The tab stops of a header or footer: the middle, if anything stands there, and the right margin."""
    width = twips(page.text_width)
    center = f'<w:tab w:val="center" w:pos="{width // 2}"/>' if running.center else ""
    return f'<w:tabs>{center}<w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def header(document: Document, base: Base, page: Page, chapter: str = "") -> str:
    """The text of the header part for pages of that size, in a chapter of that title."""
    running = base.style.header
    return _part("hdr", (running.chapter or running) if chapter else running, document, base, page, chapter)


def footer(document: Document, base: Base, page: Page) -> str:
    """The text of the footer part for pages of that size."""
    return _part("ftr", base.style.footer, document, base, page, "")


def _part(element: str, running: Running, document: Document, base: Base, page: Page, chapter: str) -> str:
    role = "header" if element == "hdr" else "footer"
    places = [_items(items, document, chapter, labelled=running.labelled) for items in _places(running)]
    style = base.sheet.paragraphs[role]
    size = base.sheet.looks[style].size or base.style.body.size
    if text_width("  ".join(places)) * size < page.text_width:
        lines = ["<w:r><w:tab/></w:r>".join(_runs(text) for text in places)]
    else:
        lines = [_runs(text) for text in places if text]
    usual = base.style.header if element == "hdr" else base.style.footer
    stops, usual_stops = tab_stops(running, page), tab_stops(usual, base.style.page)
    own = "" if stops == usual_stops else _moved(usual_stops, stops)
    paragraphs = "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{own}</w:pPr>{line}</w:p>' for line in lines)
    return f"{DECLARATION}<w:{element} {W}>{paragraphs}</w:{element}>"


def _moved(before: str, now: str) -> str:
    """The tab stops of a paragraph whose style has others."""
    cleared = re.sub(r'w:val="\w+"', 'w:val="clear"', before)
    return cleared.replace("</w:tabs>", now.removeprefix("<w:tabs>"))


def _places(running: Running) -> list[tuple[Item, ...]]:
    """What stands where, with a place for each tab stop; what stands in the middle alone needs none."""
    if running.center and not (running.left or running.right):
        return [running.center]
    return [running.left, *([running.center] if running.center else []), running.right]


def _items(items: Sequence[Item], document: Document, chapter: str, *, labelled: bool) -> str:
    """What a place says; ``{page}`` and ``{pages}`` are left in it."""
    texts = []
    colon = "：" if document.metadata.language.startswith("zh") else ": "
    for item in items:
        if item == "page":
            texts.append(document.labels.get("page", "{page} / {pages}"))
            continue
        value = chapter if item == "chapter" else str(getattr(document.metadata, item))
        label = document.labels.get(item, "") if labelled else ""
        if value:
            texts.append(f"{label}{colon}{value}" if label else value)
    return _SEPARATOR.join(texts)


def _runs(text: str) -> str:
    """A text as runs, its page numbers as fields."""
    return "".join(_run(piece) for piece in re.split(r"(\{pages?\})", text) if piece)


def _run(piece: str) -> str:
    name = piece[1:-1]
    if piece in {"{page}", "{pages}"}:
        return f'<w:fldSimple w:instr=" {_FIELDS[name]} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
