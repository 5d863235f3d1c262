"""The numbers of headings: Word counts them; where the document counts otherwise, a new list says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopgen.writers.docx.numbering import HEADINGS

if TYPE_CHECKING:
    from sopgen.document.nodes import Heading
    from sopgen.writers.docx.numbering import Numbering


@dataclass(slots=True, eq=False, repr=False)
class HeadingNumbers:
    """Counts as Word does.

    Attributes:
        last: the number of the last heading.
        shallowest: the smallest depth that the current list has counted.
        list_id: the ``w:numId`` of the current list.
    """

    last: tuple[int, ...] = ()
    shallowest: int = 1
    list_id: int = HEADINGS

    def numbering(self, heading: Heading, lists: Numbering, *, linked: bool = True) -> str:
        """The ``w:numPr`` that a heading needs beside its style's, mostly none; ``linked`` says that this has one."""
        number = heading.number
        depth = len(number)
        counted = (*self.last, 0)[:depth]
        follows = len(counted) == depth and number == (*counted[:-1], counted[-1] + 1)
        if not follows or depth < self.shallowest:
            self.list_id, self.shallowest = lists.headings(number), depth
        self.last = number
        if linked and self.list_id == HEADINGS and depth == heading.level:
            return ""
        return f'<w:numPr><w:ilvl w:val="{depth - 1}"/><w:numId w:val="{self.list_id}"/></w:numPr>'
