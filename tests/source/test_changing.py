"""Changes to a file leave all else as it was, to the character, or are not made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.changes import Append, Change, Rename, Reorder, Replace
from sopgen.errors import ReadError
from sopgen.source import Source, changed, parse

SPEC = """# ours
title:  "故障, 报修"   # a title
purpose: 'it''s, all'
roles: {agent: 客服, lead: &who 组长}   # two
steps:
  - id: one    # first
    action: 登记,核对
    role: agnt
  # between
  -   id: two
      action: |
        记录,并且
        核对,归档
      role: *who
tags: [甲, 乙]
"""


def after(*changes: Change, text: str = SPEC) -> str | None:
    made = changed(parse(Source("a.yaml", text, "")), changes)
    return made.tree.source.text if made else None


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (Replace(("steps", 0, "role"), "agent"), "role: agnt", "role: agent"),
        (Replace(("title",), 'a "b"'), '"故障, 报修"', '"a \\"b\\""'),
        (Replace(("purpose",), "it's"), "'it''s, all'", "'it''s'"),
        (Replace(("steps", 0, "role"), "a: b # c"), "agnt", '"a: b # c"'),
        (Replace(("title",), "，", ", ", 0), "故障, 报修", "故障，报修"),
        (Replace(("purpose",), "'", ",", 0), "it''s, all", "it''s'' all"),
        (Replace(("steps", 1, "action"), "，", ",", 6), "核对,归档", "核对，归档"),
        (Rename(("steps", 0, "action"), "title"), "action: 登记", "title: 登记"),
        (Reorder(("tags",), (1, 0)), "[甲, 乙]", "[乙, 甲]"),
        (Append(("tags",), (("k", "v"),)), "乙]", "乙, {k: v}]"),
        (Append(("steps",), (("id", "三"), ("action", "a: b"))), "*who\n", '*who\n  - {id: 三, action: "a: b"}\n'),
        (Append(("more",), (("k", "v"),)), "乙]\n", "乙]\nmore:\n  - {k: v}\n"),
    ],
)
def test_what_is_changed_is_all_that_changes(change: Change, old: str, new: str) -> None:
    assert SPEC.count(old) == 1
    assert after(change) == SPEC.replace(old, new)


@pytest.mark.parametrize("change", [Replace(("title",), "x"), Reorder(("tags",), (1, 0)), Append(("tags",), ())])
@pytest.mark.parametrize("bad", ["\u2028", "\x07", "\x85", "\ufeff"])
def test_forbidden_characters_stay_for_their_author_to_see(bad: str, change: Change) -> None:
    text = SPEC.replace("登记", f"登{bad}记").replace("甲", f"甲{bad}")
    with pytest.raises(ReadError) as error:
        parse(Source("a.yaml", text, ""))
    tree = error.value.tree
    assert tree is not None
    made = changed(tree, [change])
    assert made is not None
    assert made.tree.written.text.count(bad) == 2
    assert "\ufffd" not in made.tree.written.text


def test_items_of_a_list_change_places_with_their_comments() -> None:
    text = "a:\n- {v: 2}  # two\n# note\n- v: 1  # one\n  w: 3\nb: 4\n"
    assert after(Reorder(("a",), (1, 0)), text=text) == "a:\n- v: 1  # one\n  w: 3  # two\n# note\n- {v: 2}\nb: 4\n"


def test_several_changes_are_made_together() -> None:
    text = after(Replace(("title",), "，", ", ", 0), Replace(("steps", 0, "action"), "，", ",", 0))
    assert text == SPEC.replace("故障, 报", "故障，报").replace("登记,核对", "登记，核对")


@pytest.mark.parametrize(
    "change",
    [
        Replace(("nowhere",), "x"),
        Replace(("steps", 7, "role"), "x"),
        Replace(("steps", 1, "action"), "x"),
        Replace(("roles", "lead"), "x"),
        Replace(("steps", 1, "role"), "x"),
        Replace(("title",), "x", "nothing like it"),
        Replace(("steps", 0, "action"), " #", ","),
        Rename(("title",), "purpose"),
        Reorder(("tags",), (0, 0)),
        Append(("title",), (("k", "v"),)),
        Append(("a", "b"), (("k", "v"),)),
    ],
    ids=[
        "nothing there", "no such item", "a whole block of text", "what an alias repeats", "an alias",
        "no such part", "would begin a comment", "a key that is there", "no order", "no list", "no place for a list",
    ],
)  # fmt: skip
def test_what_would_change_anything_else_is_not_done(change: Change) -> None:
    assert after(change) is None


def test_changes_that_meet_are_not_made() -> None:
    assert after(Replace(("title",), "a"), Replace(("title",), "b")) is None


TEXT = st.text("ab ,:#'\"{}[]&*!|>%@`客服\\-?~", min_size=1, max_size=12)


@given(TEXT, TEXT, st.sampled_from(["{}", "'{}'", '"{}"', "|\n    {}"]))
def test_a_text_is_replaced_by_any_other_or_left_alone(old: str, new: str, manner: str) -> None:
    text = f"a:\n  k: {manner.format(old)}  # c\n  z: 1\n"
    try:
        tree = parse(Source("a.yaml", text, ""))
    except Exception:
        return
    result = changed(tree, [Replace(("a", "k"), new)])
    if result is not None:
        assert result.tree.data == {**tree.data, "a": {**tree.data["a"], "k": new}}
        assert result.tree.source.text.endswith("  z: 1\n")
