from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest

from sopgen.diagnostics import Diagnostic
from sopgen.rules import Selection, check
from sopgen.source import decode, parse
from sopgen.spec import load

HEADER = {
    "sopgen": "1",
    "id": "AFS-SOP-2026-001",
    "title": "产品故障报修处理",
    "version": "V1.0",
    "purpose": "统一报修处理。",
}
EVERYTHING = Selection()
NOTHING: Mapping[str, frozenset[str]] = MappingProxyType({})

Check = Callable[..., tuple[Diagnostic, ...]]


@pytest.fixture
def checked() -> Check:
    """Checks the text of a spec. What it lacks of the header is put below it, so that its lines keep their numbers."""

    def run(
        text: str, selection: Selection = EVERYTHING, known: Mapping[str, frozenset[str]] = NOTHING
    ) -> tuple[Diagnostic, ...]:
        lacking = [f"{key}: {value}\n" for key, value in HEADER.items() if not re.search(rf"(?m)^{key}:", text)]
        whole = "".join([text, *lacking])
        return check(load(parse(decode(whole.encode(), "spec.yaml"))), known, selection)

    return run


@pytest.fixture
def told(checked: Check) -> Callable[..., list[tuple[str, str, str | None]]]:
    """Like ``checked``, but gives what a person reads of each diagnostic: rule, message and hint in English."""

    def run(text: str, **others: object) -> list[tuple[str, str, str | None]]:
        return [(one.rule, one.message.en, one.hint.en if one.hint else None) for one in checked(text, **others)]

    return run
