from __future__ import annotations

from collections.abc import Callable

import pytest
from opened import Opened, attribute, text
from samples import cell, document, para, png

from sopgen.document.nodes import (
    Break,
    Code,
    Emphasis,
    Field,
    Figure,
    Heading,
    Image,
    Link,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from sopgen.style import load_style
from sopgen.writers.docx import write

Body = Callable[..., Opened]


def line(*children: object) -> Paragraph:
    return Paragraph(children)  # type: ignore[arg-type]


def run_styles(opened: Opened) -> list[list[str]]:
    return [
        [opened.style_names[value] for value in opened.values("w:rPr/w:rStyle", run)] for run in opened.find("//w:r")
    ]


def test_inline_content_keeps_its_order_and_its_looks(body: Body) -> None:
    opened = body(line(Text("一"), Strong((Text("二"),)), Emphasis((Text("三"),)), Code("四"), Break(), Text("五")))
    assert text(opened.find("//w:p")[0]) == "一二三四\n五"
    assert run_styles(opened) == [[], ["Strong"], ["Emphasis"], ["Code characters"], [], []]


def test_bold_is_spelt_out_because_styles_would_undo_each_other(body: Body) -> None:
    opened = body(Heading(1, (Strong((Text("粗"),)),), (1,)))
    assert len(opened.find("//w:r/w:rPr/w:b")) == 1


def test_a_face_that_stands_for_bold_is_spelt_out_because_libreoffice_takes_that_of_the_table() -> None:
    for name, expected in (("standard", ["黑体"]), ("enterprise", [])):
        opened = Opened(write(document(line(Strong((Text("目"),)))), load_style(name)))
        assert [attribute(fonts, "eastAsia") for fonts in opened.find("//w:r/w:rPr/w:rFonts")] == expected


def test_looks_inside_each_other_add_up(body: Body) -> None:
    opened = body(line(Strong((Emphasis((Text("重"),)), Span((Code("x"),), role="badge")))))
    first, second = opened.find("//w:r")
    assert opened.find("w:rPr/w:b", first)
    assert [attribute(color, "val") for color in opened.find("w:rPr/w:color", second)] == ["C00000"]


def test_chinese_emphasis_is_another_face_english_is_italic(body: Body) -> None:
    for language, faces, italics in (("zh-CN", ["楷体"], 0), ("en", ["楷体"], 1)):
        styles = body(para("一"), language=language).part("word/styles.xml")
        (emphasis,) = Opened.find(body(para("一")), "w:style[w:name/@w:val='Emphasis']", styles)
        assert [
            attribute(fonts, "eastAsia") for fonts in Opened.find(body(para("一")), "w:rPr/w:rFonts", emphasis)
        ] == faces
        assert len(Opened.find(body(para("一")), "w:rPr/w:i", emphasis)) == italics


@pytest.mark.parametrize("role", ["label", "badge", "required", "muted", "blank"])
def test_roles_of_characters_are_styles(body: Body, role: str) -> None:
    opened = body(line(Text("一", role=role)), line(Span((Text("一"),), role=role)), line(Text("二", role="unknown")))
    first, second, third = run_styles(opened)
    assert first == second != []
    assert third == []


def test_punctuation_of_all_scripts_is_drawn_in_the_chinese_face(body: Body) -> None:
    opened = body(line(Text("“好”"), Text("好"), Text("≤ 5"), Text("5")))
    assert [bool(opened.find("w:rPr/w:rFonts[@w:hint='eastAsia']", run)) for run in opened.find("//w:r")] == [
        True, False, True, False,
    ]  # fmt: skip
    assert not body(line(Text("“good”")), language="en").find("//w:rFonts")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("第6-7项", "第6‑7项"),
        ("2-4 hours", "2‑4 hours"),
        ("不良率≤ 5 %", "不良率≤\u00a05 %"),
        ("AFS-SOP-2026-001", "AFS-SOP-2026-001"),
        ("2026-03-01 8:00-20:00", "2026-03-01 8:00-20:00"),
        ("021-60001234 GB/T 9704-2012", "021-60001234 GB/T 9704-2012"),
    ],
)
def test_ranges_and_comparisons_stay_on_one_line(body: Body, written: str, printed: str) -> None:
    opened = body(line(Text(written)), line(Code(written)), line(Field("text", value=written)))
    texts = [
        "".join(
            "‑" if element.text is None else element.text
            for element in opened.find(".//w:r/w:t | .//w:r/w:noBreakHyphen", paragraph)
        )
        for paragraph in opened.find("//w:p")
    ]
    assert texts == [printed, written, written]


def test_markup_in_a_text_is_text(body: Body) -> None:
    assert text(body(para('<客户姓名> & "A"')).find("//w:p")[0]) == '<客户姓名> & "A"'


def bookmark(opened: Opened, name: str) -> object:
    """The paragraph that a bookmark stands in."""
    (start,) = opened.find(f"//w:bookmarkStart[@w:name='{name}']")
    (paragraph,) = opened.find("ancestor::w:p[1]", start)
    return text(paragraph)


def test_a_link_inside_the_document_leads_to_a_bookmark(body: Body) -> None:
    opened = body(Paragraph((Text("目标"),), id="step-1"), para("别处"), line(Link((Text("步骤 1"),), "#step-1")))
    (link,) = opened.find("//w:hyperlink")
    assert bookmark(opened, attribute(link, "anchor")) == "目标"
    assert text(link) == "步骤 1"
    assert not opened.diagnostics


def test_only_what_is_linked_to_gets_a_bookmark(body: Body) -> None:
    opened = body(Paragraph((Text("一"),), id="a"), Paragraph((Text("二"),), id="b"), line(Link((Text("二"),), "#b")))
    assert len(opened.find("//w:bookmarkStart")) == len(opened.find("//w:bookmarkEnd")) == 1


def test_everything_with_an_id_can_be_linked_to(body: Body) -> None:
    targets = ("section", "table", "row", "item", "figure", "heading", "cell")
    inner = Table((Row((cell("行"), cell("格")), id="row"),), id="table", caption=(Text("表题"),))
    opened = body(
        Section((para("节"),), id="section"),
        inner,
        List((ListItem((para("项"),), id="item"),)),
        Figure(Image("p"), (Text("图题"),), id="figure"),
        Heading(1, (Text("题"),), (1,), id="heading"),
        Table((Row((cell("甲"),)), Row((cell("乙"),), id="cell"))),
        *(line(Link((Text(target),), f"#{target}")) for target in targets),
        p=png(),
    )
    anchors = [attribute(link, "anchor") for link in opened.find("//w:hyperlink")]
    assert [bookmark(opened, anchor) for anchor in anchors] == ["节", "表题", "行", "项", "", "题", "乙"]
    assert not opened.diagnostics


def test_a_link_without_words_prints_what_it_leads_to(body: Body) -> None:
    opened = body(
        line(
            Link((), "#later"),
            Link((), "#plain"),
            Link((), "#prices"),
            Link((), "#flow"),
            Link((), "#part"),
            Link((), "#row"),
        ),
        Heading(1, (Text("报修"), Strong((Text("处理"),))), (3,), id="later"),
        Heading(2, (Text("附录"),), id="plain"),
        Table((Row((cell("9"), cell("x")), id="row"),), caption=(Text("表 2 费用"),), id="prices"),
        Figure(Image("p", "流程"), (), id="flow"),
        Section((Heading(2, (Text("其他"),), (3, 1)),), id="part"),
        p=png(),
    )
    links = [text(link) for link in opened.find("//w:hyperlink")]
    assert links == ["“三、报修处理”", "“附录”", "表 2 费用", "流程", "“1. 其他”", "9"]


def test_numbers_of_english_headings_stand_apart(body: Body) -> None:
    opened = body(line(Link((), "#a")), Heading(1, (Text("Scope"),), (2,), id="a"), language="en")
    assert text(opened.find("//w:hyperlink")[0]) == "“2 Scope”"


def test_a_link_that_leads_nowhere_is_told_and_keeps_its_words(body: Body) -> None:
    opened = body(line(Link((Text("步骤 9"),), "#step-9"), Link((), "#step-9")))
    assert text(opened.find("//w:p")[0]) == "步骤 9step-9"
    assert not opened.find("//w:hyperlink")
    (diagnostic,) = opened.diagnostics
    assert diagnostic.rule == "broken-link"
    assert "step-9" in diagnostic.message.zh


def test_names_of_bookmarks_are_what_word_takes(body: Body) -> None:
    ids = ["步骤-1", "步骤_1", "A" * 60, "A" * 59 + "b", "a" * 60, "1. x"]
    opened = body(
        *(Paragraph((Text(id_),), id=id_) for id_ in ids), *(line(Link((Text("x"),), f"#{id_}")) for id_ in ids)
    )
    names = [attribute(start, "name") for start in opened.find("//w:bookmarkStart")]
    assert len({name.lower() for name in names}) == len(ids)
    assert all(len(name) <= 40 and name.isidentifier() for name in names)


def test_a_link_outside_is_a_relationship(body: Body) -> None:
    opened = body(line(Link((Text("法"),), "https://example.com/法?a=1&b= 2"), Link((), "mailto:a@example.com")))
    ids = [
        link.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        for link in opened.find("//w:hyperlink")
    ]
    assert [opened.targets[str(id_)] for id_ in ids] == [
        "https://example.com/%E6%B3%95?a=1&b=%202",
        "mailto:a@example.com",
    ]
    assert [text(link) for link in opened.find("//w:hyperlink")] == ["法", "mailto:a@example.com"]


@pytest.mark.parametrize("href", ["images/a.pdf", "javascript:alert(1)", "file:///etc/passwd", "www.example.com"])
def test_what_word_cannot_link_to_is_told_and_keeps_its_words(body: Body, href: str) -> None:
    opened = body(line(Link((Text("附件"),), href)))
    assert text(opened.find("//w:p")[0]) == "附件"
    assert not opened.find("//w:hyperlink")
    assert [diagnostic.rule for diagnostic in opened.diagnostics] == ["unlinkable-address"]
