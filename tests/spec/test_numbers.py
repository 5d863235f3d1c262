"""Document numbers, ids, and the patterns that numbers follow."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sopgen.spec.numbers import CITED_NUMBER, DOCUMENT_NUMBER, ID_PATTERN, NumberPattern, is_number
from sopgen.spec.refusals import NotReadableError

NUMBERS = (
    "AFS-SOP-2026-002", "CS-MAN-2026-001", "AFS-F-001", "Q/AFS-001", "Q/AFS-SOP-001", "AFS/2026/001", "AFS_SOP_1",
    "SOP1", "X",
    "sop.001", "Sop-1", "售后-SOP-001", "2026.001", "2026_001", "AFS.SOP.2026.002",
)  # fmt: skip
IDS = ("register", "remote-help", "step-2", "2", "2026-001", "核对", "核对-工单2", "登记", "end", "客服-2026-01")
NEITHER = (
    "", "-", "AFS-", "-AFS", "AFS SOP", "AFS-SOP-2026-002/register", "AFS-SOP-2026-002/step-2", "AFS-SOP-2026-002/核对",
    "Q/AFS-001/close", "form:register", "remote_help", "a.b", "AFS/", "/AFS", "[AFS-1]", "AFS〔2026〕1号",
    "remote--help", "Ａ1",
)  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_is_told_from_an_id(text: str) -> None:
    assert is_number(text)
    assert re.search(DOCUMENT_NUMBER, text)
    assert not re.search(ID_PATTERN, text)


@pytest.mark.parametrize("text", IDS)
def test_an_id_is_never_a_number(text: str) -> None:
    assert re.search(ID_PATTERN, text)
    assert not is_number(text)


@pytest.mark.parametrize("text", NEITHER)
def test_anything_else_is_neither(text: str) -> None:
    assert not is_number(text)
    assert not re.search(ID_PATTERN, text)


def test_digits_may_be_a_number_where_no_id_can_stand() -> None:
    assert re.search(DOCUMENT_NUMBER, "2026-001")
    assert not re.search(DOCUMENT_NUMBER, "register")


@pytest.mark.parametrize(
    "text",
    [
        "GB/T 19012—2019", "GB 7258-2017", "ISO 9001:2015", "ISO/IEC 27001:2022", "EN 50110-1", "DB31/T 1234", "GB/T 1.1",
        "T/CAQ 10110—2018", "GB/T19012—2019", "国发〔2026〕1号", "市监质〔2026〕第12号", *NUMBERS,
    ],
)  # fmt: skip
def test_documents_are_cited_by_their_numbers_and_standards_by_their_designations(text: str) -> None:
    assert re.search(CITED_NUMBER, text)


@pytest.mark.parametrize("text", ["register", "AFS SOP 2026-002", "GB／T 19012", "GB/T  19012", "GB/T 19012 ", ""])
def test_other_texts_cite_nothing(text: str) -> None:
    assert not re.search(CITED_NUMBER, text)


@given(st.from_regex(DOCUMENT_NUMBER, fullmatch=True), st.from_regex(ID_PATTERN, fullmatch=True))
def test_a_step_of_a_document_is_cut_off_at_the_last_slash(number: str, step: str) -> None:
    assume(re.search("[a-z㐀-䶿一-鿿]", step))
    assert not is_number(f"{number}/{step}")


DEFAULT = NumberPattern("AFS-SOP-{year}-{seq:03}")


def test_a_number_is_written_and_read() -> None:
    assert DEFAULT.fields == ("year", "seq")
    assert DEFAULT.format(year=2026, seq=2) == "AFS-SOP-2026-002"
    assert DEFAULT.parse("AFS-SOP-2026-002") == {"year": 2026, "seq": 2}
    assert DEFAULT.format(year=2026, seq=1234) == "AFS-SOP-2026-1234"


@pytest.mark.parametrize(
    "number", ["AFS-SOP-2026-02", "AFS-SOP-26-002", "AFS-SOP-2026-0002", "XAFS-SOP-2026-002", "AFS-SOP-2026-002 ", ""]
)
def test_a_number_that_does_not_follow_the_pattern_is_not_read(number: str) -> None:
    assert DEFAULT.parse(number) is None


@pytest.mark.parametrize(
    ("text", "values", "number"),
    [
        ("{date}-{channel}-{seq:03}", {"date": "20260301", "channel": "电话", "seq": 7}, "20260301-电话-007"),
        ("SOP{year:02}{month}{seq:02}", {"year": 2026, "month": 3, "seq": 4}, "SOP260304"),
        ("Q/{dept}{year}.{seq}", {"dept": "AFS", "year": 2026, "seq": 12}, "Q/AFS2026.12"),
        ("{{A}}-{year}{month}{day}-{seq}", {"year": 2026, "month": 12, "day": 31, "seq": 1}, "{A}-20261231-1"),
        ("{type}-{dept}-{seq:04}", {"type": "SOP", "dept": "客服2", "seq": 10}, "SOP-客服2-0010"),
    ],
)
def test_fields_of_every_kind(text: str, values: dict[str, int | str], number: str) -> None:
    pattern = NumberPattern(text)
    assert pattern.format(**values) == number
    assert pattern.parse(number) == values


@pytest.mark.parametrize(
    "text",
    [
        "", "AFS-SOP-{year}-{seq", "AFS-{}-{seq}", "AFS-{Year}-{seq}", "{seq:3}", "{seq:00}", "{seq:03d}",
        "{month:02}-{seq}",
        "{dept:03}-{seq}", "AFS}-{seq}", "{{seq}}", "AFS-{year}", "{year}-{year}-{seq}", "{dept}{type}-{seq}",
        "{dept}{seq}",
        "{dept}0{seq}", "{seq}{year}{dept}",
    ],
)  # fmt: skip
def test_a_pattern_that_cannot_be_used_is_refused_with_the_accepted_forms(text: str) -> None:
    with pytest.raises(NotReadableError) as refusal:
        NumberPattern(text)
    assert text in refusal.value.message.zh
    assert all("AFS-SOP-{year}-{seq:03}" in hint for hint in (refusal.value.hint.zh, refusal.value.hint.en))


@pytest.mark.parametrize(
    "values",
    [
        {"seq": 1},
        {"year": 26, "seq": 1},
        {"year": 12026, "seq": 1},
        {"year": "二〇二六", "seq": 1},
        {"year": 2026, "seq": -1},
    ],
)
def test_values_that_do_not_fit_are_refused(values: dict[str, int | str]) -> None:
    with pytest.raises(NotReadableError):
        DEFAULT.format(**values)


def test_a_word_with_a_sign_in_it_is_refused() -> None:
    with pytest.raises(NotReadableError, match="A-B-1"):
        NumberPattern("{dept}-{seq}").format(dept="A-B", seq=1)


def test_the_next_number_counts_within_the_year_and_the_words() -> None:
    existing = ["AFS-SOP-2026-001", "AFS-SOP-2026-007", "AFS-SOP-2025-040", "CS-MAN-2026-099", "登记"]
    assert DEFAULT.next(existing, year=2026) == "AFS-SOP-2026-008"
    assert DEFAULT.next(existing, year=2027) == "AFS-SOP-2027-001"
    by_department = NumberPattern("{dept}-{seq:02}")
    assert by_department.next(["CS-04", "AFS-09"], year=2026, dept="CS") == "CS-05"


words = st.from_regex("[A-Za-z0-9一-鿿]{1,6}", fullmatch=True)
patterns = st.sampled_from(
    [
        "AFS-SOP-{year}-{seq:03}",
        "{dept}-{year:02}-{seq}",
        "{seq:02}/{dept}",
        "Q/{dept}{year}.{seq:05}",
        "{year}{month}{seq:03}",
    ]
).map(NumberPattern)


@given(patterns, st.integers(2000, 2099), st.integers(1, 12), st.integers(1, 10**6), words)
def test_what_is_written_reads_back(pattern: NumberPattern, year: int, month: int, seq: int, dept: str) -> None:
    values: dict[str, int | str] = {"year": year, "month": month, "seq": seq, "dept": dept}
    number = pattern.format(**values)
    assert pattern.parse(number) == {name: values[name] for name in pattern.fields}


@given(patterns, st.integers(2000, 2099), st.lists(st.integers(1, 1200)), words)
def test_the_next_number_is_free_and_follows_the_pattern(
    pattern: NumberPattern, year: int, taken: list[int], dept: str
) -> None:
    existing = [pattern.format(year=year, month=1, dept=dept, seq=seq) for seq in taken]
    number = pattern.next(existing, year=year, month=1, dept=dept)
    assert number not in existing
    read = pattern.parse(number)
    assert read is not None
    assert read["seq"] == max(taken, default=0) + 1
