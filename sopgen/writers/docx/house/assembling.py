"""The package of a document in a house template: the template's parts, some filled, and its own."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from lxml import etree

from sopgen.writers.docx import properties as own
from sopgen.writers.docx.house import lists, properties
from sopgen.writers.docx.house.adding import restyled
from sopgen.writers.docx.house.packages import Package, is_margin, parse, relationships_part, text
from sopgen.writers.docx.house.protecting import settings
from sopgen.writers.docx.package import CONTENT_TYPES, SMALLEST, STORED, Part, part
from sopgen.writers.docx.parts import EXTENSIONS, KINDS, RELATIONSHIPS, WORD_TYPES, content_types
from sopgen.writers.docx.settings import font_table
from sopgen.writers.docx.xml import DECLARATION, OFFICE, attribute

if TYPE_CHECKING:
    from sopgen.document.nodes import Metadata
    from sopgen.writers.docx.house.fitting import Fitted
    from sopgen.writers.docx.house.house import House
    from sopgen.writers.docx.story import Story

_PACKED = frozenset({"png", "jpg", "jpeg", "gif", "emf", "wmf", "tif", "tiff"})


class Layout:
    """Where the parts of a template and those of a document are: names that are free, and what leads to them."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.folder = posixpath.dirname(package.main)
        self.names = {kind: package.related(kind) or self._free(f"{kind}.xml") for kind in KINDS}
        roots = {one.kind: one.target for one in package.relationships("").values()}
        self.properties = {kind: roots.get(kind, usual) for kind, (usual, _, _) in own.KINDS.items()}
        ids = package.relationships(package.main)
        self.prefix = "sop"
        while any(name.startswith(self.prefix) for name in ids):
            self.prefix += "x"

    def _free(self, name: str) -> str:
        place = posixpath.join(self.folder, name)
        while place in self.package.parts:
            name = f"sop-{name}"
            place = posixpath.join(self.folder, name)
        return place

    def media(self, name: str) -> str:
        """The part for a picture of the document."""
        return self._free(f"media/{self.prefix}-{posixpath.basename(name)}")


@lru_cache(16)
def fixed(house: House, fitted: Fitted, layout: Layout) -> tuple[Part, ...]:
    """The parts that are the same in all documents of a template and style sheet, deflated."""
    package, names = house.package, layout.names
    texts: dict[str, bytes | str] = {
        names["styles"]: fitted.styles,
        names["settings"]: settings(package, names["settings"], fitted.style.protection),
        names["fontTable"]: _fonts(package, names["fontTable"], fitted),
        layout.properties[own.APP]: properties.app(package, layout.properties[own.APP]),
        CONTENT_TYPES: _content_types(layout),
        relationships_part(""): _root_relationships(layout),
    }
    other = {package.main, relationships_part(package.main), names["numbering"], *texts}
    other |= {layout.properties[kind] for kind in (own.CORE, own.CUSTOM)}
    kept = {name: data for name, data in package.parts.items() if name not in other}
    return tuple(part(name, data, _level(name)) for name, data in (*texts.items(), *kept.items()))


def _level(name: str) -> int:
    return STORED if posixpath.splitext(name)[1][1:].lower() in _PACKED else SMALLEST


def assemble(
    house: House, fitted: Fitted, layout: Layout, story: Story, main: str, filled: Mapping[str, str]
) -> list[Part]:
    """All parts of a document.

    Args:
        house: the template.
        fitted: the style sheet as it is fitted to it.
        layout: where its parts are.
        story: the document.
        main: the text of the main part.
        filled: the other parts of the template whose tags were filled.
    """
    package = house.package
    numbering = restyled(story.numbering.xml(), fitted.ids)
    shared = [one for one in fixed(house, fitted, layout) if one.name not in filled]
    return [
        *shared,
        *(part(name, _declared(text)) for name, text in filled.items()),
        part(package.main, _declared(main)),
        part(relationships_part(package.main), _main_relationships(layout, story)),
        part(layout.names["numbering"], lists.together(house.lists, numbering, fitted.headings)),
        *_properties(layout, story.document.metadata),
        *(part(layout.media(picture.part), picture.data, STORED) for picture in story.pictures.all.values()),
        *(part(layout.media(_drawing(number)), data) for number, data in enumerate(story.drawings, start=1)),
    ]


def _drawing(number: int) -> str:
    return f"drawing{number}.emf"


def _declared(text: str) -> str:
    return text if text.startswith("<?xml") else DECLARATION + text


def _properties(layout: Layout, metadata: Metadata) -> Iterator[Part]:
    core, custom = layout.properties[own.CORE], layout.properties[own.CUSTOM]
    yield part(core, own.core(metadata))
    yield part(custom, properties.custom(layout.package, custom, metadata))


def _fonts(package: Package, name: str, fitted: Fitted) -> bytes | str:
    """The font table: the template's, and the faces of the style sheet that it does not list."""
    looks = (fitted.style.body, *fitted.style.paragraphs.values(), *fitted.style.characters.values())
    faces = frozenset(face for look in looks for face in (look.latin, look.east_asian) if face)
    if name not in package.parts:
        return font_table(faces)
    root = package.root(name)
    listed = {value for font in root for key, value in font.attrib.items() if str(key).endswith("}name")}
    root.extend(list(parse(font_table(faces - listed).encode())))
    return text(root)


def _content_types(layout: Layout) -> str:
    package = layout.package
    extensions = EXTENSIONS | package.defaults
    types = {name: kind for name, kind in package.types.items() if name in package.parts}
    types |= {layout.names[kind]: f"{WORD_TYPES}.{kind}+xml" for kind in KINDS}
    types |= {layout.properties[kind]: content for kind, (_, _, content) in own.KINDS.items()}
    types[package.main] = f"{WORD_TYPES}.document.main+xml"
    return content_types(sorted(extensions.items()), sorted(types.items()))


def _root_relationships(layout: Layout) -> str:
    root = layout.package.root(relationships_part(""))
    present = {one.kind for one in layout.package.relationships("").values()}
    for kind, (_, relation, _) in own.KINDS.items():
        if kind not in present:
            _add(root, f"sop-{kind}", relation, layout.properties[kind])
    return etree.tostring(root, encoding="unicode")


def _main_relationships(layout: Layout, story: Story) -> str:
    package, prefix = layout.package, layout.prefix
    listed = relationships_part(package.main)
    root = package.root(listed) if listed in package.parts else etree.Element(f"{{{RELATIONSHIPS}}}Relationships")
    for item in list(root):
        if is_margin(item.get("Type", "").rpartition("/")[2]):
            root.remove(item)
    for kind, name in layout.names.items():
        if package.related(kind) is None:
            _add(root, f"{prefix}-{kind}", f"{OFFICE}/{kind}", posixpath.relpath(name, layout.folder))
    media = {picture.relationship: picture.part for picture in story.pictures.all.values()}
    media |= {f"drawing{number}": _drawing(number) for number, _ in enumerate(story.drawings, start=1)}
    for name, target in media.items():
        _add(root, prefix + name, f"{OFFICE}/image", posixpath.relpath(layout.media(target), layout.folder))
    for number, address in enumerate(story.anchors.relationships, start=1):
        _add(root, f"{prefix}link{number}", f"{OFFICE}/hyperlink", address, TargetMode="External")
    return _declared(etree.tostring(root, encoding="unicode"))


def _add(root: etree._Element, name: str, kind: str, target: str, **more: str) -> None:
    shown = unescape(attribute(target))
    etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", {"Id": name, "Type": kind, "Target": shown, **more})
