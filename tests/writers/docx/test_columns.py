from __future__ import annotations

from collections.abc import Callable

import pytest
from opened import Opened, attribute
from samples import cell, document, head, para, row

from sopgen.document.nodes import Cell, Document, Field, List, ListItem, Paragraph, Row, Table, Text
from sopgen.style.model import Style
from sopgen.writers.docx.base import prepare
from sopgen.writers.docx.columns import Columns, fit

Fit = Callable[..., Columns]
A4 = 8306
"""The width of text on a page of the style that ships, in twips."""
LETTER, SIDES = 210, 200
"""The size of letters in its tables, and the margins of their cells, in twips."""


@pytest.fixture
def fitted(style: Style) -> Fit:
    """The columns of a table of some rows in a page of the style that ships."""

    def made(*rows: Row, widths: tuple[float, ...] = (), role: str = "data", language: str = "zh-CN") -> Columns:
        return fit(Table(rows, widths, role=role), A4, prepare(style, language))

    return made


def test_columns_keep_the_proportions_asked_for_where_every_cell_fits_on_one_line(fitted: Fit) -> None:
    columns = fitted(head("项", "说明"), row("甲", "十二个汉字不到一行的说明"), widths=(1, 2))
    assert abs(2 * columns.widths[0] - columns.widths[1]) <= 3
    assert columns.lines == [1, 1]
    assert not columns.crowded


def test_columns_follow_their_text_where_that_makes_the_table_shorter(fitted: Fit) -> None:
    rows = (head("甲", "乙", "丙"), row("一", "很长的说明" * 20, "二"))
    even, steps = fitted(*rows), fitted(*rows, role="steps")
    assert even.widths[1] > 2 * even.widths[0]
    assert sum(even.lines) < sum(steps.lines)
    assert max(steps.widths) - min(steps.widths) <= 1
    assert sum(even.widths) == sum(steps.widths) == A4


def test_a_table_with_more_words_than_room_is_crowded(fitted: Fit, opened: Callable[[Document], Opened]) -> None:
    words = ("Confidentiality", "Satisfaction", "Confirmation", "Attachments", "Retention", "Department", "Disposal")
    rows = (head(*words, words[0]), row(*words, words[0]))
    assert fitted(*rows, language="en").crowded
    assert not fitted(head(*words[:3]), row(*words[:3]), language="en").crowded
    found = opened(document(Table(rows, role="data"), language="en"))
    (table,) = found.find("//w:tbl")
    (left,) = found.find("w:tblPr/w:tblCellMar/w:left", table)
    assert int(attribute(left, "w")) == SIDES // 4
    sizes = {attribute(size, "val") for size in found.find(".//w:r/w:rPr/w:sz", table)}
    assert sizes == {"18"}


@pytest.mark.parametrize("role", ["form", "steps"])
def test_so_is_one_to_write_in_rather_than_to_break_its_words(fitted: Fit, role: str) -> None:
    words = ("Confidentiality", "Satisfaction", "Confirmation", "Attachments", "Department", "Disposal")
    full, fuller = words, (*words, "Retention", "Attachments")
    assert fitted(head(*full), row(*full), language="en").crowded
    assert not fitted(head(*full), row(*full), language="en", role=role).crowded
    assert fitted(head(*fuller), row(*fuller), language="en", role=role).crowded


def test_so_is_one_whose_columns_are_narrow_for_their_text(fitted: Fit) -> None:
    words = ("Resolution", "Responsible", "Escalation", "Reporting", "Criteria", "Actions")
    assert not fitted(head(*words), row(*words), language="en").crowded
    long = "what to do in such a case " * 6
    assert fitted(head(*words), row(*words[:4], long, long), language="en").crowded


@pytest.mark.parametrize("text", ["30 分钟内", "2026年12月15日", "客服专员", "AFS-SOP-2026"])
def test_short_chinese_cells_and_dates_stay_on_one_line(fitted: Fit, text: str) -> None:
    columns = fitted(head("项", "说明"), row(text, "很长的说明" * 9), widths=(1, 99))
    least = {"AFS-SOP-2026": 2.5}.get(text, 3.9)
    assert columns.widths[0] > least * LETTER + SIDES


def test_codes_in_chinese_tables_have_room_for_their_capitals(fitted: Fit) -> None:
    code, other = (fitted(row(text, "很长的说明" * 9), widths=(1, 99)).widths[0] for text in ("DW16-C", "165.05"))
    assert code > 3.9 * LETTER + SIDES  # D and W alone take 1.7 parts of the size of type
    assert other < code


def test_headings_of_columns_have_room_for_the_space_between_digits_and_chinese_characters(fitted: Fit) -> None:
    columns = fitted(head("10月", "说明"), row("8", "很长的说明" * 9), widths=(1, 99))
    assert columns.widths[0] > 2.2 * LETTER + SIDES


def test_dates_stay_on_one_line_in_english(fitted: Fit) -> None:
    narrow, dated = (
        fitted(row(text, "word " * 60), widths=(1, 99), language="en") for text in ("March", "10 March 2026")
    )
    assert dated.widths[0] > 2 * (narrow.widths[0] - SIDES)


@pytest.mark.parametrize(("label", "least"), [("工程师签名*", 5), ("旧件由客户留存", 7), ("一" * 30, 7)])
def test_labels_of_forms_stay_on_one_line_up_to_seven_characters(fitted: Fit, label: str, least: int) -> None:
    rows = Row((Cell((para(label),), role="label"), Cell((), columns=3, role="blank")))
    columns = fitted(rows, widths=(2, 50, 2, 50), role="form")
    assert columns.widths[0] > least * LETTER + SIDES > columns.widths[2]


def test_lists_in_cells_need_a_line_an_item(fitted: Fit) -> None:
    items = List(tuple(ListItem((para(text),)) for text in "甲乙丙"))
    assert fitted(Row((cell("一"), Cell((items,))))).lines == [3]


def test_the_star_of_a_compulsory_field_stays_with_its_label(fitted: Fit) -> None:
    label = Cell((para("文件编号与版本*"),), role="label")
    columns = fitted(Row((label, cell("很长的说明" * 9))), widths=(1, 99), role="form")
    assert columns.widths[0] >= 7.4 * LETTER + SIDES


@pytest.mark.parametrize("text", ["24 hours", "≤6 minutes", "Must not", "8:00-20:00"])
def test_short_english_cells_and_hours_stay_on_one_line(fitted: Fit, text: str) -> None:
    columns = fitted(head("For", "Note"), row(text, "word " * 60), widths=(1, 99), language="en")
    assert columns.widths[0] > 0.4 * len(text) * LETTER + SIDES


def test_lines_that_break_between_words_are_not_full(fitted: Fit) -> None:
    wide = 6 * LETTER + SIDES
    words = "describes danger customer another"  # two of them are wider than the column
    columns = fitted(row(words, ""), widths=(wide, A4 - wide), role="steps", language="en")
    assert columns.widths[0] == wide
    assert columns.lines == [4]


def test_somewhat_longer_english_cells_take_two_lines(fitted: Fit) -> None:
    columns = fitted(row("within 30 minutes", "word " * 60), widths=(1, 99), language="en")
    assert columns.widths[0] > 0.44 * len("within 30") * LETTER + SIDES


@pytest.mark.parametrize(
    ("language", "date", "time"),
    [
        ("zh-CN", "　　年　　月　　日", "　　时　　分"),
        ("en", "____ / ____ / ________ (dd/mm/yyyy)", "____\u00a0:\u00a0____"),
    ],
)
def test_the_room_for_a_date_stays_on_one_line(fitted: Fit, language: str, date: str, time: str) -> None:
    def blank(*fields: Field) -> Row:
        return Row((Cell((Paragraph(fields),), role="blank"), *(cell("", role="blank") for _ in range(3))))

    def width(*fields: Field) -> float:
        return (fitted(blank(*fields), widths=(1,) * 4, role="form", language=language).widths[0] - SIDES) / LETTER

    day, hour = Field("date", placeholder=date), Field("time", placeholder=time)
    assert width(Field("text")) == pytest.approx((A4 / 4 - SIDES) / LETTER, abs=0.1)
    assert width(day) >= (9 if language == "zh-CN" else 10)
    assert width(day, hour) >= (15 if language == "zh-CN" else 10)


def test_words_are_not_broken_in_broad_faces(styled: Callable[..., Style]) -> None:
    table = Table((head("Period", "Formula"), row("Quarter", "word " * 60)), (1, 99), role="data")
    quarter = 0.778 + 3 * 0.556 + 2 * 0.333 + 0.278
    """The width of the word in Arial, in parts of the size."""
    base = prepare(styled("body: {latin: Arial}"), "en")
    letter = 20 * (base.sheet.looks["TableText"].size or 0)
    assert fit(table, A4, base).widths[0] > quarter * letter + SIDES


def test_short_options_stay_on_one_line(fitted: Fit) -> None:
    def width(*options: str) -> float:
        choice = Field("choice", options=tuple(Text(option) for option in options))
        cells = (Cell((Paragraph((choice,)),), role="blank"), *(cell("", role="blank") for _ in range(5)))
        return (fitted(Row(cells), widths=(1,) * 6, role="form").widths[0] - SIDES) / LETTER

    assert width("采纳", "不采纳") > 8.5
    assert width("采纳", "修改后采纳", "不采纳", "以后再说") < 6


def test_labels_of_columns_give_way_to_dates(fitted: Fit) -> None:
    labels = Row(tuple(cell(name, role="label") for name in ("时间", "动作", "责任人", "下次联系时间")))
    moment = Field("date", placeholder="　　年　　月　　日"), Field("time", placeholder="　　时　　分")
    blank = Row((Cell((Paragraph(moment),), role="blank"), *(cell("", role="blank") for _ in range(3))))
    _, action, person, contact = fitted(labels, blank, widths=(1,) * 4, role="form").widths
    assert action >= contact - 1
    assert person > 3 * LETTER + SIDES


@pytest.mark.parametrize(
    "text", ["RW-1000-2000", "J. Whitfield", "+86 138 0013 8000", "Größenänderung", "CH₃COONH₄Cl₂"]
)
def test_codes_formulas_names_with_an_initial_and_telephone_numbers_stay_on_one_line(fitted: Fit, text: str) -> None:
    for language in ("zh-CN", "en"):
        columns = fitted(row(text, "word 很长的说明 " * 30), widths=(1, 99), language=language)
        assert columns.widths[0] > 0.45 * len(text) * LETTER + SIDES


def test_addresses_are_broken_before_words_and_numbers_are(fitted: Fit) -> None:
    words = ("2026-12-31", "1,000,250.75", "100001-199999", "Disposition", "2026-12-31")
    address, note = "scrap.supervision@overseas-warehouse.example.com", "须两人在场并录像，保存不少于180天"
    columns = fitted(row(*words, address, note))
    assert columns.crowded
    small = 180
    for word, width in zip(words, columns.widths, strict=False):
        assert width > 0.45 * len(word) * small
    assert 9 * small < columns.widths[-2] < 0.4 * len(address) * small
    assert columns.widths[-1] > 4 * small
    assert sum(columns.widths) == A4


def test_so_they_are_in_broad_faces_whose_digits_need_all_the_room_they_ask_for(styled: Callable[..., Style]) -> None:
    rows = (row("1,000,250.75", "100001-199999", "Confirmation", "Satisfaction", "care.quality@warehouse.example.com"),)
    base, table = prepare(styled("body: {latin: Arial}"), "zh-CN"), Table(rows, role="data")
    enough, short = (fit(table, room, base).widths for room in (8700, 8000))
    assert short[:2] == enough[:2]
    assert short[-1] < enough[-1]
