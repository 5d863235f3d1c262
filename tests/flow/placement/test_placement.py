"""Diagrams hold to what can be measured: nothing overlaps, every line ends where it says, all is inside the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from by_hand import A4, A6, CASES, FRAMES, NARROW, TICKET, ask, spec, tracks
from flows import ROOT, SPECS, from_file, loaded, made_up, sequences, spec_text
from hypothesis import HealthCheck, given, settings
from proof import problems

from sopgen.flow.build import build
from sopgen.flow.placement import Frame, Placement, place
from sopgen.flow.states import build_states

FOUND = sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))
"""Made-up flows that once went wrong."""


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_flows_made_by_hand(text: str, frame: Frame) -> None:
    for graph in sequences(build(loaded(text).index)):
        for lanes in (True, False):
            assert not problems(graph, place(graph, frame, lanes=lanes), frame)


@pytest.mark.parametrize("frame", NARROW.values(), ids=NARROW)
@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_little_room(text: str, frame: Frame) -> None:
    for graph in sequences(build(loaded(text).index)):
        assert not problems(graph, place(graph, frame), frame)


@pytest.mark.parametrize("frame", [*FRAMES.values(), *NARROW.values()], ids=[*FRAMES, *NARROW])
@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_flows_that_once_went_wrong(path: Path, frame: Frame) -> None:
    for graph in sequences(build(loaded(path.read_text("utf-8")).index)):
        for lanes in (True, False):
            assert not problems(graph, place(graph, frame, lanes=lanes), frame)


def test_what_fits_no_page_is_drawn_all_the_same() -> None:
    (graph,) = sequences(build(loaded(CASES["a five-way decision"]).index))
    frame = Frame(60, 60)
    found = problems(graph, place(graph, frame), frame)
    assert found
    assert all(" in a frame of " in problem for problem in found)


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_states(frame: Frame) -> None:
    drawn = [build_states(from_file(path).sop) for path in SPECS if from_file(path).sop.states]
    assert drawn
    for graph in drawn:
        assert not problems(graph, place(graph, frame), frame)


@pytest.mark.parametrize("frame", [*FRAMES.values(), *NARROW.values()], ids=[*FRAMES, *NARROW])
def test_states_with_several_ways_out_and_back_to_themselves(frame: Frame) -> None:
    graph = build_states(loaded(TICKET).sop)
    placement = place(graph, frame, lanes=False)
    assert not problems(graph, placement, frame)


def test_what_leads_to_itself_goes_out_at_a_side_and_in_at_the_top() -> None:
    graph = build_states(loaded(TICKET).sop)
    (page,) = place(graph, lanes=False).pages
    assert not [shape for shape in page.shapes if shape.kind in ("in", "out")]
    loops = [line for line in page.connectors if line.source == line.target]
    assert len(loops) == 2
    for line in loops:
        assert (line.source_site in (1, 3), line.target_site) == (True, 0)


def test_a_diagram_that_fits_is_on_one_page_upright() -> None:
    (graph,) = sequences(build(loaded(CASES["a single step"]).index))
    placement = place(graph, A4)
    assert (len(placement.pages), placement.landscape, placement.size) == (1, False, 10.5)


def test_roles_stand_side_by_side_in_order_of_first_appearance() -> None:
    (graph,) = sequences(build(loaded(CASES["three parallel tracks"]).index))
    (page,) = place(graph).pages
    assert [lane.role for lane in page.lanes] == list(graph.roles)
    lefts = [lane.x for lane in page.lanes]
    assert lefts == sorted(lefts)


def test_tracks_stand_side_by_side_between_their_bars() -> None:
    (graph,) = sequences(build(loaded(CASES["three parallel tracks in one lane"]).index))
    shapes = {shape.id: shape for shape in place(graph).pages[0].shapes}
    firsts = [shapes[f"/steps/1/parallel/{number}/steps/0"] for number in range(3)]
    assert len({shape.y for shape in firsts}) == 1
    assert len({shape.x for shape in firsts}) == 3
    fork, join = shapes["/steps/1#fork"], shapes["/steps/1#join"]
    for shape in firsts:
        assert fork.y < shape.y < join.y
        assert fork.x < shape.x + shape.width / 2 < fork.x + fork.width


def test_the_flow_goes_down() -> None:
    (graph,) = sequences(build(loaded(CASES["jumps over ten steps"]).index))
    shapes = {shape.id: shape for shape in place(graph).pages[0].shapes}
    for edge in graph.edges:
        assert (shapes[edge.source].y < shapes[edge.target].y) is not edge.back


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
@pytest.mark.parametrize("path", SPECS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_specs_and_starters(path: Path, frame: Frame) -> None:
    for graph in sequences(build(from_file(path).index)):
        assert not problems(graph, place(graph, frame, lanes=len(graph.roles) > 1), frame)


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(made_up())
def test_made_up_flows(spec: dict[str, Any]) -> None:
    graph = sequences(build(loaded(spec_text(spec)).index))[0]
    for frame in FRAMES.values():
        assert not problems(graph, place(graph, frame), frame)


def test_marks_say_with_which_step_a_line_goes_on() -> None:
    (graph,) = sequences(build(loaded(CASES["120 steps"]).index))
    shapes = [shape for page in place(graph, A4).pages for shape in page.shapes if shape.kind in ("in", "out")]
    numbered = [shape for shape in shapes if shape.name.isdecimal()]
    assert numbered
    for shape in numbered:
        assert graph.nodes[shape.id.partition("@")[0]].number == shape.name
    lettered = {shape.name for shape in shapes if not shape.name.isdecimal()}
    assert lettered <= {*"ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def paper(placement: Placement) -> int:
    """On how many pages a diagram stands, where low pages stand one below the other."""
    count, taken, room = 0, 0.0, 0.0
    for page in placement.pages:
        if placement.landscape or taken + page.height > room:
            count, taken, room = count + 1, 0.0, 700 if count else 640
        taken += page.height + 18
    return count


def test_a_page_that_cannot_hold_a_shape_and_its_marks_is_little_too_large() -> None:
    targets = ("s1", "end", "s3", "s2", "s0")
    branches = [{"when": "the customer does not answer", "go_to": target} for target in targets]
    question = {"action": "与客户约定上门时间，确认地址、联系方式与注意事项，并告知收费标准", "decision": branches}
    (graph,) = sequences(build(loaded(spec([{}, {}, question, {}], 4)).index))
    placement = place(graph, A6)
    assert all(" in a frame of " in problem for problem in problems(graph, placement, A6))
    for page in placement.pages:
        assert max(page.width / 250, page.height / 330) < 1.2


def test_pages_are_well_filled() -> None:
    for name, most in (("120 steps", 18), ("nine roles", 5), ("one role only", 2)):
        (graph,) = sequences(build(loaded(CASES[name]).index))
        assert paper(place(graph, A4)) <= most


def test_shapes_are_wide_and_labels_short_enough_to_read() -> None:
    looked_at = 0
    for path in SPECS:
        for graph in sequences(build(from_file(path).index)):
            placement = place(graph, A4, lanes=len(graph.roles) > 1)
            shapes = [shape for page in placement.pages for shape in page.shapes if shape.kind in ("step", "call")]
            assert min(shape.width for shape in shapes) > 7 * placement.size
            labels = [line.label for page in placement.pages for line in page.connectors if line.label]
            assert max([len(label.text.lines) for label in labels], default=0) <= 5
            looked_at += len(shapes) + len(labels)
    assert looked_at > 500


def test_what_leads_in_from_outside_stands_beside_the_flow() -> None:
    steps: list[dict[str, Any]] = [{}, {"decision": ask("s3", "")}, {}, {}]
    exception = {"situation": "客户不在", "response": "改期", "role": "role0", "go_to": "s2"}
    text = spec(steps, 1) + spec_text({"exceptions": [exception]})
    (graph,) = sequences(build(loaded(text).index))
    (page,) = place(graph).pages
    aside = next(shape for shape in page.shapes if shape.kind == "exception")
    target = next(shape for shape in page.shapes if shape.name.startswith("3 "))
    assert aside.x > target.x + target.width or aside.x + aside.width < target.x


def test_few_rows_in_many_lanes_stand_on_a_page_on_its_side() -> None:
    steps: list[dict[str, Any]] = [{"parallel": tracks(*(f"role{number}" for number in range(6)))}, {}]
    (graph,) = sequences(build(loaded(spec(steps, 6)).index))
    placement = place(graph, A4)
    assert (len(placement.pages), placement.landscape) == (1, True)


def test_a_flow_of_several_pages_begins_on_the_rest_of_a_page() -> None:
    (graph,) = sequences(build(loaded(CASES["one role only"]).index))
    frame = A4._replace(rest=350)
    usual, sooner = place(graph, A4), place(graph, frame)
    assert usual.pages[0].height > 350 >= sooner.pages[0].height
    assert paper(sooner) <= paper(usual)
    assert not problems(graph, sooner, frame)


def test_the_end_does_not_stand_alone_on_a_page() -> None:
    graph = sequences(build(from_file(ROOT / "specs" / "zh" / "sop-authoring.yaml").index))[0]
    pages = place(graph, Frame(467, 638, 506, sizes=(9,))).pages
    assert len(pages) > 3
    assert min(sum(shape.kind not in ("in", "out") for shape in page.shapes) for page in pages) > 1


def test_what_fits_on_one_page_is_not_parted_to_fill_another() -> None:
    (graph,) = sequences(build(loaded(CASES["one role only"]).index))
    room = Frame(415, 1400, 1400)
    assert len(place(graph, room).pages) == 1
    assert place(graph, room._replace(rest=300)) == place(graph, room)
