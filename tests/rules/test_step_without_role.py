from __future__ import annotations

ROLES = "roles: {agent: 客服专员, customer: {name: 客户, external: true}}\n"


def test_the_role_of_what_is_around_a_step_is_its_own(found) -> None:
    text = (
        ROLES
        + "procedures:\n  - {title: A, role: agent, steps: [登记]}\n  - {title: B, steps: [{action: 办, role: agent, steps: [查]}]}"
    )
    assert found("step-without-role", text) == []


def test_what_only_holds_others_needs_no_role(found) -> None:
    text = ROLES + "steps: [{action: 办, steps: [{action: 查, role: agent}]}, {action: 转, call: AFS-SOP-2026-009}]"
    assert found("step-without-role", text) == []


def test_an_action_that_begins_with_who_does_it_says_so(found) -> None:
    text = ROLES + "steps:\n  - {action: 登记, role: agent}\n  - 客服专员回访客户\n  - 客户签字"
    assert found("step-without-role", text) == [(5, "nothing says who does step 3")]


def test_a_procedure_without_any_role_is_found_once(found) -> None:
    assert found("step-without-role", "steps: [登记, 派工, 归档]") == [
        (1, "nothing says who does the steps of this procedure")
    ]
