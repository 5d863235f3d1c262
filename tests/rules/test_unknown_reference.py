from __future__ import annotations

import pytest

TEXT = """
roles: {agent: 客服专员}
procedures: [{id: repair, title: 报修处理, steps: [{id: fix, action: 维修}]}]
forms: {slip: {title: 客户报修登记表}}
scripts: {opening: {say: 您好}}
clauses: [{id: notice, text: 正文}]
tables: [{id: fees, title: 上门费标准, columns: [区域]}]
states: [{id: open, name: 待处理}]
records: {ticket: {name: 报修工单}}
sections: [{id: policy, title: 备件管理, body: 正文}]
background: "见 [[REFERENCE]]。"
"""


@pytest.mark.parametrize(
    "reference",
    [
        "fix", " fix ", "procedure:repair", "procedure: repair", "form:slip", "script:opening", "clause:notice",
        "table:fees", "state:open", "record:ticket", "section:policy", "AFS-SOP-2026-001", "AFS-SOP-2026-001/fix",
    ],
)  # fmt: skip
def test_everything_that_has_an_id_can_be_referred_to(told, reference) -> None:
    assert told(TEXT.replace("REFERENCE", reference)) == []


@pytest.mark.parametrize(
    ("reference", "message", "hint"),
    [
        ("fixx", "refers to the step `fixx`, which does not exist", "did you mean `[[fix]]`?"),
        ("Fix", "refers to the step `Fix`, which does not exist", "did you mean `[[fix]]`?"),
        ("维修", "refers to the step `维修`, which does not exist", "did you mean `[[fix]]`?"),
        ("slip", "refers to the step `slip`, which does not exist", "did you mean `[[form:slip]]`?"),
        (
            "客户报修登记表",
            "refers to the step `客户报修登记表`, which does not exist",
            "did you mean `[[form:slip]]`?",
        ),
        ("form：slip", "refers to the step `form：slip`, which does not exist", "did you mean `[[form:slip]]`?"),
        ("form:fees", "refers to the form `fees`, which does not exist", "did you mean `[[table:fees]]`?"),
        ("form:slips", "refers to the form `slips`, which does not exist", "did you mean `[[form:slip]]`?"),
        ("表单:slip", ": nothing can be referred to as `表单`", "did you mean `[[form:slip]]`?"),
        ("step:fix", ": nothing can be referred to as `step`", "did you mean `[[fix]]`?"),
        (
            "role:agent",
            ": nothing can be referred to as `role`",
            "roles cannot be referred to: write the name of the role",
        ),
        (
            "clause:zzz",
            "refers to the clause `zzz`, which does not exist",
            "write the id of a clause of this file; to print the brackets themselves, write \\[[",
        ),
        (
            "图:zzz",
            ": nothing can be referred to as `图`",
            (
                "before the colon may stand: procedure, form, script, clause, table, state, record, section; "
                "nothing stands before a step or a document number"
            ),
        ),
        (
            "afs-sop-2026-001",
            "refers to the step `afs-sop-2026-001`, which does not exist",
            "did you mean `[[AFS-SOP-2026-001]]`?",
        ),
    ],
)
def test_a_reference_to_nothing_is_found_with_what_was_probably_meant(told, reference, message, hint) -> None:
    space = "" if message.startswith(":") else " "
    expected = ("unknown-reference", f"[[{reference}]]{space}{message}", hint)
    assert told(TEXT.replace("REFERENCE", reference)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "background: 写作 `[[nowhere]]`\n",
        "background: |\n  ```\n  [[nowhere]]\n  ```\n",
        "background: '\\[[nowhere]]'\n",
        "scripts: {opening: {say: '[[nowhere]]', avoid: ['[[nowhere]]']}}\n",
        "tables: [{title: '[[nowhere]]', columns: ['[[nowhere]]']}]\n",
        "roles: {agent: {name: '[[nowhere]]'}}\n",
        "properties: {x-note: '[[nowhere]]'}\nx-note: '[[nowhere]]'\n",
    ],
)
def test_code_say_titles_names_and_own_keys_hold_no_references(told, text) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "purpose: '[[nowhere]]'\n",
        "steps: ['[[nowhere]]']\n",
        "steps: [{action: 登记, optional: '[[nowhere]]'}]\n",
        "tables: [{title: 费用, columns: [区域], rows: [['[[nowhere]]']]}]\n",
        "definitions: {工单: '[[nowhere]]'}\n",
        "steps: [{action: 登记, time_limit: {within: 2小时, from: '[[nowhere]]'}}]\n",
        "clauses: ['[[nowhere]]']\n",
        "forms: {slip: {title: 登记表, fields: [{name: 姓名, hint: '[[nowhere]]'}]}}\n",
    ],
)
def test_texts_hold_references(told, text) -> None:
    assert [found[0] for found in told(text)] == ["unknown-reference"]
