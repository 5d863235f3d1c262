"""Text breaks where Chinese and English text may break, and fits."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sopgen.flow.placement.text import count_lines, longest_piece, width, wrap


@example("b），- （ （（（", 4)
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
        ("流程优化专员：启动修订", 8, ("流程优化专员：", "启动修订")),
        ("流程优化专员：启动修订", 4, ("流程优化", "专员：", "启动修订")),
        ("不接受，协商未满2次", 7, ("不接受，", "协商未满2次")),
        ("执行：《报修处理》", 7, ("执行：", "《报修处理》")),
        ("2 致电客户，约定上门时段", 11, ("2 致电客户，", "约定上门时段")),
        ("通电试机15分钟后测量", 7, ("通电试机", "15分钟后测量")),
        ("按附表 2 登记", 5, ("按附", "表 2 登记")),
        ("等待至客户补齐材料，最长3天", 9, ("等待至客户补齐", "材料，最长3天")),
        ("保修期内报修 / 保修期外报修", 8, ("保修期内报修 /", "保修期外报修")),
        ("符合条件 / 须检验后才能判断", 9, ("符合条件 /", "须检验后才能判断")),
        ("Call the customer", 5, ("Call the", "customer")),
        ("受理", 5, ("受理",)),
    ],
)
def test_lines_are_even_and_part_little_of_what_belongs_together(
    text: str, room: float, lines: tuple[str, ...]
) -> None:
    assert wrap(text, room) == lines


@pytest.mark.parametrize("length", range(4, 60))
@pytest.mark.parametrize("room", [3, 4, 5.5])
def test_no_character_is_left_alone_where_another_break_takes_no_more_lines(length: int, room: float) -> None:
    text = ("等待客户补齐全部材料并核对型号" * 4)[:length]
    lines = wrap(text, room)
    assert len(lines) == count_lines(text, room)
    assert max(map(len, lines)) - min(map(len, lines)) <= 1


def test_chinese_is_twice_as_wide_as_latin_letters() -> None:
    assert width("受理") == 2
    assert 0.8 < width("ab") < 1.3


@pytest.mark.parametrize("sign", "★①→≤☐Ⅱ℃№")
def test_signs_are_as_wide_as_chinese(sign: str) -> None:
    assert width(sign) == 1
    assert width(f"{sign}受理") == 3


@pytest.mark.parametrize("letter", "aΩéд7")
def test_letters_of_all_scripts_stand_off_chinese(letter: str) -> None:
    assert width(f"{letter}级") == width(f"级{letter}") == pytest.approx(1.25 + width(letter))


def test_marks_of_all_scripts_are_as_wide_as_the_text_they_stand_in() -> None:
    assert width("“受理”—·×") == 7
    assert width("“RMA”单") == 3 + width("RMA")
    assert width("“claim”") < width("claim") + 1.5


@pytest.mark.parametrize("word", ["otherwise", "within", "negotiated", "receipt"])
def test_a_word_goes_into_room_that_is_as_wide(word: str) -> None:
    assert wrap(word, longest_piece(word)) == (word,)
    assert count_lines(word, longest_piece(word)) == 1
