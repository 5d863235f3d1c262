import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.source import from_pointer, pointer


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ((), ""),
        (("steps", 3, "action"), "/steps/3/action"),
        (("a/b", "m~n", "~1"), "/a~1b/m~0n/~01"),
        (("角色", "客服 专员"), "/角色/客服 专员"),
        (("",), "/"),
        (("01", "-", "²"), "/01/-/²"),
    ],
)
def test_a_pointer_and_its_path(path: tuple[str | int, ...], written: str) -> None:
    assert pointer(path) == written
    assert from_pointer(written) == path


def test_digits_become_a_position() -> None:
    assert from_pointer(pointer(("2024", 0))) == (2024, 0)


def test_a_pointer_begins_with_a_slash() -> None:
    with pytest.raises(ValueError, match="steps"):
        from_pointer("steps/3")


keys = st.text().filter(lambda key: not key.isdecimal())


@given(st.lists(keys | st.integers(min_value=0)).map(tuple))
def test_every_path_comes_back(path: tuple[str | int, ...]) -> None:
    assert from_pointer(pointer(path)) == path
