"""What the finished file says about itself, beside what the template said: the template's own properties stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from sopgen.writers.docx import properties
from sopgen.writers.docx.house.packages import parse

if TYPE_CHECKING:
    from sopgen.document.nodes import Metadata
    from sopgen.writers.docx.house.packages import Package

CORE, APP, CUSTOM = "core-properties", "extended-properties", "custom-properties"
KINDS = {
    CORE: (
        "docProps/core.xml",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    APP: (
        "docProps/app.xml",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
    CUSTOM: (
        "docProps/custom.xml",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
}
"""By the kind of properties: the usual part, the type of the relationship, the content type."""
_KEPT = ("Company", "Manager", "HyperlinkBase")
"""What a template says of its company; how many pages and words it has says nothing about the documents."""


def app(package: Package, part: str) -> str:
    """The extended properties: what wrote the file, and whose it is."""
    ours = parse(properties.app().encode())
    if part in package.parts:
        ours.extend(one for one in package.root(part) if etree.QName(one).localname in _KEPT)
    return _text(ours)


def custom(package: Package, part: str, metadata: Metadata) -> str:
    """The custom properties: the template's, and those of the document."""
    ours = parse(properties.custom(metadata).encode())
    if part in package.parts:
        names = {one.get("name") for one in ours}
        ours.extend(one for one in package.root(part) if one.get("name") not in names)
    for number, one in enumerate(ours, start=2):
        one.set("pid", str(number))
    return _text(ours)


def _text(root: etree._Element) -> str:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True).decode()
