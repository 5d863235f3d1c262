from __future__ import annotations

NONE = "no role has responsibilities"


def test_a_few_steps_need_no_table_of_responsibilities(found) -> None:
    text = "roles: {agent: 客服专员, lead: 班组长}\nsteps: [{action: 登记, role: agent}, {action: 审批, role: lead}, {action: 办, role: agent}, {action: 归档, role: agent}]"
    assert found("role-without-responsibilities", text) == []
    assert found("role-without-responsibilities", text.replace("[{", "[{action: 接听, role: agent}, {")) == [(1, NONE)]


def test_outsiders_and_those_who_do_not_act_need_none(found) -> None:
    text = """
roles:
  agent: {name: 客服专员, responsibilities: [登记]}
  customer: {name: 客户, external: true}
  lead: 班组长
steps: [{action: 登记, role: agent}, {action: 签字, role: customer, informed: lead}]
"""
    assert found("role-without-responsibilities", text) == []
