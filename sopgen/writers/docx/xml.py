"""Text as XML, and the namespaces of WordprocessingML (ECMA-376 part 1)."""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f'xmlns:w="{WORD}"'
R = f'xmlns:r="{OFFICE}"'
W14 = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
"""What Word 2010 added, which older programs may pass over."""

_ILLEGAL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_BREAKS = re.compile("(\r\n|\r|\n|\t)")
_PIECES = re.compile("(\r\n|\r|\n|\t|\u2011)")
_ELEMENTS = {"\t": "<w:tab/>", "\u2011": "<w:noBreakHyphen/>"}


def escape(text: str) -> str:
    """``text`` for the content of an element, without the characters that XML forbids."""
    if not text.isprintable():
        text = re.sub(_ILLEGAL, "", text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """``text`` for the value of an attribute in double quotes, on one line."""
    if not text.isprintable():
        text = _BREAKS.sub(" ", text)
    text = escape(text)
    return text.replace('"', "&quot;") if '"' in text else text


def characters(text: str) -> str:
    """``text`` as the content of a run; its line breaks, tabs and hyphens that do not break become elements."""
    if ("\u2011" in text or not text.isprintable()) and _PIECES.search(text):
        return "".join(_piece(piece) for piece in _PIECES.split(text) if piece)
    if text and (text[0] == " " or text[-1] == " "):
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:t>{escape(text)}</w:t>"


def _piece(piece: str) -> str:
    if piece in {"\n", "\r", "\r\n"}:
        return "<w:br/>"
    return _ELEMENTS.get(piece) or characters(piece)
