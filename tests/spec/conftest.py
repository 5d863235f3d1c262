"""What the tests of the language have in common: specs written as short fragments."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from fragments import HEADER, loaded

from sopgen.errors import SpecError
from sopgen.spec import LoadedSpec
from sopgen.spec.sop import Sop


@pytest.fixture
def spec() -> Callable[[str], LoadedSpec]:
    """Loads a fragment of a spec."""
    return loaded


@pytest.fixture
def sop() -> Callable[[str], Sop]:
    """The model of a fragment of a spec."""
    return lambda fragment: loaded(fragment).sop


@pytest.fixture
def refused() -> Callable[[str], list[str]]:
    """The problems of a fragment, each as ``line:column rule``; lines are counted from that of the fragment."""

    def run(fragment: str) -> list[str]:
        with pytest.raises(SpecError) as caught:
            loaded(fragment)
        starts = [(one.location.span.start, one.rule) for one in caught.value.diagnostics if one.location.span]
        return [f"{start.line - HEADER.count(chr(10))}:{start.column} {rule}" for start, rule in starts]

    return run


@pytest.fixture
def told() -> Callable[[str], list[tuple[str, ...]]]:
    """The problems of a fragment as an author reads them: message and hint in Chinese, then in English."""

    def run(fragment: str) -> list[tuple[Any, ...]]:
        with pytest.raises(SpecError) as caught:
            loaded(fragment)
        found = [(one.message, one.hint) for one in caught.value.diagnostics]
        assert all(hint is not None for _, hint in found)
        return [(message.zh, hint.zh, message.en, hint.en) for message, hint in found if hint]

    return run
