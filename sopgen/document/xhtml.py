"""XHTML, as layouts write it, to the nodes of a Document.

The elements are a small, named set; ``class`` is a node's role, ``data-path`` the spec path of its text. A block inside
a paragraph ends the paragraph and begins another after it, so that a layout need not know whether a text of the spec
is one line or many.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import inf
from typing import NamedTuple
from xml.etree import ElementTree as ET

from sopgen.document.capitals import capitalised
from sopgen.document.nodes import (
    Block,
    Break,
    Callout,
    Cell,
    Code,
    Diagram,
    Emphasis,
    Field,
    Figure,
    Heading,
    Image,
    Inline,
    Link,
    List,
    ListItem,
    Number,
    NumberOf,
    Paragraph,
    Row,
    Section,
    Span,
    Strong,
    Table,
    Text,
)

Element = ET.Element

DEEPEST = 4
"""The deepest level of headings."""
_SPACE = re.compile("[ \t\r\n]+")
_BLANK = ("", " ")
_PIECE = 65536
"""How many characters of markup are parsed at a time."""
_KINDS = {"textarea": "long_text", "select": "choice"}
"""What elements that are filled in stand for; ``input`` says it by its type."""
Draw = Callable[[str], Diagram | None]
"""Gives the diagram of what stands at a path of the spec, if there is one."""


class NotAllowedError(ValueError):
    """What has no node: an element outside the set or out of place, text outside a cell or item, a bad number.

    Attributes:
        element: the element at fault.
        attribute: the attribute at fault; ``text`` for text right inside the element, empty for the element itself.
    """

    def __init__(self, element: Element, attribute: str = "") -> None:
        super().__init__(element.tag)
        self.element = element
        self.attribute = attribute


class Parsed(NamedTuple):
    """What a layout's output holds: the blocks, and the sources of its images in order."""

    blocks: tuple[Block, ...]
    images: tuple[str, ...]


def parse(markup: str, draw: Draw = lambda _: None) -> Parsed:
    """The nodes that ``markup`` describes; ``draw`` gives its diagrams.

    Raises:
        xml.etree.ElementTree.ParseError: the markup is not well-formed.
        NotAllowedError: it holds what has no node.
    """
    parser = ET.XMLParser()  # noqa: S314 (our own layout's output, no entities)
    parser.feed("<body>")
    for start in range(0, len(markup), _PIECE):  # the parser copies what it is fed
        parser.feed(markup[start : start + _PIECE])
    parser.feed("</body>")
    del markup  # that of thousands of steps takes as much room as their nodes
    return read(parser.close(), draw)


def read(root: Element, draw: Draw = lambda _: None) -> Parsed:
    """The nodes that the elements in ``root`` describe; ``draw`` gives their diagrams.

    Raises:
        NotAllowedError: one of them has no node.
    """
    reader = _Reader(draw)
    return Parsed(reader.blocks(root), tuple(reader.images))


class _Reader:
    """Walks the elements once, counting headings and gathering images."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.images: dict[str, None] = {}
        self._counts = [0] * DEEPEST
        self._series: dict[str, int] = {}
        self._deeper = 0
        self._blocks: dict[str, Callable[[Element], tuple[Block, ...]]] = {
            "p": self._paragraph,
            "section": self._section,
            **dict.fromkeys(("h1", "h2", "h3", "h4"), self._heading),
            "ul": self._list,
            "ol": self._list,
            "table": self._table,
            "figure": self._figure,
            "aside": self._callout,
        }
        self._inlines: dict[str, Callable[[Element], Inline]] = {
            "span": self._span,
            "strong": lambda element: Strong(self.inlines(element)),
            "em": lambda element: Emphasis(self.inlines(element)),
            "code": lambda element: Code("".join(element.itertext())),
            "a": lambda element: Link(self.inlines(element), element.get("href", "")),
            "br": lambda _: Break(),
            "img": self._image,
            **dict.fromkeys(("input", "textarea", "select"), _field),
        }

    def blocks(self, element: Element, role: str = "", anchor: str = "") -> tuple[Block, ...]:
        """The blocks in ``element``; loose inline content becomes paragraphs of ``role``, the first with ``anchor``."""
        count = len(element)
        if not count:  # this and the next are nearly every cell and item
            text = _folded(element.text or "").strip(" ")
            return (Paragraph((Text(text),), role, "", anchor),) if text else ()
        if count == 1 and not element.text and _is_text(element[0]):
            return (Paragraph((self._span(element[0]),), role, "", anchor),)
        found: list[Block] = []
        loose = _text(element.text)
        inlines = self._inlines
        for child in element:
            inline = inlines.get(child.tag)
            if inline is not None:
                loose.append(inline(child))
            else:
                if loose and (content := _trimmed(loose)):
                    found.append(Paragraph(capitalised(content), role, "", anchor))
                    anchor = ""
                loose = []
                found += self._block(child)
            if child.tail:
                loose += _text(child.tail)
        if loose and (content := _trimmed(loose)):
            found.append(Paragraph(capitalised(content), role, "", anchor))
        return tuple(found)

    def _block(self, element: Element) -> tuple[Block, ...]:
        make = self._blocks.get(element.tag)
        if make is None:
            raise NotAllowedError(element)
        return make(element)

    def inlines(self, element: Element) -> tuple[Inline, ...]:
        """The inline content of ``element``.

        Raises:
            NotAllowedError: it holds a block.
        """
        found = _text(element.text)
        for child in element:
            make = self._inlines.get(child.tag)
            if make is None:
                raise NotAllowedError(child)
            found.append(make(child))
            if child.tail:
                found += _text(child.tail)
        return tuple(found)

    def _span(self, element: Element) -> Inline:
        if "data-count" in element.attrib:
            return self._number(element)
        if "data-number" in element.attrib:
            return NumberOf("".join(element.itertext()), element.attrib["data-number"])
        path, role = element.get("data-path", ""), element.get("class", "")
        if len(element):
            return Span(self.inlines(element), path, role)
        return Text(element.text or "", path, role)

    def _number(self, element: Element) -> Number:
        """A number that is counted; one without a text of its own is the next of its series."""
        series, *counts = element.attrib["data-count"].split() or [""]
        if not all(count.isdecimal() for count in (*counts, "0")) or not series:
            raise NotAllowedError(element, "data-count")
        place, value = tuple(map(int, counts)), "".join(element.itertext())
        if not place:
            place = (self._series.get(series, 0) + 1,)
        self._series[series] = place[0]
        return Number(value or str(place[0]), series, place, element.get("data-pattern", ""))

    def _image(self, element: Element) -> Image:
        source = element.get("src", "")
        self.images[source] = None
        return Image(source, element.get("alt", ""))

    def _paragraph(self, element: Element) -> tuple[Block, ...]:
        return self.blocks(element, element.get("class", ""), element.get("id", ""))

    def _section(self, element: Element) -> tuple[Block, ...]:
        get = element.get
        deeper = _number(element, "data-level") if "data-level" in element.attrib else 0
        self._deeper += deeper
        blocks = self.blocks(element)
        self._deeper -= deeper
        return (Section(blocks, get("class", ""), get("data-path", ""), get("id", ""), get("lang", "")),)

    def _heading(self, element: Element) -> tuple[Block, ...]:
        level, role = min(int(element.tag[1]) + self._deeper, DEEPEST), element.get("class", "")
        number: tuple[int, ...] = ()
        if "unnumbered" not in role.split():
            self._counts[level - 1] += 1
            self._counts[level:] = [0] * (DEEPEST - level)
            number = tuple(self._counts[:level])
        return (Heading(level, _trimmed(self.inlines(element)), number, role, element.get("id", "")),)

    def _list(self, element: Element) -> tuple[Block, ...]:
        items = []
        for item in _only_children(element):
            if item.tag != "li":
                raise NotAllowedError(item)
            items.append(ListItem(self.blocks(item), item.get("id", "")))
        start = _number(element, "start", least=0)
        return (List(tuple(items), element.tag == "ol", start, element.get("class", "")),)

    def _table(self, element: Element) -> tuple[Block, ...]:
        rows: list[Row] = []
        caption: tuple[Inline, ...] = ()
        for child in _only_children(element):
            if child.tag == "caption":
                caption = _trimmed(self.inlines(child))
            elif child.tag == "tr":
                rows.append(self._row(child, header=False))
            elif child.tag in ("thead", "tbody"):
                rows += [self._row(row, header=child.tag == "thead") for row in _only_children(child)]
            else:
                raise NotAllowedError(child)
        return (Table(tuple(rows), _widths(element), caption, element.get("class", ""), element.get("id", "")),)

    def _row(self, element: Element, *, header: bool) -> Row:
        if element.tag != "tr":
            raise NotAllowedError(element)
        cells = tuple(map(self._cell, _only_children(element)))
        row = Row(cells, header, element.get("class", ""), element.get("id", ""))
        element.clear()  # else tables of thousands of rows would stand in memory twice
        return row

    def _cell(self, element: Element) -> Cell:
        if element.tag not in ("td", "th"):
            raise NotAllowedError(element)
        content, header = self.blocks(element), element.tag == "th"
        if not element.attrib:
            return Cell(content, header)
        columns, rows = _number(element, "colspan"), _number(element, "rowspan")
        return Cell(content, header, columns, rows, element.get("class", ""))

    def _figure(self, element: Element) -> tuple[Block, ...]:
        image: Image | None = None
        caption: tuple[Inline, ...] = ()
        for child in _only_children(element):
            if child.tag == "img" and image is None:
                image = self._image(child)
            elif child.tag == "figcaption":
                caption = _trimmed(self.inlines(child))
            else:
                raise NotAllowedError(child)
        if "diagram" in element.get("class", "").split() and image is None:
            return (self._diagram(element, caption),)
        if image is None:
            raise NotAllowedError(element)
        return (Figure(image, caption, element.get("id", "")),)

    def _diagram(self, element: Element, caption: tuple[Inline, ...]) -> Diagram:
        diagram = self.draw(element.get("data-path", ""))
        if diagram is None:
            raise NotAllowedError(element, "data-path")
        return Diagram(diagram.graph, diagram.lanes, diagram.told, caption, element.get("id", ""))

    def _callout(self, element: Element) -> tuple[Block, ...]:
        return (Callout(element.get("class", "note"), self.blocks(element)),)


def _only_children(element: Element) -> Element:
    """``element``, which may hold no text beside its children, as it would be lost."""
    lost = element.text
    for child in element:
        lost = child.tail if not lost or lost.isspace() else lost
    if lost and not lost.isspace():
        raise NotAllowedError(element, "text")
    return element


def _number(element: Element, attribute: str, least: int = 1) -> int:
    """A whole number that an attribute gives; 1 when it is left out."""
    text = element.get(attribute)
    if text is None:
        return 1
    if not text.isdecimal() or int(text) < least:
        raise NotAllowedError(element, attribute)
    return int(text)


def _widths(element: Element) -> tuple[float, ...]:
    """The relative widths of a table's columns."""
    try:
        widths = tuple(map(float, element.get("data-widths", "").split()))
    except ValueError:
        raise NotAllowedError(element, "data-widths") from None
    if not all(0 < width < inf for width in widths):
        raise NotAllowedError(element, "data-widths")
    return widths


def _field(element: Element) -> Field:
    """A place to fill in: ``input``, ``textarea`` or ``select``."""
    get = element.get
    options = [*_only_children(element)] if element.tag == "select" else []
    for child in element:
        if element.tag != "select" or child.tag != "option" or len(child):
            raise NotAllowedError(child)
    chosen = next((option.text or "" for option in options if option.get("selected")), "")
    return Field(
        get("type", _KINDS.get(element.tag, "text")),
        get("data-path", ""),
        get("title", ""),
        get("value") or (chosen if options else element.text or ""),
        get("placeholder", ""),
        get("class", ""),
        tuple(Text(option.text or "", option.get("data-path", "")) for option in options),
        bool(get("checked")),
    )


def _is_text(element: Element) -> bool:
    """Whether ``element`` is a span with nothing but text in it and after it."""
    return element.tag == "span" and not element.tail and not len(element)


def _text(text: str | None) -> list[Inline]:
    """The layout's own text, its white space folded as HTML folds it."""
    return [Text(_folded(text))] if text else []


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text) if "\n" in text or "  " in text else text


def _trimmed(inlines: list[Inline] | tuple[Inline, ...]) -> tuple[Inline, ...]:
    """``inlines`` without the layout's white space at the edges."""
    content = list(inlines)
    while content and isinstance(first := content[0], Text) and not first.path and first.value[:1] in _BLANK:
        content[0:1] = [Text(rest, "", first.role)] if (rest := first.value.lstrip(" ")) else []
    while content and isinstance(last := content[-1], Text) and not last.path and last.value[-1:] in _BLANK:
        content[-1:] = [Text(rest, "", last.role)] if (rest := last.value.rstrip(" ")) else []
    return tuple(content)
