"""Headers, footers and tables of a file, as far as a style sheet can say them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sopgen.writers.docx.house.names import down, element, val
from sopgen.writers.docx.learning.paragraphs import look
from sopgen.writers.docx.learning.properties import fill_of, hexadecimal

if TYPE_CHECKING:
    from lxml.etree import _Element

    from sopgen.writers.docx.house.packages import Package
    from sopgen.writers.docx.learning.properties import Properties

_PAGES = {"PAGE": "{page}", "NUMPAGES": "{pages}", "SECTIONPAGES": "{pages}"}
_BLANKS = {
    "sop.title": "{title}",
    "sop.id": "{number}",
    "sop.version": "{version}",
    "sop.status": "{status}",
    "sop.department": "{department}",
    "sop.confidentiality": "{confidentiality}",
    "sop.effective_date": "{effective_date}",
    "company": "{company}",
}
"""What the tags of a house template are called in style sheets."""
_LABELLED = {
    r"编号[:：]\s*|\bNo\.\s*": "{number}",
    r"版本号?[:：]\s*|\bVersion:?\s+": "{version}",
    r"密级[:：]\s*": "{confidentiality}",
}
"""What stands behind a label, by the label."""
_APART = re.compile(r"\s+(?=[^{}\s]*\{(?!pages?\}))")
"""Where a line is cut: a text goes when a blank in it stays empty, so each blank has one of its own."""
_PLACES = ("left", "center", "right")


def running(
    package: Package, sections: Sequence[_Element], kind: str, properties: Properties, title: str
) -> dict[str, list[str]] | None:
    """What stands in the header or footer of the last section, by place; None if it has none.

    Args:
        package: the file.
        sections: the properties of its sections; one that says nothing has what the one before it has.
        kind: ``header`` or ``footer``.
        properties: those of the file's text.
        title: the title of the file, which is a blank where it stands there.
    """
    links = package.relationships(package.main)
    for reference in (one for section in reversed(sections) for one in section.findall(element(f"{kind}Reference"))):
        name = next((value for key, value in reference.attrib.items() if str(key).endswith("}id")), "")
        if reference.get(element("type"), "default") == "default" and str(name) in links:
            target = links[str(name)].target
            if target in package.parts:
                return _places(package.root(target), properties, title)
    return None


def _places(root: _Element, properties: Properties, title: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for paragraph in root.iter(element("p")):
        pieces = "".join(_pieces(paragraph)).split("\t")
        alone = properties.paragraph(paragraph)["alignment"].replace("justified", "left")
        places = [alone] if len(pieces) == 1 else [_PLACES[0], _PLACES[2]] if len(pieces) == 2 else list(_PLACES)
        for place, piece in zip(places, pieces, strict=False):
            if piece.strip():
                found.setdefault(place, []).append(_blanks(piece.strip(), title))
    return {place: [part for piece in pieces for part in _APART.split(piece)] for place, pieces in found.items()}


def _pieces(paragraph: _Element) -> Iterator[str]:
    """The text of a paragraph: tabs as tabs, the numbers of pages as blanks; what other fields show is passed over."""
    code, shown = "", True
    for node in paragraph.iter(*map(element, ("t", "tab", "instrText", "fldChar", "fldSimple"))):
        kind = node.get(element("fldCharType"))
        if node.tag == element("fldSimple"):
            yield _page(node.get(element("instr"), ""))
        elif kind == "begin":
            code, shown = "", False
        elif kind in {"separate", "end"}:  # a field need not show anything before its end
            yield _page(code)
            code, shown = "", kind == "end"
        elif node.tag == element("instrText"):
            code += node.text or ""
        elif node.tag == element("tab"):
            if node.getparent() is not None and getattr(node.getparent(), "tag", "") == element("r"):
                yield "\t"
        elif shown and not any(one.tag == element("fldSimple") for one in node.iterancestors()):
            yield (node.text or "")


def _page(code: str) -> str:
    return _PAGES.get((code.split() or [""])[0].upper(), "")


def _blanks(text: str, title: str) -> str:
    """What is another in every document as blanks: tags, the title, what follows a label such as 版本："""
    text = re.sub(r"\{\{\s*([\w.]+).*?\}\}", lambda found: _BLANKS.get(found[1], ""), text)
    text = re.sub(r"\{%.*?%\}", "", text)
    for label, blank in _LABELLED.items():
        text = re.sub(rf"({label})[^\s{{}}|，,]+", rf"\1{blank}", text)
    text = text.replace(title, "{title}") if title else text
    known = {*_BLANKS.values(), *_PAGES.values()}  # other braces would be taken for blanks
    return re.sub(r"\{[^{}]*\}|[{}]", lambda found: found[0] if found[0] in known else "", text)


def table(body: _Element, properties: Properties) -> dict[str, Any] | None:
    """How the largest table of a file looks; None if it has none with two rows."""
    tables = [one for one in body.iter(element("tbl")) if len(one.findall(element("tr"))) > 1]
    if not tables:
        return None
    largest = max(tables, key=lambda one: len(one.findall(element("tr"))))
    first, *others = largest.findall(element("tr"))
    keys = ("east_asian", "latin", "size", "bold", "color", "alignment", "line_spacing")
    text = look((one for row in others for one in row.iter(element("p"))), properties, keys=keys)
    head = look(first.iter(element("p")), properties, keys=keys)
    fills = [fill_of(down(cell, "tcPr")) for cell in first.findall(element("tc"))]
    told: dict[str, Any] = {"cells": {"text": text, "header": {k: v for k, v in head.items() if text.get(k) != v}}}
    if fills and all(fills):
        told["header_fill"] = fills[0]
    return told | _borders(largest, properties)


def _borders(found: _Element, properties: Properties) -> dict[str, dict[str, str]]:
    """The lines between the cells of a table and those around it, by its own borders or those of its style."""
    name = val(found, "tblPr/tblStyle")
    layers = [found, *(properties.chain(name) if name else [])]
    borders = next((one for layer in layers if (one := down(layer, "tblPr/tblBorders")) is not None), None)
    inner = _line(down(borders, "insideH")) or _line(down(borders, "insideV"))
    outer = _line(down(borders, "top"))
    told = {"border": inner or outer, "frame": outer if outer != inner else {}}
    return {key: line for key, line in told.items() if line}


def _line(line: _Element | None) -> dict[str, str]:
    if line is None or line.get(element("val")) in {"nil", "none"}:
        return {}
    width = line.get(element("sz"), "4")
    told = {"color": hexadecimal(line.get(element("color"))) or "000000"}
    return told | ({"width": f"{int(width) / 8:g}pt"} if width.isdigit() and width != "0" else {})
