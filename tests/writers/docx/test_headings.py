from __future__ import annotations

from collections.abc import Callable

import pytest
from opened import Opened, attribute, text
from samples import document, para

from sopgen.document.nodes import Block, Heading, Section, Text
from sopgen.style import load_style
from sopgen.style.model import Style
from sopgen.writers.docx import write

Body = Callable[..., Opened]


def heading(title: str, *number: int, level: int = 0) -> Heading:
    return Heading(level or len(number), (Text(title),), number)


def printed(opened: Opened) -> list[str]:
    """The number that Word prints before each heading, counted as Word counts."""
    numbering = opened.part("word/numbering.xml")
    linked = {opened.style_names[style]: (str(level), "1") for level, style in enumerate(opened.values(
        "w:abstractNum[@w:abstractNumId='0']/w:lvl/w:pStyle", numbering))}  # fmt: skip
    counts: dict[str, list[int]] = {}
    labels = []
    for p in opened.find("//w:p[w:pPr/w:pStyle]"):
        name = opened.style_names[opened.values("w:pPr/w:pStyle", p)[0]]
        if name not in linked:
            continue
        direct = opened.values("w:pPr/w:numPr/w:ilvl | w:pPr/w:numPr/w:numId", p)
        level, number = (int(direct[0]), direct[1]) if direct else (int(linked[name][0]), "1")
        labels.append("" if number == "0" else label(opened, numbering, counts, number, level))
    return labels


def label(opened: Opened, numbering: object, counts: dict[str, list[int]], number: str, level: int) -> str:
    (abstract,) = opened.values(f"w:num[@w:numId='{number}']/w:abstractNumId", numbering)  # type: ignore[arg-type]
    levels = opened.find(f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl", numbering)  # type: ignore[arg-type]
    starts = [int(opened.values("w:start", item)[0]) for item in levels]
    seen = counts.setdefault(number, [])
    seen[level + 1 :] = []
    seen += starts[len(seen) : level] + [starts[level] - 1] * (len(seen) <= level)
    seen[level] += 1
    return ".".join(map(str, seen[: level + 1]))


def test_levels_in_digits_say_so_where_one_above_counts_otherwise(styled: Callable[..., Style]) -> None:
    for first, expected in (("第一章", 3), ("1", 0)):
        sheet = styled(f"numbering: [{first}, '1.1', 1.1.1, 1.1.1.1]")
        opened = Opened(write(document(heading("甲", 1)), sheet))
        levels = "w:abstractNum[@w:abstractNumId='0']/w:lvl/w:isLgl"
        assert len(opened.find(levels, opened.part("word/numbering.xml"))) == expected


def test_headings_are_styles_with_a_multilevel_list(body: Body) -> None:
    opened = body(heading("甲", 1), heading("乙", 1, 1), heading("丙", 1, 1, 1), heading("丁", 1, 1, 1, 1))
    assert opened.styles() == ["heading 1", "heading 2", "heading 3", "heading 4"]
    assert not opened.find("//w:p/w:pPr/w:numPr")
    levels = opened.find("w:abstractNum[@w:abstractNumId='0']/w:lvl", opened.part("word/numbering.xml"))
    assert [opened.values("w:numFmt", level)[0] for level in levels] == [
        "chineseCountingThousand", "decimal", "decimal", "decimalEnclosedCircleChinese",
    ]  # fmt: skip
    assert [opened.values("w:lvlText", level)[0] for level in levels] == ["%1、", "%2.", "（%3）", "%4"]
    styles = opened.part("word/styles.xml")
    outline = [opened.values(f"w:style[w:name/@w:val='heading {n}']/w:pPr/w:outlineLvl", styles) for n in (1, 2, 3, 4)]
    assert outline == [["0"], ["1"], ["2"], ["3"]]


def test_english_headings_count_in_decimals(body: Body) -> None:
    opened = body(heading("One", 1), language="en")
    numbering = opened.part("word/numbering.xml")
    texts = opened.values("w:abstractNum[@w:abstractNumId='0']/w:lvl/w:lvlText", numbering)
    assert texts == ["%1", "%1.%2", "%1.%2.%3", "%1.%2.%3.%4"]


def test_word_counts_what_the_document_counts(body: Body) -> None:
    blocks: list[Block] = [
        heading("甲", 1), heading("乙", 1, 1), para("文"), heading("丙", 1, 2), heading("丁", 2), heading("戊", 2, 1),
    ]  # fmt: skip
    opened = body(*blocks)
    assert printed(opened) == ["1", "1.1", "1.2", "2", "2.1"]
    assert not opened.find("//w:p/w:pPr/w:numPr")


def test_headings_that_count_otherwise_get_a_list_that_does(body: Body) -> None:
    numbers = [(1,), (3,), (4,), (1,), (1, 4), (2,), (2, 1), (2, 1, 5), (2, 2)]
    opened = body(*(heading("题", *number) for number in numbers))
    assert printed(opened) == [".".join(map(str, number)) for number in numbers]


def test_a_number_may_have_another_depth_than_its_level(body: Body) -> None:
    opened = body(heading("甲", 1), heading("乙", 2, level=2), heading("丙", 3))
    assert opened.styles() == ["heading 1", "heading 2", "heading 1"]
    assert printed(opened) == ["1", "2", "3"]


def test_a_heading_without_a_number_prints_none_and_is_not_counted(body: Body) -> None:
    opened = body(heading("甲", 1), Heading(1, (Text("附录"),)), heading("乙", 2))
    assert printed(opened) == ["1", "", "2"]
    (p,) = [p for p in opened.find("//w:p") if text(p) == "附录"]
    assert [attribute(ind, "left") for ind in opened.find("w:pPr/w:ind", p)] == ["0"]


def test_a_heading_without_a_number_is_indented_as_the_others_are(styled: Callable[..., Style]) -> None:
    blocks = (heading("甲", 1), heading("乙", level=1))
    for name, indent in (("gongwen", "640"), ("enterprise", "0")):
        opened = Opened(write(document(*blocks), styled("", name)))
        assert printed(opened) == ["1", ""]
        (own,) = opened.find("//w:p/w:pPr/w:ind")
        assert attribute(own, "firstLine") == indent


def test_a_heading_that_is_not_listed_counts_on_in_the_look_of_its_role(body: Body) -> None:
    term = Heading(2, (Text("工单"),), (1, 1), "unlisted question")
    opened = body(Section((), role="contents"), heading("术语", 1), term, para("凭证"), heading("职责", 1, 2))
    assert opened.styles()[-4:] == ["heading 1", "Question", "Body Text", "heading 2"]
    (p,) = opened.paragraphs("Question")
    assert (opened.values("w:pPr/w:numPr/w:ilvl", p), opened.values("w:pPr/w:numPr/w:numId", p)) == (["1"], ["1"])
    assert opened.find("w:pPr/w:ind", p)
    assert not opened.find("w:pPr/w:outlineLvl", p)
    assert not opened.find("//w:p[w:pPr/w:pStyle/@w:val='Heading2']/w:pPr/w:numPr")
    listed = [text(link) for link in opened.find("//w:hyperlink")]
    assert [line.split("\t")[0] for line in listed] == ["一、术语", "2. 职责"]


def test_a_heading_with_a_role_has_its_look_and_stays_in_the_contents(body: Body) -> None:
    opened = body(Section((), role="contents"), heading("一", 1), Heading(1, (Text("附"),), (), "unnumbered title"))
    (p,) = opened.paragraphs("Title")
    assert opened.values("w:pPr/w:outlineLvl", p) == ["0"]
    assert [text(link).split("\t")[0] for link in opened.find("//w:hyperlink")] == ["一、一", "附"]


@pytest.mark.parametrize("told", [[4, 5, 6], [4, 6]])
def test_pages_may_be_told_for_headings_that_are_not_listed_too(told: list[int]) -> None:
    term = Heading(2, (Text("工单"),), (1, 1), "unlisted question")
    blocks = (Section((), role="contents"), heading("术语", 1), term, heading("职责", 2))
    written = write(document(*blocks), load_style("enterprise"), lambda _: told)
    assert not written.diagnostics
    assert [text(link).split("\t")[1] for link in Opened(written).find("//w:hyperlink")] == ["4", "6"]
