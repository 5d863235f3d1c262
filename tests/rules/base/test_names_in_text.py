"""Many names looked for in a text at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sopgen.rules.base.names_in_text import NamesInText

TEXTS = st.text("甲乙丙ab ", max_size=12)


@given(st.lists(TEXTS.filter(bool), max_size=6), TEXTS)
def test_a_name_is_found_where_it_stands_in_the_text(names: list[str], text: str) -> None:
    found = NamesInText((name, at) for at, name in enumerate(names)).within(text)
    assert found == {at for at, name in enumerate(names) if name in text}


def test_names_may_overlap_and_be_shared() -> None:
    names = NamesInText([("一般", 1), ("一般投诉", 2), ("一般", 3), ("重大", 4)])
    assert names.within("一般投诉未办结") == {1, 2, 3}
    assert names.within("") == set()


@given(st.lists(TEXTS.filter(bool), max_size=6), TEXTS.filter(bool), st.data())
def test_a_name_is_over_each_of_its_characters(names: list[str], text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    starts = [(name, start) for name in names for start in range(len(text)) if text.startswith(name, start)]
    over = any(start <= offset < start + len(name) for name, start in starts)
    assert NamesInText((name, name) for name in names).are_over(text, offset) is over
