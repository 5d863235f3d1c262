"""The parts that may be set in several ways, in the manner that a style sheet asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sopgen.document.labels import labels
from sopgen.document.nodes import Callout, Document, Heading, List, Paragraph, Section, Table
from sopgen.style.manner import Manner

Built = Callable[..., Document]
Each = Callable[..., list[Any]]
Lines = Callable[[object], list[str]]

DEFINITIONS = "definitions: {工单: 唯一的凭证, 闭环: 全部完成}"
REFERENCES = """
references:
  - {number: AFS-SOP-2026-002, title: 退换货处理}
  - {title: 产品质量法, note: 第四十条, url: "https://example.com"}
"""


def test_definitions_are_entries_with_numbers_that_no_contents_list(built: Built, each: Each, lines: Lines) -> None:
    document = built(DEFINITIONS, manner=Manner(definitions="entries"))
    entries = [one for one in each(document.blocks, Heading) if "unlisted" in one.role.split()]
    assert [(one.level, one.number) for one in entries] == [(2, (2, 1)), (2, (2, 2))]
    introduction = labels("zh-CN")["definitions"]["introduction"]
    assert lines(document)[-6:] == ["术语和定义", introduction, "/工单", "唯一的凭证", "/闭环", "全部完成"]
    assert [one.role for one in each(built(DEFINITIONS).blocks, Table)][-1] == "data"


def test_references_are_paragraphs_below_the_sentence_that_makes_them_binding(
    built: Built, each: Each, lines: Lines
) -> None:
    document = built(REFERENCES, manner=Manner(references="paragraphs"))
    assert not each(document.blocks, List)
    assert lines(document)[-5:] == [
        "规范性引用文件",
        labels("zh-CN")["references"]["introduction"],
        "AFS-SOP-2026-002\u3000退换货处理",
        "《产品质量法》，第四十条",
        "<https://example.com>",
    ]
    assert "/references/1/url" in [one.path for one in each(document.blocks, Section)]
    usual = built(REFERENCES)
    assert [one.ordered for one in each(usual.blocks, List)] == [True]
    assert "引用文件" in lines(usual)


def test_english_documents_have_their_own_sentences(built: Built, lines: Lines) -> None:
    manner = Manner(definitions="entries", references="paragraphs")
    found = lines(built(f"{DEFINITIONS}\n{REFERENCES}", "en", manner=manner))
    assert "Normative references" in found
    assert "AFS-SOP-2026-002, 退换货处理" in found
    assert labels("en")["definitions"]["introduction"] in found


def test_cautions_are_called_as_standards_call_them(built: Built, each: Each, lines: Lines) -> None:
    steps = "steps: [{action: 断电, cautions: [{note: 只对专员}, {tip: 先看}, {warning: 断电后再操作}]}]"
    for manner, expected in ((Manner(cautions="notes"), "注：只 注：先 警告"), (Manner(), "说明： 提示： 警告：")):
        said = [lines(one)[0] for one in each(built(steps, manner=manner).blocks, Callout)]
        assert [line[:3] for line in said] == [word.ljust(3, "：")[:3] for word in expected.split()]


ATTACHED = """
attachments: [{title: 工单界面, file: a.png}, {title: 维修手册, location: 知识库}]
forms: {register: {title: 登记表, fields: [型号]}}
steps: [{action: "填写[[form:register]]"}]
"""


def test_attachments_are_named_below_the_text_and_marked_on_pages_of_their_own(
    built: Built, each: Each, lines: Lines
) -> None:
    document = built(ATTACHED, manner=Manner(annexes="marked"))
    found = lines(document)
    at = found.index("附件：1. 工单界面")
    assert found[at:][:4] == ["附件：1. 工单界面", "2. 维修手册（存放位置：知识库）", "附件 1", "工单界面"]
    assert found[found.index("附表 1") :][:2] == ["附表 1", "登记表"]
    marks = [one for one in each(document.blocks, Paragraph) if "annex-mark" in one.role.split()]
    assert [(one.id, "page-break" in one.role) for one in marks] == [("attachment-0", True), ("form-register", True)]
    titles = [one for one in each(document.blocks, Heading) if "annex-title" in one.role.split()]
    assert [(one.level, one.number) for one in titles] == [(1, ()), (1, ())]
    assert not {"附件", "附表"} & set(found)


def test_one_attachment_is_named_without_a_number(built: Built, lines: Lines) -> None:
    assert "附件：维修手册" in lines(built("attachments: [维修手册]", manner=Manner(annexes="marked")))


def test_annexes_have_letters_after_those_that_sections_say_they_are(built: Built, each: Each, lines: Lines) -> None:
    sections = "sections: [{title: 附录A 术语对照, body: 略}]\n"
    for spec, expected in ((ATTACHED, "AB"), (sections + ATTACHED, "ABC"), ("forms: {register: {title: 登记表}}", "A")):
        document = built(spec, manner=Manner(annexes="lettered"))
        annexes = [one for one in each(document.blocks, Heading) if "annex-heading" in one.role.split()]
        assert [lines(one)[0][2] for one in annexes] == list(expected)
        assert not any(one.number for one in annexes)
    assert "附录A/（规范性）/附表" in lines(document)


def test_a_term_has_its_equivalent_and_its_source(built: Built, lines: Lines) -> None:
    spec = "definitions: {投诉: {meaning: 表达不满, equivalent: complaint, source: GB/T 19012}}"
    entries = lines(built(spec, manner=Manner(definitions="entries")))
    assert entries[-3:] == ["/投诉\u3000complaint", "表达不满", "[来源：GB/T 19012]"]
    assert lines(built(spec))[-4:] == ["投诉", "complaint", "表达不满", "[来源：GB/T 19012]"]


def test_sections_end_the_text_and_annexes_follow_it(built: Built, lines: Lines) -> None:
    sections = "sections: [{title: 附则, body: 略}, {title: 又及, body: 完, after: forms}]\n"
    for manner, last in ((Manner(annexes="lettered"), "又及"), (Manner(annexes="marked"), "又及"), (Manner(), "附则")):
        found = lines(built(sections + ATTACHED, manner=manner))
        places = {title: found.index(title) for title in ("附则", "又及")}
        assert max(places, key=places.__getitem__) == last
