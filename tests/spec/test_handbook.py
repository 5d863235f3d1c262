"""Handbooks: a kind of spec of their own, with their own keys, ids and problems."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sopgen.errors import SpecError
from sopgen.source import decode, parse
from sopgen.spec import LoadedSpec, load
from sopgen.spec.handbook import Handbook
from sopgen.spec.kinds import fields_of
from sopgen.spec.mending import mend
from sopgen.spec.roots import KINDS, root_of, roots
from sopgen.spec.sop import Sop

HEADER = "sopgen: 1\nkind: handbook\nid: CS-MAN-2026-001\ntitle: 手册\nversion: V1.0\npurpose: 统一做法。\n"


@pytest.fixture
def handbook() -> Callable[[str], LoadedSpec]:
    return lambda fragment: load(parse(decode((HEADER + fragment).encode(), "handbook.yaml")))


def test_the_kind_chooses_the_model() -> None:
    assert root_of({"kind": "handbook"}) is Handbook
    assert {root_of(data) for data in ({}, {"kind": "sop"}, {"kind": ["handbook"]}, [], None)} == {Sop}
    assert tuple(root.model_fields["kind"].annotation.__args__[0] for root in roots()) == KINDS


def test_a_handbook_has_every_key_of_an_sop_if_only_empty(handbook: Callable[[str], Any]) -> None:
    model = handbook("").sop
    only_in_sops = [field for field in fields_of(Sop) if field.key not in {own.key for own in fields_of(Handbook)}]
    assert len(only_in_sops) > 20
    assert not [field.key for field in only_in_sops if getattr(model, field.attribute)]
    assert list(model.sequences()) == []


def test_a_part_remembers_the_order_of_its_keys(handbook: Callable[[str], Any]) -> None:
    parts = handbook(
        "parts:\n- {title: 甲, faq: [], body: 乙, x-a: 1, rules: []}\n- {forms: all, title: 丙}\n"
    ).sop.parts
    assert [part.keys for part in parts] == [("title", "faq", "body", "x-a", "rules"), ("forms", "title")]


def test_ids_stand_in_parts_and_articles_run_on(handbook: Callable[[str], LoadedSpec]) -> None:
    index = handbook(
        "parts:\n"
        "- {id: a, title: 甲, scripts: {hello: 您好}, tables: {id: t, title: 表, columns: 列}, clauses: [一, {id: two, text: 二}]}\n"
        "- {title: 乙, clauses: [{id: three, text: 三}], classifications: {kinds: [产品类]}}\n"
    ).index
    found = {space: dict(ids) for space, ids in index.ids.items() if ids}
    assert found == {
        "section": {"a": [("parts", 0)]},
        "script": {"hello": [("parts", 0, "scripts", "hello")]},
        "table": {"t": [("parts", 0, "tables", 0)]},
        "clause": {"two": [("parts", 0, "clauses", 1)], "three": [("parts", 1, "clauses", 0)]},
        "classification": {"kinds": [("parts", 1, "classifications", "kinds")]},
    }
    assert [place.number for place in index.clauses] == [1, 2, 3]


def problems(fragment: str) -> list[tuple[str, str, str]]:
    with pytest.raises(SpecError) as caught:
        load(parse(decode((HEADER + fragment).encode(), "handbook.yaml")))
    return [(str(one.location), one.message.en, str(one.hint)) for one in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("fragment", "found"),
    [
        ("part: []", ("handbook.yaml:7:1", "the file has no key `part`", "did you mean `parts`?")),
        ("steps: [甲]", ("handbook.yaml:7:1", "the file has no key `steps`", "`steps` belongs to an SOP: write it in a file")),
        ("sops: [a.yaml]", ("handbook.yaml:7:1", "the file has no key `sops`", "`sops` goes inside `parts`")),
        ("parts: [{body: 甲}]", ("handbook.yaml:7:9", "item 1 of `parts` has no `title`", "add `title: …`")),
        ("parts: [{title: 甲, sop: a}]", ("handbook.yaml:7:20", "item 1 of `parts` has no key `sop`", "did you mean `sops`?")),
        ("parts: [{title: 甲, forms: al}]", ("handbook.yaml:7:27", "`forms` cannot be `al`", "did you mean `all`?")),
        ("sections: [{id: parts, title: 甲, body: 乙}]", ("handbook.yaml:7:17", "a section cannot have the id `parts`", "choose another id")),
    ],
)  # fmt: skip
def test_problems_are_told_in_the_words_of_a_handbook(fragment: str, found: tuple[str, str, str]) -> None:
    ((place, message, hint),) = problems(fragment)
    assert place == found[0]
    assert message.startswith(found[1])
    assert hint.startswith(found[2])


def test_a_handbook_with_problems_is_mended_as_one() -> None:
    tree = parse(decode((HEADER + "parts: [{body: 甲, rule: 乙}]\naudience: agnt\n").encode(), "handbook.yaml"))
    mended = mend(tree)
    assert mended is not None
    assert isinstance(mended.spec.sop, Handbook)
    assert [use.value for use in mended.spec.index.uses] == ["agnt"]


def test_a_path_of_its_document_leads_to_the_text_it_came_from(handbook: Callable[[str], LoadedSpec]) -> None:
    from dataclasses import replace

    from sopgen.spec.load import IncludedSop

    entry = ("parts", 0, "sops", 0)
    sop = load(parse(decode(b"sopgen: 1\nid: A-1\ntitle: T\nversion: V1.0\npurpose: P\nsteps: [a]\n", "sop.yaml")))
    spec = replace(handbook("parts: [{title: 甲, sops: sop.yaml}]\n"), included={entry: IncludedSop(sop)})
    tree, path = spec.origin((*entry, "steps", 0, "action"))
    assert (tree.source.file, path) == ("sop.yaml", ("steps", 0, "action"))
    tree, path = spec.origin(("parts", 0, "title"))
    assert (tree.source.file, tree.value(path)) == ("handbook.yaml", "甲")
