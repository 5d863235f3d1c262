"""The rules about what a spec defines and nobody uses: forms, scripts, systems, records."""

from __future__ import annotations

import pytest

STEPS = "steps: [登记客户来电, 回复客户]\n"
FORM = "forms: {visit: {title: 上门服务单, number: AFS-F-001}}\n"
SCRIPT = "scripts: {apology: {title: 致歉, say: 给您添麻烦了}}\n"
SYSTEMS = "resources: [{name: 工单系统, kind: system}, {name: 呼叫平台, kind: system}]\n"
RECORDS = "records: {ticket: 服务工单, call: {name: 通话录音, form: visit}}\n"


@pytest.mark.parametrize(
    "use",
    [
        "steps: [{action: 登记客户来电, forms: visit}]\n",
        "steps: [{action: 填写上门服务单}]\n",
        "steps: [{action: 填写 AFS-F-001}]\n",
        STEPS + "records: {visit: {name: 服务档案, form: visit}}\n",
        STEPS + "clauses: ['上门应填写[[form:visit]]。']\n",
        "clauses: [上门服务应留存凭证。]\n",
        "",
    ],
)
def test_a_form_that_something_names_is_used_and_so_is_one_without_steps(found, use) -> None:
    assert found("unused-form", use + FORM) == []


def test_a_form_is_not_used_by_its_own_words(found) -> None:
    text = STEPS + "forms:\n  visit: {title: 上门服务单, fields: [上门服务单编号]}\n"
    assert found("unused-form", text) == [(3, "no step fills in the form `上门服务单`")]


@pytest.mark.parametrize(
    "use",
    [
        "steps: [{action: 登记客户来电, scripts: apology}]\n",
        "steps: [{action: 用致歉话术安抚客户}]\n",
        STEPS + "faq: [{question: 客户生气怎么办？, answer: '说[[script:apology]]。'}]\n",
        "",
    ],
)
def test_a_script_that_something_names_is_used(found, use) -> None:
    assert found("unused-script", use + SCRIPT) == []


def test_a_script_may_say_itself_when_it_is_spoken(found) -> None:
    assert found("unused-script", STEPS + "scripts: {apology: {say: 给您添麻烦了, when: 客户等待超过1分钟}}\n") == []
    assert len(found("unused-script", STEPS + SCRIPT)) == 1
    assert found("unused-script", STEPS + "scripts:\n  apology: 给您添麻烦了\n") == [
        (3, "no step uses the script `apology`, and it does not say when it is spoken")
    ]


@pytest.mark.parametrize(
    "steps",
    [
        STEPS,  # no step says in which system it is done
        "steps: [{action: 登记, system: [工单系统, 呼叫平台]}]\n",
        "steps: [{action: 用呼叫平台外呼, system: 工单系统}]\n",
    ],
)
def test_a_system_is_used_by_name_or_where_no_step_names_any(found, steps) -> None:
    assert found("unused-resource", steps + SYSTEMS) == []


def test_tools_and_materials_need_no_step(found) -> None:
    steps = "steps: [{action: 登记, system: 工单系统}]\n"
    assert (
        found("unused-resource", steps + "resources: [{name: 工单系统, kind: system}, {name: 万用表, kind: tool}]\n")
        == []
    )
    assert [line for line, _ in found("unused-resource", steps + SYSTEMS)] == [2]


@pytest.mark.parametrize(
    ("steps", "unused"),
    [
        (STEPS, []),  # no step says which records it makes
        ("steps: [{action: 登记, records: [ticket, call]}]\n", []),
        ("steps: [{action: 登记, records: ticket, forms: visit}]\n", []),
        ("steps: [{action: 保存通话录音, records: ticket}]\n", []),
        ("steps: [{action: 登记, records: ticket, details: '见[[record:call]]'}]\n", []),
        ("steps: [{action: 登记, records: ticket}]\n", ["no step makes the record `通话录音`"]),
    ],
)
def test_a_record_is_made_by_a_step_by_its_form_or_by_name(found, steps, unused) -> None:
    assert [message for _, message in found("unused-record", steps + RECORDS + FORM)] == unused
