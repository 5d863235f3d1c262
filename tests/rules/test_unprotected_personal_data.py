from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection, unprotected_personal_data

RULE = "unprotected-personal-data"


def form(fields: str, more: str = "") -> str:
    return f"forms:\n  repair: {{title: 登记表, {more}fields: [{fields}]}}\n"


@pytest.mark.parametrize(
    "field",
    [
        "客户姓名",
        "联系电话",
        "收货地址",
        "身份证号",
        "Customer's name",
        "Telephone",
        "Delivery address",
        "ID number",
        "E-mail",
    ],
)
def test_personal_data_is_told_by_the_name_of_the_field(found, field) -> None:
    assert found(RULE, form(field)) == [
        (2, f"the form `登记表` asks for personal data ({field}), but has no confidentiality")
    ]
    assert found(RULE, form(f"{{group: 信息, fields: [{field}]}}")) != []


@pytest.mark.parametrize(
    "field",
    [
        "产品名称",
        "客服姓名",
        "维修工程师电话",
        "{group: 维修工程师, fields: [姓名, 电话]}",
        "IP地址",
        "Product name",
        "Agent's phone",
        "IP address",
        "Headphones",
        "{group: Engineer, fields: [Full name, Phone]}",
    ],
)
def test_data_of_the_company_and_of_devices_is_not_personal(found, field) -> None:
    assert found(RULE, form(field)) == []


def test_a_record_protects_what_is_filled_in(found) -> None:
    assert found(RULE, form("联系电话", "confidentiality: internal, ")) == []
    assert found(RULE, form("联系电话") + "records: {file: {name: 档案, form: repair, confidentiality: 机密}}\n") == []
    assert len(found(RULE, form("联系电话") + "records: {file: {name: 档案, form: repair}}\n")) == 1


def test_a_public_form_is_told_that_it_is_public(found) -> None:
    (told,) = found(RULE, form("联系电话", "confidentiality: public, "))
    assert told[1] == "the form `登记表` asks for personal data (联系电话), but is public"


def test_further_words_can_be_set(found) -> None:
    options = {unprotected_personal_data.ADD: ("会员号",), unprotected_personal_data.ALLOW: ("团购",)}
    policy = Policy(Selection((RULE,)), options=options)
    assert found(RULE, form("会员号")) == []
    assert len(found(RULE, form("会员号"), policy=policy)) == 1
    assert found(RULE, form("团购电话"), policy=policy) == []
