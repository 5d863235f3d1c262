from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from sopgen.diagnostics import Diagnostic, Location, Message, Position, Related, Severity, Span
from sopgen.reporting.formats.text import Fragment, concise, full, in_full, in_lines
from sopgen.reporting.outcome import Outcome

SPAN = Span(Position(2, 7), Position(2, 12))


def plain(fragments: Iterable[Fragment]) -> str:
    return "".join(text for text, _ in fragments)


@pytest.fixture
def diagnostic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Diagnostic:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text("steps:\nrole: agnet\n", encoding="utf-8")
    return Diagnostic(
        "SOP101",
        "undefined-role",
        Severity.ERROR,
        Message("没有角色“agnet”", "there is no role `agnet`"),
        Location("a.yaml", SPAN),
        Message("您是不是要写“agent”？", "did you mean `agent`?"),
        (Related(Message("在这里", "here"), Location("b.yaml")),),
    )


def test_a_full_report_shows_the_line_the_hint_and_what_is_related(diagnostic: Diagnostic) -> None:
    assert plain(in_full([diagnostic], "zh-CN")) == (
        "a.yaml:2:7: error SOP101 undefined-role: 没有角色“agnet”\n"
        "  2 | role: agnet\n"
        "    |       ^^^^^\n"
        "    = 提示：您是不是要写“agent”？\n"
        "    = b.yaml: 在这里\n"
        "\n"
    )


def test_a_concise_report_has_one_line_each(diagnostic: Diagnostic) -> None:
    several = Diagnostic("SOP001", "x", Severity.NOTE, Message("一\n二", "one\ntwo"), Location("b.yaml"))
    assert plain(in_lines([diagnostic, several], "en")) == (
        "a.yaml:2:7: error SOP101 undefined-role: there is no role `agnet`\nb.yaml: note SOP001 x: one⏎two\n"
    )


def test_counts_stand_at_the_end_of_a_report(diagnostic: Diagnostic) -> None:
    outcome = Outcome([diagnostic], ["a.yaml"], statistics=True)
    line = "a.yaml:2:7: error SOP101 undefined-role: there is no role `agnet`\n"
    table = "count  severity  rule\n    1  error     SOP101 undefined-role\n"
    assert concise(outcome, "en") == f"{line}Checked 1 file: 1 error.\n\n{table}"
    assert concise(outcome._replace(summary=False), "en") == line + table
    assert concise(outcome._replace(summary=False, statistics=False), "en") == line
    assert full(Outcome([], ["a.yaml"], statistics=True), "zh-CN") == "检查了 1 份文件，没有发现问题。\n"
