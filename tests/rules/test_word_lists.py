"""The word lists are whole, alike in both languages, and a word in them is found as a word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sopgen.resources import templates
from sopgen.rules.base.word_lists import word_list
from sopgen.source import parse, read

FILES = {path.stem: parse(read(path)).data for path in (templates() / "words").glob("*.yaml")}
WITH_ADVICE = ("vague-words", "placeholders", "banned-phrases", "empty-actions")


def groups() -> Iterator[object]:
    for language, data in FILES.items():
        for key in WITH_ADVICE:
            for number, group in enumerate(data[key]["groups"], 1):
                yield pytest.param(group, id=f"{language} {key} {number}")


def test_both_languages_have_the_same_lists() -> None:
    assert set(FILES) == {"zh-CN", "en"}
    assert [*FILES["zh-CN"]] == [*FILES["en"]]
    assert all(words for data in FILES.values() for words in data.values())


@pytest.mark.parametrize("group", [*groups()])
def test_every_group_has_words_and_advice_in_both_languages(group) -> None:
    assert group["words"]
    assert set(group["advice"]) == {"zh", "en"}
    assert all(text.strip() for text in group["advice"].values())
    assert set(group) <= {"words", "advice", "unless"}
    assert group.get("unless", "limit") in ("limit", "amount", "reference", "offer")


@pytest.mark.parametrize("language", FILES)
@pytest.mark.parametrize("key", WITH_ADVICE)
def test_a_word_is_listed_once_and_longer_words_contain_one(language, key) -> None:
    data = FILES[language][key]
    listed = [word for group in data["groups"] for word in group["words"]]
    assert len(listed) == len(set(listed))
    words = word_list(key, language)
    assert [*words.entries] == listed
    assert [word for word in words.longer if not any(short in word for short in listed)] == []
    assert [word for word in words.longer if word in words.entries] == []


@pytest.mark.parametrize("language", FILES)
def test_english_words_are_in_small_letters_unless_capitals_are_meant(language) -> None:
    listed = [word for key in WITH_ADVICE for word in word_list(key, language).entries if word.isascii()]
    odd = [word for word in listed if word != word.lower() and not word[0].isupper()]
    assert odd == []
