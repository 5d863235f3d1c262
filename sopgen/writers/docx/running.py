"""Headers and footers: what stands on the left, in the middle and on the right of every page, and across it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from sopgen.style.templates import BLANKS, CHAPTER, PAGES, filled
from sopgen.writers.docx import watermark
from sopgen.writers.docx.looks import twips
from sopgen.writers.docx.ruler import text_width
from sopgen.writers.docx.styles import GAP
from sopgen.writers.docx.xml import DECLARATION, W, escape

if TYPE_CHECKING:
    from sopgen.document.nodes import Document, Metadata
    from sopgen.style.furniture import Places
    from sopgen.style.model import Page, Style
    from sopgen.writers.docx.base import Base

_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_SUFFIXES = {"default": "", "even": "Even", "first": "First"}
_MOST = 6
"""How many headers and footers there are at most for pages of one size; the shapes in them are numbered through."""
_APART = '<w:spacing w:after="120"/>'
"""What keeps the text of a page off a header of several lines, which reaches down to it."""
_CENTERED = '<w:jc w:val="center"/>'
_TAB = "<w:r><w:tab/></w:r>"


class Slot(NamedTuple):
    """Which header or footer a part holds.

    Attributes:
        element: ``header`` or ``footer``.
        pages: those it stands on: ``default``, ``even`` or ``first``.
        turned: whether those lie on their side.
        chapter: the chapter whose they are, from 1; 0 for what stands outside chapters.
    """

    element: str
    pages: str
    turned: bool
    chapter: int = 0

    @property
    def name(self) -> str:
        """The name of the part, which is the id of its relationship too."""
        return f"{self.element}{_SUFFIXES[self.pages]}{1 + self.turned + 2 * self.chapter}"


def slots(style: Style, *, turned: bool, chapter: int = 0) -> list[Slot]:
    """The headers and footers of upright pages, or of those on their side; a cover is never one of these.

    A chapter has headers of its own, and shares all footers.
    """
    pages = ["default"]
    if has_even(style):
        pages.append("even")
    if style.cover and not turned:
        pages.append("first")
    chapters = {"header": chapter, "footer": 0}
    return [Slot(element, which, turned, own) for which in pages for element, own in chapters.items()]


def has_even(style: Style) -> bool:
    """Whether even pages have headers or footers of their own."""
    return bool(style.header.even or style.footer.even)


def tab_stops(places: Places, page: Page) -> str:
    """The tab stops of a header or footer: the middle, if anything stands there, and the right margin."""
    width = twips(page.text_width)
    center = f'<w:tab w:val="center" w:pos="{width // 2}"/>' if places.center else ""
    return f'<w:tabs>{center}<w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def parts(
    document: Document, base: Base, page: Page, *, turned: bool, chapter: int = 0, title: str = ""
) -> Iterator[tuple[str, str]]:
    """The name and text of the part of each header and footer of pages of that size, of a chapter or outside them."""
    known, first = values(document.metadata, title), 1 + _MOST * (turned + 2 * chapter)
    for number, slot in enumerate(slots(base.style, turned=turned, chapter=chapter), start=first):
        if slot.chapter != chapter:
            continue
        is_header = slot.element == "header"
        mark = watermark.run(base.style, document.metadata, page, number) if is_header else ""
        tag = "hdr" if is_header else "ftr"
        names = f"{W} {watermark.NAMESPACES}" if mark else W
        content = "".join(_paragraphs(slot, known, base, page, mark))
        yield slot.name, f"{DECLARATION}<w:{tag} {names}>{content}</w:{tag}>"


def _paragraphs(slot: Slot, known: Mapping[str, str], base: Base, page: Page, mark: str) -> Iterator[str]:
    """The paragraphs of a header or footer, with what lies across the page in the first."""
    if slot.pages == "first":
        yield f'<w:p><w:pPr><w:pStyle w:val="{GAP}"/></w:pPr>{mark}</w:p>'
        return
    running = base.style.header if slot.element == "header" else base.style.footer
    places = (running.even or running) if slot.pages == "even" else running
    if slot.chapter:
        places = running.chapter or places
    style = base.sheet.paragraphs[slot.element]
    stops, usual = tab_stops(places, page), tab_stops(running, base.style.page)
    own = "" if stops == usual else _moved(usual, stops)
    look = base.sheet.looks[style]
    texts = tuple(filled(said, known) for said in (places.left, places.center, places.right))
    alone = texts[1] and not (texts[0] or texts[2])
    middle = _CENTERED if alone and look.alignment != "center" else ""
    *above, last = _lines(
        base, texts, page.text_width / (look.size or base.style.body.size), centered=bool(places.center)
    )
    for line in above:
        yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{own}{middle}</w:pPr>{mark}{line}</w:p>'
        mark = ""
    apart = _APART if above and slot.element == "header" else ""
    yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{own}{apart}{middle}</w:pPr>{mark}{last}</w:p>'


def _lines(base: Base, texts: tuple[str, ...], room: float, *, centered: bool) -> list[str]:
    """What stands on the left, in the middle and on the right as runs, what is alone in the middle without tabs.

    It is on one line, or one below the other where ``room`` is too narrow for that; ``centered`` says that there is a
    tab stop in the middle.
    """
    left, center, right = texts
    if center and not (left or right):
        return [_runs(base, center)]
    if text_width("  ".join(texts)) < room:
        return [_TAB.join(_runs(base, text) for text in ((left, center, right) if centered else (left, right)))]
    return [_runs(base, text) for text in texts if text]


def values(metadata: Metadata, chapter: str = "") -> dict[str, str]:
    """What fills the blanks of a style sheet's templates, in a chapter of that title."""
    known = {name: str(getattr(metadata, name)) for name in BLANKS if name not in (*PAGES, CHAPTER)}
    return {**known, CHAPTER: chapter}


def _moved(before: str, now: str) -> str:
    """The tab stops of a paragraph whose style has others."""
    cleared = re.sub(r'w:val="\w+"', 'w:val="clear"', before)
    kept = now.removeprefix("<w:tabs>")
    for stop in re.findall("<w:tab [^>]*>", cleared):
        place = stop.partition("w:pos=")[2]
        cleared = cleared.replace(stop, "") if place in kept else cleared
    return cleared.replace("</w:tabs>", kept)


def _runs(base: Base, text: str) -> str:
    """A text as runs, its page numbers as fields."""
    return "".join(_run(base, piece) for piece in re.split(r"(\{pages?\})", text) if piece)


def _run(base: Base, piece: str) -> str:
    name = piece[1:-1]
    if piece in {"{page}", "{pages}"}:
        return f'<w:fldSimple w:instr=" {_FIELDS[name]} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return f'<w:r>{base.run_properties((), piece)}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
