"""XHTML as layouts write it, read as nodes: every element, and what white space comes to."""

from __future__ import annotations

from xml.etree.ElementTree import ParseError

import pytest

from sopgen.document.nodes import (
    Block,
    Break,
    Callout,
    Cell,
    Code,
    Emphasis,
    Field,
    Figure,
    Heading,
    Image,
    Inline,
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
from sopgen.document.xhtml import NotAllowedError, parse


def blocks(markup: str) -> tuple[Block, ...]:
    return parse(markup).blocks


def line(text: str, role: str = "") -> Paragraph:
    return Paragraph((Text(text),), role)


def cell(text: str = "", **others: object) -> Cell:
    return Cell((line(text),) if text else (), **others)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<span data-path="/title" class="badge">a</span>', Text("a", "/title", "badge")),
        ('<span data-path="/title"/>', Text("", "/title")),
        ("<span>a<em>b</em></span>", Span((Text("a"), Emphasis((Text("b"),))))),
        ('<span data-path="/a" class="b"><br/></span>', Span((Break(),), "/a", "b")),
        ("<strong>a</strong>", Strong((Text("a"),))),
        ("<em>a</em>", Emphasis((Text("a"),))),
        ("<code>a\n  b</code>", Code("a\n  b")),
        ("<code>a<em>b</em></code>", Code("ab")),
        ('<a href="#step-a">B</a>', Link((Text("B"),), "#step-a")),
        ('<a href="#step-a"/>', Link((), "#step-a")),
        ('<img src="a.png" alt="b"/>', Image("a.png", "b")),
        ('<img src="a.png"/>', Image("a.png")),
        ("<br/>", Break()),
        ('<input type="date" data-path="/f" title="a" placeholder="b"/>', Field("date", "/f", "a", "", "b")),
        ('<input value="a" class="prompt"/>', Field("text", value="a", role="prompt")),
        ('<input type="checkbox" checked="checked"/>', Field("checkbox", checked=True)),
        ('<textarea title="a">b</textarea>', Field("long_text", name="a", value="b")),
        (
            '<select> <option data-path="/o/0">a</option> <option selected="selected">b</option></select>',
            Field("choice", value="b", options=(Text("a", "/o/0"), Text("b"))),
        ),
        ("<select/>", Field("choice")),
        ("&lt;a&gt; &amp; &quot;", Text('<a> & "')),
    ],
)
def test_inline_elements(markup: str, expected: Inline) -> None:
    assert blocks(f"<p>{markup}</p>") == (Paragraph((expected,)),)
    assert blocks(f"<p>{markup}<em>z</em></p>") == (Paragraph((expected, Emphasis((Text("z"),)))),)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<p class="say" id="a">b</p>', Paragraph((Text("b"),), "say", "", "a")),
        ('<section class="quote" data-path="/a" id="b" lang="en"><p>c</p></section>',
         Section((line("c"),), "quote", "/a", "b", "en")),
        ("<section/>", Section(())),
        ("<section>a</section>", Section((line("a"),))),
        ("<ul><li>a</li><li/></ul>", List((ListItem((line("a"),)), ListItem(())))),
        ('<ol start="3" class="b"><li id="c">a</li></ol>',
         List((ListItem((line("a"),), "c"),), ordered=True, start=3, role="b")),
        ('<figure id="f"><img src="a.png" alt="b"/><figcaption> c <em>d</em> </figcaption></figure>',
         Figure(Image("a.png", "b"), (Text("c "), Emphasis((Text("d"),))), "f")),
        ('<figure><img src="a.png"/></figure>', Figure(Image("a.png"))),
        ('<aside class="danger"><p>a</p></aside>', Callout("danger", (line("a"),))),
        ("<aside>a</aside>", Callout("note", (line("a"),))),
        ("<table/>", Table(())),
    ],
)  # fmt: skip
def test_block_elements(markup: str, expected: Block) -> None:
    assert blocks(markup) == (expected,)


def test_tables_of_every_shape() -> None:
    markup = """
    <table class="data" id="t" data-widths="1 2.5 3">
      <caption> 表 1 <em>a</em> </caption>
      <thead><tr class="h"><th colspan="2">b</th><th/></tr></thead>
      <tbody><tr id="r"><td rowspan="2" class="blank">c</td><td>d</td><th>e</th></tr></tbody>
      <tr><td colspan="2"><p>f</p><ul><li>g</li></ul></td></tr>
    </table>"""
    assert blocks(markup) == (
        Table(
            (
                Row((cell("b", header=True, columns=2), cell(header=True)), header=True, role="h"),
                Row((cell("c", rows=2, role="blank"), cell("d"), cell("e", header=True)), id="r"),
                Row((Cell((line("f"), List((ListItem((line("g"),)),))), columns=2),)),
            ),
            widths=(1.0, 2.5, 3.0),
            caption=(Text("表 1 "), Emphasis((Text("a"),))),
            role="data",
            id="t",
        ),
    )


def test_headings_are_counted_at_each_level() -> None:
    markup = (
        "<h1>a</h1><h2>b</h2><h2>c</h2><h4>d</h4><h4>e</h4><h3>f</h3><h4>g</h4>"
        '<h1 id="i" class="page-break">h</h1><h3>j</h3>'
    )
    headings = blocks(markup)
    assert all(isinstance(heading, Heading) for heading in headings)
    assert [heading.number for heading in headings] == [
        (1,), (1, 1), (1, 2), (1, 2, 0, 1), (1, 2, 0, 2), (1, 2, 1), (1, 2, 1, 1), (2,), (2, 0, 1),
    ]  # fmt: skip
    assert [heading.level for heading in headings] == [1, 2, 2, 4, 4, 3, 4, 1, 3]
    assert headings[7] == Heading(1, (Text("h"),), (2,), "page-break", "i")


def test_headings_that_are_not_numbered_do_not_count() -> None:
    assert blocks('<h1 class="a unnumbered">a</h1><section><h1>b</h1></section>') == (
        Heading(1, (Text("a"),), (), "a unnumbered"),
        Section((Heading(1, (Text("b"),), (1,)),)),
    )


def test_a_block_inside_a_paragraph_splits_it() -> None:
    markup = '<p class="x" id="y">a <em>b</em><section data-path="/c"><p>c</p></section> d <ul><li>e</li></ul></p>'
    assert blocks(markup) == (
        Paragraph((Text("a "), Emphasis((Text("b"),))), "x", "", "y"),
        Section((line("c"),), "", "/c"),
        line("d", "x"),
        List((ListItem((line("e"),)),)),
    )


def test_the_first_paragraph_of_a_split_one_has_its_id() -> None:
    assert blocks('<p id="y"><ul><li>e</li></ul>a<ul/>b</p>') == (
        List((ListItem((line("e"),)),)),
        Paragraph((Text("a"),), "", "", "y"),
        List(()),
        line("b"),
    )


def test_loose_text_becomes_a_paragraph() -> None:
    assert blocks("a<p>b</p>c <em>d</em>") == (line("a"), line("b"), Paragraph((Text("c "), Emphasis((Text("d"),)))))


@pytest.mark.parametrize("markup", ["<p/>", "<p> \n </p>", "<p><ul/></p>", "<section>\n</section>", " \n ", ""])
def test_blank_paragraphs_are_no_paragraphs(markup: str) -> None:
    assert not any(isinstance(block, Paragraph) for block in blocks(markup))


def test_white_space_of_the_layout_is_folded() -> None:
    assert blocks("<p>\n   a\n\t b   c \n</p>") == (line("a b c"),)
    assert blocks("<p> <strong>a:</strong>\n  b </p>") == (Paragraph((Strong((Text("a:"),)), Text(" b"))),)


def test_white_space_of_the_spec_is_kept() -> None:
    text = Text("  a  \n b ", "/a")
    assert blocks('<p>\n  <span data-path="/a">  a  \n b </span>\n</p>') == (Paragraph((text,)),)
    assert blocks('<p><span data-path="/a">  a  \n b </span></p>') == (Paragraph((text,)),)


def test_only_breaking_space_is_folded() -> None:
    assert blocks("<p>　年　　月　</p>") == (line("　年　　月　"),)
    assert blocks("<p>\u00a0\u00a0</p>") == (line("\u00a0\u00a0"),)


def test_comments_leave_no_trace() -> None:
    assert blocks("<p>a<!-- b -->c</p><!-- d -->") == (line("ac"),)


def test_images_are_gathered_once_in_order() -> None:
    markup = '<p><img src="b"/></p><figure><img src="a"/></figure><table><tr><td><img src="b"/></td></tr></table>'
    assert parse(markup).images == ("b", "a")


@pytest.mark.parametrize(
    ("markup", "name", "attribute"),
    [
        ("<div/>", "div", ""),
        ("<p><u>a</u></p>", "u", ""),
        ("<P>a</P>", "P", ""),
        ("<li>a</li>", "li", ""),
        ("<strong><p>a</p></strong>", "p", ""),
        ("<a><section/></a>", "section", ""),
        ("<span><table/></span>", "table", ""),
        ("<em><div/></em>", "div", ""),
        ("<h1>a<p>b</p></h1>", "p", ""),
        ("<ul><ol/></ul>", "ol", ""),
        ("<ul>a</ul>", "ul", "text"),
        ("<ol><li>a</li>b</ol>", "ol", "text"),
        ("<table><td/></table>", "td", ""),
        ("<table><tr><p/></tr></table>", "p", ""),
        ("<table><tbody><td/></tbody></table>", "td", ""),
        ("<table><caption><p>a</p></caption></table>", "p", ""),
        ("<table>a</table>", "table", "text"),
        ("<table><thead>a</thead></table>", "thead", "text"),
        ("<table><tr><td/>a</tr></table>", "tr", "text"),
        ('<table><tr><td colspan=""/></tr></table>', "td", "colspan"),
        ('<table><tr><td colspan="-1"/></tr></table>', "td", "colspan"),
        ('<table><tr><th rowspan="1.5"/></tr></table>', "th", "rowspan"),
        ('<table data-widths="1 a"/>', "table", "data-widths"),
        ('<table data-widths="0"/>', "table", "data-widths"),
        ('<table data-widths="nan"/>', "table", "data-widths"),
        ('<ol start="a"/>', "ol", "start"),
        ("<figure/>", "figure", ""),
        ("<figure><p/></figure>", "p", ""),
        ('<figure><img src="a"/><img src="b"/></figure>', "img", ""),
        ('<figure>a<img src="a"/></figure>', "figure", "text"),
    ],
)
def test_what_has_no_node_is_refused(markup: str, name: str, attribute: str) -> None:
    with pytest.raises(NotAllowedError) as caught:
        parse(markup)
    assert (caught.value.element.tag, caught.value.attribute) == (name, attribute)


@pytest.mark.parametrize(
    "markup", ["<p>", "</p>", "<p>a & b</p>", "<p>&nbsp;</p>", "<p a=b/>", "<p>]]></p>", "<p a='<'/>"]
)
def test_markup_that_is_not_well_formed_is_refused(markup: str) -> None:
    with pytest.raises(ParseError):
        parse(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<input><option>a</option></input>",
        "<textarea><em>a</em></textarea>",
        "<select><em>a</em></select>",
        "<select>a</select>",
        "<select><option><em>a</em></option></select>",
    ],
)
def test_a_field_holds_nothing_but_options_and_text(markup: str) -> None:
    with pytest.raises(NotAllowedError):
        parse(f"<p>{markup}</p>")


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        (Field("text"), ""),
        (Field("date", placeholder="年 月 日"), "年 月 日"),
        (Field("text", value="a", placeholder="b"), "a"),
        (Field("checkbox"), "☐"),
        (Field("checkbox", checked=True), "☑"),
        (Field("choice", value="b", options=(Text("a"), Text("b"))), "☐\u00a0a\u2002 ☑\u00a0b"),
    ],
)
def test_what_a_field_shows_on_paper(field: Field, shown: str) -> None:
    assert field.shown == shown
