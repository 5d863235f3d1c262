"""The rules about signatures and dates."""

from __future__ import annotations

import pytest

DATES = {
    "prepared_by": "{{name: 甲, date: {}}}",
    "reviewed_by": "{{name: 乙, date: {}}}",
    "approved_by": "{{name: 丙, date: {}}}",
    "effective_date": "{}",
    "review_date": "{}",
}


def signed(**dates: str) -> str:
    return "".join(f"{key}: {DATES[key].format(date)}\n" for key, date in dates.items())


def test_dates_may_fall_on_one_day_or_be_missing(found) -> None:
    same = signed(**dict.fromkeys([*DATES][:4], "2026-03-01"))
    assert found("dates-out-of-order", same) == []
    assert found("dates-out-of-order", signed(prepared_by="2026-03-01", review_date="2027-03-01")) == []


def test_dates_are_compared_with_the_last_one_that_is_there(found) -> None:
    text = signed(prepared_by="2026-03-02", effective_date="2026-03-01", review_date="2026-03-01")
    assert found("dates-out-of-order", text) == [
        (2, "the effective date, 2026-03-01, is before the preparation date, 2026-03-02"),
        (3, "the review date, 2026-03-01, is the day of taking effect"),
    ]


@pytest.mark.parametrize("status", ["draft", "in-review", "trial", "superseded", "retired"])
def test_only_a_document_in_force_needs_an_approval(found, status) -> None:
    assert found("effective-without-approval", f"status: {status}\n") == []
    assert len(found("effective-without-approval", "status: effective\n")) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("status: effective\nreview_date: 2026-03-01\n", 0),
        ("status: effective\nreview_date: 2026-02-28\n", 1),
        ("status: trial\nreview_date: 2026-02-28\n", 1),
        ("status: draft\nreview_date: 2026-02-28\n", 0),
        ("status: retired\nreview_date: 2026-02-28\n", 0),
        ("review_date: 2026-02-28\n", 0),
        ("effective_date: 2025-02-28\nreview_date: 2026-02-28\n", 1),
    ],
)
def test_a_review_is_overdue_on_the_day_after_its_date_for_what_is_in_force(found, text, count) -> None:
    assert len(found("overdue-review", text)) == count
