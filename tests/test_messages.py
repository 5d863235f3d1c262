"""Every sentence that sopgen may say is there in Chinese and in English, with the same blanks to fill in."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import sopgen
from sopgen.diagnostics import Message
from tests.test_english import AMERICAN, OTHER_WORDS

CHINESE = re.compile("[一-鿿]")
UNLIKE = {
    "sopgen.reporting.summary.FILES",  # Chinese has no plural
    "sopgen.reporting.summary.CHECKED",
    "sopgen.rules.placeholder.BLANK",  # shows a blank of a script as people write it in each language
}
"""What is put together otherwise in the two languages."""


def messages() -> Iterator[tuple[str, Message]]:
    for module in pkgutil.walk_packages(sopgen.__path__, "sopgen."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Message):
                    yield f"{module.name}.{name}", value


def blanks(text: str) -> set[str]:
    return set(re.findall(r"(?<!\{)\{(\w+)\}", text))


ALL = [pytest.param(message, id=name) for name, message in messages() if name not in UNLIKE]


def test_there_are_sentences_to_look_at() -> None:
    assert len(ALL) > 300


@pytest.mark.parametrize("message", ALL)
def test_a_sentence_is_there_in_both_languages(message: Message) -> None:
    assert message.zh.strip()
    assert message.en.strip()
    assert not re.search("[一-鿿]{3}", re.sub("[“‘「].*?[”’」]|`.*?`|\\(.*?\\)", "", message.en))
    assert blanks(message.zh) == blanks(message.en)
    assert not AMERICAN.search(message.en)
    assert not OTHER_WORDS.search(message.en)
    words = re.sub(r"\{\w+\}|[\W\d_]", "", message.en)
    assert CHINESE.search(message.zh) or not words or message.zh == message.en
