from __future__ import annotations

import pytest

from sopgen.style.model import Level
from sopgen.writers.docx.counting import label

LEVELS = (Level(format="chinese", text="{1}、"), Level(text="{1}.{2}"))


@pytest.mark.parametrize(("number", "text"), [((), ""), ((3,), "三、"), ((3, 2), "三.2"), ((3, 2, 1), "三.2")])
def test_labels_count_each_level_in_its_own_way(number: tuple[int, ...], text: str) -> None:
    assert label(LEVELS, number) == text


def test_a_label_in_digits_has_none_of_the_other_ways_above_it() -> None:
    levels = (Level(format="chinese", text="第{1}章"), Level(text="{1}.{2}", digits=True))
    assert [label(levels, number) for number in ((12,), (12, 1))] == ["第十二章", "12.1"]
