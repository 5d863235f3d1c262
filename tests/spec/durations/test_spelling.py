"""Folding a text and widening an expression undo each other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.spec.durations.spelling import anchored, fold, in_words, trim, widen

EXPRESSION = in_words(r"within +(?:a|half) +(?:day|hour|minute)|一[0-9]{1,2}天?|t *\+ *(?:日|周)|--?")
texts = st.lists(
    st.sampled_from(
        ["within", "Within", "a", "AN", "an", "half", " ", "\t", "　", "days", "h", "m", "M", "minutes", "一"]
    )
    | st.sampled_from(["1", "２", "天", "日", "周", "T", "＋", "+", "~", "—", "x", "\x80", "\u00a0"]),
    max_size=8,
).map("".join)


@given(texts)
def test_a_widened_expression_takes_what_folds_to_the_narrow_one(text: str) -> None:
    assert bool(re.fullmatch(EXPRESSION, fold(text))) == bool(re.fullmatch(widen(EXPRESSION), text))


@pytest.mark.parametrize("text", ["within an hour", "Within half days", "一1天", "T ＋日", "～—"])
def test_forms_of_one_spelling_are_taken(text: str) -> None:
    assert re.fullmatch(EXPRESSION, fold(text))
    assert re.fullmatch(widen(EXPRESSION), text)


def test_a_capital_m_is_not_a_minute() -> None:
    assert fold("m") == fold("minutes") != fold("M")


def test_words_nobody_declared_never_match() -> None:
    assert fold("soon") == fold("\x80") == fold("é") == "\0"


@given(st.text())
def test_folding_never_makes_a_text_longer(text: str) -> None:
    assert len(fold(text)) <= len(text)


def test_an_anchored_expression_forgives_space_around() -> None:
    pattern = anchored("a|b")
    assert [bool(re.search(pattern, text)) for text in ("a", " b\n", "　a", "ab", "xa")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert trim("\n　a b\u00a0") == "a b"
