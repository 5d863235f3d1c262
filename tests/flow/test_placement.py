"""Diagrams hold to what can be measured: nothing overlaps, every line ends where it says, all is inside the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flows import SPECS, from_file, loaded, made_up, sequences, spec_text
from hypothesis import HealthCheck, given, settings
from proof import problems

from sopgen.flow.build import build
from sopgen.flow.placement import Frame, place

A4 = Frame(415, 700, 640, (698, 400))
FRAMES = {"endless": Frame(), "A4": A4}


def check(text: str, frame: Frame) -> None:
    for graph in sequences(build(loaded(text).index)):
        for lanes in (True, False):
            assert not problems(graph, place(graph, frame, lanes=lanes), frame)


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
