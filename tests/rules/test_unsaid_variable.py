from __future__ import annotations

import pytest

SCRIPT = "scripts: {{opening: {{say: '{say}', variables: {{{name}: 四位数字}}}}}}\n"


@pytest.mark.parametrize(
    ("say", "name"),
    [("您好，{工号}", "工号"), ("{ 工号 }号", "工号"), ("{agent no_1}", "agent no_1"), ("{{{工号}}}", "工号")],
)
def test_a_variable_that_is_said_is_fine(told, say, name) -> None:
    assert told(SCRIPT.format(say=say, name=name)) == []


@pytest.mark.parametrize(
    ("say", "name", "hint"),
    [
        ("您好", "工号", "write `{工号}` in `say`, or delete this line"),
        ("您好，{{工号}}", "工号", "write `{工号}` in `say`, or delete this line"),
        ("您好，{客服工号}", "工号", "did you mean `客服工号`?"),
        ("您好，｛工号｝", "工号", "write `{工号}` in `say`, or delete this line"),
    ],
)
def test_a_variable_that_is_not_said_is_found(told, say, name, hint) -> None:
    assert told(SCRIPT.format(say=say, name=name)) == [
        ("unsaid-variable", f"the script does not say the variable `{name}`", hint)
    ]


def test_a_blank_need_not_be_explained(told) -> None:
    assert told("scripts: {opening: {say: '您好，{工号}'}}\n") == []
