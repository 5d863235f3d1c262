"""The numbered lists of a template and those of a document together: ours get numbers that are free there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from sopgen.writers.docx.house.names import element, val
from sopgen.writers.docx.numbering import HEADINGS
from sopgen.writers.docx.xml import DECLARATION, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_HERE = "<?sopgen here?>"
_ABSTRACT = re.compile(r"<w:abstractNum .*?</w:abstractNum>", re.DOTALL)
_NUM = re.compile(r"<w:num .*?</w:num>", re.DOTALL)
_NUMBERED = re.compile(r'(<w:(abstractNum|num|abstractNumId|numId|nsid) w:(?:abstractNumId|numId|val)=")([^"]*)"')
_LINK = re.compile(r"<w:pStyle [^>]*/>")
_APART = 0x10000
"""How far the names of lists are moved until they are free."""


class Lists(NamedTuple):
    """The lists of a template.

    Attributes:
        before: the text of the part up to where further ``w:abstractNum`` go.
        between: the text from there to where further ``w:num`` go.
        after: the rest.
        abstract: the first free number of a ``w:abstractNum``.
        number: the first free number of a ``w:num``.
        names: the names that lists have (``w:nsid``), which keep them apart when text is copied.
    """

    before: str
    between: str
    after: str
    abstract: int
    number: int
    names: frozenset[int]

    def number_of(self, ours: int) -> str:
        """The ``w:numId`` of a list of ours beside these."""
        return str(ours + self.number - 1)


NONE = Lists(f"{DECLARATION}<w:numbering {W}>", "", "</w:numbering>", 0, 1, frozenset())
"""Those of a template that has no lists."""


def read_lists(root: _Element) -> Lists:
    """The lists in a template's part, which is changed."""
    abstracts, nums = root.findall(element("abstractNum")), root.findall(element("num"))
    pictures = root.findall(element("numPicBullet"))
    for last in (nums or abstracts or pictures, abstracts or pictures):
        place = root.index(last[-1]) + 1 if last else 0
        root.insert(place, etree.ProcessingInstruction("sopgen", "here"))
    before, between, after = etree.tostring(root, encoding="unicode").split(_HERE)
    names = {name for one in abstracts if (name := val(one, "nsid"))}
    return Lists(
        DECLARATION + before,
        between,
        after,
        _free(abstracts, "abstractNumId", 0),
        _free(nums, "numId", 1),
        frozenset(int(name, 16) for name in names if re.fullmatch("[0-9A-Fa-f]+", name)),
    )


def _free(items: list[_Element], name: str, least: int) -> int:
    numbers = [int(number) for item in items if (number := item.get(element(name), "")).isdecimal()]
    return max((number + 1 for number in numbers), default=least)


def together(lists: Lists, ours: str, headings: str | None) -> str:
    """The part with the lists of a template and ours.

    Args:
        lists: the template's.
        ours: the text of the part of a document.
        headings: the ``w:numId`` of the template's list of headings, if it has one; then ours are not linked to any.
    """
    if headings is not None:
        ours = _LINK.sub("", ours)
    ours = _NUMBERED.sub(lambda found: f'{found[1]}{_moved(found[2], found[3], lists)}"', ours)
    parts = lists.before, *_ABSTRACT.findall(ours), lists.between, *_NUM.findall(ours), lists.after
    return "".join(parts)


def _moved(kind: str, number: str, lists: Lists) -> str:
    if kind == "nsid":
        name = int(number, 16)
        while name in lists.names:
            name += _APART
        return f"{name:08X}"
    return str(int(number) + (lists.abstract if kind.startswith("abstract") else lists.number - 1))


def renumbered(text: str, lists: Lists, headings: str | None) -> str:
    """A text of ours with the numbers that its lists have beside the template's; 0 stays: it takes a number away."""

    def moved(found: re.Match[str]) -> str:
        number = int(found[2])
        if number == HEADINGS and headings is not None:
            return f'{found[1]}{headings}"'
        return f'{found[1]}{lists.number_of(number) if number else 0}"'

    return re.sub(r'(<w:numId w:val=")(\d+)"', moved, text)
