"""A document's text made to stand in a template's: ids that are free there, its styles, lists and sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopgen.diagnostics import Location
from sopgen.errors import TemplateError
from sopgen.writers.docx.house import lists, problems
from sopgen.writers.docx.house.adding import restyled
from sopgen.writers.docx.house.house import BODY_HERE, SECTION_HERE

if TYPE_CHECKING:
    from sopgen.writers.docx.house.fitting import Fitted
    from sopgen.writers.docx.house.house import House

_RELATED = re.compile(r' r:(id|embed|link)="([^"]*)"')
_NUMBERED = re.compile(r'(<wp:docPr id|<w:bookmark(?:Start|End) w:id)="(\d+)"')
_BOOKMARK = re.compile(r'<w:bookmarkStart (?=[^>]*w:id="(\d+)")[^>]*w:name="([^"]*)"[^>]*/>')
_CONTROL = re.compile(r'<w:id w:val="(-?\d+)"/>')
_REFERENCE = re.compile("<w:(?:header|footer)Reference [^>]*/>")
_DRAWING = re.compile(r'(<wp:docPr [^>]*?\bid=")(\d+)"')


def woven(house: House, fitted: Fitted, template: str, text: str, prefix: str, last: str) -> str:
    """The main part of a document.

    Args:
        house: the template.
        fitted: the style sheet as it is fitted to it.
        template: the template's text, filled, with the mark of where the document goes.
        text: that of the document.
        prefix: what ids of the document's relationships begin with.
        last: the properties of the last section, where the template has none.
    """
    count = template.count(BODY_HERE)
    if count != 1:
        place = Location(house.package.name)
        raise TemplateError(problems.SEVERAL_BODIES.at(place, count=count) if count else problems.NO_BODY.at(place))
    text = _RELATED.sub(rf' r:\1="{prefix}\2"', text)
    text = lists.renumbered(restyled(text, fitted.ids), house.lists, fitted.headings)
    text = _NUMBERED.sub(lambda found: f'{found[1]}="{int(found[2]) + _highest(found[1], fitted)}"', text)
    text = fitted.table.told(text) if fitted.table else text
    if fitted.sections is not None:
        text, last = fitted.sections.rewritten(text)
    else:
        text, last = _REFERENCE.sub("", text), _REFERENCE.sub("", last)
    template = _without(template, text)
    return template.replace(BODY_HERE, text).replace(SECTION_HERE, last)


def _highest(kind: str, fitted: Fitted) -> int:
    return fitted.drawing if "docPr" in kind else fitted.bookmark


def _without(template: str, text: str) -> str:
    """The template's text without what has to be unique and is in the document too, or there twice by a loop.

    Links to a bookmark that both have lead to the document's.
    """
    taken = {name for _, name in _BOOKMARK.findall(text)}
    numbers: set[str] = set()
    for number, name in _BOOKMARK.findall(template):
        if name in taken or number in numbers:
            template = re.sub(rf'<w:bookmarkStart [^>]*w:name="{re.escape(name)}"[^>]*/>', "", template)
            template = re.sub(rf'<w:bookmarkEnd [^>]*w:id="{number}"[^>]*/>', "", template)
        taken.add(name)
        numbers.add(number)
    return _unique(template, set(_CONTROL.findall(text)))


def _unique(template: str, controls: set[str]) -> str:
    """The template's text without ids of controls that are taken, and with drawings that a loop repeats told apart."""
    drawings: set[int] = set()

    def control(found: re.Match[str]) -> str:
        if found[1] in controls:
            return ""
        controls.add(found[1])
        return found[0]

    def drawing(found: re.Match[str]) -> str:
        number = int(found[2])
        while number in drawings:
            number += 1_000_000
        drawings.add(number)
        return f'{found[1]}{number}"'

    return _DRAWING.sub(drawing, _CONTROL.sub(control, template))
