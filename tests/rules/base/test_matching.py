from __future__ import annotations

import pytest

from sopgen.rules.base.matching import any_of


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("回访", "电话回访客户", True),
        ("^待", "待确认", True),
        ("^待", "接待", False),
        ("中$", "处理中", True),
        ("中$", "中止", False),
        ("call", "Call the customer", True),
        ("call", "recalled", False),
        ("archiv*", "Archiving", True),
        ("^open$", "open", True),
        ("^open$", "reopened", False),
        ("a.b", "axb", False),
    ],
)
def test_words_are_found_as_words(word: str, text: str, found: bool) -> None:
    assert bool(any_of((word,)).search(text)) is found


def test_no_words_find_nothing() -> None:
    assert not any_of(()).search("")
