from __future__ import annotations

from sopgen.writers.docx.pagination import Spot, heading_pages, spots
from sopgen.writers.docx.ruler import Box

ROOM = 100


def heading(height: float = 10, *, before: float = 0) -> Box:
    return Box(height, before, keep=True, heading=True)


def pages(*boxes: Box) -> list[int]:
    return heading_pages(list(boxes), ROOM)


def test_what_fits_on_a_page_is_on_it() -> None:
    assert pages(heading(), Box(40), heading(), Box(40), heading(), Box(10)) == [1, 1, 2]


def test_a_heading_stays_with_what_follows() -> None:
    assert pages(Box(85), heading(), Box(10)) == [2]
    assert pages(Box(75), heading(), heading(), Box(10)) == [2, 2]
    assert pages(Box(80), heading(), Box(10)) == [1]


def test_lines_flow_on_to_the_next_page_two_at_least_on_each() -> None:
    assert pages(Box(50), heading(), Box(100, lines=10), Box(20), heading(), Box(10)) == [1, 2]
    assert pages(Box(50), heading(), Box(100, lines=10), Box(30), heading(), Box(10)) == [1, 3]
    assert pages(Box(80), heading(), Box(50, lines=5), heading(), Box(10)) == [2, 2]


def test_space_above_goes_at_the_top_of_a_page() -> None:
    assert pages(Box(95), heading(10, before=50), Box(10), heading(30), Box(45)) == [2, 2]


def test_a_page_break_begins_a_page_unless_it_begins_already() -> None:
    assert pages(heading(), Box(10), Box(10, page_break=True), heading(), Box(1)) == [1, 2]
    assert pages(Box(10, page_break=True), heading(), Box(1)) == [1]


def test_nothing_is_kept_with_what_begins_a_page() -> None:
    broken = heading()._replace(page_break=True)
    assert pages(Box(40), heading(), Box(30, keep=True), broken, Box(60)) == [1, 2]


def test_header_rows_take_room_on_every_page() -> None:
    rows = [Box(10, keep=True), *(Box(45, repeat=10) for _ in range(4))]
    assert pages(*rows, heading(5), Box(5)) == [3]
    assert pages(*(Box(45) for _ in range(4)), heading(5), Box(5)) == [2]


def test_what_is_taller_than_a_page_takes_several() -> None:
    assert pages(Box(350), heading(), Box(10)) == [4]
    assert pages(Box(1000, lines=100), heading(), Box(10)) == [11]


def test_it_is_known_where_each_box_ends() -> None:
    boxes = [Box(60), Box(30, 5), Box(150, lines=15)]
    assert spots(boxes, ROOM) == [Spot(1, 1, 60), Spot(1, 1, 95), Spot(2, 3, 50)]
    assert spots(boxes[1:], ROOM, 60)[-1].end == 50
