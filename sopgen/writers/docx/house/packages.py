"""A Word file opened: its parts, their content types and relationships (ECMA-376 part 2); nothing of it is trusted."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from sopgen.diagnostics import Location, Message
from sopgen.errors import TemplateError
from sopgen.writers.docx.house import problems
from sopgen.writers.docx.house.names import element, text_of
from sopgen.writers.docx.package import CONTENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from sopgen.writers.house import HouseTemplate

LARGEST = 512 * 1024 * 1024
"""Bytes of all parts unpacked: more is no template, but a bomb."""
_MOST_PARTS = 5000
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a compound file begins with: Word before 2007, and Word files with a password, which it wraps."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DRAWING = re.compile(rb'(<wp:docPr [^>]*?\bid=")(\d+)"')
_STRICT = b"http://purl.oclc.org/ooxml/"


class Relationship(NamedTuple):
    """Where a part points to: the end of the type's address, and a part's name or an address outside."""

    kind: str
    target: str
    external: bool


@dataclass(slots=True, eq=False, repr=False)
class Package:
    """The parts of a file by name, without a leading slash.

    Attributes:
        name: the file, as messages call it.
        parts: what they hold.
        main: the part that holds the text.
        defaults: the content types of parts by their extension, in lower case.
        types: the content types of single parts.
    """

    name: str
    parts: dict[str, bytes]
    main: str = ""
    defaults: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)

    def root(self, part: str) -> _Element:
        """The root of an XML part.

        Raises:
            TemplateError: it is not XML.
        """
        try:
            return parse(self.parts[part])
        except (etree.XMLSyntaxError, KeyError, ValueError):
            raise refused(self.name, problems.BROKEN) from None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Where a part points to, by id; ``""`` is the file itself."""
        listed = relationships_part(part)
        if listed not in self.parts:
            return {}
        base = posixpath.dirname(part)
        return {item.get("Id", ""): _relationship(item, base) for item in self.root(listed) if item.get("Target")}

    def related(self, kind: str) -> str | None:
        """The part of a kind that the text points to, such as ``styles``."""
        found = (one.target for one in self.relationships(self.main).values() if one.kind == kind and not one.external)
        return next((target for target in found if target in self.parts), None)


def parse(data: bytes) -> _Element:
    """The root of an XML text, without entities and what they could do.

    Raises:
        etree.XMLSyntaxError: it is not well-formed.
        ValueError: it has a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:  # entities would be declared there, and no part may have one
        raise ValueError(root.tag)
    return root


def text(root: _Element) -> bytes:
    """An XML part from its root."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def relationships_part(part: str) -> str:
    """The part that holds the relationships of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def refused(name: str, reason: Message) -> TemplateError:
    """Says that a file cannot be used."""
    return TemplateError(problems.UNUSABLE.at(Location(name), reason=reason))


def unpack(template: HouseTemplate) -> Package:
    """The parts of a template.

    Raises:
        TemplateError: it is broken, encrypted, holds macros, or is no Word document.
    """
    if template.data.startswith(_COMPOUND):
        raise refused(template.name, problems.ENCRYPTED if _ENCRYPTED in template.data else problems.OLD_FORMAT)
    package = Package(template.name, _parts(template))
    try:
        kinds = parse(package.parts[CONTENT_TYPES])
        package.defaults = {item.get("Extension", "").lower(): item.get("ContentType", "") for item in kinds}
        package.defaults.pop("", None)
        package.types = {
            name: item.get("ContentType", "") for item in kinds if (name := item.get("PartName", "").lstrip("/"))
        }
        links = package.relationships("").values()
        package.main = next(one.target for one in links if one.kind == "officeDocument")
        root = package.root(package.main)
    except (KeyError, StopIteration, ValueError, etree.XMLSyntaxError):
        raise refused(template.name, problems.BROKEN) from None
    if _has_macros(package):
        raise refused(template.name, problems.MACROS)
    if _STRICT in package.parts[package.main][:4000]:
        raise refused(template.name, problems.STRICT)
    if root.tag != element("document") or root.find(element("body")) is None:
        raise refused(template.name, problems.BROKEN)
    return package


def _parts(template: HouseTemplate) -> dict[str, bytes]:
    if len(template.data) > LARGEST:
        raise refused(template.name, problems.TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(template.data)) as file:
            entries = [entry for entry in file.infolist() if not entry.is_dir()]
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST:
                raise refused(template.name, problems.TOO_LARGE)
            if any(entry.flag_bits & 1 for entry in entries):
                raise refused(template.name, problems.ENCRYPTED)
            return {_ascii(entry.filename): file.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError):
        raise refused(template.name, problems.BROKEN) from None


def _ascii(name: str) -> str:
    """The name of a part, which the standard wants in ASCII."""
    name.encode("ascii")
    return name.replace("\\", "/").lstrip("/")


def _has_macros(package: Package) -> bool:
    kinds = (*package.types.values(), *package.defaults.values())
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds):
        return True
    return any(posixpath.basename(part).lower().startswith(("vbaproject", "vbadata")) for part in package.parts)


def _relationship(item: _Element, base: str) -> Relationship:
    target, external = item.get("Target", ""), item.get("TargetMode") == "External"
    if not external:
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
    return Relationship(item.get("Type", "").rpartition("/")[2], target, external)


def is_margin(kind: str) -> bool:
    """Whether a relationship of that kind leads to what stands in the margin: comments, and who wrote them."""
    return kind.startswith("comments") or kind == "people"


def without_comments(package: Package, root: _Element) -> Package:
    """The same package without what its author noted in the margin; the marks of that go from ``root``.

    Comments in a template are for those who edit it, not for those who read the documents.
    """
    _unmark(root)
    links = package.relationships(package.main)
    gone = {one.target for one in links.values() if is_margin(one.kind)}
    gone |= {relationships_part(part) for part in gone}
    parts = {name: data for name, data in package.parts.items() if name not in gone}
    for part in filter(None, map(package.related, ("footnotes", "endnotes"))):
        if b"comment" in parts[part]:
            notes = package.root(part)
            _unmark(notes)
            parts[part] = text(notes)
    types = {name: kind for name, kind in package.types.items() if name not in gone}
    return replace(package, parts=parts, types=types)


def tell_drawings_apart(package: Package, parts: Iterable[str]) -> None:
    """Gives drawings of ``parts`` whose ids others before them have, those of the text first, ids of their own."""
    taken = _drawings(package.parts[package.main])
    for part in parts:
        package.parts[part] = _renumbered(package.parts[part], taken)
        taken |= _drawings(package.parts[part])


def _drawings(data: bytes) -> set[int]:
    """The ids of the drawings in a part."""
    return {int(number) for _, number in _DRAWING.findall(data)}


def _renumbered(data: bytes, taken: set[int]) -> bytes:
    """A part with drawings whose ids are not among ``taken``."""
    above = max(taken | _drawings(data), default=0)

    def free(found: re.Match[bytes]) -> bytes:
        number = int(found[2])
        return b'%s%d"' % (found[1], number + above if number in taken else number)

    return _DRAWING.sub(free, data)


def _unmark(root: _Element) -> None:
    """Takes the marks of comments out of a text."""
    for mark in [*root.iter(*(element(name) for name in ("commentRangeStart", "commentRangeEnd", "commentReference")))]:
        parent = mark.getparent()
        if parent is None:
            continue
        parent.remove(mark)
        if parent.tag == element("r") and not text_of(parent) and len(parent) <= 1:
            above = parent.getparent()
            if above is not None:
                above.remove(parent)
