"""The style that a template has for its own tables, and what a style sheet leaves to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopgen.frozen import frozen
from sopgen.style.model import TableLook
from sopgen.writers.docx.house.finding import is_default, kind_of
from sopgen.writers.docx.house.names import down, element, val

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from sopgen.style.model import Style
    from sopgen.writers.docx.house.finding import Known
    from sopgen.writers.docx.house.packages import Package

SOP_TABLE = "SOP table"
"""The name of a style that is meant for the tables of documents."""
_LINES = frozenset({"border", "frame", "lines"})
_HEADED = re.compile(
    r"</w:tblPr>(?=<w:tblGrid>(?:<w:gridCol [^>]*/>)*</w:tblGrid>"
    r"<w:tr><w:trPr>(?:<w:cantSplit/>)?<w:trHeight [^>]*/><w:tblHeader/>)"
)
_FIRST_ROW = (
    '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    ' w:noHBand="1" w:noVBand="1"/>'
)


@frozen(eq=False)
class OwnTable:
    """A table style of a template that is meant for documents.

    Attributes:
        id: of the style.
        first_row: whether it says how first rows look.
    """

    id: str
    first_row: bool

    def adapted(self, style: Style) -> dict[str, Any]:
        """What changes in a style sheet whose tables get their lines, and the look of first rows, from the template."""
        if not self.first_row:
            return {"tables": _without(style, _LINES)}
        cells = dict(style.table.cells)
        if "header" in cells:
            cells["header"] = cells["header"].model_copy(update={"color": None})
        table = style.table.model_copy(update={"header_fill": None, "cells": cells})
        return {"table": table, "tables": _without(style, _LINES | {"header_fill"})}

    def told(self, text: str) -> str:
        """A document's text in which tables that have a header say so, for the style to show it."""
        return _HEADED.sub(f"{_FIRST_ROW}</w:tblPr>", text) if self.first_row else text


def own_table(package: Package, known: Known) -> OwnTable | None:
    """The style that Word takes for new tables of the template (设为默认值), or that is called ``SOP table``."""
    part = package.related("settings")
    chosen = val(package.root(part), "defaultTableStyle") if part else None
    style = known.by_id.get(chosen or "")
    if style is None or kind_of(style) != "table" or is_default(style):
        chosen = known.named(SOP_TABLE, "table")
    if chosen is None:
        return None
    conditions = (one for style in known.chain(chosen) for one in style.findall(element("tblStylePr")))
    first = (one for one in conditions if one.get(element("type")) == "firstRow")
    return OwnTable(chosen, any(down(one, "tcPr/shd") is not None or down(one, "rPr") is not None for one in first))


def _without(style: Style, keys: Iterable[str]) -> dict[str, TableLook]:
    """The looks of tables by role, without what they say of ``keys``."""
    return {
        role: TableLook.model_construct(**{key: getattr(look, key) for key in look.model_fields_set - {*keys}})
        for role, look in style.tables.items()
    }
