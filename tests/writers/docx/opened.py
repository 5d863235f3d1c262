"""A written Word file, opened again with lxml."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from sopgen.writers import Written

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "op": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
}
Element = etree._Element


class Opened:
    """A written file: its parts, and what tests ask of them."""

    def __init__(self, written: Written) -> None:
        self.data = written.data
        self.diagnostics = written.diagnostics
        self.zip = zipfile.ZipFile(io.BytesIO(written.data))

    def part(self, name: str) -> Element:
        """The root of a part."""
        return etree.fromstring(self.zip.read(name))

    @cached_property
    def document(self) -> Element:
        """The root of the main part."""
        return self.part("word/document.xml")

    def find(self, path: str, root: Element | None = None) -> list[Element]:
        """The elements at an XPath, in the main part or under ``root``."""
        found = (self.document if root is None else root).xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return [element for element in found if isinstance(element, Element)]

    def values(self, path: str, root: Element | None = None) -> list[str]:
        """The ``w:val`` of the elements at an XPath."""
        return [element.get(f"{{{W}}}val", "") for element in self.find(path, root)]

    def paragraphs(self, style: str) -> list[Element]:
        """The paragraphs of a style, named by its ``w:name``."""
        ids = {key for key, name in self.style_names.items() if name == style}
        assert ids, f"there is no style {style}"
        return [p for p in self.find("//w:p[w:pPr/w:pStyle]") if self.values("w:pPr/w:pStyle", p)[0] in ids]

    @cached_property
    def style_names(self) -> dict[str, str]:
        """The names of styles by their ids."""
        styles = self.find("/w:styles/w:style", self.part("word/styles.xml"))
        return {style.get(f"{{{W}}}styleId", ""): self.values("w:name", style)[0] for style in styles}

    def styles(self) -> list[str]:
        """The name of the style of each paragraph of the body, tables included."""
        return [self.style_names[value] for value in self.values("//w:body//w:p/w:pPr/w:pStyle")]

    @cached_property
    def targets(self) -> dict[str, str]:
        """The targets of the main part's relationships, by id."""
        relationships = self.part("word/_rels/document.xml.rels")
        return {str(item.get("Id")): str(item.get("Target")) for item in relationships}


def text(element: Element) -> str:
    """The text under an element; a line break is ``\\n``, a tab ``\\t``."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for node in element.iter(f"{{{W}}}t", f"{{{W}}}br", f"{{{W}}}tab"):
        if node.tag == f"{{{W}}}t":
            yield node.text or ""
        elif node.getparent() is not None and node.getparent().tag == f"{{{W}}}r":
            yield "\n" if node.tag == f"{{{W}}}br" else "\t"


def attribute(element: Element, name: str) -> str:
    """An attribute of the WordprocessingML name space."""
    return element.get(f"{{{W}}}{name}", "")
