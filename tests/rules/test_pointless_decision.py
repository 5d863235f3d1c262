from __future__ import annotations

import pytest


def spec(decision: str, second: str = "") -> str:
    return f"steps:\n  - action: 切换线路\n    decision: {decision}\n  - {{id: standby, action: 启动备用机房{second}}}\n  - 通知客户\n"


@pytest.mark.parametrize(
    "decision",
    [
        "[{when: 成功}, {when: 失败, go_to: standby}]",
        "[{when: 成功, go_to: end}, {when: 失败, go_to: end}, {when: 部分成功, go_to: end}]",
        "{branches: [{when: 成功}], otherwise: standby}",
    ],
)
def test_branches_that_all_lead_to_the_same_are_found(found, decision) -> None:
    message = "whatever branch of the decision of step 1 is taken, it leads to the same"
    assert found("pointless-decision", spec(decision)) == [(3, message)]


@pytest.mark.parametrize(
    "decision",
    [
        "[{when: 成功, go_to: end}, {when: 失败}]",
        "{branches: [{when: 成功, go_to: end}], otherwise: standby}",
        "[{when: 成功}, {when: 失败, go_to: nowhere}]",
        "[{when: 失败}]",
    ],
)
def test_branches_that_part_are_not(found, decision) -> None:
    assert found("pointless-decision", spec(decision)) == []


def test_a_step_that_is_done_only_in_one_case_parts_them(found) -> None:
    assert found("pointless-decision", spec("[{when: 成功}, {when: 失败}]", ", when: 切换失败")) == []
