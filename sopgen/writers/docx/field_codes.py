"""Fields: instructions that Word carries out, with the result that it prints until then (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

from sopgen.writers.docx.xml import escape

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def code(instruction: str) -> str:
    """The run that holds what a field does."""
    return f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'


def field(instruction: str, result: str) -> str:
    """A field; ``result`` is the run that prints."""
    return f"{BEGIN}{code(instruction)}{SEPARATE}{result}{END}"
