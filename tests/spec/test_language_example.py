"""The examples of the language, with every key in them, are valid specs in which no rule finds an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.diagnostics import Severity
from sopgen.rules import check
from sopgen.source import parse, read
from sopgen.spec import LoadedSpec, load
from sopgen.spec.models import models

EXAMPLES = [Path(__file__).parent / f"{name}_example.yaml" for name in ("language", "handbook")]


def example(path: Path) -> LoadedSpec:
    return load(parse(read(path)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_they_give_no_error(path: Path) -> None:
    assert [one for one in check(example(path), {}).diagnostics if one.severity is Severity.ERROR] == []


def test_they_show_every_shape() -> None:
    shown = {type(example(path).sop) for path in EXAMPLES}
    shown |= {type(shape) for path in EXAMPLES for _, shape in example(path).index.shapes}
    assert [model.__name__ for model in models() if model not in shown] == []
