"""Versions of documents."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.spec.refusals import NotComparableError, NotReadableError
from sopgen.spec.versions import VERSION_PATTERN, parse_version

counts = st.integers(0, 999)
numbers = st.builds(
    lambda prefix, parts: prefix + ".".join(map(str, parts)),
    st.sampled_from(["V", "v", ""]),
    st.lists(counts, min_size=2, max_size=4),
)
letters = st.builds("{}/{}".format, st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXY"), counts)


@pytest.mark.parametrize(
    ("text", "scheme", "parts"),
    [
        ("V1.0", "V1.0", (1, 0)),
        ("v1.2.3", "V1.0", (1, 2, 3)),
        ("1.10", "1.0", (1, 10)),
        ("0.1", "1.0", (0, 1)),
        ("A/0", "A/0", (0, 0)),
        ("C/12", "A/0", (2, 12)),
    ],
)
def test_a_version_is_read(text: str, scheme: str, parts: tuple[int, ...]) -> None:
    version = parse_version(text)
    assert (version.scheme, version.numbers, str(version)) == (scheme, parts, text)


REFUSED = (
    "", "V1", "1", "V1.", ".1", "V1.0.", "V01.0", "1.01", "V 1.0", "Ｖ1.0", "1.0版", "第1版", "A0", "A/", "a/0",
    "AA/0", "A/01",
    "/0", "1.2.3.4.5", "VV1.0", "1.0-rc1", "Rev. A", "1.0\n",
)  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_refused_with_the_accepted_forms(text: str) -> None:
    with pytest.raises(NotReadableError) as refusal:
        parse_version(text)
    assert all("A/0" in hint for hint in (refusal.value.hint.zh, refusal.value.hint.en))
    assert not re.fullmatch(VERSION_PATTERN, text)


@given(numbers | letters | st.text("Vv019./AZ", max_size=7))
def test_pattern_and_reading_agree(text: str) -> None:
    try:
        read = str(parse_version(text)) == text
    except NotReadableError:
        read = False
    assert read == bool(re.fullmatch(VERSION_PATTERN, text))


@given(numbers | letters)
def test_the_next_version_is_later_and_of_the_same_scheme(text: str) -> None:
    version = parse_version(text)
    minor, major = parse_version(version.next_minor()), parse_version(version.next_major())
    assert version < minor < major
    assert version.scheme == minor.scheme == major.scheme
    assert len(version.numbers) == len(minor.numbers) == len(major.numbers)


@pytest.mark.parametrize(
    ("text", "minor", "major"),
    [
        ("V1.0", "V1.1", "V2.0"),
        ("v1.9", "v1.10", "v2.0"),
        ("1.2.3", "1.3.0", "2.0.0"),
        ("A/0", "A/1", "B/0"),
        ("B/9", "B/10", "C/0"),
    ],
)
def test_the_next_version_is_written_like_this_one(text: str, minor: str, major: str) -> None:
    version = parse_version(text)
    assert (version.next_minor(), version.next_major()) == (minor, major)


def test_something_comes_after_the_last_that_can_be_read() -> None:
    assert parse_version("Z/0").next_major() == "AA/0"
    assert parse_version("A/999999").next_minor() == "A/1000000"
    assert parse_version("V999999.0").next_major() == "V1000000.0"


@pytest.mark.parametrize(
    "texts", [["V1.0", "V1.1", "V1.2", "V1.10", "V2.0", "V10.0"], ["A/0", "A/2", "A/10", "B/0", "Z/1"]]
)
def test_versions_of_one_scheme_have_an_order(texts: list[str]) -> None:
    versions = [parse_version(text) for text in texts]
    assert sorted(set(versions)) == versions


@given(st.lists(counts, min_size=2, max_size=4), st.lists(counts, min_size=2, max_size=4))
def test_order_is_that_of_the_numbers(one: list[int], two: list[int]) -> None:
    first, second = (parse_version(".".join(map(str, parts))) for parts in (one, two))
    width = max(len(one), len(two))
    padded = [parts + [0] * (width - len(parts)) for parts in (one, two)]
    assert (first < second) == (padded[0] < padded[1])
    assert (first == second) == (padded[0] == padded[1])


def test_zeros_at_the_end_and_the_v_make_no_difference() -> None:
    same = {parse_version(text) for text in ("1.0", "V1.0", "v1.0.0")}
    assert len(same) == 1
    assert parse_version("V1.0") != "V1.0"


def test_numbers_and_letters_have_no_order() -> None:
    assert parse_version("A/0") != parse_version("0.0")
    with pytest.raises(NotComparableError, match=r"V1\.0 and A/0"):
        assert parse_version("V1.0") < parse_version("A/0")
