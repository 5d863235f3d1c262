from __future__ import annotations

import pytest

from sopgen.spec.refusals import NotReadableError
from sopgen.style.samples import read_levels


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        (["一、", "（一）", "1.", "（1）"], ["chinese {1}、", "chinese （{2}）", "decimal {3}.", "decimal （{4}）"]),
        (["1　", "1.1　", "1.1.1　"], ["decimal {1}　", "decimal {1}.{2}　", "decimal {1}.{2}.{3}　"]),
        (["A.", "I.", "Annex A ", "Part i"], ["upper {1}.", "upper-roman {2}.", "upper Annex {3}", "roman Part {4}"]),
        (["第一章", "①", "a)", "i."], ["chinese 第{1}章", "circled {2}", "letter {3})", "roman {4}."]),
    ],
)
def test_a_sample_tells_how_its_level_is_numbered(samples: list[str], expected: list[str]) -> None:
    levels = read_levels(samples)
    assert isinstance(levels, list)
    assert [f"{level['format']} {level['text']}" for level in levels] == expected


def test_a_space_behind_a_sample_keeps_the_number_apart() -> None:
    levels = read_levels(["1. ", "①"])
    assert isinstance(levels, list)
    assert [(level["text"], level["after"]) for level in levels] == [("{1}.", "space"), ("{2}", "nothing")]


def test_a_sample_of_digits_alone_wants_digits_of_the_levels_above() -> None:
    levels = read_levels(["第一章 ", "1.1 ", "1.", "1.1.1.1"])
    assert isinstance(levels, list)
    assert [level.get("digits", False) for level in levels] == [False, True, False, True]


def test_what_is_no_sample_is_left_as_it_is() -> None:
    level = {"format": "decimal", "text": "{1}"}
    assert read_levels([level]) == [level]
    assert read_levels("一、") == "一、"


@pytest.mark.parametrize("samples", [["甲、"], ["1.1"], ["1", "1.1.1"], ["1", "一.1"]])
def test_a_sample_without_a_number_of_its_level_is_refused(samples: list[str]) -> None:
    with pytest.raises(NotReadableError) as refusal:
        read_levels(samples)
    assert samples[-1] in refusal.value.message.zh
    assert "（一）" in refusal.value.hint.en
