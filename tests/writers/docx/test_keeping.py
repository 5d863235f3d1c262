from __future__ import annotations

from collections.abc import Callable

from opened import Opened
from samples import cell, head, para, row

from sopgen.document.nodes import Cell, Figure, Image, Row, Table

Body = Callable[..., Opened]
LONG = "一行写不下的文字" * 60
"""Text of several lines."""


def kept(opened: Opened) -> list[bool]:
    """Of each row of the first table, whether it stays on the page of the next."""
    return [bool(opened.find("w:tc/w:p/w:pPr/w:keepNext", tr)) for tr in opened.find("//w:tbl[1]/w:tr")]


def test_a_small_table_stays_on_one_page(body: Body) -> None:
    rows = [row("甲", "乙") for _ in range(4)]
    assert kept(body(Table((head("一", "二"), *rows)))) == [True] * 4 + [False]


def test_a_long_one_is_broken_but_leaves_no_row_alone(body: Body) -> None:
    rows = [row("甲", "乙") for _ in range(40)]
    assert kept(body(Table((head("一", "二"), *rows)))) == [True, True, *[False] * 37, True, False]


def test_the_first_row_to_be_parted_from_the_next_is_the_lowest_near_the_beginning(body: Body) -> None:
    two = row("一行写不下的文字" * 6, "乙")
    assert kept(body(Table((head("一", "二"), two, two, row("甲", "乙"), *[two] * 30)))) == [
        *[True] * 3, *[False] * 29, True, False,
    ]  # fmt: skip
    assert kept(body(Table((head("一", "二"), *[two] * 40)))) == [True, True, *[False] * 37, True, False]


def test_rows_of_several_lines_make_a_larger_table_stay_on_one_page(body: Body) -> None:
    three = row("一行写不下的文字" * 10, "乙")
    assert kept(body(Table((head("一", "二"), *[three] * 4)))) == [*[True] * 4, False]
    assert kept(body(Table((head("一", "二"), row("甲", "乙"), *[three] * 4)))) == [True, True, *[False] * 4]


def test_tall_rows_are_not_kept_together(body: Body) -> None:
    rows = [row(LONG, LONG) for _ in range(4)]
    assert kept(body(Table((head("一", "二"), *rows)))) == [True, False, False, False, False]


def test_a_form_of_half_a_page_stays_on_one(body: Body) -> None:
    rows = tuple(Row((cell("甲"), Cell((), role="blank"))) for _ in range(14))
    assert kept(body(Table(rows, role="form"))) == [True] * 13 + [False]
    assert kept(body(Table(rows, role="data")))[5] is False
    assert kept(body(Table(rows * 3, role="form")))[5] is False


def test_a_table_in_a_cell_is_kept_with_its_row_only(body: Body) -> None:
    inner = Table((row("甲", "乙"), row("丙", "丁")))
    opened = body(Table((Row((Cell((para("见"), inner)),)), *[row(LONG)] * 4)))
    assert not opened.find("//w:tbl//w:tbl//w:keepNext")


def test_the_title_of_a_picture_stays_with_it(body: Body) -> None:
    opened = body(para("附件 1"), Figure(Image("a.png", "图")))
    (title, *_) = opened.find("//w:p[w:pPr/w:keepNext]")
    assert "附件" in "".join(title.itertext())
