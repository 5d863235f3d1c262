"""Time limits in every form that people write, and the JSON Schema expression that takes exactly these."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.spec.durations import (
    Duration,
    length_pattern,
    parse_length,
    parse_time_limit,
    time_limit_pattern,
)
from sopgen.spec.durations.numerals import HALF
from sopgen.spec.refusals import NotReadableError

MINUTE, HOUR, DAY = 60, 3600, 86400

TIME_LIMIT_PATTERN, LENGTH_PATTERN = time_limit_pattern(), length_pattern()


def business(days: int) -> Duration:
    return Duration(business_days=days)


LIMITS = {
    # 之前、之内、不超过
    "10分钟内": Duration(10 * MINUTE),
    "10分钟": Duration(10 * MINUTE),
    "10 分钟 内": Duration(10 * MINUTE),
    "2小时以内": Duration(2 * HOUR),
    "2小时之内": Duration(2 * HOUR),
    "≤2小时": Duration(2 * HOUR),
    "≤ 2 小时": Duration(2 * HOUR),
    "≦2小时": Duration(2 * HOUR),
    "<=2h": Duration(2 * HOUR),
    "<2h": Duration(2 * HOUR),
    "=<2h": Duration(2 * HOUR),
    "＜＝２小时": Duration(2 * HOUR),
    "不超过24h": Duration(24 * HOUR),
    "不超过24小时": Duration(24 * HOUR),
    "不得超过24小时": Duration(24 * HOUR),
    "不能超过2天": Duration(2 * DAY),
    "不应超过2天": Duration(2 * DAY),
    "不多于30分钟": Duration(30 * MINUTE),
    "不大于30秒": Duration(30),
    "不晚于2小时": Duration(2 * HOUR),
    "不得晚于2小时": Duration(2 * HOUR),
    "不迟于3个工作日": business(3),
    "最长30分钟": Duration(30 * MINUTE),
    "最长不超过30分钟": Duration(30 * MINUTE),
    "原则上不超过5个工作日": business(5),
    "最多2小时": Duration(2 * HOUR),
    "至多2小时": Duration(2 * HOUR),
    "最迟24小时": Duration(24 * HOUR),
    "最迟24小时内": Duration(24 * HOUR),
    "最晚2天内": Duration(2 * DAY),
    "限2小时": Duration(2 * HOUR),
    "限时2小时": Duration(2 * HOUR),
    "在2小时内": Duration(2 * HOUR),
    "应在2小时内": Duration(2 * HOUR),
    "应当在2小时内": Duration(2 * HOUR),
    "须在2小时内": Duration(2 * HOUR),
    "必须在2小时内": Duration(2 * HOUR),
    "需于2小时内完成": Duration(2 * HOUR),
    "30秒内接听": Duration(30),
    "24小时内响应": Duration(24 * HOUR),
    "2小时到达": Duration(2 * HOUR),
    # 单位
    "30秒": Duration(30),
    "30秒钟": Duration(30),
    "30s": Duration(30),
    "30 sec": Duration(30),
    "1分": Duration(MINUTE),
    "15min": Duration(15 * MINUTE),
    "一刻钟": Duration(15 * MINUTE),
    "3个钟头": Duration(3 * HOUR),
    "24H": Duration(24 * HOUR),
    "1天": Duration(DAY),
    "3日": Duration(3 * DAY),
    "3个自然日": Duration(3 * DAY),
    "3自然日": Duration(3 * DAY),
    "3个日历日": Duration(3 * DAY),
    "1个工作日": business(1),
    "1工作日": business(1),
    "15个工作日内": business(15),
    "5个工作天": business(5),
    "4个工作小时内": Duration(business_hours=4),
    "2周": Duration(14 * DAY),
    "1个星期": Duration(7 * DAY),
    "两个礼拜": Duration(14 * DAY),
    "1个月": Duration(30 * DAY),
    "3个月内": Duration(90 * DAY),
    "1个季度": Duration(90 * DAY),
    "12个月": Duration(365 * DAY),
    "18个月": Duration((365 + 180) * DAY),
    "1年": Duration(365 * DAY),
    "T+1日": Duration(DAY),
    "T+1天": Duration(DAY),
    "t+2日": Duration(2 * DAY),
    "T + 3 日": Duration(3 * DAY),
    "T＋1日": Duration(DAY),
    "T+1工作日": business(1),
    "T+1个工作日内": business(1),
    "T+2 business days": business(2),
    # 中文数字、半、零
    "两小时": Duration(2 * HOUR),
    "二小时": Duration(2 * HOUR),
    "三个工作日": business(3),
    "十分钟": Duration(10 * MINUTE),
    "十五日": Duration(15 * DAY),
    "二十四小时内": Duration(24 * HOUR),
    "四十八小时": Duration(48 * HOUR),
    "一百八十天": Duration(180 * DAY),
    "一百零五分钟": Duration(105 * MINUTE),
    "三百六十五日": Duration(365 * DAY),
    "半小时": Duration(30 * MINUTE),
    "半个小时内": Duration(30 * MINUTE),
    "半分钟": Duration(30),
    "半天": Duration(business_days=HALF),
    "半日": Duration(business_days=HALF),
    "0.5天": Duration(business_days=HALF),
    "半个工作日": Duration(business_days=HALF),
    "半个月": Duration(15 * DAY),
    "半年": Duration(180 * DAY),
    "一个半小时": Duration(90 * MINUTE),
    "1个半小时": Duration(90 * MINUTE),
    "一小时半": Duration(90 * MINUTE),
    "两天半": Duration(60 * HOUR),
    "一个半月": Duration(45 * DAY),
    "一年半": Duration((365 + 180) * DAY),
    "1天半小时": Duration(DAY + 30 * MINUTE),
    "1.5小时": Duration(90 * MINUTE),
    "1.5 h": Duration(90 * MINUTE),
    "0.1秒": Duration(HALF / 5),
    "1小时30分钟": Duration(90 * MINUTE),
    "1小时30分": Duration(90 * MINUTE),
    "1小时零5分": Duration(65 * MINUTE),
    "2天12小时": Duration(60 * HOUR),
    "1个工作日2小时": Duration(2 * HOUR, business_days=1),
    "１０分钟": Duration(10 * MINUTE),
    "１．５小时": Duration(90 * MINUTE),
    "　10　分钟内\n": Duration(10 * MINUTE),
    # English
    "within 30 minutes": Duration(30 * MINUTE),
    "Within 30 Minutes": Duration(30 * MINUTE),
    "within 30 mins": Duration(30 * MINUTE),
    "in 5 minutes": Duration(5 * MINUTE),
    "under 2 hours": Duration(2 * HOUR),
    "less than 2 hours": Duration(2 * HOUR),
    "no more than 2 hours": Duration(2 * HOUR),
    "not more than 2 hours": Duration(2 * HOUR),
    "no later than 2 days": Duration(2 * DAY),
    "no longer than 2 hours": Duration(2 * HOUR),
    "at most 2 hours": Duration(2 * HOUR),
    "at the latest 2 hours": Duration(2 * HOUR),
    "up to 2 hours": Duration(2 * HOUR),
    "max 2 hours": Duration(2 * HOUR),
    "maximum of 2 hours": Duration(2 * HOUR),
    "2 hours max": Duration(2 * HOUR),
    "2 hours at most": Duration(2 * HOUR),
    "2 hours or less": Duration(2 * HOUR),
    "≤ 2 h": Duration(2 * HOUR),
    "1 hr": Duration(HOUR),
    "90 s": Duration(90),
    "1h30m": Duration(90 * MINUTE),
    "1h 30min": Duration(90 * MINUTE),
    "1 hour 30 minutes": Duration(90 * MINUTE),
    "1 hour and 30 minutes": Duration(90 * MINUTE),
    "1 hour, 30 minutes": Duration(90 * MINUTE),
    "2 d": Duration(2 * DAY),
    "10 calendar days": Duration(10 * DAY),
    "1 business day": business(1),
    "2 working days": business(2),
    "within 2 work days": business(2),
    "3 workdays": business(3),
    "4 business hours": Duration(business_hours=4),
    "2 weeks": Duration(14 * DAY),
    "1 month": Duration(30 * DAY),
    "2 years": Duration(730 * DAY),
    "an hour": Duration(HOUR),
    "within a day": Duration(DAY),
    "two hours": Duration(2 * HOUR),
    "Twenty-four hours": Duration(24 * HOUR),
    "seventy two hours": Duration(72 * HOUR),
    "within one business day": business(1),
    "half an hour": Duration(30 * MINUTE),
    "half-hour": Duration(30 * MINUTE),
    "a half hour": Duration(30 * MINUTE),
    "half a day": Duration(business_days=HALF),
    "half a business day": Duration(business_days=HALF),
    "half a year": Duration(180 * DAY),
    "an hour and a half": Duration(90 * MINUTE),
    "one and a half hours": Duration(90 * MINUTE),
    "2 and a half days": Duration(60 * HOUR),
    "2 days and a half": Duration(60 * HOUR),
    # ISO 8601
    "PT2H": Duration(2 * HOUR),
    "PT30M": Duration(30 * MINUTE),
    "PT1H30M": Duration(90 * MINUTE),
    "PT45S": Duration(45),
    "PT0.5H": Duration(30 * MINUTE),
    "P3D": Duration(3 * DAY),
    "P1DT12H": Duration(36 * HOUR),
    "P2W": Duration(14 * DAY),
    "P1M": Duration(30 * DAY),
    "P1Y6M": Duration((365 + 180) * DAY),
    # 按日
    "当日": Duration(DAY),
    "当天内": Duration(DAY),
    "次日": Duration(DAY),
    "next day": Duration(DAY),
    "下一个工作日": business(1),
    "下一工作日内完成": business(1),
    "the next business day": business(1),
    "Same business day": business(1),
}

EVERY = {
    "每30分钟": Duration(30 * MINUTE),
    "每隔30分钟": Duration(30 * MINUTE),
    "每间隔2小时": Duration(2 * HOUR),
    "每30分钟一次": Duration(30 * MINUTE),
    "每2小时1次": Duration(2 * HOUR),
    "2小时/次": Duration(2 * HOUR),
    "每半小时": Duration(30 * MINUTE),
    "每两周": Duration(14 * DAY),
    "每日": Duration(DAY),
    "每天一次": Duration(DAY),
    "每小时": Duration(HOUR),
    "每周": Duration(7 * DAY),
    "每月": Duration(30 * DAY),
    "每季度": Duration(90 * DAY),
    "每年": Duration(365 * DAY),
    "每个工作日": business(1),
    "every 30 minutes": Duration(30 * MINUTE),
    "Every 2 hours": Duration(2 * HOUR),
    "once every 2 hours": Duration(2 * HOUR),
    "every half hour": Duration(30 * MINUTE),
    "every two weeks": Duration(14 * DAY),
    "every day": Duration(DAY),
    "daily": Duration(DAY),
    "Hourly": Duration(HOUR),
    "weekly": Duration(7 * DAY),
    "monthly": Duration(30 * DAY),
    "every business day": business(1),
    "once a day": Duration(DAY),
}

AT_ONCE = (
    "立即", "立刻", "即时", "即刻", "当场", "马上", "立即响应", "立即上报",
    "immediately", "Immediate", "at once", "instantly", "right away", "on the spot", "without delay",
)  # fmt: skip

RANGES = {
    "2~4小时": (Duration(2 * HOUR), Duration(4 * HOUR)),
    "2～4小时": (Duration(2 * HOUR), Duration(4 * HOUR)),
    "2-4小时": (Duration(2 * HOUR), Duration(4 * HOUR)),
    "2–4小时": (Duration(2 * HOUR), Duration(4 * HOUR)),
    "2——4小时": (Duration(2 * HOUR), Duration(4 * HOUR)),
    "2至4小时": (Duration(2 * HOUR), Duration(4 * HOUR)),
    "2到4个小时内": (Duration(2 * HOUR), Duration(4 * HOUR)),
    "2小时~4小时": (Duration(2 * HOUR), Duration(4 * HOUR)),
    "30分钟-1小时": (Duration(30 * MINUTE), Duration(HOUR)),
    "半小时至一小时": (Duration(30 * MINUTE), Duration(HOUR)),
    "1~2个工作日": (business(1), business(2)),
    "一到两个工作日内": (business(1), business(2)),
    "二十至三十分钟": (Duration(20 * MINUTE), Duration(30 * MINUTE)),
    "2-4 hours": (Duration(2 * HOUR), Duration(4 * HOUR)),
    "2 to 4 hours": (Duration(2 * HOUR), Duration(4 * HOUR)),
    "2 - 4 h": (Duration(2 * HOUR), Duration(4 * HOUR)),
    "within 2-4 hours": (Duration(2 * HOUR), Duration(4 * HOUR)),
    "between 2 and 4 hours": (Duration(2 * HOUR), Duration(4 * HOUR)),
    "30 minutes to 1 hour": (Duration(30 * MINUTE), Duration(HOUR)),
    "one to two business days": (business(1), business(2)),
    "twenty-four to forty-eight hours": (Duration(24 * HOUR), Duration(48 * HOUR)),
}

REFUSED = (
    "", " ", "7x24", "7×24", "24/7", "数日内", "尽快", "几天", "3月", "3月1日", "2026-03-01", "8:00-20:00",
    "10", "分钟", "10分钟以", "10分种", "10分钟内内", "30M", "1H30M", "约10分钟", "两个半天", "十十天", "T+1", "2小时-",
    "-2小时", "2..5小时", "1234567分钟", "1.2345小时", "soon", "asap", "within", "within minutes", "30 minits",
    "twohours", "2 hours 3", "P", "PT", "P1H", "PT2", "pt2h", "every", "每", "2~4", "between 2 hours", "24 hours a day",
    "x2小时", "\u0080小时", "0x10小时", "²小时", "٣小时", "10分钟内\u0000",
)  # fmt: skip

LATER = {
    "3天": Duration(3 * DAY),
    "3天后": Duration(3 * DAY),
    "4小时以后": Duration(4 * HOUR),
    "满2个工作日": business(2),
    "超过4小时": Duration(4 * HOUR),
    "after 4 hours": Duration(4 * HOUR),
    "2 days later": Duration(2 * DAY),
    "PT4H": Duration(4 * HOUR),
}


def takes(pattern: str, text: str) -> bool:
    """Whether a JSON Schema validator finds ``text`` right."""
    return re.search(pattern, text) is not None


@pytest.mark.parametrize("text", LIMITS)
def test_a_limit_is_read(text: str) -> None:
    limit = parse_time_limit(text)
    assert (limit.kind, limit.lower, limit.upper) == ("limit", Duration(), LIMITS[text])
    assert takes(TIME_LIMIT_PATTERN, text)


@pytest.mark.parametrize("text", EVERY)
def test_how_often_is_read(text: str) -> None:
    limit = parse_time_limit(text)
    assert (limit.kind, limit.lower, limit.upper) == ("every", EVERY[text], EVERY[text])
    assert takes(TIME_LIMIT_PATTERN, text)


@pytest.mark.parametrize("text", AT_ONCE)
def test_at_once_is_read(text: str) -> None:
    limit = parse_time_limit(text)
    assert (limit.kind, limit.upper) == ("immediate", Duration())
    assert takes(TIME_LIMIT_PATTERN, text)


@pytest.mark.parametrize("text", RANGES)
def test_a_range_is_read(text: str) -> None:
    limit = parse_time_limit(text)
    assert (limit.kind, limit.lower, limit.upper) == ("range", *RANGES[text])
    assert takes(TIME_LIMIT_PATTERN, text)
    assert parse_length(text.removesuffix("内").removeprefix("within ")).lower == limit.lower


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_refused_with_the_accepted_forms(text: str) -> None:
    with pytest.raises(NotReadableError) as refusal:
        parse_time_limit(text)
    assert text.strip() in refusal.value.message.zh
    assert refusal.value.hint.zh != refusal.value.hint.en
    assert not takes(TIME_LIMIT_PATTERN, text)


def test_hours_of_service_are_sent_to_their_own_key() -> None:
    with pytest.raises(NotReadableError) as refusal:
        parse_time_limit("7x24")
    assert "hours" in refusal.value.hint.zh


def test_how_often_in_a_range_keeps_both_ends() -> None:
    limit = parse_time_limit("每2~4小时")
    assert (limit.kind, limit.lower, limit.upper) == ("every", Duration(2 * HOUR), Duration(4 * HOUR))


@pytest.mark.parametrize("text", LATER)
def test_a_length_may_be_said_to_come_later(text: str) -> None:
    assert parse_length(text).upper == LATER[text]
    assert takes(LENGTH_PATTERN, text)


@pytest.mark.parametrize("text", ["3天内", "within 3 days", "立即", "每天", "later", "数日后"])
def test_a_length_is_not_a_limit(text: str) -> None:
    with pytest.raises(NotReadableError):
        parse_length(text)
    assert not takes(LENGTH_PATTERN, text)


def test_the_text_is_kept_as_typed() -> None:
    assert parse_time_limit(" ≤ ２ 小时 ").text == "≤ ２ 小时"


@pytest.mark.parametrize(("text", "calendar"), [("3天", "clock"), ("半天", "business"), ("1个工作日2小时", "business")])
def test_the_calendar_is_known(text: str, calendar: str) -> None:
    assert parse_time_limit(text).calendar == calendar


VALID = st.sampled_from([*LIMITS, *EVERY, *AT_ONCE, *RANGES, *LATER])
SIGNS = "0123456789.一二两三十百零半个又至到内以之后每次/+~-－,，≤<= \n　天日周年月分秒钟smhdwyMaTP"
WORDS = """
小时 工作日 自然日 星期 季度 钟头 刻钟 不超过 最长 立即 当日 完成 一次 and an half to at most the within no more than
every once business working calendar day days hours hrs min months max one two twenty four
immediately later between after PT
"""
PIECES = st.sampled_from([*SIGNS, *WORDS.split()])


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A valid form with pieces put in, left out or put together with another form."""
    text = draw(VALID)
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 3)))
        text = text[:start] + draw(st.just("") | PIECES | VALID) + text[end:]
    return text


def agree(text: str) -> None:
    for parse, pattern in ((parse_time_limit, TIME_LIMIT_PATTERN), (parse_length, LENGTH_PATTERN)):
        try:
            parse(text)
            read = True
        except NotReadableError:
            read = False
        assert read == takes(pattern, text), parse.__name__


@given(mutations())
def test_pattern_and_reading_agree_on_forms_changed_a_little(text: str) -> None:
    agree(text)


@given(st.lists(PIECES, max_size=9).map("".join))
def test_pattern_and_reading_agree_on_pieces_in_any_order(text: str) -> None:
    agree(text)


@given(st.text(max_size=6), VALID)
def test_pattern_and_reading_agree_on_any_text(text: str, form: str) -> None:
    agree(text + form)
    agree(form + text)


def test_the_patterns_use_only_what_every_validator_of_json_schema_knows() -> None:
    for pattern in (TIME_LIMIT_PATTERN, LENGTH_PATTERN):
        assert set(re.findall(r"\(\?.", pattern)) == {"(?:", "(?!"}
        assert "\\" not in pattern
