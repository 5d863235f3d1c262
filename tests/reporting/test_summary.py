from __future__ import annotations

from sopgen.diagnostics import Diagnostic, Location, Message, Severity
from sopgen.reporting.outcome import Outcome
from sopgen.reporting.summary import rendered, summary


def of(*severities: Severity) -> list[Diagnostic]:
    return [Diagnostic("SOP001", "x", severity, Message("", ""), Location("a")) for severity in severities]


def test_the_summary_counts_in_both_languages() -> None:
    found = of(Severity.NOTE, Severity.ERROR, Severity.ERROR, Severity.WARNING)
    assert summary(Outcome(found, ["a", "b"])) == Message(
        "检查了 2 份文件：2 个错误、1 个警告、1 个提示。", "Checked 2 files: 2 errors, 1 warning, 1 note."
    )
    assert summary(Outcome([], ["a"])) == Message(
        "检查了 1 份文件，没有发现问题。", "Checked 1 file: nothing to report."
    )


def test_the_summary_says_what_is_not_shown() -> None:
    outcome = Outcome(of(Severity.ERROR), ["a"], hushed=of(Severity.NOTE, Severity.NOTE), known=3)
    assert summary(outcome) == Message(
        "检查了 1 份文件：1 个错误；另有 2 个提示没有列出；基线中的 3 个问题没有列出。",
        "Checked 1 file: 1 error; 2 notes not shown; 3 known from the baseline.",
    )


def test_the_sentence_on_rendering_says_what_is_missing() -> None:
    assert rendered(1, "build/{a}.docx", 0).en == "Wrote build/{a}.docx."
    assert rendered(2, "build", 1) == Message(
        "已生成 2 份文档，在 build 里；1 份因上面的问题没有生成。",
        "Wrote 2 documents to build; 1 not rendered, for the reasons above.",
    )
    assert rendered(0, "build", 1).zh == "没有生成文档；1 份因上面的问题没有生成。"
