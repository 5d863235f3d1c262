from __future__ import annotations

from sopgen.reporting.formats.github import render
from sopgen.reporting.outcome import Outcome


def test_each_finding_is_a_command_on_a_line(outcome: Outcome) -> None:
    role, _, lines, whole, _ = render(outcome, "en").split("\n")
    assert role == (
        "::error file=流程 1%2C2/a.yaml,line=3,col=24,endLine=3,endColumn=29,title=SOP101 undefined-role::"
        "there is no role `agnet`; did you mean `agent`?"
    )
    assert lines.startswith("::warning file=流程 1%2C2/a.yaml,line=4,endLine=6,title=SOP401 long-text::")
    assert whole == "::notice file=b.yml,title=SOP066 not-a-spec::passed over"


def test_what_would_end_a_command_is_escaped(outcome: Outcome) -> None:
    assert "::100%25 of it:%0Atoo <long>, & " in render(outcome, "en")
    assert "::有 100%25：%0A太长\n" in render(outcome, "zh-CN")
    assert render(Outcome([]), "en") == ""
