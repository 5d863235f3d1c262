from __future__ import annotations

import re

from sopgen.resources import templates
from sopgen.spec.parts import PARTS


def test_the_parts_are_those_that_the_layout_prints() -> None:
    layout = (templates() / "layouts" / "sop.xhtml").read_text("utf-8")
    arranged = re.search(r"arrange\((.*?)\)", layout, re.DOTALL)
    assert arranged is not None
    names = [name.partition(":") for name in re.findall(r'"([^"]+)"', arranged[1])]
    printed = [key for name, _, keys in names for key in keys.split() or [name]]
    assert len(printed) > 20
    assert sorted(printed) == sorted(PARTS)


def test_a_part_or_another_section_is_a_place(told) -> None:
    text = "sections: [{id: a, title: 甲, body: 一, after: scope}, {title: 乙, body: 二, after: PLACE}]\n"
    assert told(text.replace("PLACE", "a")) == []
    assert told(text.replace("PLACE", "scopes"))[0][2] == "did you mean `scope`?"
    assert told(text.replace("PLACE", "适用的范围"))[0][2].startswith("write the key of a part, such as")


def test_tables_have_places_too(told) -> None:
    found = told("tables: [{title: 费用, columns: [区域], after: nowhere}]\n")
    assert [one[1] for one in found] == ["`nowhere` is neither the key of a part nor the id of a section"]
