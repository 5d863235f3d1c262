from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.diagnostics import Location, Position, Span
from sopgen.reporting.excerpt import WIDTH, Excerpt, excerpt, width


def shown(path: Path, content: str | bytes, start: int, end: int, line: int = 1, last: int | None = None) -> Excerpt:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = excerpt(Location(str(path), Span(Position(line, start), Position(last or line, end))))
    assert found is not None
    return found


@pytest.fixture
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    return tmp_path / f"{abs(hash(request.node.nodeid))}.yaml"


@pytest.mark.parametrize(("text", "columns"), [("ab", 2), ("报修", 4), ("“a”…", 4), ("e\u0301", 1), ("，", 2), ("", 0)])
def test_width_is_what_a_terminal_shows(text: str, columns: int) -> None:
    assert width(text) == columns


def test_marks_stand_under_the_span_below_chinese_text(path: Path) -> None:
    assert shown(path, "角色: 客服 agnet 等", 8, 13) == Excerpt(1, "角色: 客服 agnet 等", " " * 11 + "^^^^^")
    assert shown(path, "角色: 客服 agnet 等", 5, 7).marks == " " * 6 + "^^^^"


def test_an_empty_span_has_one_mark(path: Path) -> None:
    assert shown(path, "a: ", 4, 4).marks == "   ^"


def test_a_span_of_several_lines_is_marked_to_the_end_of_the_first(path: Path) -> None:
    assert shown(path, "a: |\n  b\n  c\n", 4, 3, line=1, last=3).marks == "   ^"


def test_tabs_and_control_characters_do_not_move_the_marks(path: Path) -> None:
    assert shown(path, "\ta\x1b: x", 6, 7) == Excerpt(1, "    a�: x", " " * 8 + "^")


@pytest.mark.parametrize("content", ["\ufeffa\r\nb\r\n", "a\rb", "a\nb"])
def test_lines_are_counted_as_editors_count_them(path: Path, content: str) -> None:
    assert shown(path, content, 1, 2, line=2).line == "b"


def test_text_that_is_not_utf_8_is_shown_as_far_as_it_can_be(path: Path) -> None:
    assert shown(path, "a: 报修".encode("gbk"), 4, 5).line.startswith("a: ")


def test_without_a_line_there_is_no_excerpt(tmp_path: Path) -> None:
    span = Span(Position(9, 1), Position(9, 1))
    assert excerpt(Location("gone.yaml", span)) is None
    assert excerpt(Location(str(tmp_path), span)) is None
    assert excerpt(Location("a.yaml")) is None


@given(before=st.integers(0, 300), inside=st.integers(1, 300), after=st.integers(0, 300), letter=st.sampled_from("a报"))
def test_long_lines_are_cut_around_the_span(
    tmp_path_factory: pytest.TempPathFactory, before: int, inside: int, after: int, letter: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"{before}-{inside}-{after}-{ord(letter)}.yaml"
    found = shown(path, letter * before + "b" * inside + letter * after, before + 1, before + inside + 1)
    assert width(found.line) <= WIDTH
    start = len(found.marks) - len(found.marks.lstrip())
    before_marks = next(position for position in range(len(found.line) + 1) if width(found.line[:position]) == start)
    assert found.line[before_marks] == "b"
    assert len(found.marks) <= width(found.line)
