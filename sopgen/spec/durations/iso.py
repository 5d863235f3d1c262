"""Lengths of time by ISO 8601: ``PT2H``, ``P3D``, ``P1Y6M``, ``PT1H30M``."""

from __future__ import annotations

import re

from sopgen.spec.durations.duration import Duration
from sopgen.spec.durations.numerals import read_number
from sopgen.spec.durations.spelling import compiled
from sopgen.spec.durations.units import amount

_DATE = "#Y(?:#M)?(?:#D)?|#M(?:#D)?|#W|#D"
_TIME = "T(?:#H(?:#M)?(?:#S)?|#M(?:#S)?|#S)"
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "TM": "minute", "S": "second"}

ISO_LENGTH = f"P(?:(?:{_DATE})(?:{_TIME})?|{_TIME})".replace("#", "[0-9]{1,6}(?:[.][0-9]{1,3})?")
"""An ECMA-262 expression, not anchored."""


def read_iso_length(text: str) -> Duration | None:
    """The value of a text that ``ISO_LENGTH`` matches as a whole, or None for any other."""
    if not text.startswith("P") or not compiled(ISO_LENGTH).fullmatch(text):
        return None
    date, _, time = text.partition("T")
    terms = re.findall("([0-9.]+)([A-Z])", date)
    terms += [(number, "TM" if letter == "M" else letter) for number, letter in re.findall("([0-9.]+)([A-Z])", time)]
    return sum((amount(read_number(number), _UNITS[letter]) for number, letter in terms), Duration())
