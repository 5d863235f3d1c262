"""Findings get their place in the text; comments suppress them; what reading warned of goes the same way."""

from __future__ import annotations

import pytest

from sopgen.rules import Selection
from sopgen.rules.selection import NOTICES


def places(found) -> list[str]:
    return [f"{one.location.span.start.line}:{one.location.span.start.column} {one.rule}" for one in found]


def test_findings_are_sorted_by_place(checked) -> None:
    text = "steps:\n  - {action: 登记, forms: slip, role: agent, next: nowhere}\n"
    assert places(checked(text)) == ["2:25 unknown-form", "2:37 undefined-role", "2:50 unknown-step-target"]


def test_a_bare_value_and_a_value_for_a_list_have_places(checked) -> None:
    text = "roles: {agent: 客服专员}\nchannels: 见 [[hotline]]\nscope: 见 [[hotline]]\n"
    assert places(checked(text)) == ["3:12 unknown-reference"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("background: 见 [[a-b]]。\n", "1:17"),
        ("background: '见 [[a-b]]。'\n", "1:18"),
        ('background: "一\\n二 [[a-b]]。"\n', "1:21"),
        ("background: |\n  第一行。\n\n  见 [[ a-b ]]。\n", "4:8"),
        ("background: >-\n  第一行\n  见 [[a-b]]。\n", "3:7"),
        ("background: 写 `[[a-b]]`，见 [[a-b]]。\n", "1:29"),
        ('background: "\\u89c1 [[a\\u002db]]"\n', "1:13"),
    ],
    ids=["plain", "quoted", "escapes before it", "block", "folded", "the second of two", "escapes in it"],
)
def test_a_reference_is_pointed_at_inside_its_text(checked, text, place) -> None:
    assert places(checked(text)) == [f"{place} unknown-reference"]


def test_each_of_several_references_is_pointed_at(checked) -> None:
    found = checked("background: |\n  [[aa]] 与 [[bb]]，\n  再看 [[aa]]。\n")
    assert places(found) == ["2:5 unknown-reference", "2:14 unknown-reference", "3:8 unknown-reference"]


def test_what_an_alias_repeats_is_found_once_where_it_is_written(checked) -> None:
    text = "steps:\n  - {action: 登记, role: &who agnt}\n  - {action: 归档, role: *who}\n"
    assert places(checked(text)) == ["2:29 undefined-role"]


def test_a_finding_has_a_path_that_stays_when_lines_move(checked) -> None:
    step = "  - {id: book, action: 登记, role: agnt}\n"
    before, after = checked(f"steps:\n{step}"), checked(f"steps:\n  - 受理\n\n{step}")
    assert [one.path for one in before] == [one.path for one in after] == ["/steps/book/role"]


def test_a_related_place_is_located_too(checked) -> None:
    found = checked("steps:\n  - {id: a, action: 登记}\n  - {id: a, action: 归档}\n")
    assert [str(related.location) for related in found[0].related] == ["spec.yaml:2:10"]


SUPPRESSED = {
    "at the end of the line": """
steps:
  - action: 登记
    role: agnt  # sopgen: ignore[undefined-role] 外包
""",
    "in the line above": """
steps:
  - action: 登记
    # sopgen: ignore[undefined-role] 外包
    role: agnt
""",
    "above other comments": """
steps:
  - action: 登记
    # sopgen: ignore[undefined-role]

    # 外包人员
    role: agnt
""",
    "above a block of text": """
# sopgen: ignore[unknown-reference]
background: |
  第一行。

  见 [[nowhere]]。
""",
    "at the header of a block of text": """
background: |  # sopgen: ignore[unknown-reference]
  第一行。
  见 [[nowhere]]。
""",
    "inside a list over several lines": """
steps:
  - action: 登记
    forms: [
      # sopgen: ignore[unknown-form]
      slip,
    ]
""",
    "by code": """
steps:
  - {action: 登记, role: agnt}  # sopgen: ignore[SOP101]
""",
    "several rules": """
steps:
  - {action: 登记, role: agnt, forms: slip}  # sopgen: ignore[undefined-role, unknown-form]
""",
    "with full-width marks": """
steps:
  - {action: 登记, role: agnt, forms: slip}  # sopgen：ignore【undefined-role、unknown-form】外包
""",
    "on any line of what is found": """
tables:
  - title: 上门费
    columns: [区域, 费用]
    rows:
      - - 市区
        - 50
        - 每次  # sopgen: ignore[uneven-row]
""",
    "a warning of reading": """
# sopgen: ignore[cut-off-text]
background: 见 #频道
""",
}


@pytest.mark.parametrize("text", SUPPRESSED.values(), ids=SUPPRESSED.keys())
def test_a_comment_suppresses_findings_on_its_lines(checked, text) -> None:
    assert checked(text) == ()
    assert len(checked(text.replace("ignore", "no"))) >= 1


def test_a_comment_does_not_reach_further(checked) -> None:
    text = "steps:\n  # sopgen: ignore[undefined-role]\n  - action: 登记\n    role: agnt\n"
    assert places(checked(text)) == ["2:3 unused-suppression", "4:11 undefined-role"]


def test_a_comment_suppresses_only_the_rules_it_names(checked) -> None:
    text = "steps:\n  - {action: 登记, role: agnt, forms: slip}  # sopgen: ignore[undefined-role]\n"
    assert places(checked(text)) == ["2:37 unknown-form"]


def test_what_looks_like_a_comment_in_a_text_suppresses_nothing(checked) -> None:
    text = 'steps:\n  - {action: "登记 # sopgen: ignore[undefined-role]", role: agnt}\n'
    assert places(checked(text)) == ["2:59 undefined-role"]


def test_unused_names_of_a_comment_are_found_one_by_one(checked) -> None:
    text = "steps:\n  - {action: 登记, role: agnt}  # sopgen: ignore[undefined-role, unknown-form, uneven-row]\n"
    assert [(one.rule, one.message.en) for one in checked(text)] == [
        ("unused-suppression", "there is no finding of `uneven-row` here to ignore"),
        ("unused-suppression", "there is no finding of `unknown-form` here to ignore"),
    ]


def test_a_comment_for_a_rule_that_was_not_looked_for_is_not_unused(checked) -> None:
    text = "steps:\n  - {action: 登记, role: agnt}  # sopgen: ignore[undefined-role]\n"
    assert checked(text, Selection(ignore=("undefined-role",))) == ()


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("sopgen: ignore[undefind-role]", "there is no rule `undefind-role`"),
        ("sopgen: ignore[unknown-key]", "there is no rule `unknown-key`"),
        ("sopgen: ignore[SOP1]", "there is no rule `SOP1`"),
        ("sopgen: ignore undefined-role", "this comment does not say which rule to ignore"),
        ("sopgen: ignore[]", "this comment does not say which rule to ignore"),
        ("sopgen: ingore[undefined-role]", "`sopgen: ingore` is not a comment that sopgen knows"),
    ],
)
def test_a_comment_that_names_no_rule_is_found(checked, comment, message) -> None:
    found = checked(f"steps: [登记]  # {comment}\n")
    assert [(one.rule, one.message.en, str(one.location)) for one in found] == [
        ("invalid-suppression", message, "spec.yaml:1:14")
    ]


@pytest.mark.parametrize("comment", ["sopgen: 1", "sopgen: 见团队约定", "the sopgen: ignore[x] comment"])
def test_a_comment_that_speaks_to_people_is_left_alone(checked, comment) -> None:
    assert checked(f"# {comment}\nsteps: [登记]\n") == ()


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.rule)
def test_all_that_reading_warns_of_is_told(checked, notice) -> None:
    text = "summary: 见 #频道\nbackground: 说明\n  - 一\npreconditions:\n  -甲\ntriggers:\n  note：来电\nexit_criteria: [结案, 或者撤诉]\n"
    assert [one.code for one in checked(text, Selection(select=(notice.rule,)))] == [notice.code]


def test_what_reading_warned_of_is_selected_like_a_rule(checked) -> None:
    text = "background: 见 #频道\nsteps: [{action: 登记, role: agnt}]\n"
    assert places(checked(text)) == ["1:15 cut-off-text", "2:28 undefined-role"]
    assert places(checked(text, Selection(select=("cut-off-text",)))) == ["1:15 cut-off-text"]
    assert places(checked(text, Selection(ignore=("SOP04",)))) == ["2:28 undefined-role"]
