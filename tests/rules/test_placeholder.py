from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection
from sopgen.rules.placeholder import ADD, ALLOW


def marks(found, text: str, **others: object) -> list[str]:
    return [message.split("`")[1] for _, message in found("placeholder", text, **others)]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("background: TODO\n", "TODO"),
        ("background: 负责人 TBD。\n", "TBD"),
        ("background: 联系方式待定。\n", "待定"),
        ("background: 本节待补充\n", "待补充"),
        ("title: XX产品报修\n", "XX"),
        ("department: ××部门\n", "××"),
        ("background: 联系人：XXX\n", "XXX"),
        ("background: （此处填写背景）\n", "（此处填写背景）"),
        ("background: 见 [insert link]\n", "[insert link]"),
        ("background: 由 <your team> 负责\n", "<your team>"),
        ("background: 时限为???\n", "???"),
        ("background: To be determined by the team.\n", "To be determined"),
        ("background: Lorem ipsum dolor.\n", "Lorem ipsum"),
        ("forms: {f: {title: 表, number: XXX}}\n", "XXX"),
    ],
)
def test_what_is_still_to_be_filled_in_is_found(found, text, mark) -> None:
    assert marks(found, text) == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "background: 待定级的工单，待补充材料的工单\n",
        "background: 未定价的产品等待定价\n",
        "background: 手机号写成 138XXXX1234，编号写成 FK-XXXX\n",
        "background: 尺寸 3×2，XXL 号，xx@example.com\n",
        "background: 标记写作 `TODO` 或“待定”\n",
        "background: The todo list, TODOs and mastodons\n",
        "background: 为什么？？\n",
        "prepared_by: {name: 王XX}\n",
        "states: [{id: open, name: 待定}]\n",
        "states: [{id: open, name: 待定}]\nbackground: 工单处于待定\n",
        "forms: {f: {title: 表, numbering: 'FK-{date}-XXX', fields: [{name: 姓名, example: 张XX}]}}\n",
        "scripts: {s: {say: '您好，{姓名}'}}\n",
        "background: 链接见 [表格](insert/table)\n",
    ],
)
def test_what_only_looks_unfinished_is_left_alone(found, text) -> None:
    assert marks(found, text) == []


def test_a_blank_of_a_script_is_a_variable(checked) -> None:
    (one,) = checked("scripts: {s: {say: 您好，工号XXX为您服务，我是XXX。}}\n", Selection(("placeholder",)))
    assert one.hint.en == "write what is filled in while speaking as a blank: {name}"
    assert str(one.location) == "spec.yaml:1:25"


def test_a_repository_adds_and_allows_marks(found) -> None:
    policy = Policy(Selection(("placeholder",)), options={ADD: ("暂缺",), ALLOW: ("TBD", "XX")})
    assert marks(found, "background: 暂缺，TBD，XX，TODO\n", policy=policy) == ["暂缺", "TODO"]
