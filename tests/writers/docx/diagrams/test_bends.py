"""Connectors run where the placement says, however they turn."""

from __future__ import annotations

from itertools import product

import pytest
from shapes import find, parsed, route

from sopgen.writers.docx.diagrams.bends import bent

LINES = {
    "straightConnector1": [(10, 10), (90, 10)],
    "bentConnector2": [(10, 10), (90, 10), (90, 50)],
    "bentConnector3": [(10, 10), (40, 10), (40, 70), (90, 70)],
    "bentConnector4": [(10, 10), (120, 10), (120, 70), (90, 70), (90, 40)],
    "bentConnector5": [(10, 10), (30, 10), (30, 100), (70, 100), (70, 55), (110, 55)],
}
LOOPS = {
    "bentConnector3": [(10, 10), (140, 10), (140, 70), (90, 70)],
    "bentConnector4": [(50, 50), (30, 50), (30, 120), (200, 120), (200, 20)],
    "bentConnector5": [(50, 50), (30, 50), (30, -20), (200, -20), (200, 90), (150, 90)],
}
CASES = [*LINES.items(), *LOOPS.items()]
TURNS = list(product((False, True), (1, -1), (1, -1)))


def turned(points: list[tuple[int, int]], turn: tuple[bool, int, int]) -> list[tuple[float, float]]:
    swapped, across, down = turn
    return [(200 + across * (y if swapped else x), 200 + down * (x if swapped else y)) for x, y in points]


def drawn(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    line = bent(points)
    return [(x / 12_700, y / 12_700) for x, y in route(parsed(line.transform + line.geometry))]


@pytest.mark.parametrize("turn", TURNS, ids=str)
@pytest.mark.parametrize(("name", "points"), CASES, ids=[f"{name}-{len(points)}" for name, points in CASES])
def test_bends_are_words_own_in_every_direction(
    name: str, points: list[tuple[int, int]], turn: tuple[bool, int, int]
) -> None:
    line = turned(points, turn)
    assert find(parsed(bent(line).geometry), f".//a:prstGeom[@prst='{name}']")
    for found, wanted in zip(drawn(line), line, strict=True):
        assert found == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize("turn", TURNS, ids=str)
@pytest.mark.parametrize("points", [
    [(10, 10), (40, 10), (40, 90), (10, 90)],
    [(10, 10), (40, 10), (40, 90), (70, 90), (70, 10)],
    [(0, 0), (10, 0), (10, 10), (20, 10), (20, 20), (30, 20), (30, 30)],
])  # fmt: skip
def test_what_no_bend_of_words_can_say_is_drawn(points: list[tuple[int, int]], turn: tuple[bool, int, int]) -> None:
    line = turned(points, turn)
    assert "custGeom" in bent(line).geometry
    for found, wanted in zip(drawn(line), line, strict=True):
        assert found == pytest.approx(wanted, abs=0.001)


def test_points_on_a_straight_piece_are_no_bends() -> None:
    assert drawn([(0, 0), (0, 10), (0, 10), (0, 30)]) == [(0, 0), (0, 30)]
