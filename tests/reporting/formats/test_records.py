from __future__ import annotations

import json

from sopgen.reporting.fingerprints import fingerprint
from sopgen.reporting.formats import FORMATS
from sopgen.reporting.formats.records import as_json, as_json_lines
from sopgen.reporting.outcome import Outcome
from sopgen.reporting.replacements import MOST


def test_a_record_holds_everything(outcome: Outcome) -> None:
    records = json.loads(as_json(outcome, "zh-CN"))
    place = {"file": "流程 1,2/a.yaml", "line": 1, "column": 1, "end_line": 1, "end_column": 6}
    assert records[0] == {
        "file": "流程 1,2/a.yaml",
        "line": 3,
        "column": 24,
        "end_line": 3,
        "end_column": 29,
        "severity": "error",
        "code": "SOP101",
        "rule": "undefined-role",
        "message": "没有“agnet”这个角色",
        "hint": "您是不是要写“agent”？",
        "related": [{**place, "message": "角色在这里"}],
        "fix": None,
        "path": "/steps/0/role",
        "fingerprint": fingerprint(outcome.diagnostics[0]),
    }
    assert len({record["fingerprint"] for record in records}) == len(records) == 4
    assert (records[3]["line"], records[3]["end_column"], records[3]["hint"]) == (None, None, None)


def test_a_fix_is_told_as_edits_of_the_file(fixable: Outcome) -> None:
    fixes = [record["fix"] for record in json.loads(as_json(fixable, "en"))]
    role = {"line": 3, "column": 24, "end_line": 3, "end_column": 29}
    assert fixes[0] == {"title": "write agent", "safe": True, "edits": [{**role, "text": "agent"}]}
    key = {"line": 2, "column": 1, "end_line": 2, "end_column": 6}
    assert [edit["line"] for edit in fixes[1]["edits"]] == [2, 3]
    assert (fixes[1]["safe"], fixes[1]["edits"][0]) == (False, {**key, "text": "procedure"})
    assert fixes[2:] == [None, None]


def test_only_so_many_fixes_are_told_of_a_file(fixable: Outcome) -> None:
    many = fixable._replace(diagnostics=[fixable.diagnostics[0]] * (MOST + 3))
    assert sum(record["fix"] is not None for record in json.loads(as_json(many, "en"))) == MOST


def test_lines_hold_the_same_records(outcome: Outcome) -> None:
    lines = as_json_lines(outcome, "en")
    assert lines.endswith("}\n")
    assert [json.loads(line) for line in lines.splitlines()] == json.loads(as_json(outcome, "en"))


def test_nothing_found_is_an_empty_array_or_no_line() -> None:
    assert as_json(Outcome([]), "en") == "[]\n"
    assert as_json_lines(Outcome([]), "en") == ""


def test_what_can_be_streamed_comes_to_the_same_in_parts(outcome: Outcome) -> None:
    streamed = [form for form in FORMATS.values() if form.streamed]
    assert streamed
    first, second = (outcome._replace(diagnostics=part) for part in (outcome.diagnostics[:2], outcome.diagnostics[2:]))
    for form in streamed:
        assert form.render(first, "en") + form.render(second, "en") == form.render(outcome, "en")
