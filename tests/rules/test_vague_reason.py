from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection, vague_reason

RULE = "vague-reason"


def revised(reason: str) -> str:
    return f"revisions: [{{version: V0.9, date: 2026-01-01}}, {{version: V1.0, date: 2026-02-01{reason}}}]\n"


@pytest.mark.parametrize(
    "reason",
    [
        "修改", "优化。", "流程优化", "内容更新、完善", "根据公司要求修订", "按实际情况调整部分内容", "版本升级", "例行修订", "无",
        "Update", "minor changes", "Updated the document", "General revision of the procedure", "Changes as required",
    ],
)  # fmt: skip
def test_words_that_say_only_that_something_changed_are_no_reason(found, reason) -> None:
    told = found(RULE, revised(f', reason: "{reason}"'))
    assert told == [(1, f"`{reason}` does not say why the revision was made")]


@pytest.mark.parametrize(
    "reason",
    [
        "试点反馈派工时限过紧", "客诉集中在改期", "工单系统升级", "组织架构调整", "年度复审", "新增线上渠道", "三包规定修订",
        "Pilot teams found the dispatch limit too tight", "New ticket system", "Audit finding 12 changed step 4", "Annual review",
    ],
)  # fmt: skip
def test_what_gave_rise_to_a_revision_is_a_reason(found, reason) -> None:
    assert found(RULE, revised(f', reason: "{reason}"')) == []


def test_only_the_first_revision_needs_no_reason(found) -> None:
    assert found(RULE, revised("")) == [(1, "nothing says why V1.0 was made")]


def test_further_words_can_be_set(found) -> None:
    text = revised(", reason: 迭代内容")
    policy = Policy(Selection((RULE,)), options={vague_reason.ADD: ("迭代",)})
    assert found(RULE, text) == []
    assert len(found(RULE, text, policy=policy)) == 1


@pytest.mark.parametrize("reason", ["various", "业务发展需要", "根据公司管理要求", "—"])
def test_a_reason_of_words_that_add_nothing_is_none(found, reason) -> None:
    first, second = "{version: V1.0, date: 2025-01-01}", f"{{version: V1.1, date: 2026-01-01, reason: {reason}}}"
    assert [line for line, _ in found("vague-reason", f"revisions:\n  - {first}\n  - {second}\n")] == [3]
