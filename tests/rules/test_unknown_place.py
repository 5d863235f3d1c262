from __future__ import annotations

import re

import pytest

from sopgen.resources import templates
from sopgen.spec.parts import HANDBOOK_PARTS, PARTS


@pytest.mark.parametrize(("layout", "parts"), [("sop_parts", PARTS), ("handbook", HANDBOOK_PARTS)])
def test_the_parts_are_those_that_the_layout_prints(layout: str, parts: tuple[str, ...]) -> None:
    layout = (templates() / "layouts" / f"{layout}.xhtml").read_text("utf-8")
    arranged = re.search(r"arrange\((.*?)\)", layout, re.DOTALL)
    assert arranged is not None
    names = [name.partition(":") for name in re.findall(r'"([^"]+)"', arranged[1])]
    printed = [key for name, _, keys in names for key in keys.split() or [name]]
    assert len(printed) > 10
    assert sorted(printed) == sorted(parts)


def test_a_part_or_another_section_is_a_place(told) -> None:
    text = "sections: [{id: a, title: 甲, body: 一, after: scope}, {title: 乙, body: 二, after: PLACE}]\n"
    assert told(text.replace("PLACE", "a")) == []
    assert told(text.replace("PLACE", "scopes"))[0][2] == "did you mean `scope`?"
    assert told(text.replace("PLACE", "适用的范围"))[0][2].startswith("write the key of a part, such as")


def test_tables_have_places_too(told) -> None:
    found = told("tables: [{title: 费用, columns: [区域], after: nowhere}]\n")
    assert [one[1] for one in found] == ["`nowhere` is neither the key of a part nor the id of a section"]


def test_a_handbook_has_parts_of_its_own(told) -> None:
    text = "kind: handbook\nsections: [{title: 甲, body: 乙, after: PLACE}]\n"
    assert told(text.replace("PLACE", "parts")) == []
    assert told(text.replace("PLACE", "steps"))[0][1] == "`steps` is neither the key of a part nor the id of a section"


def test_a_table_in_a_part_has_no_say_in_where_it_stands(told) -> None:
    text = "kind: handbook\nparts: [{title: 甲, tables: {title: 乙, columns: 丙, after: scope}}]\n"
    assert [one[1] for one in told(text)] == [
        "a table in a part of a handbook stands where the part gives it, whatever `after` says"
    ]


def test_a_table_that_should_stand_behind_another_has_its_place(told) -> None:
    text = "tables: [{id: hole, title: 甲, columns: 乙, WHERE}, {title: 丙, columns: 丁, after: hole}]\n"
    behind = told(text.replace("WHERE", "after: resources"))[0][2]
    assert behind == (
        "`hole` is a table: write the same `after` as it has (resources), and tables in one place print in file order"
    )
    at_end = told(text.replace(", WHERE", ""))[0][2]
    assert at_end == "`hole` is a table without `after`, so it stands at the end: leave out `after` to stand behind it"
