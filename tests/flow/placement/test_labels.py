"""What labels must not cover, along a stretch, and where they go."""

from __future__ import annotations

import pytest

from sopgen.flow.placement.labels import AWAY, Edges, Limits, Obstacles, arrange_labels
from sopgen.flow.placement.model import Label, Point
from sopgen.flow.placement.sizes import Type
from sopgen.flow.placement.wires import Wire

DIAMOND = (0.0, 0.0, 100.0, 60.0)


@pytest.mark.parametrize(("top", "bottom", "taken"), [(20, 40, (0, 100)), (45, 55, (25, 75)), (-20, 15, (25, 75))])
def test_a_diamond_takes_less_the_farther_a_row_is_from_its_middle(
    top: float, bottom: float, taken: tuple[float, float]
) -> None:
    obstacles = Obstacles()
    obstacles.add(DIAMOND, diamond=True)
    assert obstacles.spans((-50, top, 150, bottom), flat=True) == [pytest.approx(taken)]


def test_a_diamond_takes_less_the_farther_a_column_is_from_its_middle() -> None:
    obstacles = Obstacles()
    obstacles.add(DIAMOND, diamond=True)
    assert obstacles.spans((75, -50, 90, 150), flat=False) == [pytest.approx((15, 45))]


@pytest.mark.parametrize("box", [(-50, 60, 150, 80), (100, 0, 150, 60), (-50, -20, 150, 0)])
def test_beside_a_diamond_nothing_is_taken(box: tuple[float, float, float, float]) -> None:
    obstacles = Obstacles()
    obstacles.add(DIAMOND, diamond=True)
    assert obstacles.spans(box, flat=True) == []


def test_boxes_take_their_whole_width_wherever_they_reach_into_a_row() -> None:
    obstacles = Obstacles()
    obstacles.add((10, 0, 30, 500))
    obstacles.add((40, 300, 60, 310))
    assert set(obstacles.spans((0, 100, 100, 105), flat=True)) == {(10, 30)}
    assert set(obstacles.spans((0, 300, 100, 305), flat=True)) == {(10, 30), (40, 60)}


TYPE = Type(10, 13)
PAGE: Edges = (0, 0, 400, 400)
FLAT = (Point(100, 100), Point(300, 100))
TOP, BOTTOM = 100 - AWAY - TYPE.line, 100 + AWAY + TYPE.line
"""The edges of a label of one line above, and of one below, a line at 100."""


def wire(number: int, label: str = "") -> Wire:
    return Wire(f"from {number}", f"to {number}", label, "flow", back=False, edges=(number,))


def level(y: float) -> tuple[Point, Point]:
    return Point(100, y), Point(300, y)


def labels(*lines: tuple[str, tuple[Point, Point]]) -> list[Label]:
    wires = {wire(number, label): points for number, (label, points) in enumerate(lines)}
    found, failed = arrange_labels(wires, Obstacles(), TYPE, PAGE, Limits(1000, 99))
    assert not failed
    return [found[one] for one in wires if one.label]


def test_a_label_stands_above_its_line() -> None:
    (label,) = labels(("合格", FLAT))
    assert label.y == TOP


@pytest.mark.parametrize(
    ("others", "top"),
    [((TOP - 2,), 100 + AWAY), ((TOP - 6,), TOP), ((TOP - 2, BOTTOM + 2), TOP), ((TOP - 2, BOTTOM + 6), 100 + AWAY)],
    ids=["near above", "not so near", "near on both sides", "near above, less so below"],
)
def test_a_label_stands_clear_of_the_lines_of_others_where_it_can(others: tuple[float, ...], top: float) -> None:
    (label,) = labels(("合格", FLAT), *(("", level(y)) for y in others))
    assert label.y == top


@pytest.mark.parametrize("between", [True, False], ids=["a line between them", "nothing between them"])
def test_labels_side_by_side_do_not_read_as_one(between: bool) -> None:
    first, second, beyond, line = ((Point(x, 100), Point(x, 300)) for x in (0, 62, 67, 26))
    lines = [("合格", first), ("不合格", second), ("", beyond), *([("", line)] if between else [])]
    one, other = labels(*lines)
    assert 0 < other.x - (one.x + one.width) < 8
    together = one.y < other.y + other.height and other.y < one.y + one.height
    assert together is between
