"""How handbooks print: one numbering, whole SOPs below the parts, and once what they have in common."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from handbooks import with_sops

from sopgen.diagnostics import Language
from sopgen.document.building import Sources, build
from sopgen.document.nodes import Diagram, Document, Figure, Heading, Link, Number, Section, Table, Text
from sopgen.source import decode, from_pointer, parse
from sopgen.spec import LoadedSpec, load

Each = Callable[..., list[Any]]
Lines = Callable[[object], list[str]]
Bind = Callable[..., Document]

HEAD = "sopgen: 1\nversion: V1.0\npurpose: P\n"
COMPLAINT = """
id: A-1
title: Complaints
roles: {agent: {name: Agent, contact: 1}, owner: Owner}
definitions: {loop: closed, grade: level}
steps:
  - {id: take, action: "Take [[form:sheet]] and [[script:hello]], see [[table:codes]] and [[A-2/fix]]", role: agent, forms: sheet}
  - {id: close, action: "As in [[clause:rule]], [[section:more]] and [[take]]", next: A-2}
clauses: [{id: rule, text: One.}]
tables: [{id: codes, title: Codes, columns: [a], rows: [[1]]}]
scripts: {hello: {title: Hello, say: Hi}}
forms: {sheet: {title: Sheet, fields: [a]}, shared: {title: Shared, fields: [b]}}
states: [{id: open, name: Open, next: done}, {id: done, name: Done}]
sections: [{id: more, title: More, body: "![x](images/a.png)"}]
attachments: [Manual]
"""
REPAIR = """
id: A-2
title: Repair
roles: {agent: {name: Agent, contact: 1}, owner: {name: Owner, contact: 2}, boss: {name: Boss, contact: 3}}
definitions: {loop: open}
procedures:
  - {id: main, title: Main, steps: [{id: take, action: Take}]}
  - {id: late, title: Late, steps: [a, {id: fix, action: "Fix, see [[take]] and [[form:same]]"}]}
clauses: [{id: rule, text: Two.}]
tables: [{title: Fees, columns: [a], rows: [[1]]}]
forms: {same: {title: Shared, fields: [b]}, other: {title: Other, fields: [c]}}
attachments: [Drawing]
"""
BOOK = """
kind: handbook
id: H-1
title: Handbook
foreword: First words.
roles: {boss: {name: Boss, contact: 4}}
definitions: {service: kind}
tables: [{id: last, title: Last, columns: [a], rows: [[1]]}, {id: early, title: Early, columns: [a], rows: [[1]], after: purpose}]
parts:
  - id: standards
    title: Rules
    tables: [{id: words, title: Words, columns: [a], rows: [[1]]}]
    body: "[[table:words]] [[table:last]] [[clause:own]] [[section:standards]] [[A-1]] [[A-1/close]] [[A-2/fix]]"
    scripts: {bye: {title: Bye, say: Bye}}
    clauses: [{id: own, text: Own.}]
  - {title: Processes, sops: [complaint.yaml, repair.yaml]}
  - {title: Forms, forms: all}
  - {title: After, clauses: [Next.]}
attachments: [Appendix]
"""


def loaded(text: str, name: str) -> LoadedSpec:
    lacking = [line for line in HEAD.splitlines(keepends=True) if line.partition(":")[0] not in text.split("\n")]
    return load(parse(decode("".join([text, *lacking]).encode(), name)))


@pytest.fixture
def bind() -> Bind:
    """The Document of a handbook and its SOPs."""

    def run(
        book: str = BOOK, language: Language = "en", folders: dict[str, str] | None = None, **sops: str
    ) -> Document:
        texts = {"complaint": COMPLAINT, "repair": REPAIR, **sops}
        named = {f"{name}.yaml": loaded(text, f"{name}.yaml") for name, text in texts.items()}
        spec = with_sops(loaded(book, "book.yaml"), named, folders)
        return build(spec.index, language, Sources(image=lambda name: name.encode(), included=spec.included))

    return run


def headings(document: Document, each: Each, lines: Lines) -> list[tuple[tuple[int, ...], str]]:
    return [(heading.number, lines(heading)[0]) for heading in each(document.blocks, Heading)]


def test_sops_stand_two_levels_below_their_part_in_one_numbering(bind: Bind, each: Each, lines: Lines) -> None:
    found = headings(bind(), each, lines)
    own = [
        (number, title) for number, title in found if not title.startswith(("Script ", "Form "))
    ]  # these count by themselves
    tops = [title for number, title in own if len(number) < 2]
    assert tops == [
        "Foreword", "Purpose", "Terms and definitions", "Roles and responsibilities",
        "Rules", "Processes", "Forms", "After", "Attachments",
    ]  # fmt: skip
    assert found[0][0] == ()  # the foreword has no number
    assert [(number, title) for number, title in found if number[:1] == (5,)][1:3] == [
        ((5, 1), "Complaints"), ((5, 1, 1), "Purpose"),
    ]  # fmt: skip
    assert ((5, 2), "Repair") in found
    assert [title for number, title in found if number[:2] == (5, 2) and len(number) == 4][-2:] == ["Main", "Late"]
    assert max(len(number) for number, _ in found) == 4


def test_every_chapter_is_a_section_of_the_document(bind: Bind, lines: Lines) -> None:
    parts = [block for block in bind().blocks if isinstance(block, Section) and block.role == "part"]
    assert [lines(part)[0] for part in parts] == ["Rules", "Processes", "Forms", "After"]


def test_a_part_prints_its_keys_in_the_order_of_the_file(bind: Bind, lines: Lines) -> None:
    part = "{title: T, metrics: [{name: m}], body: b, faq: [{question: q, answer: a}], rules: [{may: r}]}"
    (section,) = [
        block
        for block in bind(f"kind: handbook\nid: H-1\ntitle: H\nparts: [{part}]\n").blocks
        if isinstance(block, Section) and block.role == "part"
    ]
    found = lines(section)
    assert [found.index(text) for text in ("Metrics", "b", "Frequently asked questions", "Rules")] == sorted(
        found.index(text) for text in ("Metrics", "b", "Frequently asked questions", "Rules")
    )


def test_a_part_may_have_keys_of_the_users_own(bind: Bind, lines: Lines) -> None:
    noted = BOOK.replace("    title: Rules\n", "    title: Rules\n    x-note: ours\n")
    assert "x-note" in noted
    assert lines(bind(noted).blocks) == lines(bind().blocks)


def test_tables_scripts_attachments_and_figures_are_numbered_through(bind: Bind, each: Each, lines: Lines) -> None:
    document = bind()
    captions = [
        "".join(text.value for text in each(table.caption, Text | Number))
        for table in each(document.blocks, Table)
        if table.caption
    ]
    assert captions == ["Table 1: Early", "Table 2: Words", "Table 3: Codes", "Table 4: Fees", "Table 5: Last"]
    found = lines(document)
    assert [line for line in found if line.startswith("Script ")] == ["Script 1: Bye", "Script 2: Hello"]
    assert [line for line in found if line.startswith("Attachment ")] == [
        "Attachment 1: Manual",
        "Attachment 2: Drawing",
        "Attachment 3: Appendix",
    ]
    figures = [
        "".join(text.value for text in each(figure.caption, Text | Number))
        for figure in each(document.blocks, Diagram | Figure)
    ]
    assert [figure.split()[1] for figure in figures] == ["1:", "2:", "3:", "4:", "5:"]


def test_references_resolve_in_their_own_document(bind: Bind, lines: Lines) -> None:
    text = "\n".join(lines(bind()))
    assert (
        "<Table 2 (Words)> <Table 5 (Last)> <Article 1> <chapter “Rules”> <“Complaints” (A-1)> <step 2 of “Complaints”> <step 2 of “Late” of “Repair”>"
        in text
    )
    assert (
        "Take <Form 1 (Sheet)> and <Script 2 (Hello)>, see <Table 3 (Codes)> and <step 2 of “Late” of “Repair”>" in text
    )
    assert "As in <Article 1>, <section “More”> and <step 1>" in text
    assert "Fix, see <step 1 of “Main”> and <Form 2 (Shared)>" in text


def test_articles_run_on_in_the_handbook_and_restart_in_each_sop(bind: Bind, lines: Lines) -> None:
    articles = [line for line in lines(bind()) if line.startswith("Article ")]
    assert articles == ["Article 1 Own.", "Article 1 One.", "Article 1 Two.", "Article 2 Next."]


def test_links_lead_somewhere_and_ids_of_sops_do_not_collide(bind: Bind, each: Each) -> None:
    found = each(bind().blocks, object)
    anchors = [anchor for node in found if (anchor := getattr(node, "id", ""))]
    assert len(anchors) == len(set(anchors))
    assert {"sop1-step-take", "sop2-step-take", "sop1", "sop2", "section-standards"} <= set(anchors)
    links = {node.href[1:] for node in found if isinstance(node, Link)}
    assert len(links) > 8
    assert links <= set(anchors)


def test_forms_are_gathered_each_once(bind: Bind, lines: Lines) -> None:
    found = lines(bind())
    assert [line for line in found if line.startswith("Form ")] == ["Form 1: Sheet", "Form 2: Shared", "Form 3: Other"]
    assert found.index("Form 1: Sheet") > found.index("Forms")


def test_without_a_part_for_them_forms_stand_in_their_sop(bind: Bind, lines: Lines) -> None:
    book = "kind: handbook\nid: H-1\ntitle: H\nparts: [{title: P, sops: [complaint.yaml, repair.yaml]}, {title: Q, forms: all}]\n"
    found = lines(bind(book.replace(", {title: Q, forms: all}", "")))
    assert [line for line in found if line.startswith("Form ")] == ["Form 1: Sheet", "Form 2: Shared", "Form 3: Other"]
    assert found.index("Form 2: Shared") < found.index("Repair") < found.index("Form 3: Other")
    above = book.replace("[complaint.yaml, repair.yaml]}", "complaint.yaml}").replace(
        "all}", "all}, {title: R, sops: repair.yaml}"
    )
    late = lines(bind(above))
    assert late.index("Q") < late.index("Form 2: Shared") < late.index("R") < late.index("Form 3: Other")


def test_what_sops_define_alike_prints_once_and_otherwise_in_each(bind: Bind, each: Each, lines: Lines) -> None:
    def chapters(document: Document) -> list[list[str]]:
        sops = [section for section in each(document.blocks, Section) if section.role == "sop"]
        return [lines(section) for section in sops]

    document = bind()
    found = lines(document)
    complaint, repair = chapters(document)
    assert (found.count("Agent"), found.count("Owner")) == (
        2,
        1,
    )  # in one table of roles; an agent takes complaints too
    assert [found.count(term) for term in ("service", "grade", "loop")] == [1, 1, 2]
    assert "loop" in complaint
    assert "loop" in repair
    assert "Boss" in repair
    assert found.index("Boss") < found.index("Rules")  # the handbook's own


def test_labels_are_in_the_language_of_the_handbook(bind: Bind, each: Each, lines: Lines) -> None:
    document = bind(complaint=f"language: en\n{COMPLAINT}", language="zh-CN")
    (foreign,) = [section for section in each(document.blocks, Section) if section.language]
    assert foreign.language == "en"
    assert "操作流程" in lines(foreign)
    assert "Procedure" not in lines(foreign)


def test_a_part_may_be_in_another_language(bind: Bind, each: Each, lines: Lines) -> None:
    document = bind("kind: handbook\nid: H-1\ntitle: H\nparts: [{title: T, language: zh-CN, rules: [{must: a}]}]\n")
    (section,) = [section for section in each(document.blocks, Section) if section.language]
    assert lines(section) == ["T", "行为规范", "要求", "内容", "必须", "a"]


def test_images_of_sops_are_found_from_the_handbook(bind: Bind, each: Each) -> None:
    document = bind(folders={"complaint.yaml": "../sops"})
    assert [figure.image.src for figure in each(document.blocks, Figure)] == ["../sops/images/a.png"]
    assert document.images == {"../sops/images/a.png": b"../sops/images/a.png"}


def test_every_text_leads_back_to_its_file_and_line(bind: Bind, each: Each) -> None:
    named = {"complaint.yaml": loaded(COMPLAINT, "complaint.yaml"), "repair.yaml": loaded(REPAIR, "repair.yaml")}
    spec = with_sops(loaded(BOOK, "book.yaml"), named)
    files = set()
    for text in each(bind().blocks, Text):
        if text.path:
            tree, path = spec.origin(from_pointer(text.path))
            files.add(tree.source.file)
            assert tree.value(path) is not None or path[-1] in (
                "action",
                "name",
                "title",
                "text",
                "meaning",
                "say",
                "to",
            )
    assert files == {"book.yaml", "complaint.yaml", "repair.yaml"}


def test_diagrams_of_sops_know_their_places_in_the_handbook(bind: Bind, each: Each) -> None:
    diagrams = each(bind().blocks, Diagram)
    assert len(diagrams) == 4
    paths = {node.path[:4] for diagram in diagrams for node in diagram.graph.nodes.values()}
    assert paths == {("parts", 1, "sops", 0), ("parts", 1, "sops", 1)}


def test_the_metadata_are_those_of_the_handbook(bind: Bind) -> None:
    metadata = bind().metadata
    assert (metadata.number, metadata.title, metadata.keywords) == ("H-1", "Handbook", ("H-1", "Handbook"))
