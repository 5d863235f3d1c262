"""In what manner the parts of a document are set that norms and houses set differently."""

from typing import Literal

from sopgen.style.scalars import Part


class Manner(Part):
    """What a layout may go by where there is more than one way to set a part.

    ``definitions`` are a table, or entries as in standards: a number, the term below it, then what it means.
    ``references`` are a numbered list, or paragraphs below the sentence that makes them binding (规范性引用文件).
    ``cautions`` are called by the names of their kinds, or as in standards: 注, NOTE, WARNING.
    """

    definitions: Literal["table", "entries"] = "table"
    references: Literal["list", "paragraphs"] = "list"
    cautions: Literal["named", "notes"] = "named"


USUAL = Manner.model_construct()
"""The manner of a style sheet that says nothing of it."""
