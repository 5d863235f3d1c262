"""Sums beside the limits that they exceed."""

from __future__ import annotations

import pytest

from sopgen.rules.base.sums import told_beside
from sopgen.spec.durations import Duration, WorkCalendar, parse_length, parse_time_limit


def beside(total: str, limit: str, calendar: WorkCalendar) -> tuple[str, str]:
    length = sum((parse_length(part).upper for part in total.split("+")), Duration())
    told = told_beside(length, parse_time_limit(limit).upper, limit, calendar)
    return told.zh, told.en


@pytest.mark.parametrize(
    ("total", "limit", "zh", "en"),
    [
        ("29小时", "24小时内", "1天5小时，即29小时", "1 day 5 hours (29 hours)"),
        ("29小时", "within 1 day", "1天5小时", "1 day 5 hours"),
        ("29小时", "当日", "1天5小时", "1 day 5 hours"),
        ("125分钟", "≤ 90 min", "2小时5分钟，即125分钟", "2 hours 5 minutes (125 minutes)"),
        ("23小时", "1小时", "23小时", "23 hours"),
        ("9天", "1周内", "9天", "9 days"),
        ("50小时", "PT24H", "2天2小时，即50小时", "2 days 2 hours (50 hours)"),
        (
            "1个工作日+4小时",
            "24小时",
            "1个工作日加4小时（实际时间至少28小时）",
            "1 business day and 4 hours (at least 28 hours by the clock)",
        ),
        ("6个工作日", "7天", "6个工作日（实际时间至少8天）", "6 business days (at least 8 days by the clock)"),
        (
            "3天+25分钟",
            "3个工作日",
            "3天25分钟（可能超过3个工作日）",
            "3 days 25 minutes (can be more than 3 business days)",
        ),
        ("4天", "2~3 business days", "4天（可能长达4个工作日）", "4 days (can be 4 business days)"),
        ("8天", "5个工作日", "8天（可能长达6个工作日）", "8 days (can be 6 business days)"),
        ("6天", "5个工作日", "6天（可能超过5个工作日）", "6 days (can be more than 5 business days)"),
        (
            "1个工作日+3天",
            "3个工作日",
            "1个工作日加3天（可能长达4个工作日）",
            "1 business day and 3 days (can be 4 business days)",
        ),
        ("3个工作日+2小时", "3个工作日", "3个工作日加2小时", "3 business days and 2 hours"),
        ("3个工作日", "2个工作日", "3个工作日", "3 business days"),
        (
            "30个工作小时",
            "3个工作日",
            "30个工作小时，即3个工作日6个工作小时",
            "30 business hours (3 business days 6 business hours)",
        ),
        ("2个工作日", "10个工作小时", "2个工作日，即16个工作小时", "2 business days (16 business hours)"),
        ("26小时", "8个工作小时", "1天2小时（可能长达10个工作小时）", "1 day 2 hours (can be 10 business hours)"),
        ("5小时", "半天", "5小时（可能超过0.6个工作日）", "5 hours (can be more than 0.6 business days)"),
    ],
)
def test_a_sum_is_told_in_the_unit_of_the_limit_as_well(total: str, limit: str, zh: str, en: str) -> None:
    assert beside(total, limit, WorkCalendar()) == (zh, en)


def test_conversion_goes_by_the_calendar() -> None:
    calendar = WorkCalendar(hours_per_day=7.5, days_per_week=6)
    assert beside("8天", "5个工作日", calendar)[1] == "8 days (can be 7 business days)"
    assert beside("2个工作日", "10个工作小时", calendar)[1] == "2 business days (15 business hours)"
