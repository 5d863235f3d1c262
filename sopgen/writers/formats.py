"""The formats that can be written, each module loaded only when it is used."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sopgen.document.nodes import Document
    from sopgen.style.model import Style
    from sopgen.writers.house import HouseTemplate
    from sopgen.writers.written import Written


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

    def write(self, document: Document, style: Style) -> Written:
        """The bytes of ``document`` in this format, looking as ``style`` says."""
        written: Written = import_module(self.module).write(document, style)
        return written

    def open(self, template: HouseTemplate) -> None:
        """Looks whether a house template can be used.

        Raises:
            TemplateError: it cannot.
        """
        import_module(self.house).open_house(template)

    def write_into(
        self, template: HouseTemplate, document: Document, style: Style, values: Mapping[str, Any]
    ) -> Written:
        """The bytes of ``document`` in a house template, whose tags may speak of ``values``.

        Raises:
            TemplateError: the template cannot be used, or a tag in it is wrong.
        """
        written: Written = import_module(self.house).write(template, document, style, values)
        return written


WRITERS: Mapping[str, Format] = {"docx": Format(".docx", "sopgen.writers.docx", "sopgen.writers.docx.house")}
"""Every format by its name on the command line."""
