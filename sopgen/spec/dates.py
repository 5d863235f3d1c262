"""Dates: written ``2026-03-01``, printed ``2026年3月1日`` and ``1 March 2026``."""

from __future__ import annotations

import datetime as dt
import re

from sopgen.diagnostics import Message
from sopgen.spec.refusals import NotReadableError

_YEAR, _DAY_TO_28 = "(?:19|20|21)[0-9]{2}", "(?:0[1-9]|1[0-9]|2[0-8])"
_LEAP_YEAR = "(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)"

DATE_PATTERN = (
    f"^(?:{_YEAR}-(?:(?:0[1-9]|1[0-2])-{_DAY_TO_28}|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    f"|{_LEAP_YEAR}-02-29)$"
)
"""An ECMA-262 expression for the days of the calendar from 1900 to 2199, exactly what ``parse_date`` reads."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NO_DATE = Message(zh="“{text}”不是日期", en="`{text}` is not a date")
_NO_DAY = Message(zh="日历上没有 {text} 这一天", en="the calendar has no {text}")
_FORM = Message(zh="日期写成 2026-03-01", en="write a date as 2026-03-01")
_MEANT = Message(zh="写成 {date}", en="write {date}")


class Date(dt.date):
    """A day of the calendar; ``str`` gives it as it is written, ``2026-03-01``."""

    __slots__ = ()

    def printed(self, language: str) -> str:
        """The date as a document in ``language``, a BCP 47 tag, prints it."""
        if language.startswith("zh"):
            return f"{self.year}年{self.month}月{self.day}日"
        return f"{self.day} {_MONTHS[self.month - 1]} {self.year}"


def parse_date(text: str) -> Date:
    """Reads a date written ``2026-03-01``.

    Raises:
        NotReadableError: it is written otherwise, or there is no such day between 1900 and 2199.
    """
    year = text[:4]
    if len(text) == 10 and text.isascii() and "1900" <= year <= "2199" and text[4] == text[7] == "-":
        try:
            return Date.fromisoformat(text)
        except ValueError:
            pass
    raise _refusal(text)


def _refusal(text: str) -> NotReadableError:
    message = _NO_DAY if re.fullmatch(f"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}", text) else _NO_DATE
    parts = re.fullmatch(r"([0-9]{4})[-/.年 ]?([0-9]{1,2})[-/.月 ]?([0-9]{1,2})日?", text)
    meant = "{:0>4}-{:0>2}-{:0>2}".format(*parts.groups()) if parts else ""
    hint = _MEANT.format(date=meant) if re.fullmatch(DATE_PATTERN, meant) else _FORM
    return NotReadableError(message.format(text=text), hint)
