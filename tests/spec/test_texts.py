"""Texts that stand for something else than themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sopgen.spec.sop import Sop

Read = Callable[[str], Sop]
Refused = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("true", True), ("True", True), ("TRUE", True), ("是", True), ("false", False), ("FALSE", False), ("否", False)],
)
def test_flags(sop: Read, typed: str, meant: bool) -> None:
    assert sop(f"roles: {{agent: {{name: 甲, external: {typed}}}}}").roles["agent"].external is meant
    step = sop(f"steps: {{action: 甲, optional: {typed}, checkpoint: '{typed}'}}").steps[0]
    assert (step.optional, step.checkpoint) == (meant, meant)


@pytest.mark.parametrize("typed", ["yes", "no", "on", "tRUE", "1", "对", "[true]", "{}"])
def test_what_is_no_flag(refused: Refused, typed: str) -> None:
    assert refused(f"roles: {{agent: {{name: 甲, external: {typed}}}}}") == ["1:36 wrong-value"]


@pytest.mark.parametrize("typed", ["yes", "no", "1", "客户要求时"])
def test_where_a_flag_or_a_text_may_stand_other_words_are_texts(sop: Read, typed: str) -> None:
    assert sop(f"steps: {{action: 甲, optional: {typed}}}").steps[0].optional == typed


@pytest.mark.parametrize(("typed", "word"), [("internal", "internal"), ("内部", "internal"), ("绝密", "secret")])
def test_confidentiality_in_both_languages(sop: Read, typed: str, word: str) -> None:
    assert sop(f"confidentiality: {typed}").confidentiality == word


@pytest.mark.parametrize("typed", ["agent", "after-sales", "客服", "一线-客服", "2", "2026-001", "true"])
def test_ids(sop: Read, typed: str) -> None:
    assert [*sop(f"roles: {{{typed}: 甲}}").roles] == [typed]
    assert sop(f"steps: {{id: {typed}, action: 甲}}").steps[0].id == typed


@pytest.mark.parametrize("typed", ["Agent", "after_sales", "a b", "-a", "a-", "a--b", "a.b", "ａ", "é", "' a'"])
def test_what_is_no_id(refused: Refused, typed: str) -> None:
    assert refused(f"roles: {{{typed}: 甲}}") == ["1:9 wrong-value"]
    assert refused(f"steps: {{id: {typed}, action: 甲}}") == ["1:13 wrong-value"]


@pytest.mark.parametrize(("typed", "count"), [("0", 0), ("3", 3), ("007", 7), ("'12'", 12)])
def test_counts(sop: Read, typed: str, count: int) -> None:
    assert sop(f"distribution: {{to: 甲, copies: {typed}}}").distribution[0].copies == count


@pytest.mark.parametrize("typed", ["-1", "1.0", "+1", "三", "１", "9" * 5000, "[1]"])
def test_what_is_no_count(refused: Refused, typed: str) -> None:
    assert refused(f"distribution: {{to: 甲, copies: {typed}}}") == ["1:31 wrong-value"]


def test_waits_take_lengths_and_limits(sop: Read) -> None:
    for typed in ("3天", "3天后", "满3天", "不超过3天"):
        assert sop(f"steps: {{action: 甲, wait: {typed}}}").steps[0].wait.for_.text == typed  # type: ignore[union-attr]


def test_a_cell_may_be_empty(sop: Read) -> None:
    rows = sop("tables: {title: 甲, columns: [乙, 丙], rows: [[1.10, ~], ['', ' 丁 ']]}").tables[0].rows
    assert rows == (("1.10", ""), ("", "丁"))
