"""The formats that can be written, each module loaded only when it is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from sopgen.document.nodes import Document
    from sopgen.style.model import Style
    from sopgen.writers.house import HouseTemplate
    from sopgen.writers.written import Written


Typeset: TypeAlias = Callable[[bytes], Sequence[int]]
"""Gives the page of each heading of a written file; raises ``OfficeError`` if it cannot."""


class Format(NamedTuple):
    """A file format.

    Attributes:
        suffix: that of its files.
        module: what writes them.
        house: what writes them into a company's own file.
    """

    suffix: str
    module: str
    house: str

    def write(self, document: Document, style: Style, typeset: Typeset | None = None) -> Written:
        """The bytes of ``document`` in this format, looking as ``style`` says.

        Args:
            document: what is written.
            style: how it looks.
            typeset: gives the pages of its headings; they are reckoned when it is None.
        """
        written: Written = import_module(self.module).write(document, style, typeset)
        return written

    def open(self, template: HouseTemplate) -> None:
        """Looks whether a house template can be used.

        Raises:
            TemplateError: it cannot.
        """
        import_module(self.house).open_house(template)

    def write_into(
        self,
        template: HouseTemplate,
        document: Document,
        style: Style,
        values: Mapping[str, Any],
        typeset: Typeset | None = None,
    ) -> Written:
        """The bytes of ``document`` in a house template, whose tags may speak of ``values``.

        Raises:
            TemplateError: the template cannot be used, or a tag in it is wrong.
        """
        written: Written = import_module(self.house).write(template, document, style, values, typeset)
        return written


WRITERS: Mapping[str, Format] = {"docx": Format(".docx", "sopgen.writers.docx", "sopgen.writers.docx.house")}
"""Every format by its name on the command line."""
