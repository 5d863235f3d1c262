"""What a document is in a house template: the template's looks, the document's text, one package that is whole."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from graphs import diagram, every_kind
from houses import STRICT_VALUES, VALUES, W, changed, house, localised, sections, template
from lxml import etree
from opened import NAMESPACES, Opened, attribute, text
from samples import chinese, document, english, png

from sopgen.document.nodes import Figure, Heading, Image, Link, List, ListItem, Paragraph, Section, Text
from sopgen.flow.placement import place
from sopgen.style import load_style
from sopgen.style.model import Style
from sopgen.writers.docx.diagrams import writing
from sopgen.writers.docx.house import write
from sopgen.writers.house import HouseTemplate

Into = Callable[..., Opened]


def rules(written: Opened) -> list[str]:
    return [found.rule for found in written.diagnostics]


def test_the_document_stands_where_the_tag_stood(into: Into) -> None:
    written = into(house("vorher", "{{ body }}", "nachher"))
    assert [text(one) for one in written.find("//w:body/w:p")] == ["vorher", "目的", "正文。", "nachher"]
    assert written.find("//w:body/*")[-1].tag.endswith("}sectPr")


def test_page_header_and_styles_are_the_templates(into: Into) -> None:
    written = into(house(header="Kopf"))
    (section,) = written.find("//w:sectPr")
    assert attribute(written.find("w:pgMar", section)[0], "left") == "2268"
    assert [text(written.part(f"word/{target}")) for target in written.targets.values() if "header" in target] == [
        "Kopf"
    ]
    heading = written.find("//w:style[w:name/@w:val='heading 1']", written.part("word/styles.xml"))
    assert len(heading) == 1
    assert written.values("w:rPr/w:color", heading[0]) == ["365F91"], "the colour of python-docx's headings"


def test_styles_are_found_by_their_names_in_either_language(into: Into) -> None:
    written = into(localised(), *chinese().blocks)
    names = written.style_names
    used = {names[name] for name in written.values("//w:body//w:pStyle")}
    assert {"heading 1", "标题 2", "题注"} <= used
    assert not {"heading 2", "caption"} & {*names.values()}
    tables = {names[name] for name in written.values("//w:body//w:tblStyle")}
    assert tables == {"SOP table"}
    (table,) = written.find("//w:style[w:name/@w:val='SOP table']", written.part("word/styles.xml"))
    assert names[written.values("w:basedOn", table)[0]] == "网格型"
    normal = [
        name for name in written.values("//w:style/w:basedOn", written.part("word/styles.xml")) if name == "Normal"
    ]
    assert not normal, "what is added stands on the template's own Normal"
    linked = written.values("//w:lvl/w:pStyle", written.part("word/numbering.xml"))
    assert {"1", "2"} <= {*linked} <= {*names}


def test_what_is_missing_is_added_and_told_once(into: Into) -> None:
    written = into(house())
    assert rules(written) == ["missing-styles", "unnumbered-headings"]
    told = written.diagnostics[0].message
    assert "toc 1, toc 2, toc 3" in told.en
    assert "sopgen 自己的样式" in told.zh
    assert into(house()).diagnostics == written.diagnostics


def test_the_paragraph_of_the_tag_says_the_style_of_the_text(into: Into) -> None:
    def quote(document: Document) -> None:
        document.paragraphs[0].style = "Quote"

    written = into(house(change=quote))
    (paragraph,) = [one for one in written.find("//w:p") if text(one) == "正文。"]
    assert written.style_names[written.values("w:pPr/w:pStyle", paragraph)[0]] == "Quote"


@pytest.mark.parametrize("way", ["before", "break"])
def test_a_document_begins_a_page_where_its_paragraph_does(way: str, into: Into) -> None:
    def page(document: Document) -> None:
        if way == "before":
            document.paragraphs[0].paragraph_format.page_break_before = True
        else:
            document.paragraphs[0].runs[0].add_break(docx_page())

    first = into(house(change=page)).find("//w:body/w:p")[0]
    assert first.find("w:pPr/w:pageBreakBefore", NAMESPACES) is not None


def test_a_paragraph_that_breaks_no_page_begins_none(into: Into) -> None:
    def stay(document: Document) -> None:
        document.paragraphs[0].paragraph_format.page_break_before = False

    first = into(house(change=stay)).find("//w:body/w:p")[0]
    assert first.find("w:pPr/w:pageBreakBefore", NAMESPACES) is None


def docx_page() -> Any:
    from docx.enum.text import WD_BREAK

    return WD_BREAK.PAGE


def fangsong(document: Document) -> None:
    """A style of the company's own for body text, as most templates have beside Normal."""
    style = document.styles.add_style("公司正文", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(13)
    style.element.rPr.get_or_add_rFonts().set(f"{{{NAMESPACES['w']}}}eastAsia", "仿宋")
    document.paragraphs[0].style = style


def test_styles_that_are_added_have_the_letters_of_the_templates_body_text(into: Into) -> None:
    """Those that the style sheet gives the look of its body text; a size or a face of their own stays."""
    styles = into(house(change=fangsong)).part("word/styles.xml")
    letters = {}
    for name in ("toc 1", "Table text", "Front heading"):
        (style,) = styles.xpath(f"//w:style[w:name/@w:val='{name}']", namespaces=NAMESPACES)
        letters[name] = [
            *style.xpath("w:rPr/w:rFonts/@w:eastAsia", namespaces=NAMESPACES),
            *style.xpath("w:rPr/w:sz/@w:val", namespaces=NAMESPACES),
        ]
    assert letters == {"toc 1": ["仿宋", "26"], "Table text": ["仿宋", "21"], "Front heading": ["黑体", "28"]}


def test_headings_without_numbers_get_those_of_the_style_sheet(into: Into) -> None:
    written = into(house())
    (heading,) = written.find("//w:style[w:name/@w:val='heading 1']", written.part("word/styles.xml"))
    (number,) = written.values("w:pPr/w:numPr/w:numId", heading)
    numbering = written.part("word/numbering.xml")
    (abstract,) = written.values(f"//w:num[@w:numId='{number}']/w:abstractNumId", numbering)
    level = f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='0']"
    assert written.values(f"{level}/w:lvlText", numbering) == ["%1、"]
    assert written.values(f"{level}/w:pStyle", numbering) == ["Heading1"]


CHAPTERS = ("chineseCountingThousand", "", "第%1章"), ("decimal", "<w:isLgl/>", "%1.%2")


def numbered(document: Document, counts: tuple[tuple[str, str, str], ...] = CHAPTERS) -> None:
    """Headings linked to a list of the template's own: 第一章, 1.1 in digits."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'{legal}<w:lvlText w:val="{form}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (kind, legal, form) in enumerate(counts)
    )
    root = document.part.numbering_part.element
    abstract = f'<w:abstractNum xmlns:w="{word}" w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    root.insert(len(root.findall(f"{{{word}}}abstractNum")), etree.fromstring(abstract))
    root.append(etree.fromstring(f'<w:num xmlns:w="{word}" w:numId="88"><w:abstractNumId w:val="77"/></w:num>'))
    for level in (1, 2):
        style = document.styles[f"Heading {level}"]
        style.element.get_or_add_pPr().append(
            etree.fromstring(f'<w:numPr xmlns:w="{word}"><w:ilvl w:val="{level - 1}"/><w:numId w:val="88"/></w:numPr>')
        )


def test_headings_keep_the_numbers_of_the_template_and_links_say_them(into: Into) -> None:
    blocks = (
        Heading(1, (Text("甲"),), number=(1,)),
        Heading(2, (Text("乙"),), number=(1, 1), id="b"),
        Heading(4, (Text("丙"),), number=(1, 1, 1, 1)),
        Paragraph((Link((), "#b"),)),
    )
    written = into(house(change=numbered), *blocks)
    assert "unnumbered-headings" not in rules(written)
    assert "“1.1 乙”" in text(written.document)
    styles = written.part("word/styles.xml")
    numbers = [written.values(f"//w:style[w:name/@w:val='heading {n}']/w:pPr/w:numPr/w:numId", styles) for n in (1, 4)]
    assert numbers == [["88"], ["88"]]
    links = written.values("//w:abstractNum/w:lvl/w:pStyle", written.part("word/numbering.xml"))
    assert sorted(link for link in links if "Heading" in link) == ["Heading1", "Heading2"], (
        "no second list is linked to them"
    )


def test_links_say_the_capitals_that_the_template_counts_in(into: Into) -> None:
    def capitals(document: Document) -> None:
        numbered(document, (("upperLetter", "", "%1."), ("upperRoman", "", "%1-%2")))

    blocks = (
        Heading(1, (Text("甲"),), number=(3,), id="a"),
        Heading(2, (Text("乙"),), number=(3, 4), id="b"),
        Paragraph((Link((), "#a"), Link((), "#b"))),
    )
    said = text(into(house(change=capitals), *blocks).document)
    assert "“C. 甲”" in said
    assert "“C-IV 乙”" in said


def test_changes_that_are_still_to_be_accepted_are_told(into: Into) -> None:
    def changed(document: Document) -> None:
        run = document.add_paragraph("old").runs[0]._r
        word = run.nsmap["w"]
        wrapped = etree.fromstring(f'<w:ins xmlns:w="{word}" w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"/>')
        run.addprevious(wrapped)
        wrapped.append(run)

    assert "tracked-changes" in rules(into(house(change=changed)))
    assert "tracked-changes" not in rules(into(house()))


def test_what_stands_on_headings_is_not_numbered_with_them(into: Into) -> None:
    """python-docx's TOC Heading is based on heading 1, as Word's is."""
    styles = into(house()).part("word/styles.xml")
    (title,) = styles.xpath("//w:style[w:name/@w:val='TOC Heading']", namespaces=NAMESPACES)
    assert title.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NAMESPACES) == ["0"]


def test_pages_are_turned_inside_the_templates_section(into: Into, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "placed", lambda *args, **options: replace(place(*args, **options), landscape=True))
    before = Paragraph((Text("之前"),))
    written = into(house("{{ body }}", change=sections), before, diagram(every_kind()), before)
    found = written.find("//w:sectPr")
    wide = [written.find("w:pgSz", one)[0].get(f"{{{NAMESPACES['w']}}}orient") == "landscape" for one in found]
    assert wide == [False, True, False, True], "up to the diagram, the diagram, after it, the template's last"
    assert [len(written.find("w:titlePg", one)) for one in found[:3]] == [1, 0, 0]
    assert [len(written.find("w:headerReference", one)) > 0 for one in found[:3]] == [True] * 3
    assert [len(written.find("w:headerReference[@w:type='first']", one)) for one in found[:3]] == [1, 0, 0]


def test_ids_are_unique_and_everything_is_related(into: Into) -> None:
    picture = png(40, 30)

    def busy(document: Document) -> None:
        import io

        document.add_picture(io.BytesIO(picture))

    blocks = (
        Figure(Image("a.png", "图")),
        Paragraph((Link((Text("站"),), "https://example.com/?a=1&b=2"),)),
        List((ListItem((Paragraph((Text("项"),)),)),), ordered=True),
    )
    busy_document = replace(document(*blocks), images={"a.png": picture})
    first = Opened(write(house(change=busy), busy_document, load_style("enterprise"), VALUES))
    again = changed(
        first.data, {"word/document.xml": lambda xml: xml.replace("<w:sectPr", body_tag() + "<w:sectPr", 1)}
    )
    for written in (first, Opened(write(template(again), busy_document, load_style("enterprise"), VALUES))):
        drawings = [str(one.get("id")) for one in written.find("//wp:docPr")]
        bookmarks = [attribute(one, "name") for one in written.find("//w:bookmarkStart")]
        controls = written.values("//w:sdtPr/w:id")
        assert len(drawings) > 1
        for ids in (drawings, bookmarks, controls):
            assert max(Counter(ids).values(), default=1) == 1
        used = set(re.findall(r' r:(?:id|embed)="([^"]+)"', written.zip.read("word/document.xml").decode()))
        assert used
        assert used <= {*written.targets}
        assert "https://example.com/?a=1&b=2" in written.targets.values()
        names = written.zip.namelist()
        assert names == sorted(set(names))
        inside = [target for target in written.targets.values() if "://" not in target]
        assert not [target for target in inside if f"word/{target}".replace("word/../", "") not in names]


def body_tag() -> str:
    return "<w:p><w:r><w:t>{{ body }}</w:t></w:r></w:p>"


def test_the_same_again_gives_the_same_bytes(style: Style) -> None:
    for told in (chinese(), english()):
        one, other = (write(house("{{ sop.title }}", "{{ body }}"), told, style, VALUES).data for _ in range(2))
        assert one == other


def test_properties_are_the_documents_and_the_company_stays(into: Into) -> None:
    def company(text: str) -> str:
        return text.replace("</Properties>", "<Company>示例</Company></Properties>").replace("<Company></Company>", "")

    written = into(template(changed(house().data, {"docProps/app.xml": company})))
    app = written.zip.read("docProps/app.xml").decode()
    assert "<Application>sopgen</Application>" in app
    assert "示例" in app
    assert written.find("//dc:title", written.part("docProps/core.xml"))[0].text == "产品故障报修处理"
    assert [one.get("name") for one in written.part("docProps/custom.xml")] == ["number", "version", "status", "sha256"]


def test_comments_stay_behind(into: Into) -> None:
    def remark(document: Document) -> None:
        document.add_comment(document.paragraphs[0].runs, "für die Kollegen")
        document.add_comment(document.paragraphs[1].runs, "hier")

    written = into(house("{{ sop.title }}", "{{ body }}", change=remark))
    assert "报修" in text(written.document)
    assert not written.find("//w:commentReference | //w:commentRangeStart | //w:commentRangeEnd")
    assert not [name for name in written.zip.namelist() if "comments" in name]


def test_comments_on_footnotes_stay_behind(into: Into) -> None:
    marks = "<w:commentRangeStart {0}/><w:r><w:t>Note</w:t></w:r><w:commentRangeEnd {0}/>".format('w:id="3"')
    remark = f'{marks}<w:r><w:commentReference w:id="3"/></w:r>'
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1"><w:p>{remark}</w:p></w:footnote></w:footnotes>'
    related = f'<Relationship Id="n" Type="{NAMESPACES["r"]}/footnotes" Target="footnotes.xml"/></Relationships>'
    links = {"word/_rels/document.xml.rels": lambda text: text.replace("</Relationships>", related)}
    written = into(template(changed(house().data, links, {"word/footnotes.xml": notes.encode()})))
    found = written.part("word/footnotes.xml")
    assert text(found) == "Note"
    assert b"comment" not in etree.tostring(found)


def test_styles_that_go_round_in_circles_are_mended(into: Into) -> None:
    def circle(text: str) -> str:
        more = "".join(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{base}"/></w:style>'
            for name, base in (("Eins", "Zwei"), ("Zwei", "Drei"), ("Drei", "Zwei"))
        )
        return text.replace("</w:styles>", f"{more}</w:styles>")

    written = into(template(changed(house().data, {"word/styles.xml": circle})))
    assert rules(written)[0] == "circular-styles"
    bases = dict(
        zip(
            written.values("//w:style[w:basedOn]/w:name", written.part("word/styles.xml")),
            written.values("//w:style/w:basedOn", written.part("word/styles.xml")),
            strict=True,
        )
    )
    assert "Eins" in bases
    assert not {"Zwei", "Drei"} <= {*bases}


def test_a_template_with_next_to_nothing_is_enough(into: Into) -> None:
    """What some converters write: no styles, no numbering, no sections."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{relations}/officeDocument" Target="/word/doc2.xml"/></Relationships>',
        "word/doc2.xml": f'<w:document xmlns:w="{word}"><w:body>{body_tag()}</w:body></w:document>',
    }
    empty = changed(b"PK\5\6" + b"\0" * 18, {}, {name: content.encode() for name, content in parts.items()})
    written = into(template(empty), Heading(1, (Text("目的"),), number=(1,)), values=STRICT_VALUES)
    root = written.part("word/doc2.xml")
    assert "目的" in text(root)
    assert len(written.find("//w:sectPr", root)) == 1
    assert not written.find("//w:headerReference", root)
    assert {"word/styles.xml", "word/numbering.xml", "word/settings.xml", "docProps/core.xml"} <= {
        *written.zip.namelist()
    }


def test_protection_goes_with_the_style_sheet(into: Into) -> None:
    style = load_style("enterprise", {"protection": "forms"})
    written = into(house(), style=style)
    (protection,) = written.find("//w:documentProtection", written.part("word/settings.xml"))
    assert attribute(protection, "edit") == "forms"
    assert written.find("//w:sectPr/w:formProt")
    assert not into(house()).find("//w:documentProtection", into(house()).part("word/settings.xml"))


def protected(edit: str) -> Callable[[Document], None]:
    def protect(document: Document) -> None:
        said = f'<w:documentProtection xmlns:w="{W}" w:edit="{edit}" w:enforcement="1" w:salt="AAAA"/>'
        document.settings.element.find(f"{{{W}}}defaultTabStop").addprevious(etree.fromstring(said))

    return protect


def test_a_template_that_is_protected_but_for_forms_locks_the_text(into: Into) -> None:
    written = into(house(change=protected("forms")), *chinese().blocks)
    assert written.find("//w:sectPr/w:formProt")
    assert written.find("//w:lock[@w:val='sdtContentLocked']")
    assert not into(house(), *chinese().blocks).find("//w:lock[@w:val='sdtContentLocked']")


@pytest.mark.parametrize(("asked", "salt"), [("none", "AAAA"), ("forms", "AAAA"), ("read-only", None)])
def test_a_templates_password_goes_with_the_protection_that_it_has(asked: str, salt: str | None, into: Into) -> None:
    written = into(house(change=protected("forms")), style=load_style("enterprise", {"protection": asked}))
    (protection,) = written.find("//w:documentProtection", written.part("word/settings.xml"))
    assert protection.get(f"{{{W}}}salt") == salt
    assert attribute(protection, "edit") == ("readOnly" if asked == "read-only" else "forms")


def test_drawings_in_headers_have_ids_of_their_own(into: Into) -> None:
    def logos(document: Document) -> None:
        for run in (document.paragraphs[0].add_run(), document.sections[0].header.paragraphs[0].add_run()):
            run.add_picture(io.BytesIO(png(40, 30)))

    written = into(house("{{ sop.title }}", "{{ body }}", change=logos))
    parts = [written.document, *(written.part(f"word/{one}") for one in written.targets.values() if "header" in one)]
    ids = [drawing.get("id") for part in parts for drawing in written.find("//wp:docPr", part)]
    assert len(ids) == len({*ids}) == 2


def test_a_document_stands_in_one_column(into: Into) -> None:
    def columns(document: Document) -> None:
        (found,) = document.element.body.iter(f"{{{W}}}cols")
        found.set(f"{{{W}}}num", "2")

    assert not into(house(change=columns)).find("//w:sectPr/w:cols[@w:num='2']")


def test_a_template_with_a_cover_of_its_own_leaves_out_the_front(into: Into) -> None:
    front = Paragraph((Text("标题"),), role="title")
    blocks = (front, Section((), role="contents page-break"), Section((Heading(1, (Text("目的"),)),)))
    texts = [text(one) for one in into(house("{{ body }}"), *blocks).find("//w:body//w:p")]
    written = into(house("封面", "{{ body.text }}"), *blocks)
    assert "标题" in texts
    assert "标题" not in [text(one) for one in written.find("//w:body//w:p")]
    assert "目录" in [text(one) for one in written.find("//w:body//w:p")]
    assert not written.find("//w:pageBreakBefore"), "the template says on which page it begins"


def test_a_template_is_read_once(into: Into) -> None:
    from sopgen.writers.docx.house import open_house

    one: HouseTemplate = house("{{ sop.title }}", "{{ body }}")
    assert open_house(one) is open_house(HouseTemplate(one.name, bytes(bytearray(one.data))))
