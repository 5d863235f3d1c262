"""Whatever a spec says is in the document: every key of the language, filled in, is found in its text."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parent))

from everything import Filler

from sopgen.diagnostics import LANGUAGES, Language
from sopgen.document.building import Sources, build
from sopgen.document.nodes import Document, List, Section
from sopgen.source import decode, parse
from sopgen.spec import load
from sopgen.spec.roots import roots
from sopgen.spec.shape import Shape

Each = Callable[..., list[Any]]
VARIANTS = range(13)
"""As many as the longest set of words has, so that every word of every set stands in one of them."""
CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
"""Chinese characters and punctuation, and full-width signs."""


def document(filler: Filler) -> Document:
    text = yaml.safe_dump(filler.spec(), allow_unicode=True, sort_keys=False)
    spec = load(parse(decode(text.encode(), "everything.yaml")))
    language: Language = "en" if filler.language == "en" else "zh-CN"
    return build(spec.index, language, Sources(image=lambda _: b""))


def text_of(node: object) -> str:
    """All the text under a node, as a reader meets it."""
    if isinstance(node, tuple):
        return "".join(map(text_of, node))
    if is_dataclass(node):
        own = getattr(node, "value", "")
        return own + "".join(text_of(getattr(node, field.name)) for field in fields(node)) + "\n"
    return ""


@pytest.mark.parametrize("root", roots())
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_token_is_printed(variant: int, language: Language, root: type[Shape]) -> None:
    filler = Filler(variant, language, root=root)
    text = text_of(document(filler).blocks)

    missing = {token: times for token, times in filler.expected.items() if text.count(token) < times}

    assert len(filler.expected) > 100
    assert not missing


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_text_may_be_several_blocks(variant: int, each: Each) -> None:
    filler = Filler(variant, blocks=True)
    printed = document(filler)
    text = text_of(printed.blocks)

    assert not {token: times for token, times in filler.expected.items() if text.count(token) < times}
    assert len(each(printed.blocks, List)) > 50


@pytest.mark.parametrize("variant", VARIANTS)
def test_english_documents_hold_no_chinese(variant: int, each: Each) -> None:
    found = document(Filler(variant, "en"))
    # scripts, tables and sections in another language than the document's
    chinese = "".join(text_of(section) for section in each(found.blocks, Section) if section.language == "zh-CN")

    leaked = [line for line in text_of(found.blocks).split("\n") if CHINESE.search(line) and line not in chinese]

    assert not leaked
    assert not CHINESE.search("".join(map(str, (found.metadata, *found.labels.values()))))
