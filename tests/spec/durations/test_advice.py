"""A time limit that cannot be read is told with what to write in its place."""

from __future__ import annotations

import pytest

from sopgen.spec.durations import parse_time_limit
from sopgen.spec.refusals import NotReadableError


def hint(text: str, language: str = "zh") -> str:
    with pytest.raises(NotReadableError) as refusal:
        parse_time_limit(text)
    return str(getattr(refusal.value.hint, language))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("接报后2小时内", "{within: 2小时内, from: 接报}"),
        ("收到投诉之后5分钟", "{within: 5分钟, from: 收到投诉}"),
        ("自受理之日起15个工作日内", "{within: 15个工作日内, from: 受理之日}"),
        ("从派工起当日", "{within: 当日, from: 派工}"),
    ],
)
def test_what_starts_the_clock_has_a_key_of_its_own(text: str, written: str) -> None:
    assert written in hint(text)


def test_what_starts_the_clock_in_english() -> None:
    assert "{within: within 2 hours, from: receipt}" in hint("within 2 hours after receipt", "en")


@pytest.mark.parametrize("text", ["24小时（节假日顺延）", "24小时(节假日顺延)"])
def test_a_remark_in_brackets_goes_to_the_details(text: str) -> None:
    assert hint(text).startswith("时限只写 24小时，")


@pytest.mark.parametrize("text", ["约5分钟", "5分钟左右", "大约5分钟"])
def test_a_guess_wants_a_number(text: str) -> None:
    assert "例如 5分钟；" in hint(text)
    assert f"{{text: {text}}}" in hint(text)


def test_t_plus_one_wants_to_know_which_days() -> None:
    assert "T+1日，或 T+1个工作日" in hint("T+1")
    assert "`T+1 days` or `T+1 business days`" in hint("T+1", "en")
    assert parse_time_limit("T+1个工作日").upper.is_business
    assert parse_time_limit("T+1 business days").upper.is_business
    assert not parse_time_limit("T+1 days").upper.is_business


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("每月5日前", "{text: 每月5日前}"),
        ("次日12:00前", '{text: "次日12:00前"}'),
        ("售后另行通知", "{text: 售后另行通知}"),
    ],
)
def test_what_has_no_number_is_offered_as_a_text(text: str, written: str) -> None:
    assert "1个工作日" in hint(text)
    assert written in hint(text)


@pytest.mark.parametrize("text", ["7*24小时", "7 × 24", "24x7"])
def test_hours_of_service_are_no_limit(text: str) -> None:
    assert "hours" in hint(text)
