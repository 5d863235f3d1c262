from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

from lxml import etree
from opened import Opened, attribute, text
from samples import para

from sopgen.document.nodes import (
    Break,
    Cell,
    Heading,
    Link,
    List,
    ListItem,
    Number,
    NumberOf,
    Paragraph,
    Row,
    Section,
    Span,
    Strong,
    Table,
    Text,
)

Body = Callable[..., Opened]


def controls(opened: Opened) -> dict[str, tuple[str, str]]:
    """The tag of each control, with its id and its text."""
    return {
        opened.values("w:sdtPr/w:tag", sdt)[0]: (opened.values("w:sdtPr/w:id", sdt)[0], text(sdt))
        for sdt in opened.find("//w:sdt[w:sdtPr/w:tag]")
    }


def test_a_text_of_the_spec_is_a_control_with_an_id_from_its_path(body: Body) -> None:
    opened = body(Paragraph((Text("目的："), Text("24 小时内解决", "/purpose"))))
    assert controls(opened) == {"/purpose": (str(crc32(b"/purpose") & 0x7FFFFFFF), "24 小时内解决")}
    (sdt,) = opened.find("//w:p/w:sdt")
    assert opened.values("w:sdtPr/w:alias", sdt) == ["/purpose"]
    assert not opened.find("//w:lock")


def test_rich_text_is_a_rich_control_in_the_paragraph(body: Body) -> None:
    opened = body(Paragraph((Span((Text("先"), Strong((Text("断电"),))), "/action"),)))
    (sdt,) = opened.find("//w:p/w:sdt")
    assert text(sdt) == "先断电"
    assert not opened.find("w:sdtPr/w:text", sdt)


def test_blocks_of_one_value_are_a_control_around_them(body: Body) -> None:
    opened = body(Section((para("一"), para("二")), path="/details"))
    (sdt,) = opened.find("//w:body/w:sdt")
    assert [text(p) for p in opened.find("w:sdtContent/w:p", sdt)] == ["一", "二"]


def test_the_text_of_a_paragraph_that_is_one_value_is_a_control(body: Body) -> None:
    opened = body(
        Paragraph((Text("甲"),), path="/a"),
        Paragraph((Text("乙"), Break(), Text("丙")), path="/b"),
        Paragraph((), path="/c"),
    )
    assert {tag: shown for tag, (_, shown) in controls(opened).items()} == {"/a": "甲", "/b": "乙\n丙", "/c": ""}


def test_an_empty_value_can_be_filled_in(body: Body) -> None:
    opened = body(para("", "/empty"), Section((), path="/none"), Paragraph((Span((), "/span"),)))
    assert all(opened.find("w:sdtContent//w:p | w:sdtContent/w:r", sdt) for sdt in opened.find("//w:sdt"))
    assert set(controls(opened)) == {"/empty", "/none", "/span"}


def test_a_path_that_repeats_gets_an_id_of_its_own_that_stays(body: Body) -> None:
    blocks = [para("客服专员", "/roles/agent/name") for _ in range(50)]
    ids = body(*blocks).values("//w:sdtPr/w:id")
    assert len(set(ids)) == 50
    assert ids == body(*blocks).values("//w:sdtPr/w:id")
    assert ids[0] == str(crc32(b"/roles/agent/name") & 0x7FFFFFFF)
    assert all(0 < int(number) < 2**31 for number in ids)


def test_a_path_too_long_for_word_is_known_by_its_id(body: Body) -> None:
    path = "/procedures/0/steps/3/parallel/1/steps/2/parallel/0/steps/4/cautions/0/warning"
    (sdt,) = body(para("断电", path)).find("//w:sdt")
    number = str(crc32(path.encode()) & 0x7FFFFFFF)
    alias, tag, identity = sdt[0][:3]
    assert (attribute(alias, "val"), attribute(tag, "val"), attribute(identity, "val")) == (f"#{number}",) * 2 + (
        number,
    )


def test_keys_may_hold_any_letter(body: Body) -> None:
    opened = body(para("家用空调", '/properties/适用"产品"<线> & 更多'))
    assert set(controls(opened)) == {'/properties/适用"产品"<线> & 更多'}


def test_no_control_is_of_a_kind_that_libreoffice_jumbles(body: Body) -> None:
    link = Paragraph((Link((Text("说明"),), "https://example.com/"),))
    opened = body(
        para("您好\n请讲", "/say"),
        para("一行", "/line"),
        Section((link, para("二")), path="/a"),
        Section((para("一"), link), path="/c"),
    )
    assert controls(opened)["/say"][1] == "您好\n请讲"
    kinds = [[etree.QName(kind).localname for kind in sdt[0][3:]] for sdt in opened.find("//w:sdt")]
    assert kinds == [["dataBinding"], ["dataBinding"], ["docPartObj"], ["docPartObj"]]


def test_controls_do_not_stand_in_each_other(body: Body) -> None:
    inner = Section((para("内", "/inner"),), path="/deeper")
    opened = body(Section((para("外"), inner, Paragraph((Span((Text("再"),), "/again"),))), path="/details"))
    assert list(controls(opened)) == ["/details"]
    assert text(opened.find("//w:sdt")[0]) == "外内再"


def test_links_stand_between_controls(body: Body) -> None:
    """LibreOffice 25.2 breaks off where one holds the other, and jumbles a control that follows a link at once."""
    link = Link((NumberOf("第一条", "c"),), "#c")
    record = Link((Text("工单", "/records/ticket/name"),), "#c")
    opened = body(
        Paragraph(
            (Span((Text("按"), link, Text("办，记入"), Strong((record,)), Text("，"), Strong((Text("当日"),))), "/a"),)
        ),
        Paragraph((record, Text("归档", "/b"), Text("。"))),
        Paragraph((Number("第一条", "article", (1,), "第{1:chinese}条"),), id="c"),
    )
    assert not opened.find("//w:sdt//w:hyperlink | //w:hyperlink//w:sdt")
    assert [text(p) for p in opened.find("//w:p")][:2] == [
        "按\u200b\u200b第一条\u200b办，记入\u200b工单\u200b，当日",
        "工单\u200b归档。",
    ]
    shown = [(opened.values("w:sdtPr/w:alias", sdt)[0], text(sdt)) for sdt in opened.find("//w:sdt")]
    assert shown == [("/a", "按"), ("/a", "办，记入"), ("/a", "，当日"), ("/b", "归档")]
    assert not opened.find("//w:hyperlink/following-sibling::*[1][self::w:sdt]")
    assert not opened.find("//w:sdt/following-sibling::*[1][self::w:hyperlink]")


def test_a_text_that_is_a_link_has_no_control(body: Body) -> None:
    opened = body(Paragraph((Link((Text("example", "/url"),), "https://example.com/"),)))
    assert not opened.find("//w:sdt")
    assert [text(link) for link in opened.find("//w:hyperlink")] == ["example"]


def test_a_word_too_long_for_its_line_stands_apart_from_the_bullet_before_its_control(body: Body) -> None:
    """LibreOffice 7.4 never ends laying it out otherwise."""

    def items(*values: str, columns: int = 6) -> list[str]:
        cells = tuple(
            Cell((List((ListItem((para(value, f"/inputs/{index}"),)),)),)) for index, value in enumerate(values)
        )
        rest = tuple(Cell((para("字" * 40),)) for _ in range(columns - len(cells)))
        return [text(sdt) for sdt in body(Table((Row((*cells, *rest)),))).find("//w:sdt")]

    long = "Confirmation-" * 3
    assert items(long, f"{long} note", "a note", f"见{long}") == [
        f"\u200b{long}",
        f"\u200b{long} note",
        "a note",
        f"见{long}",
    ]
    assert items("A" * 20, columns=1) == ["A" * 20]
    opened = body(Heading(1, (Text("A" * 100, "/title"),), number=(1,)), Paragraph((Text("A" * 100, "/text"),)))
    assert {tag: shown for tag, (_, shown) in controls(opened).items()} == {
        "/title": "\u200b" + "A" * 100,
        "/text": "A" * 100,
    }
