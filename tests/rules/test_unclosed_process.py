from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection
from sopgen.rules.unclosed_process import CLOSING

ROLES = "roles: {agent: 客服专员, customer: {name: 客户, external: true}}\n"
NEITHER = "the customer never hears the result, and the case is never filed"
NO_ANSWER = "the case is filed, but the customer never hears the result"


def flow(*steps: str, more: str = "") -> str:
    return ROLES + more + "steps:\n" + "".join(f"  - {step}\n" for step in steps)


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        (("登记客户报修", "确认客户地址", "派工", "上门维修"), NEITHER),
        (("登记客户报修", "联系客户了解现象", "派工", "通知仓库发货", "归档工单"), NO_ANSWER),
        (
            ("Register the customer's fault", "Call the customer to see what it is", "Repair it", "Put the tools back"),
            NEITHER,
        ),
    ],
)
def test_a_process_that_never_answers_the_customer_is_found_at_its_last_step(found, steps, message) -> None:
    assert found("unclosed-process", flow(*steps)) == [(2 + len(steps), message)]


@pytest.mark.parametrize(
    "last",
    [
        "回访客户",
        "向客户说明处理结果",
        "请客户签字",
        "{action: 完工, informed: customer}",
        "{action: 完工, decision: [{when: 客户确认}, {when: 客户不满, go_to: end}]}",
        "Call the customer back and ask whether it works",
        "Tell the customer what was done",
    ],
)
def test_a_step_near_the_end_closes_it(found, last) -> None:
    assert found("unclosed-process", flow("登记客户报修", "派工", "上门维修", last)) == []


@pytest.mark.parametrize(
    "more",
    [
        "exit_criteria: [客户确认产品恢复功能]\n",
        "states: [{id: a, name: 待回访}]\n",
        "records: {survey: 满意度调查表}\n",
        "type: sop-authoring\n",
    ],
)
def test_other_parts_may_say_so(found, more) -> None:
    assert found("unclosed-process", flow("登记客户报修", "派工", "上门维修", more=more)) == []


def test_what_is_not_for_customers_need_not(found) -> None:
    assert found("unclosed-process", "steps: [清点库存, 登记差异, 盘点备件]") == []
    assert (
        found("unclosed-process", "roles: {customer: {name: 客户, external: true}}\nclauses: [服务用语应当礼貌。]")
        == []
    )


def test_another_document_may_close_it(found) -> None:
    reference = "references: [{number: AFS-SOP-2026-006, title: 满意度回访}]\n"
    over = flow("登记客户报修", "派工", "{action: 转出, next: AFS-SOP-2026-006}", more=reference)
    assert found("unclosed-process", over) == []
    assert found("unclosed-process", flow("接听客户来电", "分流", "{action: 移交, next: AFS-SOP-2026-001}")) == []


def test_the_words_can_be_set(found) -> None:
    policy = Policy(Selection(("unclosed-process",)), options={CLOSING: ("归还工具",)})
    assert found("unclosed-process", flow("登记客户报修", "派工", "归还工具"), policy=policy) == []


@pytest.mark.parametrize(
    ("who", "last"),
    [
        ("旅客", "致电旅客，说明处理结果"),
        ("医院设备科", "请医院设备科签字"),
        ("Building Manager", "Have the building manager confirm that it runs"),
        ("System Owner", "Write to the owner what was found"),
    ],
)
def test_whom_the_document_serves_is_told_by_its_roles(found, who, last) -> None:
    language = "en" if who.isascii() else "zh-CN"
    text = (
        f"type: fault-repair\nlanguage: {language}\nroles: {{agent: 专员, other: {{name: {who}, external: true}}}}\n"
        "steps:\n  - 登记\n  - 派工\n  - 处置\n  - LAST\n"
    )
    assert found("unclosed-process", text.replace("LAST", last)) == []
    assert len(found("unclosed-process", text.replace("LAST", "收拾工具"))) == 1


def test_a_step_that_ends_the_process_counts_wherever_it_stands(found) -> None:
    steps = ("登记客户失物", "{action: 向客户归还失物, next: end}", "保管失物", "找不到失主", "捐出失物")
    assert found("unclosed-process", flow(*steps)) == []
    assert len(found("unclosed-process", flow(steps[0], "向客户归还失物", *steps[2:]))) == 1
