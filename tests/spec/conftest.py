"""What the tests of the language have in common: specs written as short fragments."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sopgen.errors import SpecError
from sopgen.source import decode, parse
from sopgen.spec import LoadedSpec, load
from sopgen.spec.sop import Sop

sys.path.insert(0, str(Path(__file__).parent))

HEADER = "sopgen: 1\nid: AFS-SOP-2026-001\ntitle: 产品故障报修处理\nversion: V1.0\npurpose: 统一报修处理。\n"


def loaded(fragment: str) -> LoadedSpec:
    """The spec that consists of the compulsory keys, in lines 1 to 5, and ``fragment``."""
    return load(parse(decode((HEADER + fragment).encode(), "spec.yaml")))


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
