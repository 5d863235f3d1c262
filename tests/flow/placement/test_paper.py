"""What pages of paper cost."""

from __future__ import annotations

import pytest

from sopgen.flow.placement.paper import Choice, Paper
from sopgen.flow.placement.sizes import Type
from sopgen.flow.placement.wires import Drawing

NOTHING = Drawing({}, ())


def _paper(*, landscape: bool = False) -> Paper:
    return Paper(Choice(Type(9, 11.7), 1, (400, 300), (400, 600), landscape=landscape), 0)


def test_what_one_more_page_would_cost_does_not_add_it() -> None:
    paper = _paper()
    first = paper.cost_with(150, NOTHING, 120)
    assert first == paper.cost_with(150, NOTHING, 120) > paper.cost


@pytest.mark.parametrize("landscape", [False, True])
def test_higher_pages_and_narrower_shapes_cost_more(*, landscape: bool) -> None:
    paper = _paper(landscape=landscape)
    assert paper.cost_with(100, NOTHING, 120) < paper.cost_with(200, NOTHING, 120)
    assert paper.cost_with(100, NOTHING, 120) < paper.cost_with(100, NOTHING, 60)
