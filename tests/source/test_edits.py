from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.source import decode, parse
from sopgen.source.edits import replaced, scalar

TEXT = """\
# 头
title: 报修   # 标题
by: {name: "王*", date: 2026-01-05}   # 人
revisions:
  - {version: V1.0,
     date: 2026-01-05}

note: 'it''s'
"""


def test_only_the_values_change() -> None:
    tree = parse(decode(TEXT.encode(), "a.yaml"))
    values = {
        ("title",): "退货: #1",
        ("by", "date"): "2027-02-03",
        ("revisions", 0, "date"): "2027-02-03",
        ("note",): "说明",
        ("revisions", 1, "date"): "no such",
        ("by", "none"): "no such",
        ("by",): "a map stays",
    }
    expected = TEXT.replace("title: 报修", 'title: "退货: #1"').replace("2026-01-05", "2027-02-03")
    assert replaced(tree, values) == expected.replace("'it''s'", "说明")


@pytest.mark.parametrize("value", ["报修", "2026-03-01", "AFS-SOP-2026-001", "Fault Report", "退换货（国内）"])
def test_ordinary_values_need_no_quotes(value: str) -> None:
    assert scalar(value) == value


@given(st.text(st.characters(exclude_categories=["C"], exclude_characters="\u2028\u2029"), min_size=1))
def test_any_text_is_read_back_as_it_was(value: str) -> None:
    for text in (f"title: {scalar(value)}  # c\n", f"[{{a: {scalar(value)}, b: c}}]\n"):
        data = parse(decode(f"x: {text}".encode() if text[0] == "[" else text.encode(), "a.yaml")).data
        assert isinstance(data, dict)
        found = data.get("title") or data["x"][0]["a"]  # type: ignore[index, call-overload]
        assert found == value
