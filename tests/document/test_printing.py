"""How references, names and numbers print in Chinese and in English."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sopgen.diagnostics import Language
from sopgen.document.nodes import Document, Link, Paragraph, Section, Text
from sopgen.repository.documents import KnownDocument

Build = Callable[..., Document]
Lines = Callable[[object], list[str]]

SPEC = """
references:
  - {number: AFS-SOP-2026-002, title: Returns}
  - {number: AFS-SOP-2026-003, title: Listed}
procedures:
  - id: main
    title: Repair
    steps:
      - a
      - {id: second, action: b, steps: [c, {id: nested, action: d}]}
      - {action: e, parallel: [{title: f, steps: [{id: tracked, action: g}]}, {title: h, procedure: booking}]}
  - id: booking
    title: Booking
    steps: [{id: book, action: x}]
roles: {agent: Agent}
forms: {a: {title: Sheet}, b: {title: Report}}
scripts: {hello: {title: Opening, say: x}, bye: {say: y}}
records: {ticket: {name: Ticket}}
tables: [{id: prices, title: Prices, columns: [a], rows: []}, {title: No id, columns: [a], rows: []}]
states: [{id: open, name: Open}]
sections: [{id: policy, title: Policy, body: x}, {id: laws, title: 附录A 法规, body: x}]
clauses:
  - id: one
    title: General
    clauses:
      - id: part
        title: Part
        clauses: [{id: first, text: x, clauses: [y, {id: item, text: z, clauses: [{id: sub, text: w}]}]}]
  - {id: two, title: Special, clauses: [{id: second-article, title: Named, text: x}]}
"""


@pytest.mark.parametrize(
    ("reference", "chinese", "english"),
    [
        ("second", "<“Repair”步骤 2>", "<step 2 of “Repair”>"),
        ("nested", "<“Repair”步骤 2.2>", "<step 2.2 of “Repair”>"),
        ("tracked", "<“Repair”步骤 3A.1>", "<step 3A.1 of “Repair”>"),
        ("book", "<“Booking”步骤 1>", "<step 1 of “Booking”>"),
        ("procedure:booking", "<“Booking”流程>", "<the procedure “Booking”>"),
        ("form:b", "<附表 2 Report>", "<Form 2 (Report)>"),
        ("script:hello", "<话术 1 Opening>", "<Script 1 (Opening)>"),
        ("script:bye", "<话术 2>", "<Script 2>"),
        ("record:ticket", "<Ticket>", "<Ticket>"),
        ("table:prices", "<表 1 Prices>", "<Table 1 (Prices)>"),
        ("state:open", "<Open>", "<Open>"),
        ("section:policy", "<“Policy”一节>", "<section “Policy”>"),
        ("section:laws", "<“附录A 法规”>", "<“附录A 法规”>"),
        ("clause:one", "<第一章>", "<Chapter 1>"),
        ("clause:part", "<第一章第一节>", "<Chapter 1, Section 1>"),
        ("clause:first", "<第一条>", "<Article 1>"),
        ("clause:item", "<第一条第（二）项>", "<Article 1(2)>"),
        ("clause:sub", "<第一条第（二）项第1项>", "<Article 1(2)(a)>"),
        ("clause:second-article", "<第二条>", "<Article 2>"),
        ("AFS-SOP-2026-002", "《Known》（AFS-SOP-2026-002）", "“Known” (AFS-SOP-2026-002)"),
        ("AFS-SOP-2026-002/close", "《Known》（AFS-SOP-2026-002）步骤 7", "step 7 of “Known” (AFS-SOP-2026-002)"),
        ("AFS-SOP-2026-002/gone", "《Known》（AFS-SOP-2026-002）步骤 gone", "step gone of “Known” (AFS-SOP-2026-002)"),
        ("AFS-SOP-2026-003", "《Listed》（AFS-SOP-2026-003）", "“Listed” (AFS-SOP-2026-003)"),
        ("AFS-SOP-2026-003/a", "《Listed》（AFS-SOP-2026-003）步骤 a", "step a of “Listed” (AFS-SOP-2026-003)"),
        ("AFS-SOP-2026-009", "AFS-SOP-2026-009", "AFS-SOP-2026-009"),
        ("AFS-SOP-2026-009/a", "AFS-SOP-2026-009 步骤 a", "step a of AFS-SOP-2026-009"),
        ("end", "结束", "end"),
        # what does not exist prints as it stands
        ("nothing", "nothing", "nothing"),
        ("procedure:nothing", "nothing", "nothing"),
        ("form:nothing", "nothing", "nothing"),
        ("script:nothing", "nothing", "nothing"),
        ("record:nothing", "nothing", "nothing"),
        ("table:nothing", "nothing", "nothing"),
        ("state:nothing", "nothing", "nothing"),
        ("section:nothing", "nothing", "nothing"),
        ("clause:nothing", "nothing", "nothing"),
        ("other:thing", "[[other:thing]]", "[[other:thing]]"),
    ],
)
def test_references(built: Build, lines: Lines, reference: str, chinese: str, english: str) -> None:
    known = {"AFS-SOP-2026-002": KnownDocument("Known", {"close": "7"})}
    for language, expected in (("zh-CN", chinese), ("en", english)):
        document = built(f"{SPEC}summary: 'see: [[{reference}]]'", language, known=known)
        assert f"see: {expected}" in lines(document)


def test_a_step_of_the_same_procedure_needs_no_title(built: Build, lines: Lines) -> None:
    spec = SPEC.replace("- a\n", '- "see [[second]] and [[book]]"\n')
    assert "see <步骤 2> and <“Booking”步骤 1>" in lines(built(spec))
    assert "see <step 2> and <step 1 of “Booking”>" in lines(built(spec, "en"))


def test_a_single_procedure_needs_no_title(built: Build, lines: Lines) -> None:
    assert "see <步骤 1>" in lines(built("summary: 'see [[a]]'\nsteps: [{id: a, action: b}]"))
    assert "see <步骤 1>" in lines(built("summary: 'see [[a]]'\nprocedures: [{title: P, steps: [{id: a, action: b}]}]"))


def test_the_eleventh_procedure_is_not_the_first(built: Build, lines: Lines) -> None:
    procedures = [f"{{title: P{number}, steps: [{{id: s{number}, action: 'to [[s1]]'}}]}}" for number in range(1, 12)]
    found = [line for line in lines(built(f"procedures: [{', '.join(procedures)}]")) if line.startswith("to ")]
    assert found == ["to <步骤 1>", *["to <“P1”步骤 1>"] * 10]


@pytest.mark.parametrize(
    ("number", "chinese", "english"),
    [(9, "第九条", "Article 9"), (21, "第二十一条", "Article 21"), (110, "第一百一十条", "Article 110")],
)
def test_articles_run_on_through_chapters(built: Build, lines: Lines, number: int, chinese: str, english: str) -> None:
    articles = ", ".join(["a"] * (number - 2))
    items = "[{text: i}, {text: j}, {text: k}, {text: l}, {text: m, id: item}]"
    spec = (
        "summary: '[[clause:last]] [[clause:item]]'\nclauses: [{title: A, clauses: [a]}, "
        f"{{title: B, clauses: [{articles}, {{id: last, text: b, clauses: {items}}}]}}]"
    )
    assert f"<{chinese}><{chinese}第（五）项>" in lines(built(spec))
    assert f"<{english}> <{english}(5)>" in lines(built(spec, "en"))
    assert f"{chinese} b" in lines(built(spec))


def test_items_are_numbered_by_their_depth(built: Build, lines: Lines) -> None:
    spec = "clauses: [{text: a, clauses: [{text: b, clauses: [{text: c, clauses: [{text: d, clauses: [e]}]}]}]}]"
    assert lines(built(spec))[-5:] == ["第一条 a", "（一）b", "1.c", "（1）d", "①e"]
    assert lines(built(spec, "en"))[-5:] == ["Article 1 a", "(1) b", "(a) c", "(i) d", "1. e"]


def test_items_inside_items_have_a_role_of_their_own(built: Build, each: Callable[..., list[Any]]) -> None:
    spec = "clauses: [{title: t, clauses: [{text: a, clauses: [{text: b, clauses: [c]}]}]}]"
    roles = [paragraph.role for paragraph in each(built(spec).blocks, Paragraph)]
    assert roles[-4:] == ["chapter", "clause", "clause-item", "clause-subitem clause-item"]


def test_many_items_have_numbers_of_their_own(built: Build, lines: Lines) -> None:
    items = ", ".join(["x"] * 40)
    spec = f"clauses: [{{text: a, clauses: [{{text: b, clauses: [{{text: c, clauses: [{items}]}}]}}]}}]"
    assert lines(built(spec, "en"))[-2:] == ["(xxxix) x", "(xl) x"]
    spec = f"clauses: [{{text: a, clauses: [{{text: b, clauses: [{items}]}}]}}]"
    assert lines(built(spec, "en"))[-14] == "(aa) x"


LINKED = [
    *("second", "nested", "tracked", "procedure:main", "form:a", "script:bye", "record:ticket", "table:prices"),
    *("state:open", "section:policy", "clause:one", "clause:part", "clause:first", "clause:sub"),
]


def test_links_lead_somewhere(built: Build, each: Callable[..., list[Any]]) -> None:
    document = built(f"{SPEC}summary: '{' '.join(f'[[{name}]]' for name in LINKED)}'")
    targets = {link.href.removeprefix("#") for link in each(document.blocks, Link)}
    anchors = {getattr(node, "id", "") for node in each(document.blocks, object)}
    assert len(targets) >= len(LINKED)
    assert targets <= anchors


def test_names_of_roles_and_states_come_from_where_they_are_defined(
    built: Build, each: Callable[..., list[Any]]
) -> None:
    document = built("roles: {a: Agent}\nstates: [{id: s, name: Open}]\nsteps: [{action: b, role: a, state: s}]")
    paths = {text.value: text.path for text in each(document.blocks, Text)}
    assert (paths["Agent"], paths["Open"]) == ("/roles/a/name", "/states/0/name")


@pytest.mark.parametrize(
    ("language", "label", "own"),
    [("zh-CN", "适用场景：", "When: "), ("en", "When: ", "适用场景：")],
)
def test_a_script_in_another_language_has_its_labels(
    built: Build, lines: Lines, each: Callable[..., list[Any]], language: Language, label: str, own: str
) -> None:
    other = "en" if language == "zh-CN" else "zh-CN"
    spec = f"scripts: {{a: {{say: x, when: y, avoid: z, language: {other}}}, b: {{say: x, when: y}}}}"
    document = built(spec, language)
    assert f"{own}y" in lines(document)
    assert f"{label}y" in lines(document)
    sections = [section for section in each(document.blocks, Section) if section.language]
    assert [section.language for section in sections] == [other]
    assert f"{own}y" in lines(sections[0])


def test_tables_and_sections_in_another_language(built: Build, lines: Lines, each: Callable[..., list[Any]]) -> None:
    spec = (
        "forms: {a: {title: F}}\ntables: [{title: Prices, columns: [a], rows: ['[[form:a]]'], language: en}]\n"
        "sections: [{title: Notes, body: 'see [[form:a]]', language: en}]"
    )
    document = built(spec)
    assert [section.language for section in each(document.blocks, Section) if section.language] == ["en", "en"]
    assert "see <Form 1 (F)>" in lines(document)
    assert "<Form 1 (F)>" in lines(document)
