from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection, missing_section

RULE = "missing-section"


def missing(found, text: str, *sections: str) -> list[str]:
    policy = Policy(Selection((RULE,)), options={missing_section.SECTIONS: sections})
    return [message for _, message in found(RULE, text, policy=policy)]


def test_nothing_is_required_unless_it_is_set(found) -> None:
    assert found(RULE, "") == []


@pytest.mark.parametrize(
    "text",
    [
        "steps: [登记]\nsections: [{title: 培训要求, body: 见下。}]\n",
        "procedures: [{title: 甲, steps: [登记]}]\nsections: [{id: 培训要求, title: 培训, body: 见下。}]\n",
    ],
)
def test_parts_go_by_key_and_sections_by_id_or_title(found, text) -> None:
    assert missing(found, text, "purpose", "steps", "procedures", "培训要求") == []


def test_each_that_is_missing_is_told(found) -> None:
    assert missing(found, "exceptions: []\n", "exceptions", "steps", "培训要求") == [
        "the required section `exceptions` is missing",
        "the required section `steps` is missing",
        "the required section `培训要求` is missing",
    ]
