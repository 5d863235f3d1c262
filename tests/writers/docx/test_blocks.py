from __future__ import annotations

from collections.abc import Callable

import pytest
from opened import Opened, attribute, text
from samples import bullets, cell, document, head, para, png

from sopgen.document.nodes import (
    Callout,
    Cell,
    Code,
    Figure,
    Heading,
    Image,
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


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("", "Body Text"),
        ("title", "Title"),
        ("subtitle", "Subtitle"),
        ("clause", "Clause"),
        ("clause-item", "Clause item"),
        ("chapter", "Chapter"),
        ("say", "Say"),
        ("unknown", "Body Text"),
        ("unknown small", "Small"),
    ],
)
def test_a_role_of_a_paragraph_is_a_style(body: Body, role: str, name: str) -> None:
    assert body(para("文字", role=role)).styles() == [name]


def test_the_role_of_a_section_is_that_of_its_paragraphs(body: Body) -> None:
    opened = body(Section((para("一"), para("二", role="small")), role="say"), para("三"))
    assert opened.styles() == ["Say", "Small", "Body Text"]


@pytest.mark.parametrize("block", [para("一", role="page-break"), Heading(1, (Text("一"),), (1,), "page-break")])
def test_a_page_begins_where_a_role_says_so(body: Body, block: Paragraph | Heading) -> None:
    opened = body(para("前"), block, para("后"))
    (p,) = opened.find("//w:p[w:pPr/w:pageBreakBefore]")
    assert text(p) == "一"


def test_a_section_that_begins_a_page_may_begin_with_a_table(body: Body) -> None:
    opened = body(para("前"), Section((Table((Row((cell("甲"), cell("乙"))),)),), role="page-break"))
    (p,) = opened.find("//w:p[w:pPr/w:pageBreakBefore]")
    assert text(p) == "甲"


def test_lines_of_code_keep_their_breaks_and_have_a_style(body: Body) -> None:
    opened = body(Paragraph((Code("one\n  two"),)), Paragraph((Text("按 "), Code("F5"))))
    assert opened.styles() == ["Code", "Body Text"]
    assert text(opened.find("//w:p")[0]) == "one\n  two"


def test_text_in_another_language_is_set_as_that_language_is(body: Body) -> None:
    opened = body(para("中文“引号”"), Section((para("English “quotes”"),), language="en"))
    chinese, english = opened.find("//w:body/w:p")
    assert [attribute(lang, "val") for lang in opened.find(".//w:lang", english)] == ["en-US"]
    assert opened.values("w:pPr/w:jc", english) == ["left"]
    assert [attribute(ind, "firstLine") for ind in opened.find("w:pPr/w:ind", english)] == ["0"]
    hints = "w:r/w:rPr/w:rFonts[@w:hint='eastAsia']"
    assert (len(opened.find(hints, chinese)), len(opened.find(hints, english))) == (1, 0)
    assert not opened.find(".//w:lang", chinese)


def test_chinese_in_an_english_document_is_set_as_chinese(body: Body) -> None:
    opened = body(Section((para("您好“客户”"),), language="zh-CN"), language="en")
    (p,) = opened.find("//w:body/w:p")
    assert opened.values("w:pPr/w:jc", p) == ["both"]
    assert [attribute(ind, "firstLineChars") for ind in opened.find("w:pPr/w:ind", p)] == ["200"]
    assert opened.find("w:r/w:rPr/w:rFonts[@w:hint='eastAsia']", p)


def numbering_of(opened: Opened, p: object) -> tuple[str, str]:
    """The kind of number and the text of the mark that a paragraph has."""
    assert not isinstance(p, str)
    (number,) = opened.values("w:pPr/w:numPr/w:numId", p)  # type: ignore[arg-type]
    (level,) = opened.values("w:pPr/w:numPr/w:ilvl", p)  # type: ignore[arg-type]
    numbering = opened.part("word/numbering.xml")
    (abstract,) = opened.values(f"w:num[@w:numId='{number}']/w:abstractNumId", numbering)
    path = f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']"
    return opened.values(f"{path}/w:numFmt", numbering)[0], opened.values(f"{path}/w:lvlText", numbering)[0]


def test_lists_are_real_lists(body: Body) -> None:
    opened = body(bullets("一"), bullets("一", role="checklist"), bullets("一", ordered=True))
    marks = [numbering_of(opened, p) for p in opened.find("//w:body/w:p")]
    assert marks == [("bullet", "•"), ("bullet", "☐"), ("decimal", "%1.")]
    assert opened.styles() == ["List Paragraph"] * 3


@pytest.mark.parametrize("name", ["gongwen", "standard"])
def test_a_mark_of_two_signs_is_text_in_the_face_of_the_body(name: str) -> None:
    """LibreOffice shows but the first sign of a bullet, and a Latin face has no Chinese dash."""
    opened, style = Opened(write(document(bullets("一")), load_style(name))), load_style(name)
    assert numbering_of(opened, opened.paragraphs("List Paragraph")[0]) == ("none", "——")
    fonts = opened.find("w:abstractNum[@w:abstractNumId='1']/w:lvl/w:rPr/w:rFonts", opened.part("word/numbering.xml"))[
        0
    ]
    assert (attribute(fonts, "eastAsia"), attribute(fonts, "hint")) == (style.body.east_asian, "eastAsia")
    size = style.body.size
    assert style.lists.hanging.points(size) > 2 * size


def test_every_numbered_list_counts_for_itself(body: Body) -> None:
    opened = body(bullets("一", "二", ordered=True), bullets("三", ordered=True), bullets("四", ordered=True, start=4))
    numbers = opened.values("//w:numPr/w:numId")
    assert numbers[0] == numbers[1]
    assert len(set(numbers)) == 3
    numbering = opened.part("word/numbering.xml")
    abstract = [opened.values(f"w:num[@w:numId='{number}']/w:abstractNumId", numbering)[0] for number in numbers[1:]]
    assert len(set(abstract)) == 3
    starts = [
        opened.values(f"w:abstractNum[@w:abstractNumId='{number}']/w:lvl/w:start", numbering) for number in abstract
    ]
    assert starts == [["1"], ["1"], ["4"]]


def test_lists_nest_and_items_hold_more_than_a_line(body: Body) -> None:
    inner = List((ListItem((para("内"),)),), ordered=True)
    opened = body(List((ListItem((para("外"), para("续"), inner)), ListItem((bullets("深"),)), ListItem(()))))
    first, second, third, *rest = opened.find("//w:body/w:p")
    assert numbering_of(opened, first)[0] == "bullet"
    assert not opened.find("w:pPr/w:numPr", second)
    assert int(attribute(opened.find("w:pPr/w:ind", second)[0], "left")) > 0
    assert numbering_of(opened, third) == ("decimal", "%1)")
    assert [text(p) for p in rest] == ["", "深", ""]
    assert [numbering_of(opened, p)[1] for p in rest] == ["•", "–", "•"]


def test_callouts_are_shaded_paragraphs_with_a_bar_in_their_colour(body: Body) -> None:
    opened = body(Callout("danger", (para("触电"), bullets("断电"))), Callout("note", (para("说明"),)))
    assert opened.styles() == ["Callout danger", "Callout danger", "Callout note"]
    (danger,) = opened.find("//w:style[w:name/@w:val='Callout danger']", opened.part("word/styles.xml"))
    assert attribute(opened.find("w:pPr/w:pBdr/w:left", danger)[0], "color") == "C00000"
    assert attribute(opened.find("w:pPr/w:shd", danger)[0], "fill") == "FCE8E8"


def test_callouts_have_no_background_and_no_bar_where_the_style_sheet_has_none() -> None:
    opened = Opened(write(document(Callout("warning", (para("触电"),))), load_style("standard")))
    styles = opened.find("//w:style[contains(w:name/@w:val, 'allout warning')]", opened.part("word/styles.xml"))
    assert len(styles) == 2
    for style in styles:
        assert not opened.find("w:pPr/w:pBdr | w:pPr/w:shd", style)


def test_the_bar_of_a_callout_runs_past_its_lists(body: Body) -> None:
    opened = body(Callout("note", (para("一"), bullets("二"))))
    item = opened.find("//w:p[w:pPr/w:numPr]/w:pPr/w:ind")[0]
    (style,) = opened.find("//w:style[w:name/@w:val='Callout note']/w:pPr/w:ind", opened.part("word/styles.xml"))
    assert int(attribute(item, "left")) - int(attribute(item, "hanging")) == int(attribute(style, "left"))


def test_an_unknown_kind_of_callout_is_plain_text(body: Body) -> None:
    assert body(Callout("joke", (para("一"),))).styles() == ["Body Text"]


def test_a_figure_has_its_caption_under_it(body: Body) -> None:
    opened = body(Figure(Image("flow", "流程图"), (Text("图 1 流程"),)), flow=png())
    picture, caption = opened.find("//w:body/w:p")
    assert opened.find(".//w:drawing", picture)
    assert opened.find("w:pPr/w:keepNext", picture)
    assert text(caption) == "图 1 流程"
    assert opened.styles() == ["Figure", "Figure caption"]


def test_a_figure_without_caption_has_the_space_of_one_under_it(body: Body) -> None:
    opened = body(Figure(Image("flow", "流程图")), para("附件 2"), para("附件 3"), flow=png())
    _, second, third = opened.find("//w:body/w:p")
    assert [attribute(one, "before") for one in opened.find("w:pPr/w:spacing", second)] == ["180"]
    assert not opened.find("w:pPr/w:spacing", third)


def test_a_picture_is_parted_from_a_title_that_goes_with_another(body: Body) -> None:
    """Else pictures and titles hang together until no page has room for them, and part anywhere."""
    one, two = Figure(Image("flow", "甲")), Figure(Image("flow", "乙"))
    opened = body(para("附件 1"), one, para("附件 2"), two, para("附件 3"), flow=png())
    paragraphs = opened.find("//w:body/w:p")
    said = [[attribute(kept, "val") for kept in opened.find("w:pPr/w:keepNext", one)] for one in paragraphs]
    assert said == [[""], ["0"], [""], [], []]


def test_what_leads_into_a_list_or_table_stays_with_it(body: Body) -> None:
    opened = body(para("甲"), para("适用："), bullets("一"), para("表："), Table((head("一"), Row((cell("二"),)))))
    kept = [text(p) for p in opened.find("//w:body/w:p[w:pPr/w:keepNext]")]
    assert kept == ["适用：", "表："]


def test_what_a_colon_announces_stays_on_its_page(body: Body) -> None:
    article = Paragraph((Strong((Text("第一条"),)), Text(" "), Span((Text("须有下列要素："),), path="/clauses/0/text")))
    opened = body(article, para("（一）目的；"), para("说明：略"), para("（二）范围。"), para("以上："))
    assert [text(p) for p in opened.find("//w:body/w:p[w:pPr/w:keepNext]")] == ["第一条 须有下列要素："]


def test_the_title_of_a_form_stays_with_its_table(body: Body) -> None:
    table = Table((Row((cell("姓名", role="label"), cell("", role="blank"))),), role="form")
    opened = body(Section((Heading(2, (Text("附表 1"),)), para("编号：1"), para("密级：内部"), table), role="form"))
    kept = [text(p) for p in opened.find("//w:body/w:p[w:pPr/w:keepNext]")]
    assert kept == ["编号：1", "密级：内部"]


def test_inside_a_cell_blocks_look_as_text_of_tables_does(body: Body) -> None:
    content = (
        para("一"),
        bullets("二"),
        Callout("warning", (para("三"),)),
        para("四", role="say"),
        para("五", role="title"),
    )
    opened = body(Table((Row((Cell(content),)),)), para("后"))
    assert opened.styles() == [
        "Table text", "Table text", "In table callout warning", "In table say", "Table text", "Body Text",
    ]  # fmt: skip
