from __future__ import annotations


def test_a_document_without_steps_uses_its_roles_in_its_own_way(found) -> None:
    assert found("unused-role", "roles: {agent: 客服专员}\nclauses: [本制度自发布之日起施行。]") == []


def test_a_role_that_a_text_names_is_used(found) -> None:
    text = "roles: {agent: 客服专员, lead: 班组长}\nrole: agent\nsteps: [登记]\nROLE"
    assert found("unused-role", text.replace("ROLE", "")) == [(1, "nothing in the document needs the role `班组长`")]
    for place in (
        "distribution: [各班组长]",
        "rules: [{must: 重大事项请示班组长}]",
        "training: [{audience: lead, content: 全文}]",
    ):
        assert found("unused-role", text.replace("ROLE", place)) == []


def test_what_a_role_says_of_itself_does_not_count(found) -> None:
    text = "roles:\n  agent: 客服专员\n  lead: {name: 班组长, responsibilities: [班组长值班], deputy: lead}\nrole: agent\nsteps: [登记]"
    assert [line for line, _ in found("unused-role", text)] == [3]


def test_an_id_that_is_misspelt_may_be_meant_for_it(found) -> None:
    text = "roles: {agent: 客服专员, lead: 班组长}\nsteps: [{action: 登记, role: agnt}, {action: 审批, role: lead}]"
    assert found("unused-role", text) == []


def test_an_outsider_may_be_called_by_the_last_word_of_the_name(found) -> None:
    text = "roles: {owner: {name: System Owner, external: true}REST}\nsteps: [Call the owner, Test the system]\n"
    assert found("unused-role", text.replace("REST", "")) == []
    assert len(found("unused-role", text.replace("REST", ", other: Process Owner"))) == 2
