from collections.abc import Callable

import pytest

from sopgen.source import Path, Tree, meant_as_text


@pytest.mark.parametrize(
    ("text", "path", "hint"),
    [
        ("a: [[form:x]]\n", ("a",), '"[[form:x]]"'),
        ("a:\n  - [[步骤-1]]\n  - b\n", ("a", 0), '"[[步骤-1]]"'),
        ("a: {b: [[x]], c: 1}\n", ("a", "b"), '"[[x]]"'),
        ("a: [b, c]\n", ("a",), "begins with ["),
        ("a: {b: c}\n", ("a",), "begins with {"),
        ("a: [注意: 断电]\n", ("a", 0), "a colon and a space"),
        ("a:\n  - 注意: 断电\n", ("a", 0), "a colon and a space"),
        ("a: # 客服\nb: 1\n", ("a",), "` #` is a comment"),
        ("a: #客服\n", ("a",), "` #` is a comment"),
    ],
)
def test_forgotten_quotes(tree: Callable[[str], Tree], text: str, path: Path, hint: str) -> None:
    found = meant_as_text(tree(text), path)
    assert found is not None
    assert hint in found.en


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: 文字\n", ("a",)),
        ("a:\nb: 1\n", ("a",)),
        ("a:\n  b: 1\n  c: 2\n", ("a",)),
        ("a:\n  b:\n    - 1\n", ("a",)),
        ("a:\n  - b\n", ("a",)),
    ],
)
def test_nothing_suggests_a_text(tree: Callable[[str], Tree], text: str, path: Path) -> None:
    assert meant_as_text(tree(text), path) is None


def test_a_table_is_not_a_reference(tree: Callable[[str], Tree]) -> None:
    found = meant_as_text(tree("rows: [[市区, 50], [郊区, 80]]\n"), ("rows",))
    assert found is not None
    assert "[[" not in found.en
