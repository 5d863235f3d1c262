"""What the shapes and keys of the language are for is said in every language, and of nothing else."""

from __future__ import annotations

import re

import pytest

from sopgen.spec.descriptions import described, reference_words
from sopgen.spec.kinds import fields_of
from sopgen.spec.models import models
from sopgen.spec.shape import Shape

MODELS = [*models()]
CHINESE = reference_words("zh-CN")["shapes"]


@pytest.mark.parametrize("model", MODELS)
def test_every_key_has_one_in_chinese_and_nothing_else_has(model: type[Shape]) -> None:
    told = described(model, "zh-CN")
    assert sorted(told.keys) == sorted(field.key for field in fields_of(model))
    assert [
        text for text in (told.title, told.about, *told.keys.values()) if not re.search("[\u4e00-\u9fff]", text)
    ] == []


def test_every_chinese_one_is_of_a_model() -> None:
    there_are = {holder.__name__ for model in MODELS for holder in model.__mro__ if issubclass(holder, Shape)}
    assert len(CHINESE) > 30
    assert CHINESE.keys() <= there_are


def test_a_key_is_described_once() -> None:
    """What two models have from a third is said there; a model says only what is different about it."""
    common = CHINESE["ControlledDocument"]["keys"]
    assert common
    for name in ("Sop", "Handbook"):
        assert not common.keys() & CHINESE[name]["keys"].keys()


def test_chinese_ones_fit_into_a_table_and_end_as_sentences() -> None:
    for model in MODELS:
        told = described(model, "zh-CN")
        assert not [
            text for text in (told.about, *told.keys.values()) if "|" in text or "\n" in text or text[-1] != "。"
        ]


def test_titles_name_one_shape_each() -> None:
    for language in ("zh-CN", "en"):
        titles = [described(model, language).title for model in MODELS]
        assert len({*titles}) == len(titles)


def test_examples_are_of_the_same_shapes() -> None:
    shown = {
        language: {model for model in MODELS if described(model, language).example} for language in ("zh-CN", "en")
    }
    assert shown["zh-CN"] == shown["en"]


def test_the_words_of_the_page_are_the_same_in_every_language() -> None:
    english, chinese = reference_words("en"), reference_words("zh-CN")
    assert chinese.keys() - english.keys() == {"shapes"}
    assert english.keys() <= chinese.keys()
    assert list(english["takes"]) == list(chinese["takes"])
