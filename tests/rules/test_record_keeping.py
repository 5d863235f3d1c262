"""The rules about how forms are numbered and records are kept."""

from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection, incomplete_record, short_retention, unnumbered_form

RECORD = "records: {ticket: {name: 服务工单, retention: KEPT}}\n"
TWO_FORMS = "forms:\n  one: {title: 甲表, number: F-1}\n  two: 乙表\n".replace("two: 乙表", "two: {title: 乙表}")


def test_forms_may_all_go_without_a_number_where_the_policy_is_to_be_consistent(found) -> None:
    policy = Policy(Selection(("unnumbered-form",)), options={unnumbered_form.POLICY: "consistent"})
    assert found("unnumbered-form", TWO_FORMS, policy=policy) == [(3, "the form `乙表` has no number")]
    assert found("unnumbered-form", TWO_FORMS.replace(", number: F-1", ""), policy=policy) == []
    assert len(found("unnumbered-form", TWO_FORMS.replace(", number: F-1", ""))) == 2


def test_everything_that_a_record_lacks_is_told_at_once(checked) -> None:
    (found,) = checked("records: {ticket: 服务工单}\n", Selection(("incomplete-record",)))
    assert found.message.en == (
        "the record `服务工单` does not say who keeps it nor where it is kept nor for how long it is kept"
    )
    assert found.message.zh == "记录“服务工单”没有写明由谁保管、存放在哪里、保存多久"
    assert found.hint is not None
    assert found.hint.en == "add `owner`, `location`, `retention`"
    assert [*incomplete_record.LACKING] == ["owner", "location", "retention"]


@pytest.mark.parametrize(
    ("header", "kept", "years"),
    [
        ("type: fault-repair\n", "2年", 3),
        ("type: fault-repair\n", "36个月", None),
        ("type: fault-repair\n", "永久", None),
        ("type: consultation\n", "2年", None),
        ("type: consultation\n", "90天", 2),
        ("id: AFS-SOP-2026-001\n", "2年", 3),
        ("id: CS-SOP-2026-001\n", "2年", None),
        ("id: CS-SOP-2026-001\n", "18个月", 2),
    ],
)
def test_the_minimum_depends_on_the_type_else_on_the_number(found, header, kept, years) -> None:
    told = [message for _, message in found("short-retention", header + RECORD.replace("KEPT", kept))]
    assert len(told) == (years is not None)
    assert all(f"the {years}-year minimum" in message for message in told)


def test_the_minimum_can_be_set(found) -> None:
    options = {short_retention.YEARS: 5, short_retention.AFTER_SALES_NUMBERS: ()}
    policy = Policy(Selection(("short-retention",)), options=options)
    assert found("short-retention", RECORD.replace("KEPT", "3年"), policy=policy) == [
        (1, "the record `服务工单` is kept for 3年, less than the 5-year minimum for a record")
    ]
