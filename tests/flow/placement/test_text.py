"""Text breaks where Chinese and English text may break, and fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.flow.placement.text import count_lines, longest_piece, width, wrap


@given(st.text("受理故障，。（）A bcd12-%", min_size=1, max_size=40), st.floats(3, 20))
def test_no_line_is_wider_than_the_room_and_nothing_is_lost(text: str, room: float) -> None:
    lines = wrap(text, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(width, lines)) <= room or all(len(line) < 12 for line in lines)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("登记客户报修信息", 5, ("登记客户", "报修信息")),
        ("核对型号，登记", 4, ("核对型", "号，登记")),
        ("Call the customer", 5, ("Call the", "customer")),
        ("受理", 5, ("受理",)),
    ],
)
def test_lines_are_even_and_punctuation_stays(text: str, room: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, room) == lines


def test_chinese_is_twice_as_wide_as_latin_letters() -> None:
    assert width("受理") == 2
    assert 0.8 < width("ab") < 1.3


@pytest.mark.parametrize("sign", "★①→≤☐")
def test_signs_are_as_wide_as_chinese(sign: str) -> None:
    assert width(sign) == 1
    assert width(f"{sign}受理") == 3


@pytest.mark.parametrize("word", ["otherwise", "within", "negotiated", "receipt"])
def test_a_word_goes_into_room_that_is_as_wide(word: str) -> None:
    assert wrap(word, longest_piece(word)) == (word,)
    assert count_lines(word, longest_piece(word)) == 1
