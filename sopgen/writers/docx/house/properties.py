"""What the finished file says about itself, beside what the template said: the template's own properties stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from sopgen.writers.docx import properties
from sopgen.writers.docx.house.packages import parse, text

if TYPE_CHECKING:
    from sopgen.document.nodes import Metadata
    from sopgen.writers.docx.house.packages import Package

_KEPT = ("Company", "Manager", "HyperlinkBase")
"""What a template says of its company; how many pages and words it has says nothing about the documents."""


def app(package: Package, part: str) -> bytes:
    """The extended properties: what wrote the file, and whose it is."""
    ours = parse(properties.app().encode())
    if part in package.parts:
        ours.extend(one for one in package.root(part) if etree.QName(one).localname in _KEPT)
    return text(ours)


def custom(package: Package, part: str, metadata: Metadata) -> bytes:
    """The custom properties: the template's, and those of the document."""
    ours = parse(properties.custom(metadata).encode())
    if part in package.parts:
        names = {one.get("name") for one in ours}
        ours.extend(one for one in package.root(part) if one.get("name") not in names)
    for number, one in enumerate(ours, start=2):
        one.set("pid", str(number))
    return text(ours)
