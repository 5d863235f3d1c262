"""Where no way for a line is found, or no place for a label, everything is drawn all the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from by_hand import CASES, FRAMES
from flows import loaded, sequences
from proof import problems

from sopgen.flow.build import build
from sopgen.flow.placement import Frame, Point, place, plan, settling
from sopgen.flow.placement.cells import Cells
from sopgen.flow.placement.labels import Edges, Limits, Obstacles, arrange_labels
from sopgen.flow.placement.lattice import Lattice, Spot
from sopgen.flow.placement.model import Label
from sopgen.flow.placement.routes import NoWayError
from sopgen.flow.placement.sizes import Type
from sopgen.flow.placement.wires import Drawing, Wire

ENDLESS = float("inf")


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_without_any_way(text: str, frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(drawing: Drawing, cells: Cells) -> tuple[dict[Wire, list[Spot]], Lattice]:
        raise NoWayError(drawing.wires[:1])

    monkeypatch.setattr(plan, "route", none)
    for graph in sequences(build(loaded(text).index)):
        placement = place(graph, frame)
        assert not problems(graph, placement, frame)
        shapes = [shape for page in placement.pages for shape in page.shapes if shape.kind == "out"]
        assert len(shapes) == len({edge[:2] for edge in graph.edges})


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_without_any_place_for_labels(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def none(
        lines: Mapping[Wire, Sequence[Point]], shapes: Obstacles, type_: Type, bounds: Edges, limits: Limits
    ) -> tuple[dict[Wire, Label], list[Wire]]:
        asked.append(limits.reach)
        found, failed = arrange_labels(lines, shapes, type_, bounds, limits)
        return found, failed if limits.reach == ENDLESS else [wire for wire in lines if wire.label]

    monkeypatch.setattr(settling, "arrange_labels", none)
    for graph in sequences(build(loaded(text).index)):
        assert not problems(graph, place(graph))
        assert not any(edge.label for edge in graph.edges) or asked[-1] == ENDLESS
