from __future__ import annotations

import json

from sopgen.reporting.fingerprints import fingerprint
from sopgen.reporting.formats.gitlab import render
from sopgen.reporting.outcome import Outcome


def test_an_issue_has_what_gitlab_asks_for(outcome: Outcome) -> None:
    issues = json.loads(render(outcome, "zh-CN"))
    assert issues[0] == {
        "description": "没有“agnet”这个角色；您是不是要写“agent”？",
        "check_name": "undefined-role",
        "fingerprint": fingerprint(outcome.diagnostics[0]),
        "severity": "major",
        "location": {"path": "流程 1,2/a.yaml", "lines": {"begin": 3, "end": 3}},
    }
    assert [issue["severity"] for issue in issues] == ["major", "major", "minor", "info"]
    assert issues[3]["location"] == {"path": "b.yml", "lines": {"begin": 1}}


def test_gitlab_takes_no_two_issues_for_one(outcome: Outcome) -> None:
    assert len({issue["fingerprint"] for issue in json.loads(render(outcome, "en"))}) == 4
    assert render(Outcome([]), "en") == "[]\n"
