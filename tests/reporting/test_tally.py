from __future__ import annotations

from sopgen.diagnostics import Diagnostic, Location, Message, Severity
from sopgen.reporting.tally import tally


def of(code: str, rule: str, severity: Severity, count: int) -> list[Diagnostic]:
    return [Diagnostic(code, rule, severity, Message("", ""), Location("a"))] * count


FOUND = [
    *of("SOP301", "slow-step", Severity.NOTE, 2),
    *of("SOP102", "unused-role", Severity.WARNING, 2),
    *of("SOP101", "undefined-role", Severity.ERROR, 12),
]


def test_rules_are_counted_the_most_broken_and_the_worst_first() -> None:
    assert tally(FOUND, "en") == (
        "count  severity  rule\n"
        "   12  error     SOP101 undefined-role\n"
        "    2  warning   SOP102 unused-role\n"
        "    2  note      SOP301 slow-step\n"
    )


def test_columns_stand_in_line_in_chinese_too() -> None:
    assert tally(FOUND, "zh-CN") == (
        "次数  级别  规则\n"
        "  12  错误  SOP101 undefined-role\n"
        "   2  警告  SOP102 unused-role\n"
        "   2  提示  SOP301 slow-step\n"
    )


def test_there_is_no_table_without_findings() -> None:
    assert tally([], "en") == ""
