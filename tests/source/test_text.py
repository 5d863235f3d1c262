from sopgen.diagnostics import Position
from sopgen.source import Source

SOURCE = Source("a.yaml", "标题: 一\n\n😀 b: 二\n末行", "")


def test_lines_are_counted_from_1() -> None:
    assert [SOURCE.line(number) for number in range(6)] == ["", "标题: 一", "", "😀 b: 二", "末行", ""]


def test_the_last_line_break_ends_a_line_that_is_empty() -> None:
    assert [Source("a", "x\n", "").line(number) for number in (1, 2, 3)] == ["x", "", ""]


def test_positions_count_characters() -> None:
    assert SOURCE.position(0) == Position(1, 1)
    assert SOURCE.position(SOURCE.text.index("二")) == Position(3, 6)
    assert SOURCE.position(SOURCE.text.index("\n")) == Position(1, 6)
    assert SOURCE.position(10**6) == Position(4, 3)


def test_a_location_never_ends_before_it_begins() -> None:
    location = SOURCE.location(4, 2)
    assert location.span is not None
    assert location.span.start == location.span.end == Position(1, 5)


def test_the_offsets_of_a_line() -> None:
    assert SOURCE.line_offsets(3) == (7, 13)
    assert SOURCE.line_offsets(99) == (0, 0)
