"""From an SOP or a handbook to a Document: the layout is run, its XHTML read, the metadata gathered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from sopgen.diagnostics import Language
from sopgen.document import layout, xhtml
from sopgen.document.diagrams import Diagrams
from sopgen.document.markup import unescape
from sopgen.document.nodes import Document, Metadata
from sopgen.document.printing import Printing
from sopgen.document.view_table import VIEWS
from sopgen.document.views import view
from sopgen.frozen import frozen
from sopgen.spec.index import Index

if TYPE_CHECKING:
    from sopgen.repository.documents import KnownDocument
    from sopgen.source import Path as SpecPath
    from sopgen.spec.handbook import SopOrHandbook
    from sopgen.spec.load import IncludedSop

_SERIES = (
    ("diagram", "figure"),
    ("tables", "table"),
    ("forms", "form"),
    ("scripts", "script"),
    ("attachments", "attachment"),
)
"""Where in the labels the word before the numbers of each series stands."""


@frozen
class Sources:
    """What a document is made from besides the SOP or the handbook.

    Attributes:
        sha256: hex digest of the spec's text.
        known: other documents, by number.
        image: gives the bytes of an image by its path as the spec writes it.
        layouts: a folder of a company's own layouts.
        company: whose documents they are.
        included: the SOPs of a handbook, by the paths of the entries that name them.
    """

    sha256: str = ""
    known: Mapping[str, KnownDocument] = field(default_factory=dict)
    image: Callable[[str], bytes] = lambda _: b""
    layouts: Path | None = None
    company: str = ""
    included: Mapping[SpecPath, IncludedSop] = field(default_factory=dict)


def build(index: Index, language: Language, sources: Sources) -> Document:
    """The document that an SOP or a handbook prints as.

    Raises:
        LayoutError: the layout fails, or writes what is not allowed.
    """
    printing, bound = _printings(index, language, sources)
    name = f"{index.sop.kind}.xhtml"
    draw = _drawing([printing, *bound])
    try:
        parsed = xhtml.parse(layout.run(name, view(index.sop, "", printing), sources.layouts), draw)
    except (ParseError, xhtml.NotAllowedError) as error:
        from sopgen.document.faults import broken_markup

        raise broken_markup(name, view(index.sop, "", printing), sources.layouts, draw) from error
    images = {source: sources.image(source) for source in parsed.images}
    return Document(_metadata(index.sop, printing, sources), parsed.blocks, _labels(printing), images)


def tags(index: Index, language: Language, sources: Sources) -> Mapping[str, Any]:
    """What the tags of a house template may speak of."""
    from sopgen.document.tags import tags

    printing, _ = _printings(index, language, sources)
    return tags(view(index.sop, "", printing), sources.company)


def _printings(index: Index, language: Language, sources: Sources) -> tuple[Printing, tuple[Printing, ...]]:
    """What an SOP or a handbook is printed with, and what each of the SOPs is that are bound in a handbook."""
    printing = Printing(index.sop, index, language, sources.known, VIEWS)
    if index.sop.kind == "sop":
        return printing, ()
    from sopgen.document.binding import Binding  # few documents need it
    from sopgen.document.handbook_views import HANDBOOK_VIEWS

    binding = Binding(replace(printing, views=HANDBOOK_VIEWS), index.sop, sources.included)
    return binding.root, tuple(binding.sops.values())


def _drawing(printings: Sequence[Printing]) -> xhtml.Draw:
    """Gives the diagrams of all documents that are bound together."""
    all_diagrams = [*map(Diagrams, printings)]
    return lambda path: next((found for diagrams in all_diagrams if (found := diagrams(path))), None)


def _metadata(sop: SopOrHandbook, printing: Printing, sources: Sources) -> Metadata:
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
        keywords=tuple(word for word in (sop.id, subject, _word(printing, sop.kind)) if word),
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
    t = printing.t
    words = {series: t[key][series].format(number="").strip() for key, series in _SERIES}
    return {key: unescape(str(label)) for key, label in {"contents": t["contents"], **words}.items()}
