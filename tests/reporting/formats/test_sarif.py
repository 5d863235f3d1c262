from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from sopgen import __version__
from sopgen.diagnostics import LANGUAGES, Diagnostic, Language, Location, Message, Severity
from sopgen.reporting.formats.sarif import render
from sopgen.reporting.outcome import Outcome
from sopgen.rules.registry import RULES

ADDRESS = "%E6%B5%81%E7%A8%8B%201%2C2/a.yaml"


def run(outcome: Outcome, language: Language = "en") -> dict[str, Any]:
    (only,) = json.loads(render(outcome, language))["runs"]
    return dict(only)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_log_fits_the_schema(outcome: Outcome, fixable: Outcome, language: Language, schemas: Path) -> None:
    validator = Draft4Validator(json.loads((schemas / "sarif-2.1.0.json").read_text("utf-8")))
    every = [Diagnostic(rule.code, rule.name, rule.severity, Message("甲", "a"), Location("a")) for rule in RULES]
    for one in (outcome, fixable, outcome._replace(diagnostics=every), Outcome([])):
        assert not [error.message for error in validator.iter_errors(json.loads(render(one, language)))]
    assert [*validator.iter_errors({"version": "2.1.0", "runs": [{"tool": {}}]})]


def test_a_result_says_what_where_and_which_rule(outcome: Outcome) -> None:
    log = run(outcome)
    result = log["results"][0]
    assert result["ruleId"] == log["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "SOP101"
    assert (result["level"], result["message"]) == (
        "error",
        {"text": "there is no role `agnet`; did you mean `agent`?"},
    )
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": ADDRESS, "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 3, "startColumn": 24, "endLine": 3, "endColumn": 29},
            },
            "logicalLocations": [{"fullyQualifiedName": "/steps/0/role"}],
        }
    ]
    (related,) = result["relatedLocations"]
    assert related["message"] == {"text": "the roles are here"}
    assert related["physicalLocation"]["region"]["endColumn"] == 6
    assert log["columnKind"] == "unicodeCodePoints"
    assert log["invocations"] == [{"executionSuccessful": True}]


def test_a_finding_of_a_whole_file_has_a_line_to_be_shown_at(outcome: Outcome) -> None:
    assert run(outcome)["results"][3]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_every_rule_that_was_broken_is_described_once(outcome: Outcome) -> None:
    driver = run(outcome)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("sopgen", __version__)
    assert [rule["id"] for rule in driver["rules"]] == ["SOP066", "SOP101", "SOP401"]
    assert driver["rules"][0] == {"id": "SOP066", "name": "not-a-spec", "defaultConfiguration": {"level": "note"}}
    role = driver["rules"][1]
    assert role["name"] == "undefined-role"
    assert role["help"]["markdown"].count("```yaml") == 2
    assert "# <-" not in role["help"]["markdown"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "A role that `roles` does not define."), ("zh-CN", "步骤、话术、记录等处用了")],
)
def test_a_rule_is_described_in_the_language_of_messages(outcome: Outcome, language: Language, text: str) -> None:
    assert run(outcome, language)["tool"]["driver"]["rules"][1]["shortDescription"]["text"].startswith(text)


def test_a_rule_has_its_own_severity_whatever_a_result_has(outcome: Outcome) -> None:
    milder = [replace(outcome.diagnostics[0], severity=Severity.NOTE)]
    log = run(outcome._replace(diagnostics=milder))
    assert log["results"][0]["level"] == "note"
    assert log["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": "error"}


def test_findings_that_are_alike_have_fingerprints_of_their_own(outcome: Outcome) -> None:
    marks = [result["partialFingerprints"]["sopgen/v1"] for result in run(outcome)["results"]]
    assert len(set(marks)) == 4


def test_a_file_elsewhere_has_a_whole_address(outcome: Outcome, tmp_path: Path) -> None:
    elsewhere = tmp_path.parent / "x.yaml"
    moved = [replace(outcome.diagnostics[3], location=Location(str(elsewhere)))]
    place = run(outcome._replace(diagnostics=moved))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": elsewhere.as_uri()}


def test_a_fix_is_one_change_of_one_file(fixable: Outcome) -> None:
    first, second, *others = run(fixable)["results"]
    (fix,) = first["fixes"]
    (change,) = fix["artifactChanges"]
    region = first["locations"][0]["physicalLocation"]["region"]
    assert fix["description"] == {"text": "write agent"}
    assert change["artifactLocation"] == first["locations"][0]["physicalLocation"]["artifactLocation"]
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "agent"}}]
    assert len(second["fixes"][0]["artifactChanges"][0]["replacements"]) == 2
    assert not any("fixes" in one for one in others)
