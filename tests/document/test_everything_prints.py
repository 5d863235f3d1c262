"""Whatever a spec says is in the document: every key of the language, filled in, is found in its text."""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parent))

from everything import Filler

from sopgen.document.building import Sources, build
from sopgen.document.nodes import Document
from sopgen.source import decode, parse
from sopgen.spec import load

VARIANTS = range(13)
"""As many as the longest set of words has, so that every word of every set stands in one of them."""


def document(filler: Filler) -> Document:
    text = yaml.safe_dump(filler.spec(), allow_unicode=True, sort_keys=False)
    spec = load(parse(decode(text.encode(), "everything.yaml")))
    return build(spec.index, "zh-CN", Sources(image=lambda _: b""))


def text_of(node: object) -> str:
    """All the text under a node, as a reader meets it."""
    if isinstance(node, tuple):
        return "".join(map(text_of, node))
    if is_dataclass(node):
        own = getattr(node, "value", "")
        return own + "".join(text_of(getattr(node, field.name)) for field in fields(node)) + "\n"
    return ""


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_token_is_printed(variant: int) -> None:
    filler = Filler(variant)
    text = text_of(document(filler).blocks)

    missing = {token: times for token, times in filler.expected.items() if text.count(token) < times}

    assert len(filler.expected) > 200
    assert not missing
