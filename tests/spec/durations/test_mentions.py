from __future__ import annotations

import pytest

from sopgen.spec.durations.mentions import mentions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("24小时内给出方案", [("24小时", True)]),
        ("自受理起 72 小时之内完成，一次修复率不低于85%", [("72 小时", True)]),
        ("A proposal Within 24 hours, closed in 5 Business Days", [("24 hours", True), ("5 Business Days", True)]),
        ("平均处理时长≤48h", [("48h", True)]),
        ("每间隔2-4小时联系一次，不超过半天", [("2-4小时", False), ("半天", True)]),
        ("7日后回访", [("7日", False)]),
        ("2026年3月1日起执行，接通率不低于95%", [("1日", False)]),
        ("无时限", []),
        ("the second time", []),
    ],
)
def test_lengths_are_found_where_they_stand(text: str, found: list[tuple[str, bool]]) -> None:
    assert [(text[one.start : one.end], one.is_limit) for one in mentions(text)] == found
