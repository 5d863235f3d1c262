from __future__ import annotations

from collections.abc import Callable

import pytest

from sopgen.spec.refusals import NotReadableError
from sopgen.style.measures import (
    Indent,
    LineSpacing,
    read_indent,
    read_length,
    read_line_spacing,
    read_paper,
    read_size,
)


@pytest.mark.parametrize(
    ("text", "points"), [("初号", 42), ("三号", 16), ("小四", 12), ("五号", 10.5), ("10.5pt", 10.5), ("11", 11)]
)
def test_sizes_have_chinese_names_or_are_points(text: str, points: float) -> None:
    assert read_size(text) == points


@pytest.mark.parametrize(
    ("text", "points"),
    [("25.4mm", 72), ("2.54 cm", 72), ("1in", 72), ("6pt", 6), ("6磅", 6), ("25.4毫米", 72), ("0", 0)],
)
def test_lengths_are_points(text: str, points: float) -> None:
    assert read_length(text) == pytest.approx(points)


def test_an_indent_in_characters_depends_on_the_size_of_the_letters() -> None:
    assert read_indent("2字") == Indent(2, characters=True)
    assert read_indent("2字").points(12) == 24
    assert read_indent("21pt").points(12) == 21
    assert read_indent("-2字").points(10.5) == -21


@pytest.mark.parametrize(
    ("text", "spacing"),
    [
        ("1.5倍", LineSpacing(1.5)),
        ("1.5", LineSpacing(1.5)),
        ("28.95pt", LineSpacing(28.95, exact=True)),
        ("20磅", LineSpacing(20, exact=True)),
    ],
)
def test_line_spacing_is_a_multiple_or_exact(text: str, spacing: LineSpacing) -> None:
    assert read_line_spacing(text) == spacing


def test_papers_have_names() -> None:
    width, height = read_paper("A4")
    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == (210, 297)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (read_size, "大号"),
        (read_size, "-3pt"),
        (read_size, "10mm"),
        (read_length, "25.4"),
        (read_length, "-1mm"),
        (read_length, "wide"),
        (read_indent, "2"),
        (read_indent, "两字"),
        (read_line_spacing, "0倍"),
        (read_line_spacing, "1.5字"),
        (read_paper, "A9"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_accepted_forms(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(NotReadableError) as refusal:
        read(text)
    assert text in refusal.value.message.zh
    assert text in refusal.value.message.en
    assert "可以写" in refusal.value.hint.zh
