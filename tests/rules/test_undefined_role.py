from __future__ import annotations

import pytest

ROLES = "roles:\n  agent: 客服专员\n  engineer: {name: 技术支持工程师}\n  manager: 售后经理\n"


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("agnt", "did you mean `agent`?"),
        ("Agent", "did you mean `agent`?"),
        ("客服专员", "`客服专员` is the name of the role `agent`: write its id"),
        ("技术工程师", "did you mean `技术支持工程师`? write its id, `engineer`"),
        ("法务", "write an id that there is (agent, engineer, manager), or add `法务` under `roles`"),
        ("register", "`register` is the id of a step; the id of a role is needed here"),
    ],
)
def test_the_hint_says_what_was_probably_meant(told, wrong, hint) -> None:
    text = f"{ROLES}steps:\n  - {{id: register, action: 登记, role: {wrong}}}\n"
    assert told(text) == [("undefined-role", f"there is no role `{wrong}`", hint)]


def test_a_spec_without_roles_is_told_to_define_one(told) -> None:
    assert told("steps: [{action: 登记, role: agent}]\n") == [
        ("undefined-role", "there is no role `agent`", "no role is defined yet: add `agent` under `roles`")
    ]


def test_every_place_that_names_a_role_is_looked_at(checked) -> None:
    text = """
roles: {agent: {name: 客服专员, deputy: r1}}
role: r2
steps:
  - action: 登记
    role: [r3, agent, r4]
    accountable: r5
    consulted: r6
    informed: [r7]
    cautions: {note: 只对专员, for: r8}
    risk: {description: 信息泄露, owner: r9}
service_levels: {level: 重大, escalate_to: ra, notify: rb}
channels: {name: 电话, role: rc}
states: {id: open, name: 待处理, role: rd, next: {to: open, role: re}}
exceptions: {situation: 客户不在, response: 改期, role: rf, escalate_to: rg}
escalation: {to: rh}
scripts: {opening: {say: 您好, role: ri}}
records: {ticket: {name: 工单, owner: rj}}
risks: {description: 误判, owner: rk}
metrics: {name: 修复率, owner: rl}
training: {audience: rm, content: 全流程}
"""
    found = [one.message.en for one in checked(text) if one.rule == "undefined-role"]
    assert found == [f"there is no role `r{name}`" for name in "123456789abcdefghijklm"]


def test_many_wrong_roles_do_not_take_for_ever(checked) -> None:
    ids = [f"role-{number}" for number in range(400)]
    steps = "".join(f"  - {{action: 登记, role: {role}x}}\n" for role in ids)
    roles = "".join(f"  {role}: 专员\n" for role in ids)
    found = checked(f"roles:\n{roles}steps:\n{steps}")
    assert len(found) == 400
    assert found[0].hint.en == "did you mean `role-0`?"
    assert found[-1].hint.en.startswith("write an id that there is (role-0, role-1, ")
