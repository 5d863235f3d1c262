from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection
from sopgen.rules.empty_action import ADD, ALLOW


@pytest.mark.parametrize(
    "action",
    [
        "处理",
        "跟进。",
        "客户回访流程",
        "投诉处理流程",
        "售后服务工作",
        "注意服务质量",
        "做好客户服务工作",
        "提高服务意识",
        "加强沟通",
        "确保客户满意",
        "等通知",
        "组长介入",
        "由客服主管跟进",
    ],
)
def test_a_topic_or_a_wish_is_found(found, action) -> None:
    assert found("empty-action", f"steps:\n  - action: {action}\n") == [(2, f"`{action}` does not say what is done")]


@pytest.mark.parametrize(
    "action",
    [
        "归档", "回访", "派工", "登记客户报修信息", "启动应急流程", "进入退换货流程", "按投诉处理流程登记", "客户签署确认单", "注意保护现场并拍照",
        "确保设备断电", "检查产品质量", "评估服务质量", "改善意见汇总后上报", "处理客户投诉", "回访客户确认使用情况", "客户在场时核对工作内容",
        "转主管处理", "通知维修师傅跟进", "安排客服专员负责",
    ],
)  # fmt: skip
def test_an_action_is_left_alone(found, action) -> None:
    assert found("empty-action", f"steps:\n  - action: {action}\n") == []


@pytest.mark.parametrize(
    ("action", "empty"),
    [
        ("Handling", True),
        ("Complaint handling process", True),
        ("Registering complaints", True),
        ("Ensure customer satisfaction", True),
        ("Pay attention to service quality", True),
        ("Bring the spare parts", False),
        ("Ring the customer", False),
        ("Follow the escalation procedure", False),
        ("Return the unit for processing", False),
        ("Packing and shipping of the exchange", True),
        ("Quality of drying", True),
        ("Completion of the form", True),
        ("Using the meter, measure the voltage", False),
        ("Check the quality", False),
        ("Archive", False),
        ("Ensure the power is off", False),
    ],
)
def test_english_actions_begin_with_a_verb(found, action, empty) -> None:
    assert bool(found("empty-action", f"language: en\nsteps:\n  - action: {action}\n")) is empty


def test_titles_may_be_names(found) -> None:
    assert found("empty-action", "steps: [{title: 客户回访流程, action: 回访客户}]\n") == []


def test_a_wish_goes_into_the_standard(checked) -> None:
    (one,) = checked("steps: [注意服务质量]\n", Selection(("empty-action",)))
    assert one.hint.en == "say what is done; what is wished for goes into `standard` or `rules`"


def test_a_repository_adds_and_allows_actions(found) -> None:
    policy = Policy(Selection(("empty-action",)), options={ADD: ("走单",), ALLOW: ("跟进",)})
    told = found("empty-action", "steps:\n  - 走单\n  - 跟进\n", policy=policy)
    assert [line for line, _ in told] == [2]


@pytest.mark.parametrize(
    ("response", "empty"),
    [
        ("等通知", True),
        ("Team Lead", True),
        ("the team lead steps in", True),
        ("Ask the team lead to call back", False),
    ],
)
def test_a_response_to_an_exception_is_an_action(found, response, empty) -> None:
    language = "en" if response.isascii() else "zh-CN"
    text = f"language: {language}\nroles: {{lead: Team Lead}}\nexceptions:\n  - {{situation: 停电, response: {response}}}\n"
    assert [line for line, _ in found("empty-action", text)] == ([4] if empty else [])
