"""A house template made ready: where the document goes, which parts have tags, what it has of styles and lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from sopgen.diagnostics import Diagnostic, Location, Message
from sopgen.document.unknown import FAILURES
from sopgen.errors import TemplateError
from sopgen.frozen import frozen
from sopgen.writers.docx.house import lists, problems, tags
from sopgen.writers.docx.house.beginning import Beginning, beginning, turns_page
from sopgen.writers.docx.house.finding import Known, is_default, kind_of, style_id
from sopgen.writers.docx.house.names import IGNORABLE, PREFIXES, down, element, own_text, val
from sopgen.writers.docx.house.packages import Package, refused, tell_drawings_apart, unpack, without_comments
from sopgen.writers.docx.house.sections import section_after, sort_properties
from sopgen.writers.docx.house.standing import Standing, standing_headings

if TYPE_CHECKING:
    from lxml.etree import _Element

    from sopgen.writers.house import HouseTemplate

BODY_HERE, SECTION_HERE = "<?sopgen body?>", "<?sopgen section?>"
"""What stands in the text where the document goes, and where the properties of its section stood."""
BODY_TAG = re.compile(r"\{\{-?\s*(?:p\s+)?body(\.text)?\s*-?\}\}")
"""The tag in whose place the document goes: with ``.text`` without its title and what stands under that."""
_ALMOST_BODY = re.compile(r"[{｛]\s*[{｛]?\s*(?:body|正文)\s*[}｝]?\s*[}｝]", re.IGNORECASE)
_CHANGES = tuple(element(name) for name in ("ins", "del", "moveFrom", "moveTo"))
"""What Word calls changes of text that are still to be accepted or rejected."""
_RUNNING = {
    "header": problems.HEADER,
    "footer": problems.FOOTER,
    "footnotes": problems.NOTES,
    "endnotes": problems.NOTES,
}
"""The kinds of parts beside the text that may have tags, and what to call them."""


@frozen(eq=False)
class House:
    """A house template made ready.

    Attributes:
        package: its parts.
        text: the main part with its tags, or as text where it has none.
        tagged: the other parts that have tags.
        section: the properties of the section that the document goes into; None if the template says none.
        styles: the part of styles, empty if there is none.
        body_style: the id of the style for body text, if the template says one.
        lists: its lists.
        numbering: the part of lists, None if there is none.
        notes: what was mended in it.
        headings: those that it has of its own.
        beginning: the page on which the document begins.
        new_page: whether the document begins on a new page.
        front: whether it has its title and the tables of its first page; else the template says what they do.
    """

    package: Package
    text: tags.Tagged | str
    tagged: tuple[tags.Tagged, ...]
    section: _Element | None
    styles: _Element
    body_style: str | None
    lists: lists.Lists
    numbering: _Element | None
    notes: tuple[Diagnostic, ...]
    headings: Standing
    beginning: Beginning
    new_page: bool
    front: bool


@lru_cache(4)
def open_house(template: HouseTemplate) -> House:
    """A template made ready; the same one for the same file.

    Raises:
        TemplateError: it cannot be used, or its tags cannot be read.
    """
    package = unpack(template)
    root = _with_prefixes(package.root(package.main), package)
    package = without_comments(package, root)
    running = _running(package)
    tell_drawings_apart(package, (part for part, _ in running))
    others = [(part, place, package.root(part)) for part, place in running]
    place = _body_paragraph(root, others, package.name)
    sort_properties(root)
    section = section_after(place)
    style = val(place, "pPr/pStyle")
    new_page, front = turns_page(place), _has_front(place)
    styles = _styles(package)
    known = Known(styles)
    cut = known.cut_circles()
    headings, begun = standing_headings(root, place, known), beginning(place, section)
    paragraphs = tags.paragraphs_of(root)
    _mark(place, section)
    text = tags.tagged(package.main, problems.MAIN, root, paragraphs)
    tagged = tuple(found for other in others if (found := tags.tagged(*other, tags.paragraphs_of(other[-1]))))
    unclosed = [one for part in (text, *tagged) if part for one in tags.unclosed(part, package.name)]
    if unclosed:
        raise TemplateError(*unclosed)
    numbering, parts = package.related("numbering"), (root, *(other[-1] for other in others))
    return House(
        package,
        text or etree.tostring(root, encoding="unicode"),
        tagged,
        section,
        styles,
        style if style and style != _default(styles) else None,
        lists.read_lists(package.root(numbering)) if numbering else lists.NONE,
        package.root(numbering) if numbering else None,
        (
            *_tracked(package.name, parts),
            *(problems.CIRCULAR_STYLES.at(Location(package.name), name=name) for name in cut),
        ),
        headings,
        begun,
        new_page,
        front,
    )


def _tracked(file: str, parts: Iterable[_Element]) -> Iterator[Diagnostic]:
    """A warning where somebody's changes are still to be accepted or rejected."""
    if any(next(part.iter(*_CHANGES), None) is not None for part in parts):
        yield problems.TRACKED_CHANGES.at(Location(file))


def _styles(package: Package) -> _Element:
    part = package.related("styles")
    return package.root(part) if part else etree.Element(element("styles"), nsmap={"w": PREFIXES["w"]})


def _default(styles: _Element) -> str | None:
    """The id of the style of paragraphs that name none."""
    of_paragraphs = (style for style in styles.findall(element("style")) if kind_of(style) == "paragraph")
    return next((style_id(style) for style in of_paragraphs if is_default(style)), None)


def _running(package: Package) -> list[tuple[str, Message]]:
    links = {one.target: one.kind for one in package.relationships(package.main).values() if not one.external}
    found = ((part, _RUNNING[kind]) for part, kind in links.items() if kind in _RUNNING and part in package.parts)
    return [(part, message.format(file=part.rpartition("/")[2])) for part, message in found]


def _with_prefixes(root: _Element, package: Package) -> _Element:
    """The root of the text, with the prefixes that our text uses."""
    if any(root.nsmap.get(prefix, address) != address for prefix, address in PREFIXES.items()):
        raise refused(package.name, problems.BROKEN)
    prefixes = {**cast("dict[str, str]", root.nsmap), **PREFIXES}
    whole = etree.Element(root.tag, {str(name): str(value) for name, value in root.items()}, nsmap=prefixes)
    whole.extend(list(root))
    ignorable = whole.get(IGNORABLE, "").split()
    whole.set(IGNORABLE, " ".join(dict.fromkeys((*ignorable, "w14"))))
    return whole


def _body_paragraph(root: _Element, others: list[tuple[str, Message, _Element]], file: str) -> _Element:
    """The paragraph that says where the document goes."""
    found, wrong = [], []
    for place, part in ((problems.MAIN, root), *((place, part) for _, place, part in others)):
        for number, paragraph in enumerate(part.iter(element("p")), start=1):
            text = own_text(paragraph)
            if not BODY_TAG.search(text):
                continue
            parent = paragraph.getparent()
            if BODY_TAG.fullmatch(text.strip()) and parent is not None and parent.getparent() is root:
                found.append(paragraph)
            else:
                wrong.append(problems.MISPLACED_BODY.at(Location(file), part=place, paragraph=number))
    if wrong:
        raise TemplateError(*wrong)
    if len(found) != 1:
        many = problems.SEVERAL_BODIES.at(Location(file), count=len(found))
        raise TemplateError(many if found else _nowhere(root, file))
    return found[0]


def _has_front(place: _Element) -> bool:
    """Whether the tag asks for all of the document."""
    tag = BODY_TAG.search(own_text(place))
    return tag is None or tag[1] is None


def _nowhere(root: _Element, file: str) -> Diagnostic:
    """No place for the document; what to change, if a paragraph has the tag but for the width or case of its signs."""
    for number, paragraph in enumerate(root.iter(element("p")), start=1):
        found = _ALMOST_BODY.search(own_text(paragraph))
        if found:
            hint = problems.ALMOST_BODY.format(paragraph=number, text=found[0])
            return problems.NO_BODY.at(Location(file), hint=hint)
    return problems.NO_BODY.at(Location(file))


def _mark(place: _Element, section: _Element | None) -> None:
    """Puts marks where the document goes and where its section's properties stand."""
    parent = place.getparent()
    if parent is None:
        return
    place.addprevious(_instruction("body"))
    if section is None:
        parent.append(_instruction("section"))
    else:
        section.addprevious(_instruction("section"))
    if down(place, "pPr/sectPr") is None:
        parent.remove(place)
    else:  # the paragraph ends the section, and stays for that
        for child in list(place)[1:]:
            place.remove(child)
    if section is not None and (above := section.getparent()) is not None:
        above.remove(section)


def _instruction(word: str) -> _Element:
    return etree.ProcessingInstruction("sopgen", word)


def filled(house: House, values: Any) -> tuple[str, dict[str, str]]:
    """The text of a template, and its other parts that have tags, by name, with their tags filled.

    Raises:
        TemplateError: a tag is wrong; carries a diagnostic for each that is.
    """
    file, wrong, texts = house.package.name, list[Diagnostic](), dict[str, str]()
    main = house.text
    for part in (*([] if isinstance(main, str) else [main]), *house.tagged):
        try:
            texts[part.part] = tags.fill(part, values)
            etree.fromstring(texts[part.part])
        except etree.XMLSyntaxError:
            wrong.append(tags.torn(part, file))
        except FAILURES:
            wrong += tags.wrong_tags(part, values, file)
    if wrong:
        raise TemplateError(*wrong)
    return main if isinstance(main, str) else texts.pop(main.part), texts
