"""In what manner the parts of a document are set that norms and houses set differently."""

from typing import Literal

from sopgen.style.scalars import Part


class Manner(Part):
    """What a layout may go by where there is more than one way to set a part.

    ``definitions`` are a table, or entries as in standards: a number, the term below it, then what it means.
    ``references`` are a numbered list, or paragraphs below the sentence that makes them binding (规范性引用文件).
    ``cautions`` are called by the names of their kinds, or as in standards: 注, NOTE, WARNING.
    ``annexes``, the attachments and forms, are parts like others; or marked, as in official documents: named below the
    text, each on a page of its own with its mark on top (附件1); or lettered, as in standards: 附录A（规范性）.
    """

    definitions: Literal["table", "entries"] = "table"
    references: Literal["list", "paragraphs"] = "list"
    cautions: Literal["named", "notes"] = "named"
    annexes: Literal["parts", "marked", "lettered"] = "parts"

    @property
    def within(self) -> "Manner":
        """The manner of a document that stands in another: it has no annexes of its own."""
        return self.model_copy(update={"annexes": "parts"})


USUAL = Manner.model_construct()
"""The manner of a style sheet that says nothing of it."""
