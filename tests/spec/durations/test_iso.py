"""Lengths of time by ISO 8601."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.spec.durations import Duration
from sopgen.spec.durations.iso import ISO_LENGTH, read_iso_length

DAY = 86400


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("PT2H", 7200),
        ("PT90M", 5400),
        ("PT1H0.5S", 3600.5),
        ("P3D", 3 * DAY),
        ("P2W", 14 * DAY),
        ("P1M", 30 * DAY),
        ("P2MT2M", 60 * DAY + 120),
        ("P1Y2M3DT4H5M6S", (365 + 60 + 3) * DAY + 4 * 3600 + 5 * 60 + 6),
    ],
)
def test_a_length_is_read(text: str, seconds: float) -> None:
    assert read_iso_length(text) == Duration(seconds)  # type: ignore[arg-type]


def test_half_a_day_is_half_a_business_day_here_too() -> None:
    length = read_iso_length("P0.5D")
    assert length is not None
    assert length.is_business


@given(st.text("PTYMWDHS0123456789.", max_size=9) | st.text("PTHM12", max_size=6).map("P".__add__))
def test_expression_and_reading_agree(text: str) -> None:
    assert bool(re.fullmatch(ISO_LENGTH, text)) == (read_iso_length(text) is not None)
