"""The formats that can be written, each module loaded only when it is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from sopgen.document.nodes import Document
    from sopgen.style.model import Style
    from sopgen.writers.written import Written


Typeset: TypeAlias = Callable[[bytes], Sequence[int]]
"""Gives the page of each heading of a written file; raises ``OfficeError`` if it cannot."""


class Format(NamedTuple):
    """A file format: the suffix of its files and the module that writes them."""

    suffix: str
    module: str

    def write(self, document: Document, style: Style, typeset: Typeset | None = None) -> Written:
        """The bytes of ``document`` in this format, looking as ``style`` says.

        Args:
            document: what is written.
            style: how it looks.
            typeset: gives the pages of its headings; they are reckoned when it is None.
        """
        written: Written = import_module(self.module).write(document, style, typeset)
        return written


WRITERS: Mapping[str, Format] = {"docx": Format(".docx", "sopgen.writers.docx")}
"""Every format by its name on the command line."""
