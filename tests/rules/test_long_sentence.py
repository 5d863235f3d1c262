from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection
from sopgen.rules.long_sentence import CHARACTERS, WORDS


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("字" * 90, None),
        ("字" * 91, 91),
        ("字" * 60 + "。" + "字" * 60, None),
        ("字" * 60 + "；" + "字" * 60, None),
        ("字" * 80 + " ABCDEFGHIJKLMNOPQRSTUVWXYZ 2026 Wi-Fi", None),
    ],
)
def test_a_chinese_sentence_has_ninety_characters_at_most(found, text, count) -> None:
    expected = [] if count is None else [(1, f"this sentence has {count} characters")]
    assert found("long-sentence", f"background: {text}\n") == expected


@pytest.mark.parametrize(("words", "count"), [(40, None), (41, 41)])
def test_an_english_sentence_has_forty_words_at_most(found, words, count) -> None:
    text = f"language: en\nbackground: Short one. {'word ' * words}. Another.\n"
    expected = [] if count is None else [(2, f"this sentence has {count} words")]
    assert found("long-sentence", text) == expected


def test_items_of_lists_cells_and_code_are_no_sentence(found) -> None:
    items = "".join(f"  - {'字' * 30}\n" for _ in range(5))
    row = "  | " + " | ".join(["字" * 30] * 5) + " |\n"
    code = "  ```\n  " + "码" * 120 + "\n  ```\n"
    for text in (items, row, code):
        assert found("long-sentence", f"background: |\n{text}") == []


def test_lines_that_join_are_one_sentence_and_its_beginning_is_pointed_at(checked) -> None:
    text = f"background: |\n  开头。{'字' * 60}\n  {'词' * 60}。\n"
    (one,) = checked(text, Selection(("long-sentence",)))
    assert (str(one.location), one.severity.label) == ("spec.yaml:2:6", "note")


def test_the_lengths_can_be_set(found) -> None:
    policy = Policy(Selection(("long-sentence",)), options={CHARACTERS: 10, WORDS: 5})
    assert len(found("long-sentence", "background: 这是一个超过十个字的句子\n", policy=policy)) == 1
    assert len(found("long-sentence", "language: en\nbackground: one two three four five six\n", policy=policy)) == 1
