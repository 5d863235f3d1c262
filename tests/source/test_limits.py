"""Files made to hang or to fill the memory, and files that are merely long."""

import sys
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest

from sopgen.source import Tree
from sopgen.source.limits import DEPTH_LIMIT, PROBLEM_LIMIT

Reads = Callable[[str], Tree]
Told = Callable[[str], list[str]]

both = pytest.mark.usefixtures("either_parser")


def steps(count: int) -> str:
    step = "  - id: step-{0}\n    action: 接收第{0}份报修信息\n    role: agent\n    inputs: [报修信息]\n"
    return "steps:\n" + "".join(step.format(number) for number in range(count))


@both
@pytest.mark.parametrize(
    "text", ["a: " + "[" * 5000, "a: " + "[" * 5000 + "]" * 5000, "{a: " * 5000, "- " * 5000, "? " * 5000]
)
def test_deep_nesting(told: Told, text: str) -> None:
    (problem,) = told(text)
    assert problem.endswith("deep-nesting")


def test_nesting_up_to_the_limit(tree: Reads, told: Told) -> None:
    inner = DEPTH_LIMIT - 1  # the map is a level itself
    assert tree("a: " + "[" * inner + "]" * inner)
    assert told("a: [" + "[" * inner + "]" * inner + "]") == [f"1:{4 + inner}-{5 + inner} deep-nesting"]


def test_aliases_cannot_nest_deeper_than_brackets(told: Told, tree: Reads) -> None:
    half = DEPTH_LIMIT // 2
    text = "a: &a " + "[" * half + "]" * half + "\nb: "
    assert tree(text + "[" * (half - 1) + "*a" + "]" * (half - 1))
    assert told(text + "[" * half + "*a" + "]" * half) == [f"2:{4 + half}-{6 + half} deep-nesting"]


@both
def test_an_alias_bomb(told: Told) -> None:
    lines = ["a0: &a0 [大笑, 大笑, 大笑]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60)]
    tracemalloc.start()
    (problem,) = told("\n".join(lines))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert problem.endswith("alias-bomb")
    assert peak < 8 * 1024**2


def test_a_long_text_repeated_often(told: Told, tree: Reads) -> None:
    text = f"a: &a {'字' * 10_000}\nb:\n" + "  - *a\n" * 100
    assert tree(text)
    assert told(text + "  - *a\n" * 10) == ["107:5-7 alias-bomb"]


def test_merges_count_as_repeating(told: Told) -> None:
    base = "base: &base {" + ", ".join(f"k{n}: v" for n in range(1000)) + "}\n"
    assert told(base + "x:\n" + "  - <<: *base\n" * 2000)[0].endswith("alias-bomb")


def test_a_file_of_nothing_but_problems(told: Told) -> None:
    assert len(told("a: 1\n" * 20_000)) == PROBLEM_LIMIT


def test_one_word_of_a_megabyte(tree: Reads) -> None:
    assert tree(f'a: {"字" * 1_000_000}\nb: "{"x " * 500_000}"\n')


@pytest.mark.parametrize("text", ["#" * 1_000_000, "a: " + "&" * 1_000_000, "a: " + " #x" * 300_000, "\n" * 1_000_000])
def test_a_megabyte_of_the_same(told: Told, tree: Reads, text: str) -> None:
    read = tree if " #x" in text else told
    assert read(text)


def test_five_thousand_steps(tree: Reads) -> None:
    read = tree(steps(5000))
    for number in range(5000):
        location = read.locate(("steps", number, "inputs", 0))
        assert location.span is not None
        assert location.span.start.line == 5 + 4 * number


def test_the_work_a_step_takes_does_not_grow(tree: Reads) -> None:
    assert calls(lambda: tree(steps(1000))) < 2.1 * calls(lambda: tree(steps(500)))


def test_the_memory_a_step_takes_does_not_grow(tree: Reads) -> None:
    assert peak(lambda: tree(steps(2000))) < 2.3 * peak(lambda: tree(steps(1000)))


def calls(action: Callable[[], Any]) -> int:
    """How many functions an action calls, those in C included."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(None)
    return counted


def peak(action: Callable[[], Any]) -> int:
    """The most bytes an action holds at a time."""
    tracemalloc.start()
    kept = action()
    found = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert kept
    return found
