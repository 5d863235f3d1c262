from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from jsonschema import Draft7Validator

from sopgen.diagnostics import Location
from sopgen.reporting.formats.rdjson import render
from sopgen.reporting.outcome import Outcome


def test_a_result_fits_the_schema(outcome: Outcome, schemas: Path) -> None:
    validator = Draft7Validator(json.loads((schemas / "rdjson.json").read_text("utf-8")))
    for one in (outcome, Outcome([])):
        assert not [error.message for error in validator.iter_errors(json.loads(render(one, "zh-CN")))]
    assert [*validator.iter_errors({"diagnostics": [{"message": "a"}]})]


def test_columns_count_bytes(outcome: Outcome) -> None:
    found = json.loads(render(outcome, "en"))["diagnostics"]
    line = Path("流程 1,2/a.yaml").read_text("utf-8").splitlines()[2].encode()
    span = found[0]["location"]["range"]
    assert line[span["start"]["column"] - 1 : span["end"]["column"] - 1] == b"agnet"
    assert span == {"start": {"line": 3, "column": 28}, "end": {"line": 3, "column": 33}}
    assert found[0]["related_locations"][0]["location"]["range"]["end"] == {"line": 1, "column": 6}
    assert found[2]["location"]["range"]["end"] == {"line": 6, "column": 10}
    assert found[3]["location"] == {"path": "b.yml"}


def test_lines_that_are_no_longer_there_have_no_columns(outcome: Outcome) -> None:
    span = outcome.diagnostics[0].location.span
    gone = replace(outcome.diagnostics[0], location=Location("gone.yaml", span))
    found = json.loads(render(outcome._replace(diagnostics=[gone]), "en"))["diagnostics"]
    assert found[0]["location"]["range"] == {"start": {"line": 3}, "end": {"line": 3}}


def test_severities_and_rules_are_in_reviewdogs_words(outcome: Outcome) -> None:
    found = json.loads(render(outcome, "en"))["diagnostics"]
    assert [one["severity"] for one in found] == ["ERROR", "ERROR", "WARNING", "INFO"]
    assert found[0]["code"] == {"value": "undefined-role"}


def test_a_fix_is_a_suggestion_in_one_piece(fixable: Outcome, schemas: Path) -> None:
    validator = Draft7Validator(json.loads((schemas / "rdjson.json").read_text("utf-8")))
    result = json.loads(render(fixable, "en"))
    assert not [*validator.iter_errors(result)]
    first, second, *others = result["diagnostics"]
    assert first["suggestions"] == [{"range": first["location"]["range"], "text": "agent"}]
    (suggestion,) = second["suggestions"]
    assert suggestion["range"] == {"start": {"line": 2, "column": 1}, "end": first["location"]["range"]["end"]}
    assert suggestion["text"] == 'procedure:\n  - {action: 受理, role: "a: b"'
    assert not any("suggestions" in one for one in others)
