"""``sopgen validate``: what its reports say and where they go."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft7Validator
from lxml import etree

from sopgen.reporting.formats import FORMATS

Sopgen = Callable[..., Any]
Write = Callable[..., Path]

SCHEMAS = Path(__file__).parents[1] / "data" / "schemas"
BAD_ROLE = "roles: {agent: 客服}\nsteps: [{action: 受理, role: agnet}]\n"
UNUSED = "x-a: 1  # sopgen: ignore[undefined-role] nothing to ignore\n"


@pytest.fixture
def specs(spec: Write) -> None:
    """An error, a warning and a clean spec."""
    spec("specs/a.yaml", "A-1", more=BAD_ROLE)
    spec("specs/b 客服.yaml", "A-2", more=UNUSED)
    spec("specs/c.yaml", "A-3")


@pytest.mark.parametrize("form", [*FORMATS])
def test_a_report_can_be_printed_or_written(sopgen: Sopgen, specs: None, here: Path, form: str) -> None:
    printed = sopgen("validate", "--output-format", form)
    other = sopgen("validate", "-o", f"{form}=reports/{form}.out")
    assert printed.code == other.code == 1
    assert (printed.err, other.err) == ("", "")
    assert (here / "reports" / f"{form}.out").read_text("utf-8") == printed.out
    assert "undefined-role" in printed.out
    assert other.out == sopgen("validate").out


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_reports_fit_their_schemas(sopgen: Sopgen, specs: None, here: Path, lang: str) -> None:
    wanted = [word for form in ("sarif", "rdjson", "junit") for word in ("--output", f"{form}={form}.out")]
    assert sopgen("validate", *wanted, "--lang", lang).code == 1
    texts = {form: (here / f"{form}.out").read_bytes() for form in ("sarif", "rdjson", "junit")}
    Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8"))).validate(json.loads(texts["sarif"]))
    Draft7Validator(json.loads((SCHEMAS / "rdjson.json").read_text("utf-8"))).validate(json.loads(texts["rdjson"]))
    etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(etree.fromstring(texts["junit"]))
    assert ("没有“agnet”这个角色" in texts["sarif"].decode()) is (lang == "zh-CN")


def test_files_without_findings_are_in_a_report_of_tests(sopgen: Sopgen, specs: None) -> None:
    root = etree.fromstring(sopgen("validate", "--output-format", "junit").out.encode())
    found = {suite.get("name"): suite.get("failures") for suite in root}
    assert found == {"specs/a.yaml": "1", "specs/b 客服.yaml": "0", "specs/c.yaml": "0"}


def test_lines_are_printed_as_they_come(sopgen: Sopgen, specs: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from sopgen import pipeline

    check = pipeline.check_text

    def stop_at_the_third(source: Any, *others: Any) -> Any:
        if source.file.endswith("c.yaml"):
            raise KeyboardInterrupt
        return check(source, *others)

    monkeypatch.setattr(pipeline, "check_text", stop_at_the_third)
    ran = sopgen("validate", "--output-format", "json-lines")
    assert ran.code == 130
    assert [json.loads(line)["rule"] for line in ran.out.splitlines()] == ["undefined-role", "unused-suppression"]


def test_the_least_severity_that_is_shown_can_be_chosen(sopgen: Sopgen, specs: None) -> None:
    ran = sopgen("validate", "--min-severity", "error", "--output-format", "concise")
    assert ran.rules == ["undefined-role"]
    assert ran.out.endswith("Checked 3 files: 1 error; 1 of them can be fixed with --fix; 1 warning not shown.\n")
    hidden = sopgen("validate", "specs/b 客服.yaml", "--min-severity", "error", "--fail-on", "warning")
    assert (hidden.code, hidden.out) == (1, "Checked 1 file: nothing to report; 1 warning not shown.\n")
    assert (
        json.loads(sopgen("validate", "specs/b 客服.yaml", "--min-severity", "error", "--output-format", "json").out)
        == []
    )


def test_statistics_are_the_end_of_a_report_for_people(sopgen: Sopgen, specs: None) -> None:
    ran = sopgen("validate", "--statistics", "--quiet", "--lang", "zh-CN")
    assert ran.out.endswith(
        "次数  级别  规则\n   1  错误  SOP101 undefined-role\n   1  警告  SOP902 unused-suppression\n"
    )
    assert "检查了" not in ran.out
    assert sopgen("validate", "specs/c.yaml", "--statistics").out == "Checked 1 file: nothing to report.\n"


def test_a_report_takes_the_place_of_an_older_one(sopgen: Sopgen, specs: None, here: Path) -> None:
    (here / "old.json").write_text("old", "utf-8")
    sopgen("validate", "-o", "json=old.json")
    assert len(json.loads((here / "old.json").read_text("utf-8"))) == 2
    assert [path.name for path in here.glob("*.tmp")] == []


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (["-o", "json=specs/a.yaml"], "report-over-spec"),
        (["-o", "json=./specs/../specs/a.yaml"], "report-over-spec"),
        (["-o", "json=new.YML"], "report-over-spec"),
        (["-o", "json=link"], "report-over-spec"),
        (["--write-baseline", "specs/a.yaml"], "report-over-spec"),
        (["--baseline", "known.json", "-o", "json=known.json"], "report-over-spec"),
        (["-o", "json=a.out", "-o", "sarif=./a.out"], "same-report"),
        (["-o", "json=a.out", "--write-baseline", "a.out"], "same-report"),
        (["-o", "report.json"], "wrong-report"),
        (["-o", "json="], "wrong-report"),
        (["-o", "sariff=a.out"], "wrong-report"),
    ],
)
def test_nothing_is_written_where_it_would_do_harm(
    sopgen: Sopgen, specs: None, here: Path, words: list[str], rule: str
) -> None:
    (here / "link").symlink_to(here / "specs" / "a.yaml")
    sopgen("validate", "--write-baseline", "known.json")
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    ran = sopgen("validate", *words)
    assert (ran.code, ran.out, ran.rules) == (2, "", [rule])
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


def test_a_spec_of_any_name_is_not_written_over(sopgen: Sopgen, spec: Write) -> None:
    path = spec("spec.txt")
    assert sopgen("validate", "spec.txt", "-o", "json=spec.txt").rules == ["report-over-spec"]
    assert path.read_text("utf-8").startswith("sopgen: 1")


def test_a_near_miss_of_a_format_is_named(sopgen: Sopgen, specs: None) -> None:
    assert "did you mean `sarif`?" in sopgen("validate", "-o", "sariff=a.out").err


def test_a_report_that_cannot_be_written_ends_with_2_after_the_findings_are_told(
    sopgen: Sopgen, specs: None, here: Path
) -> None:
    (here / "folder").mkdir()
    ran = sopgen("validate", "-o", "json=folder")
    assert ran.code == 2
    assert ran.rules == ["undefined-role", "unused-suppression", "unwritable-file"]


def test_an_old_repository_starts_with_what_it_has(sopgen: Sopgen, specs: None, spec: Write) -> None:
    ran = sopgen("validate", "--write-baseline", "known.json")
    assert (ran.code, ran.out) == (0, "Checked 3 files: nothing to report; 2 known from the baseline.\n")
    ran = sopgen("validate", "--baseline", "known.json", "--fail-on", "note")
    assert (ran.code, ran.out) == (0, "Checked 3 files: nothing to report; 2 known from the baseline.\n")
    spec("specs/a.yaml", "A-1", more="\n\n" + BAD_ROLE.replace("受理,", "受理, forms: [slip],"))
    ran = sopgen("validate", "--baseline", "known.json", "--output-format", "json-lines")
    assert ran.code == 1
    assert [json.loads(line)["rule"] for line in ran.out.splitlines()] == ["unknown-form"]


def test_a_baseline_that_knows_too_much_is_told(sopgen: Sopgen, specs: None, spec: Write) -> None:
    sopgen("validate", "--write-baseline", "known.json")
    spec("specs/a.yaml", "A-1")
    assert sopgen("validate", "--baseline", "known.json").rules == ["stale-baseline"]
    assert sopgen("validate", "--baseline", "known.json", "--fail-on", "note").code == 1
    assert sopgen("validate", "specs/b 客服.yaml", "--baseline", "known.json").rules == []
    assert sopgen("validate", "--baseline", "known.json", "--ignore", "SOP1,SOP9").rules == []
    sopgen("validate", "--write-baseline", "known.json")
    assert sopgen("validate", "--baseline", "known.json").rules == []


def test_a_broken_baseline_ends_with_2(sopgen: Sopgen, specs: None, here: Path) -> None:
    (here / "known.json").write_text("<<<<<<< ours", "utf-8")
    ran = sopgen("validate", "--baseline", "known.json")
    assert (ran.code, ran.out, ran.rules) == (2, "", ["broken-baseline"])
    assert "known.json:1:1" in ran.err
