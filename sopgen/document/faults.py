"""Which line of which layout template wrote what is not allowed.

Found by running the layout once more with its lines marked, which costs nothing as long as layouts are sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.parsers.expat import errors

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from sopgen.diagnostics import Diagnostic, Location, Message, Position, Severity, Span
from sopgen.document import layout, xhtml
from sopgen.document.views import View
from sopgen.errors import LayoutError
from sopgen.style.manner import USUAL, Manner

NOT_ALLOWED = Message(zh="版式模板不能在这里使用元素 <{name}>", en="a layout may not write the element <{name}> here")
ALLOWED = Message(
    zh="可用的元素：section h1-h4 p ul ol li table figure aside span strong em code a img br input textarea select "
    "option",
    en="what it may write: section h1-h4 p ul ol li table figure aside span strong em code a img br input textarea "
    "select option",
)
LOOSE_TEXT = Message(zh="版式模板把文字直接写进了 <{name}>", en="the layout writes text right into <{name}>")
PUT_INSIDE = Message(zh="把文字写进单元格、列表项或图注", en="put it into a cell, a list item or a caption")
NOT_A_NUMBER = Message(zh="<{name}> 的 {attribute} 写得不对", en="the {attribute} of <{name}> is not as it should be")
WRITE_NUMBERS = Message(zh="写成正数，列宽用空格隔开", en="write positive numbers, widths with spaces between them")
NOTHING_DRAWN = Message(zh="这里没有可画成流程图的内容", en="there is nothing here to draw")
NAME_ONE = Message(
    zh="data-path 写 procedure.drawing 或 sop.states_drawing 给出的路径",
    en="give in data-path what procedure.drawing or sop.states_drawing gives",
)
NOT_WELL_FORMED = Message(zh="版式模板的标签不配对或写错了", en="the layout's tags do not match, or are mistyped")
CLOSE = Message(zh="每个标签都要关闭，& 写成 &amp;", en="close every tag, and write & as &amp;")


class _MarkLines(Extension):
    """Writes a processing instruction with the file and line before every tag of a template's own text."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        file = stream.filename or stream.name or "layout"
        for token in stream:
            yield Token(token.lineno, token.type, _marked(token, file)) if token.type == "data" else token


def _marked(token: Token, file: str) -> str:
    def mark(match: re.Match[str]) -> str:
        line = token.lineno + token.value.count("\n", 0, match.start())
        return f"<?line {file}:{line}?>{match[0]}"

    return re.sub(r"</?\w[^<>]*(?:>|$)", mark, token.value)


class _Tree(ET.TreeBuilder):
    """Builds the elements, and knows which place of which template wrote each."""

    def __init__(self, root: str) -> None:
        super().__init__()
        self.root = root
        self.last = f"{root}:1"
        self.places: dict[ET.Element, str] = {}
        self.open: list[ET.Element] = []
        self.crossing: tuple[str, str] | None = None

    def pi(self, _target: str, text: str | None = None) -> None:  # type: ignore[override]
        self.last = text or self.last

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        element = super().start(tag, attrs)
        self.places[element] = self.last
        self.open.append(element)
        return element

    def end(self, tag: str) -> ET.Element:
        opened = self.places[self.open.pop()]
        if self.crossing is None and _file(opened) != _file(self.last):
            self.crossing = opened, self.last
        return super().end(tag)

    def mismatch(self) -> str:
        """The tag without its counterpart: one that another template closed, else the innermost that is open.

        When two templates are part of it, the one that the layout includes is at fault.
        """
        opened, closed = self.crossing or (self.places[self.open[-1]], self.last)
        stray = _file(opened) == self.root and (_file(closed) != self.root or len(self.open) == 1)
        return closed if stray else opened


def _file(place: str) -> str:
    return place.rpartition(":")[0]


def broken_markup(name: str, sop: View, folder: Path | None, draw: xhtml.Draw, manner: Manner = USUAL) -> LayoutError:
    """What is wrong with the XHTML that the layout called ``name`` writes, at the template's file and line."""
    # Without the cache: what it keeps was compiled without marks.
    marked = layout.environment(folder).overlay(extensions=[_MarkLines], bytecode_cache=None)
    template = marked.get_template(name)
    tree = _Tree(str(template.filename))
    try:
        parser = ET.XMLParser(target=tree)  # noqa: S314 (our own layout's output, no entities)
        parser.feed(f"<body>{template.render(layout.values(sop, manner))}</body>")
        xhtml.read(parser.close(), draw)
    except ET.ParseError as error:
        mismatch = errors.messages[error.code] == errors.XML_ERROR_TAG_MISMATCH
        return _error(NOT_WELL_FORMED, CLOSE, tree.mismatch() if mismatch else tree.last)
    except xhtml.NotAllowedError as error:
        message, hint = _told(error)
        return _error(message, hint, tree.places[error.element])
    return _error(NOT_WELL_FORMED, CLOSE, tree.last)


def _told(error: xhtml.NotAllowedError) -> tuple[Message, Message]:
    name, attribute = error.element.tag, error.attribute
    if attribute == "text":
        return LOOSE_TEXT.format(name=name), PUT_INSIDE
    if attribute == "data-path":
        return NOTHING_DRAWN, NAME_ONE
    if attribute:
        return NOT_A_NUMBER.format(name=name, attribute=attribute), WRITE_NUMBERS
    return NOT_ALLOWED.format(name=name), ALLOWED


def _error(message: Message, hint: Message, place: str) -> LayoutError:
    start = Position(int(place.rpartition(":")[2]), 1)
    location = Location(_file(place), Span(start, start))
    return LayoutError(Diagnostic("SOP091", "broken-markup", Severity.ERROR, message, location, hint))
