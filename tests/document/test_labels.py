"""The fixed words of documents: the same keys in every language, and every key that a layout speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from sopgen.diagnostics import LANGUAGES, Language
from sopgen.document.labels import labels
from sopgen.document.markup import Html
from sopgen.document.nodes import Document, Heading
from sopgen.resources import templates
from sopgen.spec.kinds import Kind, fields_of
from sopgen.spec.roots import roots
from sopgen.spec.texts import SECRECY

TEMPLATES = sorted((templates() / "layouts").rglob("*.xhtml"))


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every label with its key, ``flow.step``."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from leaves(item, f"{path}.{place}")
    else:
        yield path, value


CHINESE, ENGLISH = (dict(leaves(labels(language))) for language in ("zh-CN", "en"))


def test_every_language_has_the_same_keys() -> None:
    assert len(LANGUAGES) == 2
    assert len(CHINESE) > 250
    assert list(CHINESE) == list(ENGLISH)


def test_labels_have_the_same_blanks() -> None:
    blanks = re.compile(r"\{(\w+)\}")
    in_figures_of_its_own = {key for key in CHINESE if key.startswith("clauses.items.")}
    differing = {
        key
        for key, label in CHINESE.items()
        if set(blanks.findall(str(label))) != set(blanks.findall(str(ENGLISH[key])))
    }
    assert differing <= in_figures_of_its_own


def test_no_chinese_is_left_in_english_labels() -> None:
    wide = re.compile("[\u2e80-\u9fff\uff00-\uffef]")
    assert not {key: label for key, label in ENGLISH.items() if wide.search(str(label))}
    assert sum(bool(wide.search(str(label))) for label in CHINESE.values()) > 200


def test_punctuation_is_that_of_the_language() -> None:
    half_width = re.compile(r"[一-鿿][,;:()!?]|[,;:()!?][一-鿿]")
    assert not {key: label for key, label in CHINESE.items() if half_width.search(str(label))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_markup_already(language: Language) -> None:
    assert all(type(label) is Html for _, label in leaves(labels(language)))


def has(key: str) -> bool:
    return any(known == key or known.startswith(f"{key}.") for known in CHINESE)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_layouts_speak_of_labels_that_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    keys = set(re.findall(r"\b(?:t|words)\.(\w+(?:\.\w+)*)", text))
    keys |= set(re.findall(r'say_label\("([\w.]+)"', text))
    for group, names in re.findall(r'grid\.table\([\w.]+, "(\w+)", "([^"]*)"', text):
        keys |= {f"{group}.{name.partition('*')[0]}" for name in names.split()}
    for names, group in re.findall(r"\.given\(([^)]*)\) %\}\s*<p[^>]*><strong>\{\{ \w+\.(\w+)\[key\]", text):
        keys |= {f"{group}.{name}" for name in re.findall(r"\w+", names)}
    assert not {key for key in keys if not has(key)}


def test_templates_do_speak_of_labels() -> None:
    assert len(TEMPLATES) > 25
    speaking = [path for path in TEMPLATES if "t." in path.read_text(encoding="utf-8")]
    assert len(speaking) > 20


def models(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """A model and all that it may hold."""
    if model in seen:
        return
    seen.add(model)
    yield model
    for field in fields_of(model):
        for inner in _types(field.info.annotation):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield from models(inner, seen)


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in get_args(annotation):
        yield from _types(argument)


def test_every_word_of_the_language_has_a_label() -> None:
    chosen = {
        word
        for root in roots()
        for model in models(root, set())
        for field in fields_of(model)
        if field.kind is Kind.WORD and field.attribute != "type"
        for annotation in _types(field.info.annotation)
        if get_origin(annotation) is Literal
        for word in get_args(annotation)
    }
    assert {"draft", "system"} <= chosen
    assert {f"words.{word}" for word in chosen | set(SECRECY.values())} <= set(CHINESE)


def test_every_type_of_the_starters_has_a_label() -> None:
    types = {
        match[1]
        for path in (templates() / "starters").rglob("*.yaml")
        if (match := re.search(r"(?m)^type: ([\w-]+)", path.read_text(encoding="utf-8")))
    }
    assert len(types) > 5
    assert {f"words.{name}" for name in types} <= set(CHINESE)


@pytest.mark.parametrize(("key", "one", "both", "other"), [
    ("exceptions", "异常处理", "异常处理与升级", "升级"),
    ("training", "培训", "培训与发放", "发放"),
])  # fmt: skip
def test_headings_name_what_is_there(
    built: Callable[..., Document], lines: Callable[..., list[str]], each: Callable[..., list[Any]],
    key: str, one: str, both: str, other: str,
) -> None:  # fmt: skip
    first = {"exceptions": "exceptions: [{situation: a, response: b}]", "training": "training: [a]"}[key]
    second = {"exceptions": "escalation: [{to: a}]", "training": "distribution: [a]"}[key]
    expected = ((first, one), (f"{first}\n{second}", both), (second, other))
    for spec, heading in expected:
        found = [lines(node)[0] for node in each(built(spec).blocks, Heading) if node.level == 1]
        assert found == ["目的", heading]


def test_a_diagram_calls_nested_steps_as_the_table_does() -> None:
    for words, name in ((CHINESE, "分步骤"), (ENGLISH, "sub-steps")):
        assert name in words["flow.nested"]
        assert name in words["diagram.nested"]
