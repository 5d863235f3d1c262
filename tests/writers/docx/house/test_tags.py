"""Tags: filled in every part, however Word has cut them up; wrong ones told by part, paragraph and tag."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from docx.document import Document
from houses import STRICT_VALUES, house, text_box
from opened import Opened, text

from sopgen.errors import TemplateError

Into = Callable[..., Opened]


def split(document: Document) -> None:
    """A tag in four runs, one of them bold."""
    paragraph = document.paragraphs[0]
    for piece in ("{", "{ sop", ".title", " }} 完"):
        paragraph.add_run(piece).bold = piece == ".title"


def test_tags_are_filled_in_text_header_and_footer(into: Into) -> None:
    written = into(house("{{ sop.title }}", "{{ body }}", header="{{ sop.id }} {{ company }}"))
    assert text(written.find("//w:body/w:p")[0]) == "报修 & <维修>"
    assert text(written.part("word/header1.xml")) == "A-1 示例公司"


def test_a_tag_may_be_cut_into_runs(into: Into) -> None:
    assert text(into(house("", "{{ body }}", change=split)).find("//w:body/w:p")[0]) == "报修 & <维修> 完"


def test_tags_in_text_boxes_are_filled_in_both_of_their_forms(into: Into) -> None:
    written = into(house("", "{{ body }}", change=text_box))
    assert [text(box) for box in written.find("//w:txbxContent")] == ["编号 A-1"] * 2


def test_rows_and_paragraphs_are_repeated(into: Into) -> None:
    def rows(document: Document) -> None:
        table = document.add_table(3, 1)
        for row, cell in enumerate(("{%tr for item in sop.parts %}", "{{ item }}", "{%tr endfor %}")):
            table.cell(row, 0).text = cell

    written = into(house("{%p for one in sop.parts %}", "项 {{ one }}", "{%p endfor %}", "{{ body }}", change=rows))
    assert [text(row) for row in written.find("//w:body/w:tbl//w:tr")] == ["甲", "乙"]
    assert [text(one) for one in written.find("//w:body/w:p")[:2]] == ["项 甲", "项 乙"]


def test_what_a_spec_leaves_out_prints_nothing(into: Into) -> None:
    first = "[{{ sop.department }}{{ sop.prepared_by.name }}{% for one in sop.revisions %}!{% endfor %}]"
    written = into(house(first, "{{ body }}"), values=STRICT_VALUES)
    assert text(written.find("//w:body/w:p")[0]) == "[]"


WRONG = {
    "{{ sop.titel }}": ("there is no `titel`", "did you mean `title`?"),
    "{{ sop.prepared_by.nmae }}": ("there is no `nmae`", "did you mean `name`?"),
    '{{ sop["x-team"] }}': ("there is no `x-team`", 'a key of your own is written sop.x["x-team"]'),
    "{{ spo.title }}": ("there is no `spo`", "did you mean `sop`?"),
    "{{ sop.title | nosuch }}": ("there is no filter `nosuch`", "write tags like"),
    "{{ sop.title | uper }}": ("there is no filter `uper`", "did you mean `upper`"),
    "{{ sop.title + }}": ("it cannot be understood", "write tags like"),
    "{{ sop.title": ("it is not closed by `}}` in the same paragraph", ""),
    "{% fro one in sop.parts %}": ("there is no tag `fro`", "did you mean `for`?"),
    "{{ 1 / 0 }}": ("it cannot be worked out", "write tags like"),
    "{{ company.__class__ }}": ("templates are not allowed to do this", ""),
}


@pytest.mark.parametrize("tag", WRONG)
def test_a_wrong_tag_is_told_with_its_place(tag: str, into: Into) -> None:
    problem, hint = WRONG[tag]
    with pytest.raises(TemplateError) as failure:
        into(house("", f"before {tag}", "{{ body }}"), values=STRICT_VALUES)
    (found,) = failure.value.diagnostics
    assert found.rule == "wrong-tag"
    assert found.message.en == f"the tag {tag} in paragraph 2 of the text is wrong: {problem}"
    assert hint in (found.hint.en if found.hint else "")
    assert tag in found.message.zh


def test_all_wrong_tags_are_told_at_once(into: Into) -> None:
    wrong = house("{{ sop.one }} {{ sop.title }} {{ sop.two }}", "{{ body }}", "{{ three }}", header="{{ sop.four }}")
    with pytest.raises(TemplateError) as failure:
        into(wrong, values=STRICT_VALUES)
    assert [(found.message.en[8:]).partition(" is wrong")[0] for found in failure.value.diagnostics] == [
        "{{ sop.one }} in paragraph 1 of the text",
        "{{ sop.two }} in paragraph 1 of the text",
        "{{ three }} in paragraph 3 of the text",
        "{{ sop.four }} in paragraph 1 of the header (header1.xml)",
    ]


@pytest.mark.parametrize(
    ("paragraphs", "tag"),
    [
        (("{% if sop.title %}", "{{ body }}"), "{% if sop.title %}"),
        (("{{ body }}", "{%p endif %}"), "{% endif %}"),
        (("{%p for one in sop.none %}", "{%p endfor %}", "{{ body }}"), "{% for one in sop.none %}"),
    ],
)
def test_tags_in_pairs_are_told_too(paragraphs: tuple[str, ...], tag: str, into: Into) -> None:
    with pytest.raises(TemplateError) as failure:
        into(house(*paragraphs), values=STRICT_VALUES)
    assert [tag in found.message.en for found in failure.value.diagnostics] == [True]


@pytest.mark.parametrize(
    ("paragraphs", "place"),
    [
        (
            ("{% if sop.title %}", "{%p for one in sop.none %}", "{{ one }}", "{%p endfor %}"),
            "{% if sop.title %} in paragraph 1",
        ),
        (
            ("{{ sop.title }}", "{%p for one in sop.none %}", "{{ one.a }}", "{{ one.b }}"),
            "{% for one in sop.none %} in paragraph 2",
        ),
        (
            ("{% if sop.title %}a{% else %}b{% endif %}", "{% for one in sop.none %}", "{% endif %}"),
            "{% endif %} in paragraph 3",
        ),
        (
            ("{% if company %}", "{% for one in sop.none %}", "{% endif %}", "{% endfor %}"),
            "{% for one in sop.none %} in paragraph 2",
        ),
    ],
)
def test_of_tags_in_pairs_only_the_one_that_is_alone_is_told(
    paragraphs: tuple[str, ...], place: str, into: Into
) -> None:
    with pytest.raises(TemplateError) as failure:
        into(house(*paragraphs, "{{ body }}"), values=STRICT_VALUES)
    (found,) = failure.value.diagnostics
    assert place in found.message.en


def test_what_a_loop_gives_is_not_taken_for_what_makes_it_fail(into: Into) -> None:
    with pytest.raises(TemplateError) as failure:
        into(house("{% for k, v in 12 %}{{ k }}: {{ v }}{% endfor %}", "{{ body }}"), values=STRICT_VALUES)
    (found,) = failure.value.diagnostics
    assert "{% for k, v in 12 %}" in found.message.en


def test_pairs_that_tear_the_text_apart_are_told(into: Into) -> None:
    def cell(document: Document) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{% if sop.title %}"
        document.add_paragraph("{% endif %}")

    with pytest.raises(TemplateError) as failure:
        into(house(change=cell), values=STRICT_VALUES)
    (found,) = failure.value.diagnostics
    assert "do not stand at the same depth" in found.message.en


@pytest.mark.parametrize("condition", ["{%p if company %}", "{%p for _ in '12' %}"])
def test_the_document_goes_in_once_whatever_the_tags_say(condition: str, into: Into) -> None:
    end = "{%p endif %}" if "if" in condition else "{%p endfor %}"
    values: Mapping[str, object] = {**STRICT_VALUES, "company": ""}
    with pytest.raises(TemplateError) as failure:
        into(house(condition, "{{ body }}", end), values=values)
    assert failure.value.diagnostics[0].rule == "no-place-for-body"
