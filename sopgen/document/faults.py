"""Which line of which layout template wrote what is not allowed.

Found by running the layout once more with its lines marked, which costs nothing as long as layouts are sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import ParseError
from xml.parsers import expat

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from sopgen.diagnostics import Diagnostic, Location, Message, Position, Severity, Span
from sopgen.document import layout
from sopgen.document.views import View
from sopgen.document.xhtml import UnknownElementError
from sopgen.errors import LayoutError

NOT_ALLOWED = Message(zh="版式模板不能使用元素 <{name}>", en="a layout may not write the element <{name}> here")
ALLOWED = Message(
    zh="可用的元素：section h1-h4 p ul ol li table figure aside span strong em code a img br",
    en="what it may write: section h1-h4 p ul ol li table figure aside span strong em code a img br",
)
NOT_WELL_FORMED = Message(zh="版式模板的标签不配对或写错了", en="the layout's tags do not match, or are mistyped")
CLOSE = Message(zh="每个标签都要关闭，& 写成 &amp;", en="close every tag, and write & as &amp;")


class _MarkLines(Extension):
    """Writes a processing instruction with the file and line before every tag of a template's own text."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        name = stream.name or "layout"
        for token in stream:
            yield Token(token.lineno, token.type, _marked(token, name)) if token.type == "data" else token


def _marked(token: Token, name: str) -> str:
    def mark(match: re.Match[str]) -> str:
        line = token.lineno + token.value.count("\n", 0, match.start())
        return f"<?line {name}:{line}?>{match[0]}"

    return re.sub(r"</?\w[^<>]*(?:>|$)", mark, token.value)


def broken_markup(error: ParseError | UnknownElementError, name: str, sop: View, folder: Path | None) -> LayoutError:
    """What is wrong with the XHTML that the layout called ``name`` wrote, at the template's file and line."""
    marked = layout.environment(folder).overlay(extensions=[_MarkLines])
    text = marked.get_template(name).render(layout.values(sop))
    unknown = error.name if isinstance(error, UnknownElementError) else None
    location = _location(text, unknown, name)
    if unknown is not None:
        message, hint = NOT_ALLOWED.format(name=unknown), ALLOWED
    else:
        message, hint = NOT_WELL_FORMED, CLOSE
    return LayoutError(Diagnostic("SOP091", "broken-markup", Severity.ERROR, message, location, hint))


def _location(text: str, unknown: str | None, name: str) -> Location:
    """Where the parser stumbles, or where the first element called ``unknown`` begins."""
    last = f"{name}:1"
    found: list[str] = []

    def mark(_target: str, data: str) -> None:
        nonlocal last
        last = data

    def begin(element: str, _attributes: object) -> None:
        if element == unknown:
            found.append(last)

    reader = expat.ParserCreate()
    reader.ProcessingInstructionHandler, reader.StartElementHandler = mark, begin
    try:
        reader.Parse(f"<body>{text}</body>", True)  # noqa: FBT003 (expat's own signature)
    except expat.ExpatError:
        found.append(last)
    file, _, line = (found or [last])[0].rpartition(":")
    start = Position(int(line), 1)
    return Location(f"layouts/{file}", Span(start, start))
