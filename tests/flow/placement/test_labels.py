"""What labels must not cover, along a stretch."""

from __future__ import annotations

import pytest

from sopgen.flow.placement.labels import Obstacles

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
