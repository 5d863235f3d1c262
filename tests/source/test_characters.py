from collections.abc import Callable

import pytest

from sopgen.diagnostics import Diagnostic
from sopgen.source import Tree
from sopgen.source.characters import REPORTED

Told = Callable[[str], list[str]]

FORBIDDEN = [*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF]


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("code", FORBIDDEN)
def test_a_forbidden_character(refused: Callable[[str], tuple[Diagnostic, ...]], code: int) -> None:
    (diagnostic,) = refused(f"a: 1\nb: 乙{chr(code)}丙\nc: 2\n")
    assert (diagnostic.code, diagnostic.rule) == ("SOP009", "forbidden-character")
    assert f"U+{code:04X}" in diagnostic.message.en
    assert str(diagnostic.location) == "a.yaml:2:5"


def test_a_forbidden_character_does_not_hide_other_problems(told: Told) -> None:
    assert told("a: x\x0by\na: 1\n\ufeffb: *c\nd: [1\n") == [
        "1:5-6 forbidden-character",
        "2:1-2 duplicate-key",
        "3:1-2 forbidden-character",
        "3:5-7 undefined-alias",
        "4:4-5 unclosed-bracket",
    ]


def test_a_file_full_of_them(told: Told) -> None:
    assert len(told("a: " + "\0" * 10_000)) == REPORTED


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("escape", "code"),
    [
        (r"\x07", 7),
        (r"\0", 0),
        (r"\a", 7),
        (r"\b", 8),
        (r"\v", 11),
        (r"\f", 12),
        (r"\e", 27),
        (r"\u0001", 1),
        (r"\U0000001F", 31),
        (r"\uFFFE", 0xFFFE),
        (r"\uffff", 0xFFFF),
        (r"\ud83d", 0xD83D),
        (r"\uDC00", 0xDC00),
    ],
)
def test_a_forbidden_character_as_an_escape(
    refused: Callable[[str], tuple[Diagnostic, ...]], escape: str, code: int
) -> None:
    (diagnostic,) = refused(f'a: 1\nb: "乙\\\\{escape}"\n')
    assert diagnostic.rule == "forbidden-character"
    assert f"U+{code:04X}" in diagnostic.message.en
    assert str(diagnostic.location) == "a.yaml:2:8"


def test_several_escapes_on_several_lines(told: Told) -> None:
    assert told('a: "x\\x01\n  y\\e"\nb: \'\\x01\'\nc: \\x01\nd: "\\\\x01"\n') == [
        "1:6-10 forbidden-character",
        "2:4-6 forbidden-character",
    ]


@pytest.mark.usefixtures("either_parser")
def test_escapes_that_are_allowed(tree: Callable[[str], Tree]) -> None:
    text = r'a: "\t\n\r\x20\x85\_\L\P\N\u4e2d\U0001F600\/\"\\x01"'
    assert tree(text).data == {"a": '\t\n\r \x85\xa0\u2028\u2029\x85中😀/"\\x01'}
