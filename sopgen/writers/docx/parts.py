"""The parts of a package: which there are, what they are, how they hang together (ECMA-376 part 2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from sopgen.writers.docx import properties, running
from sopgen.writers.docx.images import TYPES
from sopgen.writers.docx.package import CONTENT_TYPES, SMALLEST, STORED, Part, long_part, part
from sopgen.writers.docx.sections import last, turned
from sopgen.writers.docx.settings import font_table, settings
from sopgen.writers.docx.xml import DECLARATION, OFFICE, W14, R, W, attribute

if TYPE_CHECKING:
    from sopgen.style.model import Style
    from sopgen.writers.docx.story import Story
    from sopgen.writers.docx.styles import Sheet

WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
"""What the content types of parts of a Word document begin with."""
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINK = f"{OFFICE}/hyperlink"
_EXTERNAL = ' TargetMode="External"'
_PACKAGE = (
    ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
    *((f"rId{n}", relation, name) for n, (name, relation, _) in enumerate(properties.KINDS.values(), start=2)),
)
KINDS = ("styles", "settings", "fontTable", "numbering")
"""The parts beside the text that every document has."""
_DOCUMENT = tuple((f"rId{n}", f"{OFFICE}/{kind}", f"{kind}.xml") for n, kind in enumerate(KINDS, start=1))
_CONTENT_TYPES = {
    "word/document.xml": f"{WORD_TYPES}.document.main+xml",
    **{f"word/{kind}.xml": f"{WORD_TYPES}.{kind}+xml" for kind in KINDS},
    **{name: content for name, _, content in properties.KINDS.values()},
}
"""The content type of every part that is always there."""
EXTENSIONS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", **TYPES}
"""The content types of parts by their extension."""


def fixed_parts(style: Style, language: str, sheet: Sheet) -> tuple[Part, ...]:
    """The parts that are the same in every document of a style and language."""
    looks = (*sheet.looks.values(), *style.characters.values())
    faces = {face for look in looks for face in (look.latin, look.east_asian) if face}
    texts = {
        CONTENT_TYPES: _content_types(running.slots(style, turned=False)),
        "_rels/.rels": _relationships(_PACKAGE),
        "docProps/app.xml": properties.app(),
        "word/styles.xml": sheet.xml,
        "word/settings.xml": settings(style, language),
        "word/fontTable.xml": font_table(frozenset(faces)),
    }
    return tuple(part(name, text, SMALLEST) for name, text in texts.items())


def all_parts(story: Story) -> list[Part]:
    """Every part of a document: those that it shares with others, and its own."""
    if not (story.turned or story.chapters):
        return [*story.base.parts, *_own_parts(story)]
    types = part(CONTENT_TYPES, _content_types(_slots(story)))
    shared = [shared for shared in story.base.parts if shared.name != types.name]
    return [types, *shared, *_own_parts(story)]


def _slots(story: Story) -> list[running.Slot]:
    """The headers and footers of a document, each once."""
    found: dict[running.Slot, None] = {}
    for chapter in range(len(story.chapters) + 1):
        for on_its_side in (False, True) if story.turned else (False,):
            found |= dict.fromkeys(running.slots(story.base.style, turned=on_its_side, chapter=chapter))
    return [*found]


def _running(story: Story) -> Iterator[tuple[str, str]]:
    """The name and text of the part of each header and footer."""
    document, base, page = story.document, story.base, story.base.style.page
    for chapter, title in enumerate(("", *story.chapters)):
        yield from running.parts(document, base, page, turned=False, chapter=chapter, title=title)
        if story.turned:
            yield from running.parts(document, base, turned(page), turned=True, chapter=chapter, title=title)


def _own_parts(story: Story) -> list[Part]:
    """The parts that differ from document to document."""
    document, pictures = story.document, story.pictures.all.values()
    drawings = story.drawings
    links = (
        *_DOCUMENT,
        *((slot.name, f"{OFFICE}/{slot.element}", f"{slot.name}.xml") for slot in _slots(story)),
        *((f"drawing{n}", f"{OFFICE}/image", f"media/drawing{n}.emf") for n, _ in enumerate(drawings, start=1)),
        *((picture.relationship, f"{OFFICE}/image", picture.part) for picture in pictures),
        *((f"link{n}", _LINK, address) for n, address in enumerate(story.anchors.relationships, start=1)),
    )
    return [
        part("docProps/core.xml", properties.core(document.metadata)),
        part("docProps/custom.xml", properties.custom(document.metadata)),
        part("word/_rels/document.xml.rels", _relationships(links)),
        long_part("word/document.xml", _document(story)),
        part("word/numbering.xml", story.numbering.xml()),
        *(part(f"word/{name}.xml", text) for name, text in _running(story)),
        *(part(f"word/{picture.part}", picture.data, STORED) for picture in pictures),
        *(part(f"word/media/drawing{number}.emf", data) for number, data in enumerate(drawings, start=1)),
    ]


def _document(story: Story) -> Iterable[str]:
    drawing = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    opening = f"{DECLARATION}<w:document {W} {R} {drawing} {W14}><w:body>"
    return chain((opening,), story.out, (last(story), "</w:body></w:document>"))


def _content_types(slots: Iterable[running.Slot]) -> str:
    """The content types of all parts that are always there, and of headers and footers."""
    types = {**_CONTENT_TYPES, **{f"word/{slot.name}.xml": f"{WORD_TYPES}.{slot.element}+xml" for slot in slots}}
    return content_types(EXTENSIONS.items(), types.items())


def content_types(extensions: Iterable[tuple[str, str]], parts: Iterable[tuple[str, str]]) -> str:
    """The text of the part that tells the content type of each extension and of single parts."""
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        + "".join(_typed('Default Extension="', name, kind) for name, kind in extensions)
        + "".join(_typed('Override PartName="/', name, kind) for name, kind in parts)
        + "</Types>"
    )


def _typed(what: str, name: str, kind: str) -> str:
    return f'<{what}{attribute(name)}" ContentType="{attribute(kind)}"/>'


def _relationships(relationships: Iterable[tuple[str, str, str]]) -> str:
    """The text of a part of relationships: id, type and target of each; links lead out of the package."""
    elements = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{attribute(target)}"{_EXTERNAL if kind == _LINK else ""}/>'
        for id_, kind, target in relationships
    )
    return f'{DECLARATION}<Relationships xmlns="{RELATIONSHIPS}">{elements}</Relationships>'
