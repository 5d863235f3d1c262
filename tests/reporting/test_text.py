from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from sopgen.diagnostics import Diagnostic, Location, Message, Position, Related, Severity, Span
from sopgen.reporting.records import as_json
from sopgen.reporting.summary import rendered, summary
from sopgen.reporting.text import Fragment, concise, full

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
    assert plain(full([diagnostic], "zh-CN")) == (
        "a.yaml:2:7: error SOP101 undefined-role: 没有角色“agnet”\n"
        "  2 | role: agnet\n"
        "    |       ^^^^^\n"
        "    = 提示：您是不是要写“agent”？\n"
        "    = b.yaml: 在这里\n"
        "\n"
    )


def test_a_concise_report_has_one_line_each(diagnostic: Diagnostic) -> None:
    several = Diagnostic("SOP001", "x", Severity.NOTE, Message("一\n二", "one\ntwo"), Location("b.yaml"))
    assert plain(concise([diagnostic, several], "en")) == (
        "a.yaml:2:7: error SOP101 undefined-role: there is no role `agnet`\nb.yaml: note SOP001 x: one⏎two\n"
    )


def test_a_report_for_tools_holds_everything(diagnostic: Diagnostic) -> None:
    assert json.loads(as_json([diagnostic], "zh-CN")) == [
        {
            "file": "a.yaml",
            "line": 2,
            "column": 7,
            "end_line": 2,
            "end_column": 12,
            "severity": "error",
            "code": "SOP101",
            "rule": "undefined-role",
            "message": "没有角色“agnet”",
            "hint": "您是不是要写“agent”？",
            "related": [
                {
                    "file": "b.yaml",
                    "line": None,
                    "column": None,
                    "end_line": None,
                    "end_column": None,
                    "message": "在这里",
                }
            ],
        }
    ]
    assert as_json([], "en") == "[]\n"


def of(*severities: Severity) -> list[Diagnostic]:
    return [Diagnostic("SOP001", "x", severity, Message("", ""), Location("a")) for severity in severities]


def test_the_summary_counts_in_both_languages() -> None:
    found = of(Severity.NOTE, Severity.ERROR, Severity.ERROR, Severity.WARNING)
    assert summary(2, found) == Message(
        "检查了 2 份文件：2 个错误、1 个警告、1 个提示。", "Checked 2 files: 2 errors, 1 warning, 1 note."
    )
    assert summary(1, []) == Message("检查了 1 份文件，没有发现问题。", "Checked 1 file: nothing to report.")


def test_the_sentence_on_rendering_says_what_is_missing() -> None:
    assert rendered(1, "build/{a}.docx", 0, []).en == "Wrote build/{a}.docx."
    assert rendered(2, "build", 1, of(Severity.WARNING)) == Message(
        "已生成 2 份文档，在 build 里；1 份因上面的问题没有生成；另有 1 个警告，用 sopgen validate 查看。",
        "Wrote 2 documents to build; 1 not rendered, for the reasons above; "
        "1 warning besides, which `sopgen validate` shows.",
    )
    assert rendered(0, "build", 1, []).zh == "没有生成文档；1 份因上面的问题没有生成。"
