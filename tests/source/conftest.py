"""What the tests of reading share: texts in, located problems out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

from sopgen.diagnostics import Diagnostic
from sopgen.errors import ReadError
from sopgen.source import Source, Tree, parse


@pytest.fixture(params=["libyaml", "pure"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Runs a test with libyaml, and once more as where libyaml is missing."""
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader")
    return str(request.param)


@pytest.fixture
def tree() -> Callable[[str], Tree]:
    """The tree of a text."""
    return lambda text: parse(Source("a.yaml", text, ""))


@pytest.fixture
def refused() -> Callable[[str], tuple[Diagnostic, ...]]:
    """The diagnostics with which a text is refused."""

    def diagnostics(text: str) -> tuple[Diagnostic, ...]:
        with pytest.raises(ReadError) as caught:
            parse(Source("a.yaml", text, ""))
        return caught.value.diagnostics

    return diagnostics


@pytest.fixture
def told(refused: Callable[[str], tuple[Diagnostic, ...]]) -> Callable[[str], list[str]]:
    """The problems of a text that is refused, each as ``line:column-end rule``."""
    return lambda text: [short(diagnostic) for diagnostic in refused(text)]


@pytest.fixture
def noticed(tree: Callable[[str], Tree]) -> Callable[[str], list[str]]:
    """The warnings about a text that is read, each as ``line:column-end rule``."""
    return lambda text: [short(diagnostic) for diagnostic in tree(text).notices]


def short(diagnostic: Diagnostic) -> str:
    span = diagnostic.location.span
    assert span is not None
    end = f"{span.end.column}" if span.end.line == span.start.line else f"{span.end.line}:{span.end.column}"
    return f"{span.start.line}:{span.start.column}-{end} {diagnostic.rule}"
