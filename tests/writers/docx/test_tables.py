from __future__ import annotations

from collections.abc import Callable

from opened import Opened, attribute, text
from samples import bullets, cell, document, head, para, row

from sopgen.document.nodes import Block, Cell, Document, Paragraph, Row, Section, Table, Text
from sopgen.style.model import Style
from sopgen.writers.docx import write

Body = Callable[..., Opened]


def table(*rows: Row, role: str = "", widths: tuple[float, ...] = ()) -> Table:
    return Table(rows, widths, role=role)


def grid(opened: Opened, tbl: object) -> list[int]:
    return [int(attribute(column, "w")) for column in opened.find("w:tblGrid/w:gridCol", tbl)]  # type: ignore[arg-type]


def check_grid(opened: Opened) -> None:
    """Every row fills its grid, every cell says the width of the columns that it takes."""
    tables = opened.find("//w:tbl")
    assert tables
    for tbl in tables:
        widths = grid(opened, tbl)
        assert int(attribute(opened.find("w:tblPr/w:tblW", tbl)[0], "w")) == sum(widths)
        for tr in opened.find("w:tr", tbl):
            column = 0
            for tc in opened.find("w:tc", tr):
                span = int((opened.values("w:tcPr/w:gridSpan", tc) or ["1"])[0])
                assert int(attribute(opened.find("w:tcPr/w:tcW", tc)[0], "w")) == sum(widths[column : column + span])
                assert tc[-1].tag.endswith(("}p", "}sdt"))
                column += span
            assert column == len(widths)


def test_columns_add_up_to_the_width_of_the_text(body: Body) -> None:
    opened = body(table(row("一", "二", "三"), widths=(1, 3, 3)))
    widths = grid(opened, opened.find("//w:tbl")[0])
    page = opened.find("//w:sectPr")[0]
    size, margins = opened.find("w:pgSz", page)[0], opened.find("w:pgMar", page)[0]
    room = int(attribute(size, "w")) - int(attribute(margins, "left")) - int(attribute(margins, "right"))
    assert abs(sum(widths) - room) <= 1
    assert abs(widths[1] - 3 * widths[0]) <= 3
    assert abs(widths[1] - widths[2]) <= 1
    assert [attribute(layout, "type") for layout in opened.find("//w:tblLayout")] == ["fixed"]
    check_grid(opened)


def test_columns_are_even_when_nothing_is_asked_for(body: Body) -> None:
    widths = grid(opened := body(table(row("一", "二", "三", "四"))), opened.find("//w:tbl")[0])
    assert max(widths) - min(widths) <= 1


def test_header_rows_repeat_and_rows_stay_whole(body: Body) -> None:
    opened = body(table(head("一", "二"), row("三", "四")))
    first, second = opened.find("//w:tr")
    assert opened.find("w:trPr/w:tblHeader", first)
    assert not opened.find("w:trPr/w:tblHeader", second)
    assert len(opened.find("//w:trPr/w:cantSplit")) == 2
    assert len(opened.find("w:tc/w:p/w:pPr/w:keepNext", first)) == 2
    assert opened.styles() == ["Table header", "Table header", "Table text", "Table text", "Table gap"]
    assert len(opened.find("w:tc/w:tcPr/w:shd", first)) == 2


def test_a_row_that_fills_much_of_a_page_may_be_broken(body: Body) -> None:
    long = Cell(tuple(para("断电后再操作，严禁带电拆机。" * 4) for _ in range(10)))
    opened = body(table(Row((long,)), row("短")))
    assert [len(opened.find("w:trPr/w:cantSplit", tr)) for tr in opened.find("//w:tr")] == [0, 1]


def test_the_first_row_that_a_table_may_be_broken_below_stays_whole_by_its_paragraphs(body: Body) -> None:
    rows = [row("甲", "乙") for _ in range(40)]
    opened = body(table(head("一", "二"), *rows))
    found = opened.find("//w:tr")
    assert [bool(opened.find("w:trPr/w:cantSplit", tr)) for tr in found] == [True, True, False, *[True] * 38]
    assert [len(opened.find("w:tc/w:p/w:pPr/w:keepLines", tr)) for tr in found] == [0, 0, 2, *[0] * 38]


def test_cells_span_columns_and_rows(body: Body) -> None:
    opened = body(
        table(
            Row((cell("甲", rows=3, columns=2), cell("乙"))),
            Row((cell("丙", rows=2),)),
            Row(()),
            Row((cell("丁", columns=3),)),
            Row((cell("戊"), cell("己", rows=9), cell("庚"))),
        )
    )
    check_grid(opened)
    merges = [
        [
            (attribute(merge, "val"), text(tc))
            for tc in opened.find("w:tc", tr)
            for merge in opened.find("w:tcPr/w:vMerge", tc)
        ]
        for tr in opened.find("//w:tr")
    ]
    assert merges == [[("restart", "甲")], [("", ""), ("restart", "丙")], [("", ""), ("", "")], [], [("restart", "己")]]


def test_rows_that_share_a_cell_stay_on_one_page(body: Body) -> None:
    opened = body(
        table(
            row("一" * 400, "二"),
            Row((cell("甲", rows=2), cell("乙"))),
            row("丙" * 400),
            Row((cell("丁", rows=9), cell("戊"))),
            row("己" * 400, "庚"),
        )
    )
    kept = [bool(opened.find("w:tc/w:p/w:pPr/w:keepNext", tr)) for tr in opened.find("//w:tr")]
    assert kept == [False, True, False, False, False]


def test_whatever_the_cells_ask_for_the_grid_is_filled(body: Body) -> None:
    opened = body(
        table(
            Row((cell("甲"), cell("乙"), cell("丙"))),
            Row((cell("丁"),)),
            Row((cell("戊", rows=2), cell("己", columns=7))),
            Row((cell("庚"), cell("辛"), cell("壬"))),
            widths=(1, 0),
        ),
        Table((), caption=(Text("空表"),)),
        Table((Row(()),)),
    )
    check_grid(opened)
    assert all(value in text(opened.document) for value in "甲乙丙丁戊己庚辛壬")


def test_roles_of_cells_are_looks(body: Body) -> None:
    opened = body(
        table(
            Row(
                (cell("标", role="label"), cell("50", role="number"), cell("中", role="center"), cell("空", role="new"))
            )
        )
    )
    assert opened.styles()[:4] == ["Table label", "Table number", "Table center", "Table text"]
    styles = opened.part("word/styles.xml")
    assert opened.values("w:style[w:name/@w:val='Table number']/w:pPr/w:jc", styles) == ["right"]
    assert [bool(opened.find("w:tcPr/w:shd", tc)) for tc in opened.find("//w:tc")] == [True, False, False, False]


def test_rows_leave_room_to_write_in(body: Body) -> None:
    opened = body(
        table(
            row("甲"),
            Row((cell("", role="blank"),)),
            row("乙", role="tall"),
            Row((cell("", role="blank"),), role="tall"),
        )
    )
    heights = [int(attribute(height, "val")) for height in opened.find("//w:trHeight")]
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_a_group_is_a_band_that_stays_with_the_next_row(body: Body) -> None:
    opened = body(table(Row((Cell((para("产品"),), columns=2),), role="group"), row("甲", "乙")))
    (band, *_) = opened.find("//w:tc")
    assert opened.find("w:tcPr/w:shd", band)
    assert opened.find("w:p/w:pPr/w:keepNext", band)
    assert opened.styles()[0] == "Table group"


def test_tables_nest_and_cells_end_with_a_paragraph(body: Body) -> None:
    inner = table(head("编码", "数量"), row("", ""))
    opened = body(
        table(Row((cell("备件"), Cell((inner,))))),
        table(
            Row((Cell((para("前"), inner, para("后"))), Cell((Section((inner,), path="/x"),)), Cell((bullets("一"),))))
        ),
    )
    check_grid(opened)
    for nested in opened.find("//w:tc//w:tbl"):
        (tc,) = opened.find("ancestor::w:tc[1]", nested)
        assert sum(grid(opened, nested)) < int(attribute(opened.find("w:tcPr/w:tcW", tc)[0], "w"))


def test_tables_do_not_run_into_each_other_or_into_the_text(body: Body) -> None:
    opened = body(table(row("甲")), table(row("乙")), para("丙"), table(row("丁")))
    tags = [element.tag.rpartition("}")[2] for element in opened.find("//w:body/*")]
    assert tags == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]
    (below,) = [p for p in opened.find("//w:body/w:p") if text(p) == "丙"]
    assert int(attribute(opened.find("w:pPr/w:spacing", below)[0], "before")) > 0


def test_a_caption_stands_above_and_stays_with_its_table(body: Body) -> None:
    opened = body(Table((row("甲"),), caption=(Text("表 1 价格"),)))
    (caption,) = opened.paragraphs("caption")
    assert text(caption) == "表 1 价格"
    assert opened.find("w:pPr/w:keepNext", caption)
    assert caption.getnext().tag.endswith("}tbl")


def test_a_role_of_a_table_may_have_lines_of_its_own(opened: Callable[[Document], Opened], body: Body) -> None:
    assert not body(table(row("甲"), role="form")).find("//w:tblPr/w:tblBorders")
    assert opened(document(table(row("甲"), role="front unknown"))).find("//w:tbl")


def test_no_word_is_broken_for_want_of_width(body: Body) -> None:
    words = ("Role", "Responsibilities", "Qualification", "Contact", "Deputy")
    opened = body(table(head(*words), row("a", "b " * 60, "c", "d", "e"), widths=(1, 20, 1, 1, 1)), language="en")
    widths = grid(opened, opened.find("//w:tbl")[0])
    assert all(width > 85 * len(word) for word, width in zip(words, widths, strict=True))
    assert widths[1] == max(widths)
    check_grid(opened)


def test_a_short_chinese_heading_stays_on_one_line(body: Body) -> None:
    opened = body(table(head("步骤", "操作内容"), row("1", "登记"), widths=(1, 60)))
    assert grid(opened, opened.find("//w:tbl")[0])[0] > 2 * 210


def test_more_words_than_there_is_room_share_it(body: Body) -> None:
    words = ["Responsibilities"] * 9
    opened = body(table(head(*words), row(*words)), language="en")
    widths = grid(opened, opened.find("//w:tbl")[0])
    assert max(widths) - min(widths) <= 1
    check_grid(opened)


def test_a_table_in_a_list_is_indented_and_narrower(body: Body) -> None:
    from sopgen.document.nodes import List, ListItem

    blocks: tuple[Block, ...] = (Paragraph((Text("见表"),)), table(row("甲", "乙")))
    opened = body(List((ListItem(blocks),)), table(row("丙", "丁")))
    indented, full = opened.find("//w:tbl")
    indent = int(attribute(opened.find("w:tblPr/w:tblInd", indented)[0], "w"))
    assert sum(grid(opened, indented)) + indent == sum(grid(opened, full))


def test_a_table_may_stay_off_the_text_above_it(styled: Callable[..., Style]) -> None:
    style = styled("table: {space_before: 4pt}")
    grids = table(row("一")), table(row("二"))
    opened = Opened(write(document(para("文"), *grids, table(Row((Cell((table(row("三")),)),)))), style))
    assert opened.styles() == [
        "Body Text", "Table gap", "Table text", "Table gap", "Table text", "Table gap", "Table text", "Table gap", "Table gap",
    ]  # fmt: skip
    first, *others = (p for p in opened.find("//w:body/w:p") if opened.values("w:pPr/w:pStyle", p) == ["TableGap"])
    assert attribute(opened.find("w:pPr/w:spacing", first)[0], "before") == "80"
    assert opened.find("w:pPr/w:keepNext", first)
    assert others
    assert not any(opened.find("w:pPr/w:keepNext", p) for p in others)
