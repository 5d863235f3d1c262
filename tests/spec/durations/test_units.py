"""Units, and what a number of them amounts to."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.spec.durations import Duration
from sopgen.spec.durations.units import UNITS, amount

DAY = 86400


@pytest.mark.parametrize("unit", sorted(set(UNITS.values())))
def test_more_of_a_unit_is_longer(unit: str) -> None:
    lengths = [amount(count, unit) for count in range(40)]
    assert lengths == sorted(lengths)
    assert len(set(lengths)) == len(lengths)


@given(st.integers(0, 200))
def test_twelve_months_and_four_quarters_are_a_year(count: int) -> None:
    assert amount(12 * count, "month") == amount(4 * count, "quarter") == amount(count, "year")
    assert amount(count, "year") == Duration(365 * DAY * count)


def test_half_a_day_is_half_a_business_day_but_a_day_and_a_half_is_not() -> None:
    assert amount(Fraction(1, 2), "day") == Duration(business_days=Fraction(1, 2))
    assert amount(Fraction(3, 2), "day") == Duration(DAY * 3 // 2)


def test_every_unit_has_a_name_in_each_language() -> None:
    names = {unit: [name for name, named in UNITS.items() if named == unit] for unit in UNITS.values()}
    without_english = {unit for unit, found in names.items() if not any(name < "\u0100" for name in found)}
    assert without_english == {"quarter of an hour"}
