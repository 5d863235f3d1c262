"""The numbers of headings as text: what Word prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopgen.document.numerals import FIGURES

if TYPE_CHECKING:
    from sopgen.style.model import Level


def label(numbering: tuple[Level, ...], number: tuple[int, ...]) -> str:
    """The number of a heading as it prints: ``一、`` or ``1.2``; ``()`` gives an empty text."""
    if not number:
        return ""
    level = numbering[min(len(number), len(numbering)) - 1]

    def count(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        written = "decimal" if level.digits or place >= len(numbering) else numbering[place].format
        return FIGURES[written](number[place]) if place < len(number) else ""

    return re.sub(r"\{(\d)\}", count, level.text)
