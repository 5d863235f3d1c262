"""Numbers that Word counts, in lists and in captions, and the fields that print them elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from opened import Opened, attribute, text
from word_counts import Counts

from sopgen.document.nodes import (
    Block,
    Cell,
    Figure,
    Heading,
    Image,
    Inline,
    Link,
    Number,
    NumberOf,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)

Body = Callable[..., Opened]
PATTERNS = {
    "1": "{1:decimal}",
    "1.1": "{1:decimal}.{2:decimal}",
    "1A": "{1:decimal}{2:upper}",
    "1A.1": "{1:decimal}{2:upper}.{3:decimal}",
    "1A.1.1": "{1:decimal}{2:upper}.{3:decimal}.{4:decimal}",
}


def step(value: str, kind: str, *place: int) -> Paragraph:
    return Paragraph((Number(value, "step", place, PATTERNS[kind]),), id=f"s{value}")


def article(value: str, *place: int, pattern: str = "第{1:chinese}条") -> Paragraph:
    return Paragraph((Strong((Number(value, "article", place, pattern),)), Text(" 文")), id=f"a{value}")


def see(value: str, target: str) -> Paragraph:
    return Paragraph((Text("见"), Link((NumberOf(value, target),), f"#{target}")))


def counted(opened: Opened) -> list[str]:
    """The numbers that Word puts before the paragraphs."""
    return [label for _, label in Counts(opened.document, opened.part("word/numbering.xml")).labels]


def codes(opened: Opened) -> list[str]:
    return [(code.text or "").strip() for code in opened.find("//w:instrText")]


STEPS = [
    ("1", "1", 1), ("2", "1", 2), ("2.1", "1.1", 2, 1), ("2.2", "1.1", 2, 2), ("3", "1", 3), ("3A", "1A", 3, 1),
    ("3A.1", "1A.1", 3, 1, 1), ("3A.2", "1A.1", 3, 1, 2), ("3A.2.1", "1A.1.1", 3, 1, 2, 1), ("3B", "1A", 3, 2),
    ("3B.1", "1A.1", 3, 2, 1), ("4", "1", 4), ("4.1", "1.1", 4, 1), ("5", "1", 5), ("5A", "1A", 5, 1),
    ("1", "1", 1), ("2", "1", 2), ("7", "1", 7), ("8", "1", 8),
    ("3.2", "1.1", 3, 2), ("3.3", "1.1", 3, 3), ("4", "1", 4),
]  # fmt: skip


def test_word_counts_steps_tracks_and_what_is_in_them(body: Body) -> None:
    opened = body(*(step(value, kind, *place) for value, kind, *place in STEPS))
    assert counted(opened) == [value for value, *_ in STEPS]
    assert not text(opened.document).strip()


def test_steps_that_follow_are_one_list(body: Body) -> None:
    opened = body(*(step(str(number), "1", number) for number in range(1, 9)))
    assert len(set(opened.values("//w:p//w:numId"))) == 1


def test_articles_run_on_through_chapters_and_items_begin_anew(body: Body) -> None:
    chapters = [Paragraph((Number(f"第{n}章", "chapter", (i,), "第{1:chinese}章"),)) for i, n in ((1, "一"), (2, "二"))]
    items = "（{2:chinese}）"
    opened = body(
        chapters[0], article("第一条", 1), article("（一）", 1, 1, pattern=items), article("（二）", 1, 2, pattern=items),
        chapters[1], article("第二条", 2), article("（一）", 2, 1, pattern=items), article("第三条", 3),
    )  # fmt: skip
    labels = ["第一章", "第一条", "（一）", "（二）", "第二章", "第二条", "（一）", "第三条"]
    assert counted(opened) == labels
    assert opened.find("//w:abstractNum//w:lvl[w:suff/@w:val='space']/w:rPr/w:b", opened.part("word/numbering.xml"))


def test_a_clause_in_a_list_keeps_the_indent_of_its_style(body: Body) -> None:
    opened = body(Paragraph(article("第一条", 1).children, role="clause"))
    (indent,) = opened.find("//w:p[w:pPr/w:numPr]/w:pPr/w:ind")
    assert dict(indent.attrib) == {
        key: indent.get(key) for key in indent.attrib if key.endswith(("firstLine", "Chars"))
    }


@pytest.mark.parametrize("number", [
    Number("四十", "article", (40,), "{1:decimal}"),
    Number("1", "step", (1,) * 10, "".join(f"{{{level}:decimal}}" for level in range(1, 10))),
    Number("1", "step", (1, 1), "{1:decimal}"),
])  # fmt: skip
def test_what_word_would_count_otherwise_is_text(body: Body, number: Number) -> None:
    opened = body(Paragraph((number,), id="n"), see(number.value, "n"))
    assert not counted(opened)
    assert text(opened.find("//w:body/w:p")[0]) == number.value
    assert codes(opened) == ["REF _Ref_n \\h"]


def caption(series: str, value: int) -> tuple[Inline, ...]:
    return (Text(f"{series} "), Number(str(value), series, (value,)), Text(" 名"))


def test_captions_are_sequences_that_say_where_they_jump(body: Body) -> None:
    opened = body(
        Table((Row((Cell(()),)),), caption=caption("表", 1), id="t1"),
        Figure(Image("x", "图"), caption("图", 1), id="f1"),
        Table((Row((Cell(()),)),), caption=caption("表", 2)),
        Table((Row((Cell(()),)),), caption=caption("表", 5)),
        Heading(2, caption("附表", 1), (), id="form"),
    )
    assert codes(opened) == [
        "SEQ 表 \\* ARABIC", "SEQ 图 \\* ARABIC", "SEQ 表 \\* ARABIC", "SEQ 表 \\* ARABIC \\r 5", "SEQ 附表 \\* ARABIC",
    ]  # fmt: skip
    above = next(p for p in opened.find("//w:body/w:p") if text(p) == "表 1 名")
    assert opened.find("w:pPr/w:keepNext", above)
    assert next(child.tag for child in above.itersiblings()).endswith("}tbl")


def test_references_are_fields_that_lead_to_what_they_number(body: Body) -> None:
    row = Row((Cell((Paragraph(step("2", "1", 1).children),)), Cell((Paragraph((Text("派工"),)),))), id="step-x")
    opened = body(
        Heading(2, caption("附表", 1), (), id="form-x"),
        Table((row,), id="steps"),
        *(see(*target) for target in (("1", "form-x"), ("1", "step-x"), ("3", "nothing"))),
        Paragraph(step("1", "1", 1).children, id="step-y"),
        see("1", "step-y"),
    )
    assert codes(opened)[1:] == ["REF _Ref_form_x \\h", "REF _Ref_step_x \\h", "REF _step_y \\n \\h"]
    (start,) = opened.find("//w:bookmarkStart[@w:name='_Ref_form_x']")
    assert text(opened.find("following-sibling::w:r[w:t]", start)[0]) == "1"
    assert [text(p) for p in opened.find("//w:body/w:p")][-5:-2] == ["见\u200b1", "见\u200b1", "见\u200b3"]
    assert [problem.code for problem in opened.diagnostics] == ["SOP701"]


def test_the_first_number_of_a_paragraph_is_that_of_what_begins_there(body: Body) -> None:
    blocks: tuple[Block, ...] = (
        Paragraph((*caption("图", 1), *caption("图", 2)), id="a"),
        Paragraph((Text("其后 "), Number("3", "图", (3,)))),
        see("1", "a"),
    )
    opened = body(*blocks)
    names = [attribute(start, "name") for start in opened.find("//w:bookmarkStart")]
    assert names == ["_a", "_Ref_a"]


def test_what_a_field_comes_to_looks_as_its_result(body: Body) -> None:
    bold = Paragraph((Strong((NumberOf("1", "form"),)),))
    opened = body(Heading(2, caption("附表", 1), (), id="form"), see("1", "form"), bold)
    assert len(codes(opened)) == 3
    for p, heavy in zip(opened.find("//w:p[.//w:instrText]"), (False, False, True), strict=True):
        runs = opened.find(".//w:r[w:fldChar or w:instrText]", p)
        assert len(runs) == 4
        assert {bool(opened.find("w:rPr/w:b", run)) for run in runs} == {heavy}


def test_no_line_breaks_between_a_word_and_the_number_it_refers_to(body: Body) -> None:
    form = Paragraph((Text("附表 "), Number("1", "form", (1,)), Text(" 登记单")), id="form")
    named = Link((Text("附表 "), NumberOf("1", "form"), Text(" 登记单")), "#form")
    opened = body(form, Paragraph((Text("填写 "), named)), Paragraph((Link((Text("第 "), Text("1")), "#form"),)))
    assert [text(one) for one in opened.find("//w:p")[-2:]] == ["填写 附表\u00a01 登记单", "第 1"]
