from __future__ import annotations

import pytest

from sopgen.errors import UsageError
from sopgen.rules import Selection, select
from sopgen.rules.registry import RULES
from sopgen.rules.selection import NOTICES, left_out

TEXT = "steps:\n  - {action: 登记, role: agnt, forms: slip, records: log}\n"


@pytest.mark.parametrize(
    ("select", "ignore", "rules"),
    [
        ((), (), {"undefined-role", "unknown-form", "unknown-record"}),
        (("undefined-role",), (), {"undefined-role"}),
        (("SOP402", "undefined-role"), (), {"undefined-role", "unknown-form"}),
        (("sop4",), (), {"unknown-form", "unknown-record"}),
        ((), ("SOP4",), {"undefined-role"}),
        (("SOP4",), ("unknown-form",), {"unknown-record"}),
        (("SOP",), ("SOP",), set()),
    ],
)
def test_rules_are_chosen_by_name_code_and_beginning_of_code(checked, select, ignore, rules) -> None:
    assert {one.rule for one in checked(TEXT, Selection(select, ignore))} == rules


def test_all_rules_are_looked_for_unless_some_are_selected() -> None:
    assert left_out(Selection()) == frozenset()
    assert {rule.name for rule in RULES} == left_out(Selection(ignore=("SOP",))) - {one.rule for one in NOTICES}


@pytest.mark.parametrize(
    ("word", "message", "hint"),
    [
        ("undefind-role", "there is no rule `undefind-role`", "did you mean `undefined-role`?"),
        ("SOP999", "no rule has a code that begins with `SOP999`", "the name of a rule"),
        ("SOP052", "no rule has a code that begins with `SOP052`", "keeps a spec from being read"),
        ("unknown-key", "there is no rule `unknown-key`", "keeps a spec from being read"),
        ("missing-key", "there is no rule `missing-key`", "keeps a spec from being read"),
        ("", "there is no rule ``", "the name of a rule"),
        ("SOP1011", "there is no rule `SOP1011`", "the name of a rule"),
    ],
)
def test_a_word_that_fits_no_rule_is_a_usage_error(word, message, hint) -> None:
    with pytest.raises(UsageError) as caught:
        select(ignore=[word])
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.rule, diagnostic.location.file, diagnostic.message.en) == ("unknown-rule", "--ignore", message)
    assert hint in diagnostic.hint.en


def test_every_word_that_fits_no_rule_is_told() -> None:
    with pytest.raises(UsageError) as caught:
        select(["nonsense", "SOP1"], ignore=["SOP9999"])
    assert [one.location.file for one in caught.value.diagnostics] == ["--select", "--ignore"]
