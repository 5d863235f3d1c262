from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from selections import CONSISTENT

from sopgen.diagnostics import Diagnostic
from sopgen.repository.documents import KnownDocument
from sopgen.rules import Policy, Selection, check, compare, gather
from sopgen.source import decode, parse
from sopgen.spec import LoadedSpec, load
from sopgen.spec.load import IncludedSop

HEADER = {
    "sopgen": "1",
    "id": "AFS-SOP-2026-001",
    "title": "产品故障报修处理",
    "version": "V1.0",
    "purpose": "统一报修处理。",
}
NOTHING: Mapping[str, KnownDocument] = MappingProxyType({})

TODAY = date(2026, 3, 1)
"""The day of the tests."""

Check = Callable[..., tuple[Diagnostic, ...]]


@pytest.fixture
def loaded() -> Callable[..., LoadedSpec]:
    """The spec of a text. What it lacks of the header is put below it, so that its lines keep their numbers."""

    def run(text: str, file: str = "spec.yaml") -> LoadedSpec:
        lacking = [f"{key}: {value}\n" for key, value in HEADER.items() if not re.search(rf"(?m)^{key}:", text)]
        return load(parse(decode("".join([text, "" if text.endswith("\n") else "\n", *lacking]).encode(), file)))

    return run


@pytest.fixture
def checked(loaded: Callable[..., LoadedSpec]) -> Check:
    """Checks the text of a spec; ``--- # name`` begins an SOP that it, a handbook, names."""

    def run(
        text: str,
        selection: Selection = CONSISTENT,
        known: Mapping[str, KnownDocument] = NOTHING,
        policy: Policy | None = None,
        before: str | None = None,
    ) -> tuple[Diagnostic, ...]:
        whole, *others = re.split(r"(?m)^--- # (.+)\n", text)
        named = {name: loaded(sop, name) for name, sop in zip(others[::2], others[1::2], strict=True)}
        spec = loaded(whole)
        entries = {use.path: IncludedSop(named[use.value]) for use in spec.index.uses if use.value in named}
        earlier = loaded(before).index if before is not None else None
        return check(
            replace(spec, included=entries), known, policy or Policy(selection, today=TODAY), earlier
        ).diagnostics

    return run


@pytest.fixture
def found(checked: Check) -> Callable[..., list[tuple[int, str]]]:
    """Checks the text of a spec for one rule: the line and the English message of each of its findings."""

    def run(rule: str, text: str, **others: object) -> list[tuple[int, str]]:
        diagnostics = checked(text, Selection((rule,)), **others)
        return [(one.location.span.start.line, one.message.en) for one in diagnostics if one.location.span]

    return run


@pytest.fixture
def told(checked: Check) -> Callable[..., list[tuple[str, str, str | None]]]:
    """Like ``checked``, but gives what a person reads of each diagnostic: rule, message and hint in English."""

    def run(text: str, **others: object) -> list[tuple[str, str, str | None]]:
        return [(one.rule, one.message.en, one.hint.en if one.hint else None) for one in checked(text, **others)]

    return run


@pytest.fixture
def compared(loaded: Callable[..., LoadedSpec]) -> Callable[..., list[tuple[str, int, str]]]:
    """Compares the texts of several specs by one rule: the file, ``0.yaml`` and on, the line and the English message."""

    def run(
        rule: str, *texts: str, policy: Policy | None = None, unchecked: tuple[int, ...] = ()
    ) -> list[tuple[str, int, str]]:
        specs = [loaded(text, f"{number}.yaml") for number, text in enumerate(texts)]
        facts = [gather(spec, checked=number not in unchecked) for number, spec in enumerate(specs)]
        told = compare(facts, policy or Policy(Selection((rule,))))
        return [(one.location.file, one.location.span.start.line, one.message.en) for one in told if one.location.span]

    return run
