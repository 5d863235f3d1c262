"""From an SOP to a Document: the layout is run, its XHTML read, the metadata gathered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from sopgen.diagnostics import Language
from sopgen.document import layout, xhtml
from sopgen.document.diagrams import Diagrams
from sopgen.document.faults import broken_markup
from sopgen.document.nodes import Document, Metadata
from sopgen.document.printing import KnownDocument, Printing
from sopgen.document.view_table import VIEWS
from sopgen.document.views import view
from sopgen.spec.index import Index
from sopgen.spec.sop import Sop


@dataclass(frozen=True, slots=True)
class Sources:
    """What a document is made from besides the SOP.

    Attributes:
        sha256: hex digest of the spec's text.
        known: other documents, by number.
        image: gives the bytes of an image by its path as the spec writes it.
        layouts: a folder of a company's own layouts.
        company: whose documents they are.
    """

    sha256: str = ""
    known: Mapping[str, KnownDocument] = field(default_factory=dict)
    image: Callable[[str], bytes] = lambda _: b""
    layouts: Path | None = None
    company: str = ""


def build(index: Index, language: Language, sources: Sources) -> Document:
    """The document that an SOP prints as.

    Raises:
        LayoutError: the layout fails, or writes what is not allowed.
    """
    printing = Printing(index.sop, index, language, sources.known, VIEWS)
    name = "sop.xhtml"
    draw = Diagrams(printing)
    markup = layout.run(name, view(index.sop, "", printing), sources.layouts)
    try:
        parsed = xhtml.parse(markup, draw)
    except (ParseError, xhtml.NotAllowedError) as error:
        raise broken_markup(name, view(index.sop, "", printing), sources.layouts, draw) from error
    images = {source: sources.image(source) for source in parsed.images}
    return Document(_metadata(index.sop, printing, sources), parsed.blocks, _labels(printing), images)


def tags(index: Index, language: Language, sources: Sources) -> Mapping[str, Any]:
    """What the tags of a house template may speak of."""
    from sopgen.document.tags import tags

    printing = Printing(index.sop, index, language, sources.known, VIEWS)
    return tags(view(index.sop, "", printing), sources.company)


def _metadata(sop: Sop, printing: Printing, sources: Sources) -> Metadata:
    subject = _word(printing, sop.type)
    return Metadata(
        title=sop.title,
        number=sop.id,
        version=str(sop.version),
        status=_word(printing, sop.status),
        stage=sop.status or "",
        language=printing.language,
        confidentiality=_word(printing, sop.confidentiality),
        subject=subject,
        author=sop.prepared_by.name if sop.prepared_by else "",
        keywords=tuple(word for word in (sop.id, subject, "SOP") if word),
        department=sop.department or "",
        company=sources.company,
        effective_date=sop.effective_date.printed(printing.language) if sop.effective_date else "",
        modified=str(sop.revisions[-1].date) if sop.revisions else "",
        sha256=sources.sha256,
    )


def _word(printing: Printing, word: str | None) -> str:
    """The label of a word, or the word itself when it has none."""
    label = printing.t["words"].get(word)
    return word or "" if label is None else unescape(str(label))


def _labels(printing: Printing) -> dict[str, str]:
    """The words of the writer's own parts."""
    return {"contents": unescape(str(printing.t["contents"]))}
