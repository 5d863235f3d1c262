"""Markdown as it prints: each text is read as XHTML again, so that what counts is what stands in the Document."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sopgen.document import markdown, xhtml
from sopgen.document.markup import html
from sopgen.document.nodes import (
    Block,
    Break,
    Code,
    Emphasis,
    Figure,
    Image,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from sopgen.spec.references import Reference

PRINTED = {"四": "步骤 4", "书": "《退换货处理》（A-1）", "节": "“旧件”一节", "条": "第九条", "four": "step 4"}


def refer(reference: Reference) -> str:
    """Prints references as links; those that are not listed as themselves."""
    return f'<a href="#x">{html(PRINTED.get(reference.text, reference.text))}</a>'


def blocks(text: str) -> tuple[Block, ...]:
    return xhtml.parse(markdown.render(text, refer)[0]).blocks


def inlines(text: str) -> tuple[Inline, ...]:
    (paragraph,) = blocks(text)
    assert isinstance(paragraph, Paragraph)
    return paragraph.children


def shown(text: str) -> str:
    """The characters of one paragraph, a reference in angle brackets."""
    return "".join(map(_shown, inlines(text)))


def _shown(inline: Inline) -> str:
    if isinstance(inline, Link):
        return f"<{''.join(map(_shown, inline.children))}>"
    assert isinstance(inline, Text)
    return inline.value


@pytest.mark.parametrize(
    "text",
    [
        "接收报修信息，记录型号、现象、联系方式",
        "≥95%",
        ">95%",
        "+5 points",
        "-5℃",
        "1.5小时",
        "1)先登记",
        "#1 priority",
        "a]]>b",
        "\"quoted\" and 'quoted'",
        "2~4小时",
        "a | b",
        "-",
        "---",
        "***",
        "_",
        "* * *",
        "#",
        ">",
        "1.",
        "12)",
        "!",
        "https://example.com",
    ],
)
def test_texts_without_markup_print_as_they_stand(text: str) -> None:
    assert markdown.is_plain(text)
    assert inlines(text) == (Text(text),)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("*a*", False),
        ("a_b_c", False),
        ("`a`", False),
        ("[a](b)", False),
        ("&amp;", False),
        ("a\nb", False),
        ("a\\b", False),
        ("<5%", False),
        ("# a", False),
        ("###### a", False),
        ("####### a", True),
        ("- a", False),
        ("+ a", False),
        ("> a", False),
        ("12. a", False),
        ("1234567890. a", True),
        ("3) a", False),
        ("~~~ a", False),
        ("* [[a]]", False),
    ],
)
def test_texts_that_may_hold_markup_are_known(text: str, plain: bool) -> None:
    assert markdown.is_plain(text) is plain


@pytest.mark.parametrize("text", ["> 250,000", "> £ 5,000", "> 95 %", "> 3天", "> ￥500"])
def test_a_comparison_is_no_quotation(text: str) -> None:
    assert markdown.render(text, refer)[1]
    assert shown(text) == text
    assert shown(f"over the limit:\n{text}").endswith(shown(text))


def test_words_behind_a_sign_are_a_quotation() -> None:
    assert [block.role for block in blocks("> said 3 times\n> over")] == ["quote"]


SIGNS = "*_`[]\\<>&\"'-+#!.)(|~=: 1a中“”。"


@settings(suppress_health_check=[HealthCheck.filter_too_much])  # most texts made of signs are not plain
@given(st.text(SIGNS, min_size=1).map(str.strip))
def test_a_plain_text_means_the_same_to_the_parser(text: str) -> None:
    assume(markdown.is_plain(text))
    assume(any(character not in "-+*_#>=~ 1.)" for character in text))  # texts of signs only are an exception
    assume("  " not in text)  # a run of spaces is kept in a text of the spec, folded in one of the layout
    assert through_the_parser(text) == blocks(text) == (Paragraph((Text(text),)),)


PIECES = st.one_of(st.sampled_from([f"[[{name}]]" for name in PRINTED]), st.text("中文ab，。 ]>1.)-“”", max_size=4))


@given(st.lists(PIECES, min_size=1, max_size=6).map(lambda pieces: "".join(pieces).strip()))
def test_a_text_with_references_only_means_the_same_to_the_parser(text: str) -> None:
    assume(any(character not in "->1.) " for character in text))
    assume("  " not in text)
    assert through_the_parser(text) == blocks(text)


def through_the_parser(text: str) -> tuple[Block, ...]:
    """What the parser makes of a text that could go the short way: an empty paragraph after it is left out."""
    *found, last = blocks(f"{text}\n\n&#8203;")
    assert last == Paragraph((Text("\u200b"),))
    return tuple(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("转 [[four]] 处理", "转 <step 4> 处理"),
        ("[[four]]", "<Step 4>"),
        ("[[ four ]]", "<Step 4>"),
        ("**转** [[four]]", None),
        (r"\[[four]]", "[[four]]"),
        (r"\\[[four]]", r"\<step 4>"),
        ("[[]] [[ ]]", "[[]] [[ ]]"),
        ("[[a\nb]]", "[[a b]]"),
        ("[[[four]]]", "[<step 4>]"),
        ("[[a", "[[a"),
        ("a]] [[b", "a]] [[b"),
        ("see [[four]], then [[four]].", "see <step 4>, then <step 4>."),
        ("“[[four]]”", "“<step 4>”"),
    ],
)
def test_references(text: str, expected: str | None) -> None:
    if expected is None:
        assert inlines(text) == (Strong((Text("转"),)), Text(" "), Link((Text("step 4"),), "#x"))
    else:
        assert shown(text) == expected


def test_references_in_code_are_not_read() -> None:
    assert inlines("写作 `[[four]]`") == (Text("写作 "), Code("[[four]]"))
    assert blocks("```\n[[four]]\n```") == (Paragraph((Code("[[four]]"),), "code"),)


def test_references_are_read_in_lists_tables_links_and_emphasis() -> None:
    link = Link((Text("Step 4"),), "#x")
    assert blocks("- [[four]]") == (List((ListItem((Paragraph((link,)),)),)),)
    (table,) = blocks("| a |\n|---|\n| [[four]] |")
    assert isinstance(table, Table)
    assert table.rows[1].cells[0].children == (Paragraph((link,)),)
    assert inlines("*[[four]]*") == (Emphasis((link,)),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按 [[书]] 处理", "按<《退换货处理》（A-1）>处理"),
        ("见 [[四]] 处理", "见<步骤 4> 处理"),
        ("见 [[节]] 。", "见<“旧件”一节>。"),
        ("依 [[条]] 与 [[条]]", "依<第九条>与<第九条>"),
        ("依 [[条]] [[条]]", "依<第九条><第九条>"),
        ("“ABC” [[条]]", "“ABC” <第九条>"),
        ("“依据” [[条]]", "“依据”<第九条>"),
        ("SOP [[条]] says", "SOP <第九条> says"),
        ("依  [[条]]", "依 <第九条>"),
        ("依\n[[条]]\n办理", "依<第九条>办理"),
        ("see\n[[four]]\nnow", "see <step 4> now"),
    ],
)
def test_no_space_is_left_between_chinese_and_a_reference(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一行\n第二行", "第一行第二行"),
        ("one\ntwo", "one two"),
        ("第一行\ntwo", "第一行two"),
        ("SOP\n处理", "SOP处理"),
        ("他说“好”\n“行”", "他说“好”“行”"),
        ("he said “yes”\n“no”", "he said “yes” “no”"),
        ("a dash —\nand more", "a dash — and more"),
        ("完。\nnext", "完。next"),
        ("（甲）\n(b)", "（甲）(b)"),
        ("あ\nア", "あア"),
        ("𠀀\n𠀁", "𠀀𠀁"),
        ("a\nb\nc中\nd", "a b c中d"),
        ("&lt;\n&amp;", "< &"),
    ],
)
def test_single_line_breaks_join(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_single_line_breaks_join_beside_other_markup() -> None:
    assert inlines("**重**\n*点*") == (Strong((Text("重"),)), Emphasis((Text("点"),)))
    assert inlines("**a**\n`b`") == (Strong((Text("a"),)), Text(" "), Code("b"))


@pytest.mark.parametrize("text", ["甲  \n乙", "甲\\\n乙"])
def test_hard_breaks_stay(text: str) -> None:
    assert inlines(text) == (Text("甲"), Break(), Text("乙"))


@pytest.mark.parametrize("text", ["# 甲", "### 甲", "甲\n==", "甲\n--"])
def test_headings_are_bold_run_in_lines_that_stay_with_their_text(text: str) -> None:
    assert blocks(f"{text}\n\n乙") == (Paragraph((Strong((Text("甲"),)),), "label"), Paragraph((Text("乙"),)))


def test_headings_in_quotations_look_like_them() -> None:
    (quotation,) = blocks("> # 甲")
    assert isinstance(quotation, Section)
    assert quotation.children == (Paragraph((Strong((Text("甲"),)),)),)


@pytest.mark.parametrize(
    "text",
    [
        "<客户姓名>",
        "填写<客户姓名>。",
        "<b>a</b>",
        "<br/>",
        "<!-- a -->",
        "<5分钟",
        "<script>alert(1)</script>",
        "<a@b>",
    ],
)
def test_html_prints_as_it_stands(text: str) -> None:
    assert "".join(_shown(inline) for inline in inlines(text)) == text


def test_html_blocks_print_as_they_stand() -> None:
    assert blocks("<table>\n<tr>\n\n<div>") == (Paragraph((Text("<table> <tr>"),)), Paragraph((Text("<div>"),)))


def test_autolinks_are_links() -> None:
    assert inlines("<https://example.com/a?b=1&c=2>") == (
        Link((Text("https://example.com/a?b=1&c=2"),), "https://example.com/a?b=1&c=2"),
    )
    assert inlines("<a@example.com>") == (Link((Text("a@example.com"),), "mailto:a@example.com"),)
    assert inlines("[法规](https://example.com)") == (Link((Text("法规"),), "https://example.com"),)


def test_unsafe_addresses_are_no_links() -> None:
    assert inlines("[a](javascript:alert(1))") == (Text("[a](javascript:alert(1))"),)


def test_a_definition_alone_is_not_lost() -> None:
    assert inlines("[注]: 见下文") == (Text("[注]: 见下文"),)
    assert inlines("见[注]\n\n[注]: https://example.com") == (Text("见"), Link((Text("注"),), "https://example.com"))


def item(*children: Block) -> ListItem:
    return ListItem(children)


def line(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def test_lists() -> None:
    assert blocks("- 甲\n- 乙") == (List((item(line("甲")), item(line("乙")))),)
    assert blocks("1. 甲\n2. 乙") == (List((item(line("甲")), item(line("乙"))), ordered=True),)
    assert blocks("3) 甲") == (List((item(line("甲")),), ordered=True, start=3),)
    assert blocks("0. 甲") == (List((item(line("甲")),), ordered=True, start=0),)


def test_nested_lists() -> None:
    assert blocks("- 甲\n  1. 乙\n     - 丙\n- 丁") == (
        List(
            (
                item(line("甲"), List((item(line("乙"), List((item(line("丙")),))),), ordered=True)),
                item(line("丁")),
            )
        ),
    )


def test_loose_lists_keep_their_paragraphs() -> None:
    assert blocks("- 甲\n\n  乙\n\n- 丙") == (List((item(line("甲"), line("乙")), item(line("丙")))),)


def test_a_paragraph_before_a_list() -> None:
    assert blocks("甲：\n- 乙") == (line("甲："), List((item(line("乙")),)))


def test_quotations() -> None:
    assert blocks("> 甲") == (Section((line("甲"),), "quote"),)
    assert blocks("> 甲\n>乙") == (Section((line("甲乙"),), "quote"),)
    assert blocks("甲\n\n>95%\n\n>\n> 乙") == (line("甲"), line(">95%"), Section((line("乙"),), "quote"))


def test_rules_across_the_page() -> None:
    assert blocks("甲\n\n---\n\n乙") == (line("甲"), Paragraph((Text("* * *"),), "rule"), line("乙"))


def test_tables() -> None:
    (table,) = blocks("| 项目 | 金额 |\n|:--|--:|\n| 市区 | **50** |\n| 郊区 | |")
    assert isinstance(table, Table)
    assert [row.header for row in table.rows] == [True, False, False]
    assert [[cell.children for cell in row.cells] for row in table.rows] == [
        [(line("项目"),), (line("金额"),)],
        [(line("市区"),), (Paragraph((Strong((Text("50"),)),)),)],
        [(line("郊区"),), ()],
    ]
    assert [cell.header for row in table.rows for cell in row.cells] == [True, True, False, False, False, False]


def test_columns_of_tables_stand_where_they_are_written_to() -> None:
    (table,) = blocks("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |")
    assert isinstance(table, Table)
    assert [cell.role for cell in table.rows[1].cells] == ["", "", "center", "number"]


def test_code() -> None:
    assert inlines("用 `a < b && c` 比较") == (Text("用 "), Code("a < b && c"), Text(" 比较"))
    assert inlines("`` a`b ``") == (Code("a`b"),)
    code = Paragraph((Code("if a < b:\n    go()\n\nend"),), "code")
    assert blocks("```python\nif a < b:\n    go()\n\nend\n```") == (code,)
    assert blocks("甲\n\n    a\n      b") == (line("甲"), Paragraph((Code("a\n  b"),), "code"))


def test_an_image_alone_is_a_figure_with_its_caption() -> None:
    assert blocks("![工单界面](images/a.png)") == (Figure(Image("images/a.png", "工单界面"), (Text("工单界面"),)),)
    assert blocks("![](a.png)") == (Figure(Image("a.png")),)
    assert blocks("- ![甲](a.png)") == (List((item(Figure(Image("a.png", "甲"), (Text("甲"),))),)),)
    assert blocks("甲\n\n![乙](b.png)\n\n丙")[1] == Figure(Image("b.png", "乙"), (Text("乙"),))


def test_a_caption_may_hold_markup() -> None:
    (figure,) = blocks("![见 [[four]] 与 **要点** & <甲>](a.png)")
    assert isinstance(figure, Figure)
    assert figure.caption == (
        Text("见 "),
        Link((Text("step 4"),), "#x"),
        Text(" 与 "),
        Strong((Text("要点"),)),
        Text(" & <甲>"),
    )


def test_an_image_in_a_line_stays_there() -> None:
    assert inlines("按 ![图标](a.png) 键") == (Text("按 "), Image("a.png", "图标"), Text(" 键"))


def test_images_are_told_in_order() -> None:
    markup, _ = markdown.render("甲 ![a](a.png)\n\n![b](b.png) ![a](a.png)", refer)
    assert xhtml.parse(markup).images == ("a.png", "b.png")


@pytest.mark.parametrize(
    ("text", "inline"),
    [("甲", True), ("**甲**", True), ("甲\n乙", True), ("甲\n\n乙", False), ("- 甲", False), ("![甲](a.png)", False)],
)
def test_one_paragraph_is_inline(text: str, inline: bool) -> None:
    assert markdown.render(text, refer)[1] is inline


@given(st.text(SIGNS + "\n", max_size=60).map(str.strip))
def test_whatever_is_typed_becomes_nodes(text: str) -> None:
    xhtml.parse(markdown.render(text, refer)[0])
