from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection
from sopgen.rules.personal_data_in_text import ALLOW


def told(found, text: str, **others: object) -> list[str]:
    return [message for _, message in found("personal-data-in-text", f"background: {text}\n", **others)]


@pytest.mark.parametrize(
    "number", ["13912345670", "139-1234-5670", "139 1234 5670", "+86 13912345670", "8613912345670"]
)
def test_mobile_numbers_are_found(found, number) -> None:
    (message,) = told(found, f"夜间打{number}找值班人")
    assert message.startswith("the text gives a mobile number")


@pytest.mark.parametrize(
    ("number", "count"), [("11010519491231002X", 1), ("110105194912310021", 0), ("110105199913310029", 0)]
)
def test_identity_numbers_have_a_check_digit(found, number, count) -> None:
    assert len(told(found, f"证件 {number} 已核")) == count


@pytest.mark.parametrize(
    "address",
    [
        "zhang.san@corp.cn",
        "wangli@corp.cn",
        "li_ming88@corp.com.cn",
        "23456789@qq.com",
        "j.smith@corp.com",
        "zhaomin@163.com",
    ],
)
def test_addresses_of_people_are_found(found, address) -> None:
    assert told(found, f"发到 {address}。") == [f"the text gives the email address of a person, `{address}`"]


@pytest.mark.parametrize(
    "text",
    [
        "热线 400-820-8820、800-810-8888、95188、12345、110",
        "分机 8001，总机 010-62345678",
        "订单号 2026031312345678901 和 A13912345670",
        "流水 139123456701",
        "发到 info@corp.cn、service@corp.cn、kefu@163.com、after-sales@corp.cn、hr2@corp.cn",
        "格式如 name@example.com",
        "测试号 13800138000、13888888888",
        "金额 13912.50 元，序列号 SN13912345670",
        "号码 139****5670",
        "维修邮箱 repair.desk@corp.cn",
        "条码 110105194912310021",
    ],
)
def test_hotlines_shared_mailboxes_and_other_numbers_are_left_alone(found, text) -> None:
    assert told(found, text) == []


def test_examples_and_hints_show_what_a_number_looks_like(found) -> None:
    text = "forms: {f: {title: 表, fields: [{name: 电话, example: '13912345670', hint: 例如 13912345671}]}}\n"
    assert found("personal-data-in-text", text) == []


def test_it_is_found_in_quotes_and_names_too_at_the_very_number(checked) -> None:
    text = "roles:\n  boss: {name: 经理, contact: 手机“13912345670”}\n"
    (one,) = checked(text, Selection(("personal-data-in-text",)))
    assert str(one.location) == "spec.yaml:2:32"
    assert one.hint.en == "give an extension, a hotline or a role"


def test_a_repository_allows_numbers(found) -> None:
    policy = Policy(Selection(("personal-data-in-text",)), options={ALLOW: ("13912345670",)})
    assert told(found, "值班手机 13912345670", policy=policy) == []


@pytest.mark.parametrize(
    "text",
    [
        "订单号由系统生成，形如 13020240701",
        "Ask for the 11-digit serial number, which looks like 13811122233",
        "Call the Service Desk on +49 30 1234 5670",
    ],
)
def test_a_number_that_the_sentence_calls_a_code_or_a_desk_is_no_persons(found, text) -> None:
    assert told(found, text) == []


def test_a_number_beside_a_name_is_a_persons_in_every_country(found) -> None:
    assert told(found, "Call Rita on +351 912 305 678") == [
        "the text gives the phone number of Rita, `+351 912 305 678`"
    ]
    assert told(found, "订单号登记后，电话联系 13020240701") == ["the text gives a mobile number, `13020240701`"]
