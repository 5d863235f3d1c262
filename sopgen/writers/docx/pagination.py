"""On which page everything comes to stand: an estimate, for the table of contents that no program fills in."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sopgen.writers.docx.ruler import Box

_WIDOW = 2
"""How many lines of a paragraph stay together at the end and at the top of a page."""


class Spot(NamedTuple):
    """Where a box stands.

    Attributes:
        page: the page it begins on.
        last: the page it ends on.
        end: the height reached there, in points.
    """

    page: int
    last: int
    end: float


def heading_pages(boxes: list[Box], room: float) -> list[int]:
    """The page of each heading among ``boxes``, on pages that have ``room`` points of height."""
    return [spot.page for box, spot in zip(boxes, spots(boxes, room), strict=True) if box.heading]


def spots(boxes: list[Box], room: float, y: float = 0) -> list[Spot]:
    """Where each of ``boxes`` stands, on pages that have ``room`` points of height, from ``y`` on the first on."""
    page, found = 1, []
    for box, need in zip(boxes, _needs(boxes), strict=True):
        if y and (box.page_break or y + box.before + need > room):
            page, y = page + 1, box.repeat
        begun = page
        page, y = _place(box, page, y + (box.before if y else 0), room)
        found.append(Spot(begun, page, y))
    return found


def _needs(boxes: list[Box]) -> list[float]:
    """How much room each box needs to begin on a page, with those that it stays with on that page."""
    needs, following = [], 0.0
    for box in reversed(boxes):
        line = box.height / box.lines
        first = box.height if box.lines < 2 * _WIDOW else _WIDOW * line
        following = box.height + following if box.keep else first
        needs.append(following)
        following = 0.0 if box.page_break else following + box.before
    return needs[::-1]


def _place(box: Box, page: int, y: float, room: float) -> tuple[int, float]:
    """The page and the height reached on it after a box that begins at ``y``."""
    end, line = y + box.height, box.height / box.lines
    if end <= room:
        return page, end
    if line > room:
        return page + int(end / room), end % room
    rest, lines_a_page = box.lines - int((room - y) / line), int(room / line)
    pages = ceil(rest / lines_a_page)
    return page + pages, (rest - (pages - 1) * lines_a_page) * line
