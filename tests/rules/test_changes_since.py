"""The two rules that compare a spec with what it was at an earlier revision."""

from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection, understated_change

BEFORE = """
version: V1.0
roles: {agent: 客服专员, engineer: 维修工程师}
service_levels: [{level: 重大, criteria: 涉及安全, resolution: 24小时内}]
procedures:
  - id: repair
    title: 报修
    steps:
      - {id: register, action: 登记客户来电, role: agent, time_limit: 10分钟内}
      - {id: dispatch, action: 派工, role: agent, details: 按区域安排。}
      - {action: 上门维修, role: engineer, next: end}
      - {id: close, action: 归档}
"""
ROW = "revisions: [{version: V1.1, date: 2026-02-10, reason: 派工时限过紧}]\n"


def changed(*replacements: tuple[str, str]) -> str:
    text = BEFORE
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return text


def told(checked, rule: str, now: str, before: str = BEFORE, **options: object) -> list[list[str]]:
    values = {getattr(understated_change, key.upper()): value for key, value in options.items()}
    found = checked(now, policy=Policy(Selection((rule,)), options=values), before=before)
    return [[one.message.en, *(related.message.en for related in one.related)] for one in found]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("10分钟内", "30分钟内", "the time limit of the step `登记客户来电` has changed"),
        ("派工, role: agent", "派工, role: engineer", "somebody else does the step `派工`"),
        ("next: end", "next: close", "the step `上门维修` leads elsewhere"),
        ("action: 派工", "action: 请客户自行送修", "the step `请客户自行送修` does something else"),
        ("      - {id: close", "      - 回访客户\n      - {id: close", "the step `回访客户` is new"),
        ("      - {id: close, action: 归档}\n", "", "the step `归档` is gone"),
        ("engineer: 维修工程师", "engineer: 服务商工程师", "the role `服务商工程师` has changed"),
        ("24小时内", "48小时内", "a time limit of `service_levels` has changed"),
    ],
)
def test_steps_roles_and_times_need_a_version_and_a_great_one(checked, old, new, what) -> None:
    now = changed((old, new))
    assert told(checked, "unversioned-change", now) == [
        ["the document has changed, but its version is still V1.0", what]
    ]
    (found,) = told(checked, "understated-change", now.replace("V1.0", "V1.1"))
    assert found[0].endswith("have changed, but only the minor version has risen, from V1.0 to V1.1")
    assert found[1:] == [what]
    assert told(checked, "understated-change", now.replace("V1.0", "V2.0")) == []


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("按区域安排。", "按区域和技能安排。", "the words of the step `派工` have changed"),
        ("action: 派工", "action: 派工给工程师", "the words of the step `派工给工程师` have changed"),
        ("criteria: 涉及安全", "criteria: 涉及人身安全", "`service_levels` has changed"),
        ("title: 报修\n", "title: 报修处理\n", "`报修处理` has changed"),
    ],
)
def test_words_need_a_version_but_no_great_one(checked, old, new, what) -> None:
    now = changed((old, new))
    assert told(checked, "unversioned-change", now) == [
        ["the document has changed, but its version is still V1.0", what]
    ]
    assert told(checked, "understated-change", now.replace("V1.0", "V1.1")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("归档}", "归档}  # 回访之后"),
        ("{id: close, action: 归档}", "{action: '归档', id: close}"),
        ("details: 按区域安排。", 'details: "按区域\n        安排。"'),
        ("version: V1.0\n", "version: V1.0\nstatus: effective\napproved_by: 赵*\neffective_date: 2026-03-01\n"),
        ("version: V1.0\n", "version: V1.0\nx-owner: 售后\n"),
    ],
)
def test_what_does_not_print_and_what_a_release_changes_needs_no_version(checked, old, new) -> None:
    assert told(checked, "unversioned-change", changed((old, new))) == []


def test_a_draft_may_change(checked) -> None:
    now = changed(("10分钟内", "30分钟内"))
    draft = "status: draft" + BEFORE
    assert told(checked, "unversioned-change", now, draft) == []
    assert told(checked, "understated-change", now.replace("V1.0", "V1.1"), draft) == []


def test_a_new_version_needs_a_row_that_says_what_has_changed(checked) -> None:
    now = changed(("10分钟内", "30分钟内"), ("V1.0", "V1.1"))
    assert [found[0] for found in told(checked, "unversioned-change", now)] == [
        "the version has risen from V1.0 to V1.1, but `revisions` does not say what has changed"
    ]
    assert told(checked, "unversioned-change", now + ROW) == []


def test_a_lower_version_or_another_document_is_told_apart(checked) -> None:
    now = changed(("10分钟内", "30分钟内"))
    assert len(told(checked, "unversioned-change", now.replace("V1.0", "V0.9"))) == 1
    assert told(checked, "unversioned-change", "id: AFS-SOP-2026-009" + now) == []
    assert len(told(checked, "unversioned-change", now.replace("V1.0", "A/0"))) == 1  # of another scheme, without a row


def test_a_step_in_between_is_one_change_and_a_step_moved_is_one(checked) -> None:
    steps = "version: V1.0\nsteps: [登记, 派工, 上门, 回访, 归档]\n"
    between = told(checked, "unversioned-change", steps.replace("派工", "定级, 派工"), steps)
    assert between[0][1:] == ["the step `定级` is new"]
    moved = told(checked, "unversioned-change", "version: V1.0\nsteps: [登记, 派工, 回访, 上门, 归档]\n", steps)
    assert moved[0][1:] == ["the step `上门` stands elsewhere"]


def test_steps_are_found_again_behind_a_new_procedure(checked) -> None:
    new = "procedures:\n  - {id: booking, title: 预约, steps: [约定时间]}"
    assert told(checked, "unversioned-change", changed(("procedures:", new)))[0][1:] == ["the step `约定时间` is new"]


def test_what_asks_for_a_great_version_can_be_set(checked) -> None:
    now = changed(("10分钟内", "30分钟内"), ("V1.0", "V1.1"))
    assert told(checked, "understated-change", now, policy="any") == []
    assert told(checked, "understated-change", now, parts=("roles",)) == []


@pytest.mark.parametrize(("old", "new", "count"), [("A/0", "A/1", 1), ("A/0", "B/0", 0), ("V0.1", "V0.2", 0)])
def test_letters_are_great_and_before_the_first_release_there_is_no_great_version(checked, old, new, count) -> None:
    before = f"version: {old}\nsteps: [登记]\n"
    assert len(told(checked, "understated-change", f"version: {new}\nsteps: [登记, 派工]\n", before)) == count
