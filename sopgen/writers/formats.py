"""The formats that can be written, each module loaded only when it is used."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sopgen.document.nodes import Document
    from sopgen.style.model import Style
    from sopgen.writers.written import Written


class Format(NamedTuple):
    """A file format: the suffix of its files and the module that writes them."""

    suffix: str
    module: str

    def write(self, document: Document, style: Style) -> Written:
        """The bytes of ``document`` in this format, looking as ``style`` says."""
        written: Written = import_module(self.module).write(document, style)
        return written


WRITERS: Mapping[str, Format] = {"docx": Format(".docx", "sopgen.writers.docx")}
"""Every format by its name on the command line."""
