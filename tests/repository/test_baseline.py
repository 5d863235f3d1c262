from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.diagnostics import Diagnostic, Location, Message, Position, Severity, Span
from sopgen.errors import ConfigError
from sopgen.repository.baseline import Baseline

ROLE = Diagnostic(
    "SOP101",
    "undefined-role",
    Severity.ERROR,
    Message("没有“a”这个角色", "there is no role `a`"),
    Location("specs/报修.yaml", Span(Position(2, 7), Position(2, 8))),
    path="/steps/register/role",
)
FORM = replace(ROLE, code="SOP401", rule="unknown-form", path="/steps/0/forms/0")
FILES = ["specs/报修.yaml"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "报修.yaml").touch()
    return tmp_path


def recorded(*diagnostics: Diagnostic, name: str = "known.json") -> Baseline:
    """The baseline as it is read from its file."""
    baseline = Baseline(name)
    baseline.record(diagnostics)
    Path(name).write_bytes(baseline.data())
    return Baseline.read(name)


def stale(baseline: Baseline, files: list[str], *left_out: str) -> list[str]:
    return [str(note) for note in baseline.stale(files, left_out)]


def test_a_finding_is_known_though_its_lines_moved() -> None:
    moved = replace(ROLE, location=Location("./specs/报修.yaml", Span(Position(9, 1), Position(9, 2))))
    assert list(recorded(ROLE).new([moved, FORM])) == [FORM]


def test_as_many_are_known_as_were_recorded() -> None:
    baseline = recorded(ROLE, ROLE)
    assert list(baseline.new([ROLE, ROLE, ROLE])) == [ROLE]
    assert list(baseline.new([ROLE])) == [ROLE]


def test_the_file_has_a_sorted_record_a_line() -> None:
    recorded(FORM, ROLE, ROLE)
    assert Path("known.json").read_text("utf-8") == (
        '{\n  "sopgen-baseline": 1,\n  "findings": [\n'
        '    {"file": "specs/报修.yaml", "rule": "undefined-role", "path": "/steps/register/role", '
        '"text": "there is no role `a`", "count": 2},\n'
        '    {"file": "specs/报修.yaml", "rule": "unknown-form", "path": "/steps/0/forms/0", '
        '"text": "there is no role `a`", "count": 1}\n'
        "  ]\n}\n"
    )


def test_a_baseline_of_nothing_can_be_read() -> None:
    assert list(recorded().new([ROLE])) == [ROLE]
    assert json.loads(Path("known.json").read_text("utf-8"))["findings"] == []


def test_files_are_named_from_the_folder_of_the_baseline(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(ROLE)
    monkeypatch.chdir(here / "specs")
    baseline = Baseline.read("../known.json")
    assert not list(baseline.new([replace(ROLE, location=Location("报修.yaml"))]))
    assert not stale(baseline, ["报修.yaml"])


def test_entries_that_match_nothing_are_counted_in_a_note() -> None:
    baseline = recorded(ROLE, ROLE, FORM)
    list(baseline.new([ROLE]))
    assert stale(baseline, FILES) == [
        "known.json: note SOP078 stale-baseline: findings in the baseline that no longer occur: 2"
    ]
    list(baseline.new([ROLE, FORM]))
    assert not stale(baseline, FILES)


def test_nothing_is_said_of_what_was_not_looked_at(here: Path) -> None:
    baseline = recorded(FORM)
    assert stale(baseline, FILES)
    assert not stale(baseline, FILES, "unknown-form")
    assert not stale(baseline, ["specs/other.yaml"])
    (here / "specs" / "报修.yaml").unlink()
    assert stale(baseline, ["specs/other.yaml"])


def test_nothing_is_said_of_a_file_that_could_not_be_read() -> None:
    baseline = recorded(FORM)
    broken = replace(ROLE, code="SOP051", rule="missing-key")
    assert list(baseline.new([broken])) == [broken]
    assert not stale(baseline, FILES)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "broken.json: error SOP077 broken-baseline: this cannot be used as a baseline: there is no such file"),
        (
            b'{\n"a" 1}',
            "broken.json:2:5: error SOP077 broken-baseline: this cannot be used as a baseline: it is not valid JSON here",
        ),
        (b"\xff", "it is not valid JSON here"),
        (b"[" * 100_000, "it is not valid JSON here"),
        (b"[]", "sopgen did not write it as one"),
        (b'{"sopgen-baseline": 2, "findings": []}', "sopgen did not write it as one"),
        (b'{"sopgen-baseline": 1, "findings": [7]}', "its record 1 is not complete"),
        (
            b'{"sopgen-baseline": 1, "findings": [{"file": "a", "rule": "b", "path": ""}]}',
            "its record 1 is not complete",
        ),
        (
            b'{"sopgen-baseline": 1, "findings": [{"file": "a", "rule": "b", "path": "", "text": "c", "count": true}]}',
            "its record 1 is not complete",
        ),
    ],
)
def test_a_file_that_is_no_baseline_is_told(content: bytes | None, message: str) -> None:
    if content is not None:
        Path("broken.json").write_bytes(content)
    with pytest.raises(ConfigError) as raised:
        Baseline.read("broken.json")
    (diagnostic,) = raised.value.diagnostics
    assert str(diagnostic).endswith(message)
