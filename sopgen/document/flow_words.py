"""The words of a diagram: labels in the document's language, and texts of the spec without their markup."""

from __future__ import annotations

from sopgen.document import markdown
from sopgen.document.markup import plain as plain_text
from sopgen.document.markup import unescape
from sopgen.document.printing import Printing
from sopgen.flow.words import Words
from sopgen.source import Path, pointer


def flow_words(printing: Printing) -> Words:
    """The words of the diagrams of one document."""
    limits = printing.t["limit"]
    said = {**printing.t["diagram"], "every": limits["every"], "length": limits["length"]}
    labels = {key: unescape(str(value)) for key, value in said.items()}

    def plain(text: str, path: Path) -> str:
        if markdown.is_plain(text):
            return text
        xhtml, _ = markdown.render(text, lambda reference: printing.refer(reference, printing.base + pointer(path)))
        return " ".join(plain_text(xhtml).split())

    known = {number: document.title for number in _numbers(printing) if (document := printing.known.get(number))}
    listed = {reference.number: reference.title for reference in printing.sop.references if reference.number}
    return Words(labels, plain, {**listed, **known})


def _numbers(printing: Printing) -> set[str]:
    """The numbers of documents that the flow may lead to."""
    return {use.value for use in printing.index.uses}
