"""A spec with problems is mended so far that the rules can look at the rest of it, and believed where they can be."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sopgen import rules
from sopgen.errors import SpecError
from sopgen.source import decode, parse
from sopgen.spec import load
from sopgen.spec.mending import mend

KEYS = ["steps", "roles", "forms", "action", "decision", "when", "fields", "name", "id", "x-own", "say"]
HEAD = "sopgen: 1\nid: AFS-SOP-2026-001\ntitle: 报修\nversion: V1.0\npurpose: 修好\nroles: {agent: 客服专员}\n"


def found(text: str) -> list[str]:
    """The names of what the rules say about a mended spec, with their lines."""
    tree = parse(decode(text.encode(), "spec.yaml"))
    with pytest.raises(SpecError):
        load(tree)
    mended = mend(tree)
    assert mended is not None
    told = rules.check(mended.spec, {}).diagnostics
    return [f"{one.location.span.start.line} {one.rule}" for one in told if one.location.span and mended.trusts(one)]


def test_a_misspelt_role_is_told_beside_a_time_limit_that_cannot_be_read() -> None:
    assert found(f"{HEAD}steps:\n  - {{action: 受理, role: agnet, time_limit: 尽快}}\n") == ["8 undefined-role"]


def test_what_follows_a_bad_item_of_a_list_stays_in_its_place() -> None:
    steps = "steps:\n  - action: [a, b]\n  - {action: 派工, role: agnet}\n"
    assert found(HEAD + steps) == ["9 undefined-role"]


def test_a_bad_item_of_a_list_of_texts_leaves_no_name_in_doubt() -> None:
    steps = "steps:\n  - {action: 受理, role: agent, outputs: [[form:refund]]}\n  - {action: 派工, role: agnet}\n"
    assert found(HEAD + steps) == ["9 undefined-role"]


def test_names_that_may_have_gone_with_a_problem_are_not_missed() -> None:
    misspelt = HEAD.replace("roles:", "roels:")
    assert found(f"{misspelt}steps:\n  - {{action: 受理, role: agent}}\n") == []
    assert found(f"{HEAD}steps:\n  - {{id: 'Bad Id', action: 受理, next: bad}}\n") == []


def test_a_missing_version_is_not_compared_with_the_last_revision() -> None:
    head = HEAD.replace("version: V1.0\n", "")
    assert found(f"{head}revisions: [{{version: V1.0, date: 2026-01-01}}]\n") == []


def test_keys_that_exclude_each_other_leave_the_rest_to_be_checked() -> None:
    both = "  - {id: a, action: 判断, next: b, decision: [{when: 是, go_to: c}], role: agnet}\n"
    assert "8 undefined-role" in found(f"{HEAD}steps:\n{both}")


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.none() | st.sampled_from(["x", "1", "[[a]]", "V1.0", "agent"]),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
        max_leaves=12,
    )
)
def test_whatever_is_written_mending_ends_without_an_error(value: object) -> None:
    text = HEAD + yaml.safe_dump({"steps": value, "forms": value, "states": value}, allow_unicode=True)
    tree = parse(decode(text.encode(), "spec.yaml"))
    mended = mend(tree)

    assert mended is None or all(one.rule for one in rules.check(mended.spec, {}).diagnostics)
