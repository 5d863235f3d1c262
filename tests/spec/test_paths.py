"""A path in the model leads to the place in the text, whatever the author left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import core_yaml
import pytest
import spec_data
from hypothesis import given, settings

from sopgen.source import Path, decode, parse
from sopgen.spec import LoadedSpec, load
from sopgen.spec.kinds import Kind
from sopgen.spec.paths import lasting_pointer, source_path
from sopgen.spec.walk import values


@pytest.mark.parametrize(
    ("fragment", "path", "written"),
    [
        ("scope: 甲", ("scope", "applies_to", 0), ("scope",)),
        ("scope: [甲, 乙]", ("scope", "applies_to", 1), ("scope", 1)),
        ("scope: {applies_to: 甲}", ("scope", "applies_to", 0), ("scope", "applies_to")),
        ("roles: {name: 甲}", ("roles", "name", "name"), ("roles", "name")),
        ("roles: {name: {name: 甲}}", ("roles", "name", "name"), ("roles", "name", "name")),
        ("properties: {'所属 ': 甲}", ("properties", "所属"), ("properties", "所属 ")),
        ("steps: 甲", ("steps", 0, "action"), ("steps",)),
        ("steps: [甲]", ("steps", 0, "action"), ("steps", 0)),
        ("steps: {action: 甲}", ("steps", 0, "action"), ("steps", "action")),
        ("steps: {action: 甲, role: a}", ("steps", 0, "role", 0), ("steps", "role")),
        (
            "steps: [{action: 甲, decision: [{when: 乙, go_to: a}]}]",
            ("steps", 0, "decision", "branches", 0, "go_to"),
            ("steps", 0, "decision", 0, "go_to"),
        ),
        (
            "steps: [{action: 甲, decision: {branches: 乙}}]",
            ("steps", 0, "decision", "branches", 0, "when"),
            ("steps", 0, "decision", "branches"),
        ),
        ("steps: [{action: 甲, time_limit: 3天}]", ("steps", 0, "time_limit", "within"), ("steps", 0, "time_limit")),
        ("classifications: {a: [甲]}", ("classifications", "a", "classes", 0, "name"), ("classifications", "a", 0)),
        ("states: {id: a, name: 甲, next: a}", ("states", 0, "next", 0, "to"), ("states", "next")),
        ("tables: {title: 甲, columns: 乙, rows: [丙]}", ("tables", 0, "rows", 0, 0), ("tables", "rows", 0)),
        ("steps: [甲]", ("steps", 0, "role"), ("steps", 0)),
        ("steps: [甲]", ("steps", 7), ("steps",)),
        ("", (), ()),
    ],
)
def test_bare_values_and_single_values_are_passed_over(fragment: str, path: Path, written: Path) -> None:
    data: Any = parse(decode(f"{fragment}\nx-a: 1\n".encode(), "spec.yaml")).data
    assert source_path(data, path) == written


@pytest.mark.parametrize(
    ("fragment", "path", "named"),
    [
        ("steps: [甲, {id: a, action: 乙, role: c}]", ("steps", 1, "role", 0), "/steps/a/role"),
        ("steps: [甲, 乙]", ("steps", 1, "action"), "/steps/1/action"),
        ("steps: [甲, {action: 乙}]", ("steps", 1, "action"), "/steps/1/action"),
        ("steps: {id: a, action: 乙}", ("steps", 0, "action"), "/steps/a/action"),
        ("steps: {id: a, action: 乙}", ("steps", 0, "forms", 0), "/steps/a/forms"),
        ("steps: 甲", ("steps", 0, "action"), "/steps/action"),
        (
            "steps: [{id: a, parallel: [{steps: [{id: b, action: 乙}]}]}]",
            ("steps", 0, "parallel", 0, "steps", 0),
            "/steps/a/parallel/0/steps/b",
        ),
        ("steps: [{id: [], action: 乙}]", ("steps", 0, "id"), "/steps/0/id"),
        ("forms: {a/b: {fields: [甲]}}", ("forms", "a/b", "fields", 0), "/forms/a~1b/fields/0"),
        ("steps: [甲]", ("steps", 7), "/steps"),
        ("", (), ""),
    ],
)
def test_a_lasting_pointer_names_items_by_their_ids(fragment: str, path: Path, named: str) -> None:
    data: Any = parse(decode(f"{fragment}\nx-a: 1\n".encode(), "spec.yaml")).data
    assert lasting_pointer(data, path) == named


def test_a_text_that_is_single_and_bare_is_located_at_itself(spec: Callable[[str], LoadedSpec]) -> None:
    tree = spec("steps: 登记\n").tree
    span = tree.locate(source_path(tree.data, ("steps", 0, "action"))).span
    assert span is not None
    assert (span.start.line, span.start.column) == (6, 8)


@settings(deadline=None)
@given(spec_data.specs())
def test_every_text_is_found_where_it_is_written(data: dict[str, Any]) -> None:
    loaded = load(parse(decode(core_yaml.write(data).encode(), "spec.yaml")))
    for path, kind, value in values(loaded.sop):
        written = loaded.tree.value(source_path(loaded.tree.data, path))
        if kind not in (None, Kind.WORD) and isinstance(value, str):
            assert str(written or "").strip() == value.strip()
        else:
            assert written is not None
