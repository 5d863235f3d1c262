from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.diagnostics import Diagnostic, Location, Message, Position, Severity, Span
from sopgen.reporting.fingerprints import fingerprint, fingerprints

ONE = Diagnostic(
    "SOP101",
    "undefined-role",
    Severity.ERROR,
    Message("没有“a”这个角色", "there is no role `a`"),
    Location("specs/a.yaml", Span(Position(2, 7), Position(2, 8))),
    path="/steps/register/role",
)


def test_a_fingerprint_does_not_change_between_versions() -> None:
    assert fingerprint(ONE) == "689fcad29e7fa9d1359a8302bbf07bd14bfe8e70f0259d3abfd25648c1bd2b67"


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, location=Location("specs/a.yaml", Span(Position(9, 1), Position(9, 2)))),
        replace(ONE, location=Location("./specs/a.yaml")),
        replace(ONE, severity=Severity.NOTE, hint=Message("请改", "mend it")),
        replace(ONE, message=Message("角色“a”不存在", "there is no role `a`")),
    ],
    ids=["lines moved", "named in another way", "severity and hint", "worded better in Chinese"],
)
def test_it_is_the_same_for_the_same_finding(other: Diagnostic) -> None:
    assert fingerprint(other) == fingerprint(ONE)


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, location=Location("specs/b.yaml")),
        replace(ONE, rule="unknown-role"),
        replace(ONE, path="/steps/close/role"),
        replace(ONE, message=Message("没有“a”这个角色", "there is no role `b`")),
    ],
    ids=["file", "rule", "path", "text"],
)
def test_it_differs_where_the_finding_differs(other: Diagnostic) -> None:
    assert fingerprint(other) != fingerprint(ONE)


def test_a_whole_path_counts_as_the_one_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert fingerprint(replace(ONE, location=Location(str(tmp_path / "specs" / "a.yaml")))) == fingerprint(ONE)


def test_findings_that_are_alike_are_told_apart_by_their_number() -> None:
    other = replace(ONE, path="")
    found = list(fingerprints([ONE, other, ONE, ONE]))
    assert found[:2] == [fingerprint(ONE), fingerprint(other)]
    assert len(set(found)) == 4
    assert list(fingerprints([ONE, ONE]))[1] == found[2]


def test_a_file_name_that_is_not_text_has_a_fingerprint() -> None:
    assert len(fingerprint(replace(ONE, location=Location("\udcff.yaml")))) == 64
