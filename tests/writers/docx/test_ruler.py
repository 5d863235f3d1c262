from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sopgen.style.model import Style
from sopgen.writers.docx.base import prepare
from sopgen.writers.docx.pagination import heading_pages, spots
from sopgen.writers.docx.ruler import Ruler, text_width


def test_a_chinese_character_is_about_twice_as_wide_as_a_letter() -> None:
    assert text_width("标准") == 2
    assert text_width("ab") == pytest.approx(1, abs=0.2)
    assert text_width("标准ab") == pytest.approx(text_width("标准") + text_width("ab"))
    assert text_width("") == 0


def ruler(style: Style, text: str) -> Ruler:
    found = Ruler(prepare(style, "zh-CN").metrics)
    found.characters, found.bytes, found.breaks = len(text), len(text.encode()), text.count("\n")
    return found


@pytest.mark.parametrize(("text", "lines"), [("", 1), ("短", 1), ("字" * 30, 1), ("字" * 40, 2), ("a\nb\nc", 3)])
def test_lines_are_counted_from_the_width_of_the_text(style: Style, text: str, lines: int) -> None:
    measured = ruler(style, text)
    measured.paragraph("BodyText", prepare(style, "zh-CN").body)
    assert [box.lines for box in measured.boxes] == [lines]
    assert measured.boxes[0].height == pytest.approx(lines * 12 * 1.5 * 1.4, rel=0.1)


def test_cells_are_measured_by_themselves(style: Style) -> None:
    measured = ruler(style, "字" * 100)
    measured.cells.append(0)
    measured.paragraph("TableText", prepare(style, "zh-CN").body)
    assert not measured.boxes
    assert measured.cells[0] > 30


def test_paragraphs_of_a_callout_have_no_space_between_them(style: Style) -> None:
    from sopgen.writers.docx.places import in_callout

    place = in_callout("note", prepare(style, "zh-CN").body)
    apart, joined = ruler(style, ""), ruler(style, "")
    for _ in range(2):
        apart.paragraph("CalloutNote", prepare(style, "zh-CN").body)
        joined.paragraph("CalloutNote", place)
    assert sum(box.before + box.height for box in joined.boxes) < sum(box.before + box.height for box in apart.boxes)


def test_however_narrow_it_is_text_has_a_height(style: Style) -> None:
    measured = ruler(style, "字" * 10)
    measured.paragraph("BodyText", replace(prepare(style, "zh-CN").body, width=0))
    assert measured.boxes[0].height > 100


def heights(style: Style, *styles: str, cells: bool = False) -> float:
    """How tall paragraphs without text are together."""
    measured = ruler(style, "")
    if cells:
        measured.cell(0)
    for name in styles:
        measured.paragraph(name, prepare(style, "zh-CN").body)
    return measured.cells.pop() if cells else sum(box.before + box.height for box in measured.boxes)


@pytest.mark.parametrize("cells", [False, True])
def test_of_the_space_below_and_the_space_above_the_larger_holds(style: Style, cells: bool) -> None:
    metrics = prepare(style, "zh-CN").metrics["Caption"]
    shared = min(metrics.before, metrics.after)
    assert shared
    alone = heights(style, "Caption", cells=cells)
    assert heights(style, "Caption", "Caption", cells=cells) == pytest.approx(2 * alone - shared)


def test_the_space_of_one_cell_is_not_that_of_another(style: Style) -> None:
    measured, body = ruler(style, ""), prepare(style, "zh-CN").body
    for _ in range(2):
        measured.cell(0)
        measured.paragraph("Caption", body)
    assert measured.cells[0] == measured.cells[1]


def english(style: Style, text: str, width: int, **changed: float) -> int:
    """How many lines a text fills in so many twips, where some measures are changed."""
    base = prepare(style, "en")
    measured = Ruler({"TableText": base.metrics["TableText"]._replace(**changed)})
    measured.characters = measured.bytes = len(text)
    measured.paragraph("TableText", replace(base.body, width=width))
    return measured.boxes[0].lines


def test_lines_end_where_words_do(style: Style) -> None:
    text = "responsibility " * 8
    assert english(style, text, 1000) > english(style, text, 1000, waste=0)
    assert english(style, "short", 1000) == english(style, text, 12000) == 1


def test_broad_faces_fill_more_lines(styled: Callable[..., Style]) -> None:
    times, arial = (styled(f"body: {{latin: {face}}}") for face in ("Times New Roman", "Arial"))
    assert english(arial, "a" * 400, 2000) > english(times, "a" * 400, 2000)


def test_the_space_below_a_table_is_above_what_follows_and_begins_no_page(style: Style) -> None:
    measured, body = ruler(style, ""), prepare(style, "zh-CN").body
    measured.row(100, keep=False, repeat=0, whole=True)
    measured.space(8)
    measured.paragraph("Heading1", body, heading=True)
    before = measured.metrics["Heading1"].before + 8
    assert measured.boxes[1].before == before
    assert [spot.page for spot in spots(measured.boxes, 101)] == [1, 2]
    measured.boxes[1] = measured.boxes[1]._replace(page_break=True)
    assert heading_pages(measured.boxes, 101) == [2]


def test_a_text_that_fits_a_line_loses_nothing_at_its_end(style: Style) -> None:
    metrics, place = prepare(style, "zh-CN").metrics["BodyText"], prepare(style, "zh-CN").body
    width = round((12 * metrics.letter + metrics.first_line + 0.1) * 20)
    lines = []
    for count in (12, 13, 24):
        measured = ruler(style, "字" * count)
        measured.paragraph("BodyText", replace(place, width=width))
        lines.append(measured.boxes[0].lines)
    assert lines == [1, 2, 2]
