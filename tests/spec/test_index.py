"""The index holds what a spec defines and what it uses, each with its path."""

from __future__ import annotations

from collections.abc import Callable

from sopgen.spec import LoadedSpec
from sopgen.spec.index import SPACES
from sopgen.spec.kinds import Kind
from sopgen.spec.steps import Step

Spec = Callable[[str], LoadedSpec]

EVERYTHING = """
references: {number: AFS-SOP-2026-002, title: 退换货}
roles: {a: 甲, b: {name: 乙, deputy: a}}
resources: [工单系统]
clauses: {title: 总则, clauses: {id: c, text: 甲, clauses: {id: d, text: "见 [[clause:c]]"}}}
tables: {id: t, title: 甲, columns: 乙, rows: [["[[a]] 与 `[[b]]`"]], after: s}
classifications: {kinds: [软件]}
states: {id: open, name: 甲, role: a, next: [open, {to: open, role: [a, b]}]}
procedures:
  - id: p
    title: "不读 [[a]]"
    role: a
    steps:
      - {id: a, action: "见 [[form:f]]、[[AFS-SOP-2026-002/x]]", scripts: w, system: 工单系统, next: b}
      - {id: b, action: 乙, parallel: {procedure: p}, records: r, forms: [f], wait: {for: 3天, otherwise: end}}
      - {action: 乙, state: open}
      - {action: 丙, call: AFS-SOP-2026-002, cautions: {note: 丁, for: b}, decision: [{when: 戊, go_to: a}]}
exceptions: {situation: 甲, response: 乙, go_to: a, escalate_to: b}
scripts: {w: {say: "[[a]]", role: b}}
forms: {f: {title: 甲}}
records: {r: {name: 甲, form: f, owner: a}}
training: {audience: [a, b], content: 甲}
attachments: {title: 甲, file: b.png}
sections: {id: s, title: 甲, body: 乙}
"""
STEPS = ("procedures", 0, "steps")


def test_ids_are_found_by_name_space(spec: Spec) -> None:
    ids = spec(EVERYTHING).index.ids
    assert {space: {name: paths[:] for name, paths in ids[space].items()} for space in SPACES} == {
        "step": {"a": [(*STEPS, 0)], "b": [(*STEPS, 1)]},
        "procedure": {"p": [("procedures", 0)]},
        "role": {"a": [("roles", "a")], "b": [("roles", "b")]},
        "form": {"f": [("forms", "f")]},
        "script": {"w": [("scripts", "w")]},
        "record": {"r": [("records", "r")]},
        "clause": {
            "c": [("clauses", 0, "clauses", 0)],
            "d": [("clauses", 0, "clauses", 0, "clauses", 0)],
        },
        "table": {"t": [("tables", 0)]},
        "classification": {"kinds": [("classifications", "kinds")]},
        "state": {"open": [("states", 0)]},
        "section": {"s": [("sections", 0)]},
    }


def test_an_id_that_stands_twice_has_both_paths(spec: Spec) -> None:
    index = spec("steps: [{id: a, action: 甲, steps: [{id: a, action: 乙}]}]").index
    assert index.ids["step"]["a"] == [("steps", 0), ("steps", 0, "steps", 0)]


def test_every_use_is_found_with_its_kind_and_path(spec: Spec) -> None:
    uses = {(use.kind, use.value, use.path) for use in spec(EVERYTHING).index.uses}
    assert uses == {
        (Kind.ROLE, "a", ("roles", "b", "deputy")),
        (Kind.PLACE, "s", ("tables", 0, "after")),
        (Kind.ROLE, "a", ("states", 0, "role", 0)),
        (Kind.STATE, "open", ("states", 0, "next", 0, "to")),
        (Kind.STATE, "open", ("states", 0, "next", 1, "to")),
        (Kind.ROLE, "a", ("states", 0, "next", 1, "role", 0)),
        (Kind.ROLE, "b", ("states", 0, "next", 1, "role", 1)),
        (Kind.ROLE, "a", ("procedures", 0, "role", 0)),
        (Kind.SCRIPT, "w", (*STEPS, 0, "scripts", 0)),
        (Kind.RESOURCE, "工单系统", (*STEPS, 0, "system", 0)),
        (Kind.STEP, "b", (*STEPS, 0, "next")),
        (Kind.PROCEDURE, "p", (*STEPS, 1, "parallel", 0, "procedure")),
        (Kind.RECORD, "r", (*STEPS, 1, "records", 0)),
        (Kind.FORM, "f", (*STEPS, 1, "forms", 0)),
        (Kind.STEP, "end", (*STEPS, 1, "wait", "otherwise")),
        (Kind.STATE, "open", (*STEPS, 2, "state")),
        (Kind.CALL, "AFS-SOP-2026-002", (*STEPS, 3, "call")),
        (Kind.ROLE, "b", (*STEPS, 3, "cautions", 0, "for", 0)),
        (Kind.STEP, "a", (*STEPS, 3, "decision", "branches", 0, "go_to")),
        (Kind.STEP, "a", ("exceptions", 0, "go_to")),
        (Kind.ROLE, "b", ("exceptions", 0, "escalate_to")),
        (Kind.ROLE, "b", ("scripts", "w", "role", 0)),
        (Kind.FORM, "f", ("records", "r", "form", 0)),
        (Kind.ROLE, "a", ("records", "r", "owner")),
        (Kind.ROLE, "a", ("training", 0, "audience", 0)),
        (Kind.ROLE, "b", ("training", 0, "audience", 1)),
        (Kind.FILE, "b.png", ("attachments", 0, "file")),
    }


def test_references_are_found_in_markdown_only(spec: Spec) -> None:
    mentions = [(reference.text, path) for reference, path in spec(EVERYTHING).index.mentions]
    assert mentions == [
        ("clause:c", ("clauses", 0, "clauses", 0, "clauses", 0, "text")),
        ("a", ("tables", 0, "rows", 0, 0)),
        ("form:f", (*STEPS, 0, "action")),
        ("AFS-SOP-2026-002/x", (*STEPS, 0, "action")),
    ]


def test_shapes_are_found_with_their_paths(spec: Spec) -> None:
    shapes = spec(EVERYTHING).index.shapes
    assert [path for path, shape in shapes if isinstance(shape, Step)] == [(*STEPS, index) for index in range(4)]
    assert shapes[0] == ((), spec(EVERYTHING).sop)


def test_the_numbers_a_spec_lists_are_its_own_and_those_of_its_references(spec: Spec) -> None:
    assert spec(EVERYTHING).index.listed_numbers == {"AFS-SOP-2026-001", "AFS-SOP-2026-002"}
