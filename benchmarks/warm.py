"""Many documents in one process: spec text to docx bytes, beside the peers and beside reading the YAML alone."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

import yaml

from benchmarks.measuring import WORKLOAD, at_least, at_most, heading, milliseconds, side_by_side, table, with_flowchart
from benchmarks.peers import flowchart, pandoc, plain, templated

STAGES = {
    "sopgen.source:parse": "parse",
    "sopgen.spec:load": "pydantic",
    "sopgen.document.building:view": "views",
    "sopgen.document.layout:run": "template",
    "sopgen.document.xhtml:parse": "XHTML to nodes",
    "sopgen.writers.docx:write": "writer",
    "sopgen.writers.docx.parts:part": "deflating",
    "sopgen.writers.docx.parts:long_part": "deflating",
    "sopgen.writers.docx.writer:package": "zip",
}
"""What is timed by itself: functions of the pipeline, called by these names there."""


BLOCK = 20
"""How many documents are made one after the other before the next contestant has its turn."""
_PICTURED = "docxtpl, controls and Graphviz"


def render(text: str) -> bytes:
    """The document that the spec in ``text`` describes."""
    from sopgen.document import building
    from sopgen.source import decode

    source = decode(text.encode(), "workload.yaml")
    spec = _module("sopgen.spec").load(_module("sopgen.source").parse(source))
    document = building.build(spec.index, "zh-CN", building.Sources(source.sha256))
    data: bytes = _module("sopgen.writers.docx").write(document, _style()).data
    return data


def run(documents: int, slow_documents: int, folder: Path) -> None:
    """Print the times; ``slow_documents`` is how many the slow peers make."""
    text = WORKLOAD.read_text(encoding="utf-8")
    template, controlled = folder / "template.docx", folder / "controlled.docx"
    templated.build(template)
    templated.build(controlled, controls=True)
    heading(f"Warm: spec text to docx bytes, {documents} documents in one process")
    load = partial(yaml.load, text, yaml.CSafeLoader)
    times = side_by_side(
        {
            "sopgen": partial(render, text),
            "docxtpl, CSafeLoader, no validation": partial(templated.render, text, template),
            "docxtpl, with content controls": partial(templated.render, text, controlled),
            "yaml.load(…, CSafeLoader) alone": load,
            "sopgen, with its flowchart": partial(render, with_flowchart(text)),
        },
        documents,
        BLOCK,
    )
    slow: dict[str, Callable[[], object]] = {"python-docx": partial(plain.render, text)}
    if flowchart.is_installed():
        slow[_PICTURED] = partial(templated.render, text, controlled, draw=flowchart.picture)
    if pandoc.is_installed():
        slow["pandoc, as a process"] = partial(pandoc.render, text)
    times |= side_by_side(slow, slow_documents)
    ours, docxtpl, controls, alone, drawn = (median(samples) for samples in list(times.values())[:5])
    table(
        [("", "median", "a second", "times sopgen's"), *(_row(name, samples, ours) for name, samples in times.items())]
    )
    at_least(docxtpl / ours, 10, "times as fast as docxtpl (aim 15)")
    at_least(controls / ours, 10, "times as fast as docxtpl with content controls, which sopgen always has")
    at_least(controls / drawn, 10, "the same, with a flowchart, which docxtpl cannot draw")
    if _PICTURED in times:
        at_least(median(times[_PICTURED]) / drawn, 10, "the same, where docxtpl has a flowchart too, by Graphviz")
    at_most(ours / alone, 3, "times CSafeLoader alone")
    _print_stages(text, documents)


def _row(name: str, samples: list[float], ours: float) -> tuple[str, ...]:
    own = median(samples)
    return name, milliseconds(samples), f"{1 / own:.1f}", f"{own / ours:.1f} x" if own != ours else ""


def _print_stages(text: str, documents: int) -> None:
    """The medians of what each stage takes by itself, without those inside it, and what they come to."""
    spent: dict[str, list[float]] = {stage: [] for stage in STAGES.values()}
    for _ in range(documents):
        for stage, seconds in _stages(text).items():
            spent[stage].append(seconds)
    rows = [(f"  {stage}", milliseconds(samples)) for stage, samples in spent.items()]
    table([("of which, by stage", "median"), *rows])


def _stages(text: str) -> dict[str, float]:
    spent = dict.fromkeys(STAGES.values(), 0.0)
    running: list[str] = []
    with _watched(spent, running):
        render(text)
    return spent


@contextmanager
def _watched(spent: dict[str, float], running: list[str]) -> Iterator[None]:
    """Adds to ``spent`` what each stage takes, less the stages that it calls."""
    patches = []
    for place, stage in STAGES.items():
        module, _, name = place.partition(":")
        watched = _watch(stage, getattr(_module(module), name), spent, running)
        patches.append(patch.object(_module(module), name, watched))
    for each in patches:
        each.start()
    yield
    patch.stopall()


def _watch(stage: str, function: Callable[..., Any], spent: dict[str, float], running: list[str]) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        running.append(stage)
        start = time.perf_counter()
        result = function(*arguments, **options)
        seconds = time.perf_counter() - start
        running.pop()
        spent[stage] += seconds
        if running:
            spent[running[-1]] -= seconds
        return result

    return call


def _module(name: str) -> Any:
    return sys.modules.get(name) or import_module(name)


@cache
def _style() -> Any:
    return _module("sopgen.style").load_style("enterprise")
