from collections.abc import Callable

import pytest

from sopgen.source import Tree, comments

Reads = Callable[[str], Tree]

pytestmark = pytest.mark.usefixtures("either_parser")

TEXT = """\
# sopgen: ignore[whole-file] 说明
sopgen: 1
title: 报修  # sopgen: ignore[a, b] 原因
quoted: "x # sopgen: ignore[no]"
single: '
  # sopgen: ignore[no]'
plain: x# sopgen:ignore[no]
block: |  # sopgen: ignore[block] 整段
  一
  # sopgen: ignore[no]
  三

## sopgen：ignore 全角冒号
# 另一条注释

folded: >-
  一
  二
list: [a,  # sopgen: ignore[flow]
  b]
# 说明 # sopgen: ignore[after] 之后
last: 1
# sopgen: ignore[nothing-below]
"""


def test_every_comment_that_is_one(tree: Reads) -> None:
    found = [(comment.line, comment.own_line, comment.text) for comment in comments(tree(TEXT))]
    assert found == [
        (1, True, "sopgen: ignore[whole-file] 说明"),
        (3, False, "sopgen: ignore[a, b] 原因"),
        (8, False, "sopgen: ignore[block] 整段"),
        (13, True, "sopgen：ignore 全角冒号"),
        (19, False, "sopgen: ignore[flow]"),
        (21, True, "sopgen: ignore[after] 之后"),
        (23, True, "sopgen: ignore[nothing-below]"),
    ]


def test_the_lines_a_comment_speaks_of(tree: Reads) -> None:
    found = {comment.line: list(comment.lines) for comment in comments(tree(TEXT))}
    assert found == {1: [2], 3: [3], 8: [8, 9, 10, 11], 13: [16, 17, 18], 19: [19], 21: [22], 23: [23]}


def test_comments_one_below_the_other_speak_of_the_same_lines(tree: Reads) -> None:
    text = "# sopgen: a\n# 说明\n\n# sopgen: b\nx: |\n  一\n  二\n# sopgen: c\n\n# sopgen: d\n"
    found = {comment.line: list(comment.lines) for comment in comments(tree(text))}
    assert found == {1: [5, 6, 7], 4: [5, 6, 7], 8: [8], 10: [10]}


def test_the_span_of_a_comment(tree: Reads) -> None:
    comment = comments(tree("a: 报修  # sopgen: ignore  \n"))[0]
    assert (comment.span.start.line, comment.span.start.column) == (1, 8)
    assert (comment.span.end.line, comment.span.end.column) == (1, 26)
    assert comment.text == "sopgen: ignore"


def test_a_comment_above_a_text_of_several_lines(tree: Reads) -> None:
    (comment,) = comments(tree('# sopgen: ignore\na: "一\n  二\n  三"\nb: 1\n'))
    assert comment.lines == range(2, 5)


@pytest.mark.parametrize(
    "text", ["sopgen: 1\n", "sopgen: 1 # 版本\n", "a: 1 # see sopgen: ignore\n", "a: x#sopgen:y\n"]
)
def test_other_comments(tree: Reads, text: str) -> None:
    assert comments(tree(text)) == ()
