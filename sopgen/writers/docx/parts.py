"""The parts of a package: which there are, what they are, how they hang together (ECMA-376 part 2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from sopgen.writers.docx import properties, running
from sopgen.writers.docx.images import TYPES
from sopgen.writers.docx.package import SMALLEST, STORED, Part, long_part, part
from sopgen.writers.docx.sections import header_name, last, turned
from sopgen.writers.docx.settings import font_table, settings
from sopgen.writers.docx.xml import DECLARATION, R, W, attribute

if TYPE_CHECKING:
    from sopgen.style.model import Style
    from sopgen.writers.docx.story import Story
    from sopgen.writers.docx.styles import Sheet

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENTS = "application/vnd.openxmlformats-officedocument"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINK = f"{_RELATIONS}/hyperlink"
_EXTERNAL = ' TargetMode="External"'
_PACKAGE = (
    ("rId1", f"{_RELATIONS}/officeDocument", "word/document.xml"),
    ("rId2", f"{_PACKAGE_RELATIONS}/metadata/core-properties", "docProps/core.xml"),
    ("rId3", f"{_RELATIONS}/extended-properties", "docProps/app.xml"),
    ("rId4", f"{_RELATIONS}/custom-properties", "docProps/custom.xml"),
)
_DOCUMENT = (
    ("rId1", f"{_RELATIONS}/styles", "styles.xml"),
    ("rId2", f"{_RELATIONS}/settings", "settings.xml"),
    ("rId3", f"{_RELATIONS}/fontTable", "fontTable.xml"),
    ("rId4", f"{_RELATIONS}/numbering", "numbering.xml"),
    ("rId5", f"{_RELATIONS}/header", "header1.xml"),
    ("rId6", f"{_RELATIONS}/footer", "footer1.xml"),
)
_TURNED = (
    ("rId7", f"{_RELATIONS}/header", "header2.xml"),
    ("rId8", f"{_RELATIONS}/footer", "footer2.xml"),
)
"""Header and footer of pages on their side."""
_CONTENT_TYPES = {
    "word/document.xml": f"{_MAIN}.document.main+xml",
    "word/styles.xml": f"{_MAIN}.styles+xml",
    "word/settings.xml": f"{_MAIN}.settings+xml",
    "word/fontTable.xml": f"{_MAIN}.fontTable+xml",
    "word/numbering.xml": f"{_MAIN}.numbering+xml",
    "word/header1.xml": f"{_MAIN}.header+xml",
    "word/footer1.xml": f"{_MAIN}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{_DOCUMENTS}.extended-properties+xml",
    "docProps/custom.xml": f"{_DOCUMENTS}.custom-properties+xml",
}
"""The content type of every part that is always there."""
_HEADER = f"{_MAIN}.header+xml"
_TURNED_TYPES = {"word/header2.xml": f"{_MAIN}.header+xml", "word/footer2.xml": f"{_MAIN}.footer+xml"}


def fixed_parts(style: Style, language: str, sheet: Sheet) -> tuple[Part, ...]:
    """The parts that are the same in every document of a style and language."""
    looks = (*sheet.looks.values(), *style.characters.values())
    faces = {face for look in looks for face in (look.latin, look.east_asian) if face}
    texts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(_PACKAGE),
        "docProps/app.xml": properties.app(),
        "word/styles.xml": sheet.xml,
        "word/settings.xml": settings(language),
        "word/fontTable.xml": font_table(frozenset(faces)),
    }
    return tuple(part(name, text, SMALLEST) for name, text in texts.items())


def all_parts(story: Story) -> list[Part]:
    """Every part of a document: those that it shares with others, and its own."""
    chapters = _chapter_headers(story)
    if not (story.turned or chapters):
        return [*story.base.parts, *_own_parts(story)]
    more = {f"word/{name}.xml": _HEADER for name in chapters} | (_TURNED_TYPES if story.turned else {})
    types = part("[Content_Types].xml", _content_types(more))
    shared = [shared for shared in story.base.parts if shared.name != types.name]
    headers = [part(f"word/{name}.xml", text) for name, text in chapters.items()]
    return [types, *shared, *_own_parts(story), *headers, *(_turned_parts(story) if story.turned else ())]


def _chapter_headers(story: Story) -> dict[str, str]:
    """The header of every chapter, on upright pages and on turned ones, by the name of its part."""
    page = story.base.style.page
    pages = {False: page, True: turned(page)} if story.turned else {False: page}
    return {
        header_name(number, turned=on_its_side): running.header(story.document, story.base, paper, title)
        for number, title in enumerate(story.chapters, start=1)
        for on_its_side, paper in pages.items()
    }


def _turned_parts(story: Story) -> list[Part]:
    """What pages on their side need besides."""
    document, base, page = story.document, story.base, turned(story.base.style.page)
    return [
        part("word/footer2.xml", running.footer(document, base, page)),
        part("word/header2.xml", running.header(document, base, page)),
    ]


def _own_parts(story: Story) -> list[Part]:
    """The parts that differ from document to document."""
    base, document, pictures = story.base, story.document, story.pictures.all.values()
    page = base.style.page
    drawings = story.drawings
    links = (
        *_DOCUMENT,
        *(_TURNED if story.turned else ()),
        *((name, f"{_RELATIONS}/header", f"{name}.xml") for name in _chapter_headers(story)),
        *((f"drawing{n}", f"{_RELATIONS}/image", f"media/drawing{n}.emf") for n, _ in enumerate(drawings, start=1)),
        *((picture.relationship, f"{_RELATIONS}/image", picture.part) for picture in pictures),
        *((f"link{n}", _LINK, address) for n, address in enumerate(story.anchors.relationships, start=1)),
    )
    return [
        part("docProps/core.xml", properties.core(document.metadata)),
        part("docProps/custom.xml", properties.custom(document.metadata)),
        part("word/_rels/document.xml.rels", _relationships(links)),
        long_part("word/document.xml", _document(story)),
        part("word/footer1.xml", running.footer(document, base, page)),
        part("word/header1.xml", running.header(document, base, page)),
        part("word/numbering.xml", story.numbering.xml()),
        *(part(f"word/{picture.part}", picture.data, STORED) for picture in pictures),
        *(part(f"word/media/drawing{number}.emf", data) for number, data in enumerate(drawings, start=1)),
    ]


def _document(story: Story) -> Iterable[str]:
    drawing = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    opening = f"{DECLARATION}<w:document {W} {R} {drawing}><w:body>"
    return chain((opening,), story.out, (last(story), "</w:body></w:document>"))


def _content_types(more: Mapping[str, str] = MappingProxyType({})) -> str:
    """The content types of all parts that are always there, and of ``more``."""
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", **TYPES}
    types = {**_CONTENT_TYPES, **more}
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        + "".join(f'<Default Extension="{extension}" ContentType="{kind}"/>' for extension, kind in defaults.items())
        + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types.items())
        + "</Types>"
    )


def _relationships(relationships: Iterable[tuple[str, str, str]]) -> str:
    """The text of a part of relationships: id, type and target of each; links lead out of the package."""
    elements = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{attribute(target)}"{_EXTERNAL if kind == _LINK else ""}/>'
        for id_, kind, target in relationships
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE_RELATIONS}">{elements}</Relationships>'
