"""Front matter whose pages are numbered apart from those of the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from opened import Opened, attribute, text
from samples import document, para

from sopgen.document.nodes import Block, Heading, Section, Text
from sopgen.style.model import Style
from sopgen.writers.docx import write

Styled = Callable[..., Style]
CONTENTS = Section((), role="contents page-break")
FOREWORD = Heading(1, (Text("前言"),), (), "unnumbered")
COVER = "cover: [{text: '{title}'}]"


def heading(title: str, *number: int, role: str = "") -> Heading:
    return Heading(len(number), (Text(title),), number, role)


def numbers(opened: Opened) -> list[tuple[str, str]]:
    """The manner and the first number of the pages of each section."""
    found = opened.find("//w:sectPr")
    kinds = [opened.find("w:pgNumType", section) for section in found]
    return [(attribute(one[0], "fmt"), attribute(one[0], "start")) if one else ("", "") for one in kinds]


def listed(opened: Opened) -> list[str]:
    return [text(link) for link in opened.find("//w:hyperlink[starts-with(@w:anchor, '_Toc')]")]


@pytest.mark.parametrize(("cover", "before"), [("cover: none", []), (COVER, [("", "")])])
def test_pages_of_the_front_have_roman_numbers_and_those_of_the_text_begin_at_1(
    styled: Styled, cover: str, before: list[tuple[str, str]]
) -> None:
    sheet = styled(f"{cover}\nfront_pages: upper-roman")
    blocks: list[Block] = [para("首页"), CONTENTS, FOREWORD, heading("目的", 1), heading("流程", 2, role="page-break")]
    opened = Opened(write(document(*blocks), sheet))
    assert numbers(opened) == [*before, ("upperRoman", "1"), ("", "1")]
    assert listed(opened) == ["前言\tII", "一、目的\t1", "二、流程\t2"]


def test_small_figures_may_be_asked_for(styled: Styled) -> None:
    opened = Opened(write(document(CONTENTS, FOREWORD, heading("目的", 1)), styled("front_pages: roman")))
    assert numbers(opened)[0][0] == "lowerRoman"
    assert listed(opened)[0] == "前言\ti"


def test_a_chapter_right_below_the_contents_begins_one_section_and_not_two(styled: Styled) -> None:
    part = Section((heading("服务", 1), para("文")), role="part")
    opened = Opened(write(document(CONTENTS, part), styled("front_pages: upper-roman")))
    assert numbers(opened) == [("upperRoman", "1"), ("", "1")]
    assert listed(opened) == ["一、服务\t1"]


def test_without_contents_there_is_no_front_matter(styled: Styled) -> None:
    opened = Opened(write(document(para("文"), heading("目的", 1)), styled("front_pages: upper-roman")))
    assert numbers(opened) == [("", "")]


def test_without_a_numbered_heading_all_is_front_matter(styled: Styled) -> None:
    opened = Opened(write(document(CONTENTS, FOREWORD), styled("front_pages: upper-roman")))
    assert numbers(opened) == [("upperRoman", "1")]
    assert listed(opened) == ["前言\tI"]


def test_pages_that_are_told_from_outside_are_numbered_so_too(styled: Styled) -> None:
    blocks = (CONTENTS, FOREWORD, heading("目的", 1), heading("流程", 2))
    sheet = styled("front_pages: upper-roman")
    opened = Opened(write(document(*blocks), sheet, lambda _: [3, 5, 7]))
    assert listed(opened) == ["前言\tIII", "一、目的\t1", "二、流程\t3"]


def test_usually_numbers_run_through(styled: Styled) -> None:
    opened = Opened(write(document(CONTENTS, FOREWORD, heading("目的", 1)), styled("")))
    assert not opened.find("//w:pgNumType")
