from __future__ import annotations

from sopgen.rules import Policy, Selection
from sopgen.rules.unmasked_name import POLICY

TEXT = """
prepared_by: Wang Lei
approved_by: "赵*"
countersigned_by: [{name: 周正}, {name: 法务部}]
revisions: [{version: V1.0, date: 2026-01-05, author: 王磊, reason: 首次发布}]
"""


def test_names_are_masked_only_where_the_policy_says_so(found) -> None:
    masked = Policy(Selection(("unmasked-name",)), options={POLICY: "masked"})
    assert found("unmasked-name", TEXT) == []
    assert [line for line, _ in found("unmasked-name", TEXT, policy=masked)] == [2, 4, 5]
