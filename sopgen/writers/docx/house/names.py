"""Names of WordprocessingML as lxml has them, and what stands in its elements."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import TYPE_CHECKING

from sopgen.writers.docx.xml import OFFICE, WORD

if TYPE_CHECKING:
    from lxml.etree import _Element

PREFIXES = {
    "w": WORD,
    "r": OFFICE,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
"""The prefixes that our own text uses without saying what they are."""
IGNORABLE = f"{{{PREFIXES['mc']}}}Ignorable"
_OFF = {"0", "false", "off", "none"}


@cache
def element(name: str) -> str:
    """The name of an element or attribute of WordprocessingML, as lxml writes it."""
    return f"{{{WORD}}}{name}"


def val(parent: _Element | None, path: str) -> str | None:
    """The ``w:val`` of the element at ``path`` under ``parent``: names with a slash between them."""
    found = down(parent, path)
    return None if found is None else found.get(element("val"))


def down(parent: _Element | None, path: str) -> _Element | None:
    """The element at ``path`` under ``parent``: names with a slash between them."""
    for name in path.split("/"):
        if parent is None:
            return None
        parent = parent.find(element(name))
    return parent


def is_on(switch: _Element | None) -> bool:
    """Whether an element is there that switches something on, as it does unless it says otherwise."""
    return switch is not None and switch.get(element("val")) not in _OFF


def whole(said: str | None) -> int:
    """The whole number that an attribute says; 0 where it says none."""
    return int(said) if said and said.isdecimal() else 0


def insert_behind(parent: _Element, child: _Element, tags: Container[object]) -> None:
    """Puts a child behind all that have one of ``tags``: where the schema wants it."""
    parent.insert(max((index for index, one in enumerate(parent, start=1) if one.tag in tags), default=0), child)


def own_text(paragraph: _Element) -> str:
    """The text of a paragraph without that of the text boxes in it."""
    texts = paragraph.iter(element("t"))
    return "".join(text.text or "" for text in texts if next(text.iterancestors(element("p")), None) is paragraph)


def text_of(parent: _Element) -> str:
    """All text under an element."""
    return "".join(text.text or "" for text in parent.iter(element("t")))
