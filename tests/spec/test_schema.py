"""The JSON Schema takes what the loader takes, as far as a schema can tell."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import core_yaml
import pytest
import spec_data
from fragments import HEADER
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from sopgen.diagnostics import LANGUAGES, Language
from sopgen.errors import SpecError
from sopgen.source import decode, parse
from sopgen.spec import load
from sopgen.spec.models import models
from sopgen.spec.schema import json_schema

ROOT = Path(__file__).parents[2]
FILES = [
    *sorted(ROOT.glob("specs/**/*.yaml")),
    *sorted(ROOT.glob("templates/starters/*/*.yaml")),
    ROOT / "tests" / "spec" / "language_example.yaml",
]
SCHEMA = json_schema("en")
VALIDATOR = Draft202012Validator(SCHEMA)


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_it_takes_every_spec_there_is(path: Path) -> None:
    errors = VALIDATOR.iter_errors(core_yaml.read(path.read_text("utf-8")))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


def loads(text: str) -> bool:
    try:
        load(parse(decode(text.encode(), "spec.yaml")))
    except SpecError:
        return False
    return True


@settings(deadline=None)
@given(spec_data.specs())
def test_both_take_every_valid_spec(data: dict[str, Any]) -> None:
    text = core_yaml.write(data)
    assert [error.message for error in VALIDATOR.iter_errors(core_yaml.read(text))] == []
    assert loads(text)


@settings(deadline=None)
@given(spec_data.changed())
def test_both_take_the_same_of_other_specs(data: dict[str, Any]) -> None:
    text = core_yaml.write(data)
    assert VALIDATOR.is_valid(core_yaml.read(text)) is loads(text)


AGREED = {
    "status: draft": True,
    "status:": True,
    "status: ''": False,
    "status: ' draft'": False,
    "kind:": True,
    "kind: handbook": True,
    "kind: manual": False,
    "kind: 手册": False,
    "parts: [{title: 甲}]": False,
    "kind: handbook\nparts: [{title: 甲, forms: all, sops: 乙.yaml}]": True,
    "kind: handbook\nparts: [{title: 甲, forms: some}]": False,
    "kind: handbook\nparts: [{title: 甲, id: audience}]": False,
    "kind: handbook\nsteps: [甲]": False,
    "title:": False,
    "title: 2026": True,
    "title: true": True,
    "title: '　'": False,
    "purpose: |": False,
    "id: 2026001": True,
    "id: 12.5": True,
    "id: afs": False,
    'id: "AFS-1\\n"': False,
    "id: true": False,
    "version: 1.10": True,
    "version: '1'": False,
    "version: -1.5": False,
    "version: ' V1.0'": False,
    "effective_date: 2026-02-29": False,
    "effective_date: 2024-02-29": True,
    "effective_date: 2024": False,
    "properties: {保修: 3, x-a: {b: [c]}, x-: }": True,
    "properties: {保修: }": False,
    "properties: {'': 甲}": False,
    "properties: {' 甲': 乙}": True,
    "properties: []": False,
    "roles: {agent: 客服}": True,
    "roles: {Agent: 客服}": False,
    "roles: {7: 客服, true: 经理}": True,
    'roles: {"agent\\n": 客服}': False,
    "roles: {agent: {name: 客服, external: 是}}": True,
    "roles: {agent: {name: 客服, external: yes}}": False,
    "roles: {agent: {name: 客服, external: }}": True,
    "scope: {applies_to: []}": False,
    "scope: {applies_to: }": False,
    "scope: []": False,
    "scope: 官方渠道": True,
    "references: [{title: 甲, number: 乙}]": False,
    "steps: []": True,
    "steps: [甲, ]": True,
    "steps: [甲, null]": False,
    "steps: 甲": True,
    "steps: [{id: true, action: 1.5}]": True,
    "steps: [{id: 1.5, action: 甲}]": False,
    "steps: [{action: 甲, decision: []}]": False,
    "steps: [{action: 甲, optional: 是, checkpoint: 3}]": True,
    "steps: [{action: 甲, optional: ' '}]": False,
    "steps: [{action: 甲, time_limit: 30}]": False,
    "steps: [{action: 甲, time_limit: ' 30分钟 '}]": True,
    "steps: [{action: 甲, call: 乙, steps: }]": True,
    "steps: [{action: 甲, call: 乙, steps: []}]": False,
    "distribution: [{to: 甲, copies: 0}, {to: 乙, copies: '3'}]": True,
    "distribution: [{to: 甲, copies: -1}]": False,
    "distribution: [{to: 甲, copies: 1.5}]": False,
    "distribution: [{to: 甲, copies: 1000000}]": False,
    "tables: [{title: 甲, columns: 乙, rows: }]": True,
    "tables: [{title: 甲, columns: , rows: 丙}]": False,
    "tables: [{title: 甲, columns: 乙, rows: [[50, '', true, null], 丙]}]": True,
    "tables: [{title: 甲, columns: 乙, rows: [null]}]": True,
    "sections: [{id: scope-policy, title: 甲, body: 乙}]": True,
    "sections: [{id: scope, title: 甲, body: 乙}]": False,
    "review: {opinions: }": True,
    "review: {opinions: {opinion: 甲}}": True,
    "x-a:": True,
    "X-a: 1": False,
    "a-x: 1": False,
}
"""Fragments of specs, and whether they are valid; each gives keys that replace or join those of a smallest spec."""


@pytest.mark.parametrize(("fragment", "valid"), AGREED.items())
def test_both_agree_where_it_matters(fragment: str, valid: bool) -> None:
    text = with_header(fragment)
    assert (VALIDATOR.is_valid(core_yaml.read(text)), loads(text)) == (valid, valid)


def with_header(fragment: str) -> str:
    key = fragment.partition(":")[0]
    return "".join(line for line in HEADER.splitlines(keepends=True) if not line.startswith(f"{key}:")) + fragment


@pytest.mark.parametrize(
    "fragment", ["version: 1", "version: 1.05", "id: +5", "sopgen: 1.0", "distribution: {to: 甲, copies: 0x1}"]
)
def test_the_schema_is_lenient_where_only_the_spelling_tells(fragment: str) -> None:
    text = with_header(fragment)
    assert (VALIDATOR.is_valid(core_yaml.read(text)), loads(text)) == (True, False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_described(language: Language) -> None:
    def described(schema: Any) -> bool:
        keys = schema.get("properties") or next(
            (one["properties"] for one in schema["anyOf"] if "properties" in one), {}
        )
        return bool(schema.get("description")) and all(one.get("description") for one in keys.values())

    shapes = [json_schema(language)["$defs"][model.__name__] for model in models()]
    assert len(shapes) > 30
    assert all(map(described, shapes))


def test_languages_differ_in_descriptions_only() -> None:
    def without(schema: Any, found: list[str]) -> Any:
        if isinstance(schema, list):
            return [without(item, found) for item in schema]
        if not isinstance(schema, dict):
            return schema
        found.extend(text for key, text in schema.items() if key == "description" and isinstance(text, str))
        return [
            (key, "" if key == "description" and isinstance(item, str) else without(item, found))
            for key, item in schema.items()
        ]

    english: list[str] = []
    chinese: list[str] = []
    assert without(SCHEMA, english) == without(json_schema("zh-CN"), chinese)
    assert len(english) == len(chinese) > 300
    assert [text for text in chinese if not re.search("[\u4e00-\u9fff]", text)] == []
    assert [text for text in english if text in chinese] == []
