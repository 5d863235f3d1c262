from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection
from sopgen.rules.role_by_another_name import ALLOW

ROLES = "roles: {seat: 话务员, desk: 前台接待员, agent: 客服专员, manager: 售后经理, engineer: 维修工程师}\n"


@pytest.mark.parametrize(
    ("text", "variant", "name"),
    [
        ("由客服人员登记", "客服人员", "客服专员"),
        ("客服代表回访客户", "客服代表", "客服专员"),
        ("请售后主管批准", "售后主管", "售后经理"),
        ("通知维修师傅上门", "维修师傅", "维修工程师"),
        ("由接线员登记", "接线员", "话务员"),
        ("前台人员请客户稍坐", "前台人员", "前台接待员"),
    ],
)
def test_another_name_of_a_role_is_found(found, text, variant, name) -> None:
    told = found("role-by-another-name", f"{ROLES}steps:\n  - {text}\n")
    assert told == [(3, f"`{variant}` is called `{name}` under `roles`")]


@pytest.mark.parametrize(
    "text",
    [
        "steps: [由客服专员登记]\n",
        "steps: [由在线客服人员登记]\n",
        "steps: [通知现场维修人员]\n",
        "steps: [由客服主管批准]\n",
        "steps: [打电话给前台]\n",
        "steps: [登记工作人员姓名]\n",
        "definitions: {客服人员: 客服专员与组长的统称}\nsteps: [由客服人员登记]\n",
        "department: 客服代表\nsteps: [由客服代表登记]\n",
        "prepared_by: {name: 王*, position: 客服代表}\n",
        "scripts: {s: {say: 我是客服代表小王}}\n",
        "steps: [张贴“客服人员”字样]\n",
        "distribution: [客服人员]\n",
    ],
)
def test_what_is_not_the_role_is_left_alone(found, text) -> None:
    assert found("role-by-another-name", ROLES + text) == []


def test_a_word_for_two_roles_is_for_both(found) -> None:
    text = "roles: {a: 维修工程师, b: 维修专员}\nsteps: [由维修人员上门]\n"
    assert found("role-by-another-name", text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The service representative calls", 1),
        ("Service representatives call", 1),
        ("The service agent calls", 0),
        ("The self-service representative calls", 1),
        ("Service reporting is done", 0),
        ("The service technician calls", 0),
    ],
)
def test_english_names_are_compared_without_capitals(found, text, count) -> None:
    text = f"language: en\nroles: {{agent: Service Agent}}\nsteps:\n  - {text}\n"
    assert len(found("role-by-another-name", text)) == count


def test_it_is_told_once_in_a_text_at_the_very_words(checked) -> None:
    text = ROLES + "steps:\n  - 由客服人员登记，客服人员回访\n"
    (one,) = checked(text, Selection(("role-by-another-name",)))
    assert str(one.location) == "spec.yaml:3:6"
    assert one.hint.zh == "请写“客服专员”；确实是另一个角色的，请在 roles 中加上"


def test_a_repository_allows_names(found) -> None:
    policy = Policy(Selection(("role-by-another-name",)), options={ALLOW: ("客服人员",)})
    assert found("role-by-another-name", ROLES + "steps: [由客服人员登记]\n", policy=policy) == []
