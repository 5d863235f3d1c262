"""Where no way for a line is found, or no place for a label, everything is drawn all the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from by_hand import A4, CASES, FRAMES, ask, spec
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


@pytest.mark.parametrize(("ways", "pages"), [(17, 3), (20, 3), (60, None)])
def test_a_question_with_many_ways_has_its_marks_on_both_sides_of_a_line(ways: int, pages: int | None) -> None:
    names = [f"s{number}" for number in range(1, ways + 1)]
    steps = [{"decision": ask(*names)}, *({"next": "last"} for _ in names), {"id": "last"}]
    (graph,) = sequences(build(loaded(spec(steps, 3)).index))
    placement = place(graph, A4)
    assert not problems(graph, placement, A4 if pages else Frame())
    (asked,) = [page for page in placement.pages if any(shape.kind == "decision" for shape in page.shapes)]
    marks = [shape for shape in asked.shapes if shape.kind == "out"]
    assert [mark.name for mark in sorted(marks, key=lambda mark: (mark.x, mark.y))] == [mark.name for mark in marks]
    assert len(marks) == ways
    assert len({mark.x for mark in marks}) == 2 * -(-ways // 24)
    assert pages in (len(placement.pages), None)
