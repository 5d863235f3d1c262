from __future__ import annotations

import pytest

from sopgen.style import load_style
from sopgen.style.model import Characters, Look, Tone


def test_a_look_takes_what_it_leaves_out_from_the_one_it_stands_on() -> None:
    base = Look(alignment="left", bold=True)
    assert Look(alignment="center").over(base) == Look(alignment="center", bold=True)
    assert Characters().over(Characters(italic=True)).italic


@pytest.mark.parametrize(("typed", "meant"), [("居中", "center"), ("两端对齐", "justified"), ("right", "right")])
def test_alignments_have_chinese_names(typed: str, meant: str) -> None:
    assert Look.model_validate({"alignment": typed}).alignment == meant


@pytest.mark.parametrize(("typed", "meant"), [("是", True), ("否", False), ("true", True)])
def test_truth_values_may_be_chinese(typed: str, meant: bool) -> None:
    assert Look.model_validate({"bold": typed}).bold is meant


def test_tables_of_a_role_differ_from_tables_only_in_what_they_say() -> None:
    style = load_style("enterprise")
    assert style.table_look("unknown") == style.table
    form = style.table_look("form")
    assert form.row_height > style.table.row_height
    assert form.margins == style.table.margins


def test_equal_style_sheets_are_one_key() -> None:
    style, again = load_style("enterprise"), load_style("enterprise")
    assert style == again
    assert hash(style) == hash(again)
    assert len({style, again, style.of("en")}) == 2


def test_a_background_may_be_taken_away() -> None:
    assert Look.model_validate({"fill": "none"}).over(Look(fill="F5F5F5")).fill is None
    assert Tone.model_validate({"color": "000000", "fill": "无"}).fill is None
