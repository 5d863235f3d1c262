"""What the tests of documents share: the text of a spec in, a Document out, and its text as a reader meets it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from sopgen.diagnostics import Language
from sopgen.document import xhtml
from sopgen.document.building import Sources, build
from sopgen.document.nodes import Code, Document, Field, Heading, Link, Paragraph
from sopgen.document.printing import Printing
from sopgen.document.view_table import VIEWS
from sopgen.document.views import View, view
from sopgen.source import decode, parse
from sopgen.spec import LoadedSpec, load

HEADER = {"sopgen": "1", "id": "AFS-SOP-2026-001", "title": "T", "version": "V1.0", "purpose": "P"}

Build = Callable[..., Document]
Lines = Callable[[object], list[str]]


def loaded(text: str) -> LoadedSpec:
    """The spec of a text; what it lacks of the header is put below it."""
    lacking = [f"{key}: {value}\n" for key, value in HEADER.items() if not re.search(rf"(?m)^{key}:", text)]
    return load(parse(decode("".join([text, "\n", *lacking]).encode(), "spec.yaml")))


@pytest.fixture(scope="session", autouse=True)
def _compiled_layouts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Layouts of tests are compiled anew, and not into the folder of the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("compiled")))
        yield


@pytest.fixture
def built() -> Build:
    """Builds the Document of a spec's text; keywords are those of ``Sources``."""

    def run(text: str, language: Language = "zh-CN", **sources: Any) -> Document:
        return build(loaded(text).index, language, replace(Sources(), **sources))

    return run


@pytest.fixture
def viewed() -> Callable[..., View]:
    """What a layout sees of a spec's text."""

    def run(text: str, language: Language = "zh-CN", **others: Any) -> View:
        index = loaded(text).index
        return view(index.sop, "", Printing(index.sop, index, language, views=VIEWS, **others))

    return run


@pytest.fixture
def lines() -> Lines:
    """The text of nodes, or of XHTML: a line for each heading and paragraph, in the order in which they are read."""

    def run(node: object) -> list[str]:
        if isinstance(node, str):
            node = xhtml.parse(node).blocks
        if isinstance(node, Document):
            node = node.blocks
        return [inline(item.children) for item in nodes(node) if isinstance(item, Paragraph | Heading)]

    return run


@pytest.fixture
def each() -> Callable[..., list[Any]]:
    """All nodes of a kind, wherever they stand, in order."""
    return lambda node, kind: [item for item in nodes(node) if isinstance(item, kind)]


def nodes(node: object) -> Iterator[object]:
    """A node and all that it holds, in order."""
    if isinstance(node, tuple | list):
        for item in node:
            yield from nodes(item)
    elif is_dataclass(node):
        yield node
        for name in fields(node):
            yield from nodes(getattr(node, name.name))


def inline(content: object) -> str:
    """The characters of inline content; links in angle brackets, code in backticks, a line break as ``/``."""
    if isinstance(content, tuple):
        return "".join(map(inline, content))
    if isinstance(content, Code):
        return f"`{content.value}`"
    if isinstance(content, Link):
        return f"<{inline(content.children)}>"
    if isinstance(content, Field):
        return content.shown
    own = getattr(content, "value", None)
    if own is not None:
        return str(own)
    return inline(content.children) if hasattr(content, "children") else "/"  # type: ignore[attr-defined]
