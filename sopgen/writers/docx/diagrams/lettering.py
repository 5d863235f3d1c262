"""Text in shapes: paragraphs of Word, in the size and with the distance of lines that it was measured with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sopgen.flow.placement.text import fill
from sopgen.writers.docx.looks import resized, twips
from sopgen.writers.docx.xml import characters

if TYPE_CHECKING:
    from sopgen.flow.placement import Paragraph, Placement
    from sopgen.writers.docx.base import Base

_ROLES = {"limit": ("time-limit",), "note": ("muted",), "heading": ("strong",)}
"""The roles of characters for each role of a paragraph."""
_AS_MEASURED = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
"""No space of Word's own between Chinese characters and letters or digits: it was not reckoned with."""


class Lettering:
    """How the texts of one placement are set."""

    def __init__(self, base: Base, placement: Placement) -> None:
        self.base = base
        self.size, self.line = placement.size, placement.size * placement.line
        style = base.sheet.paragraphs["diagram-text"]
        self._is_resized = base.sheet.looks[style].size != placement.size
        self._begin = (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_AS_MEASURED}'
            f'<w:spacing w:before="0" w:after="0" w:line="{twips(self.line)}" w:lineRule="exact"/></w:pPr>'
        )

    def content(self, paragraphs: Iterable[Paragraph], across: float, role: str = "") -> str:
        """``w:txbxContent`` that is ``across`` wide; ``role`` is that of all paragraphs, where it is not their own.

        Where Word would fill lines that were measured shorter, they are broken by hand.
        """
        measure = across / self.size
        written = "".join(
            self._paragraph(_broken(paragraph, measure), role or paragraph.role) for paragraph in paragraphs
        )
        return f"<w:txbxContent>{written}</w:txbxContent>"

    def _paragraph(self, text: str, role: str) -> str:
        properties = self.base.run_properties(_ROLES.get(role, ()), text)
        if self._is_resized:
            properties = resized(properties, self.size)
        return f"{self._begin}<w:r>{properties}{characters(text)}</w:r></w:p>"


def _broken(paragraph: Paragraph, room: float) -> str:
    lines = paragraph.lines
    return paragraph.text if len(lines) < 2 or fill(paragraph.text, room) == lines else "\n".join(lines)
