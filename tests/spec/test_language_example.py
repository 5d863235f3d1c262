"""The example of the language, with every key in it, is a valid spec in which no rule finds an error."""

from __future__ import annotations

from pathlib import Path

from sopgen.diagnostics import Severity
from sopgen.rules import check
from sopgen.source import parse, read
from sopgen.spec import LoadedSpec, load
from sopgen.spec.models import models

EXAMPLE = Path(__file__).parent / "language_example.yaml"


def example() -> LoadedSpec:
    return load(parse(read(EXAMPLE)))


def test_it_gives_no_error() -> None:
    assert [one for one in check(example(), {}).diagnostics if one.severity is Severity.ERROR] == []


def test_it_shows_every_shape() -> None:
    shown = {type(shape) for _, shape in example().index.shapes}
    assert [model.__name__ for model in models() if model not in shown] == []
