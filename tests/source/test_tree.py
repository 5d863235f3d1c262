from collections.abc import Callable

import pytest

from sopgen.source import Tree, parse
from sopgen.source.text import Source

Reads = Callable[[str], Tree]

TEXT = """\
title: 报修  # 标题
roles:
  agent: {name: 客服, contact: "8002"}
steps:
  - id: first
    action: |
      第一行
      第二行

  - 归档
none:
empty: []
"""


def written(tree: Tree, *path: str | int, key: bool = False) -> str:
    """The text at a path, with where it begins."""
    location = tree.locate(path, key=key)
    assert location.span is not None
    start, end = tree.offsets(path, key=key)
    assert tree.source.position(start) == location.span.start
    assert tree.source.position(end) == location.span.end
    return f"{location.span.start.line}:{location.span.start.column} {tree.source.text[start:end]}"


@pytest.mark.usefixtures("either_parser")
def test_values(tree: Reads) -> None:
    read = tree(TEXT)
    assert written(read, "title") == "1:8 报修"
    assert written(read, "roles", "agent", "name") == "3:17 客服"
    assert written(read, "roles", "agent", "contact") == '3:30 "8002"'
    assert written(read, "roles", "agent") == '3:10 {name: 客服, contact: "8002"}'
    assert written(read, "steps", 0, "action") == "6:13 |\n      第一行\n      第二行"
    assert written(read, "steps", 0).startswith("5:5 id: first\n    action: |")
    assert written(read, "steps", 1) == "10:5 归档"
    assert written(read, "steps").endswith("- 归档")
    assert written(read, "none") == "11:6 "
    assert written(read, "empty") == "12:8 []"
    assert written(read) == "1:1 " + TEXT.rstrip()


@pytest.mark.usefixtures("either_parser")
def test_keys(tree: Reads) -> None:
    read = tree(TEXT)
    assert written(read, "title", key=True) == "1:1 title"
    assert written(read, "roles", "agent", "contact", key=True) == "3:21 contact"
    assert written(read, "steps", 0, "action", key=True) == "6:5 action"
    assert written(read, "steps", 1, key=True) == "10:5 归档"


def test_the_longest_part_of_a_path_that_exists(tree: Reads) -> None:
    read = tree(TEXT)
    assert written(read, "title", "x", 3) == "1:8 报修"
    assert written(read, "steps", 7, "action") == written(read, "steps")
    assert written(read, "steps", -1) == written(read, "steps")
    assert written(read, "steps", "action") == written(read, "steps")
    assert written(read, "roles", "manager", key=True) == "2:1 roles"
    assert written(read, "nothing") == written(read)


def test_a_key_of_digits_is_found_by_a_position(tree: Reads) -> None:
    assert written(tree("2024: 甲"), 2024) == "1:7 甲"


def test_values_at_paths(tree: Reads) -> None:
    read = tree(TEXT)
    assert read.value(("steps", 0, "action")) == "第一行\n第二行\n"
    assert read.value(()) is read.data
    assert read.value(("steps", 0, "role")) is None
    assert read.value(("title", 0)) is None


ALIASES = """\
base: &base
  role: &agent 客服
  steps: &steps [甲, 乙]
other:
  <<: *base
  role: 经理
third: {<<: [*base, {extra: 丙}]}
who: *agent
again: *steps
&key k: *agent
"""


@pytest.mark.usefixtures("either_parser")
def test_what_aliases_repeat_is_located_where_it_is_written(tree: Reads) -> None:
    read = tree(ALIASES)
    assert written(read, "who") == "2:16 客服"
    assert written(read, "who", key=True) == "8:1 who"
    assert written(read, "again") == "3:17 [甲, 乙]"
    assert written(read, "again", 1) == "3:21 乙"
    assert written(read, "base") == "2:3 role: &agent 客服\n  steps: &steps [甲, 乙]"
    assert written(read, "k", key=True) == "10:6 k"


@pytest.mark.usefixtures("either_parser")
def test_what_a_merge_brings_in_is_located_where_it_is_written(tree: Reads) -> None:
    read = tree(ALIASES)
    assert read.data == {
        "base": {"role": "客服", "steps": ["甲", "乙"]},
        "other": {"role": "经理", "steps": ["甲", "乙"]},
        "third": {"role": "客服", "steps": ["甲", "乙"], "extra": "丙"},
        "who": "客服",
        "again": ["甲", "乙"],
        "k": "客服",
    }
    assert written(read, "other", "steps", 0) == "3:18 甲"
    assert written(read, "other", "steps", key=True) == "3:3 steps"
    assert written(read, "other", "role") == "6:9 经理"
    assert written(read, "third", "role") == "2:16 客服"
    assert written(read, "third", "extra") == "7:29 丙"


def test_notices_are_made_once() -> None:
    read = parse(Source("a.yaml", "a: 拨打 #8002\n", ""))
    assert read.notices is read.notices
