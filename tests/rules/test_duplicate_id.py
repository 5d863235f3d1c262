from __future__ import annotations

TEXT = """
procedures:
  - {id: a, title: 甲, steps: [{id: a, action: 甲, steps: [{id: b, action: 乙}]}]}
  - {id: a, title: 乙, steps: [{id: b, action: 乙}, {id: b, action: 丙}]}
clauses: [{id: a, title: 总则, clauses: [{id: a, text: 正文}]}]
tables:
  - {id: a, title: 甲, columns: [区域]}
  - {id: a, title: 乙, columns: [区域]}
states: [{id: a, name: 甲}, {id: a, name: 乙}]
sections: [{id: a, title: 甲, body: 一}, {id: a, title: 乙, body: 二}]
forms: {a: {title: 甲}}
"""


def test_ids_of_one_kind_are_unlike_and_kinds_are_apart(checked) -> None:
    found = [(one.message.en, one.location.span.start.line) for one in checked(TEXT)]
    assert found == [
        ("two procedures have the id `a`", 4),
        ("two steps have the id `b`", 4),
        ("two steps have the id `b`", 4),
        ("two clauses have the id `a`", 5),
        ("two tables have the id `a`", 8),
        ("two states have the id `a`", 9),
        ("two sections have the id `a`", 10),
    ]


def test_the_first_is_shown(checked) -> None:
    firsts = [str(related.location) for one in checked(TEXT) for related in one.related]
    assert firsts[1:3] == ["spec.yaml:3:63", "spec.yaml:3:63"]
