"""Fields: instructions that Word carries out, with the result that it prints until then (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

from sopgen.writers.docx.xml import escape

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def code(instruction: str) -> str:
    """The run that holds what a field does."""
    return f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'


def field(instruction: str, result: str) -> str:
    """A field; ``result`` is the run that prints.

    Word and LibreOffice give what a field comes to the look of its first run: so all of them look as the result.
    """
    looks, end, _ = result.partition("</w:rPr>")
    begin = f"{BEGIN}{code(instruction)}{SEPARATE}"
    if not end:
        return f"{begin}{result}{END}"
    return f"{begin.replace('<w:r>', looks + end)}{result}{END.replace('<w:r>', looks + end)}"
