"""Numbers of documents (文件编号): what may stand as one, how it is told from an id, and the pattern they follow.

Ids and numbers stand in the same places: ``[[register]]`` is a step, ``[[AFS-SOP-2026-002]]`` a document. Ids are
lower-case words joined by hyphens; what is written so is an id, even ``2026-001``. A number is told from it by an
upper-case letter, or by ``_``, ``.`` or ``/`` together with a digit. What follows a slash in a number has an
upper-case letter, or digits only (``Q/AFS-001``, ``AFS/2026/001``): so ``AFS-SOP-2026-002/register`` is not a number,
but a number and the id of a step in that document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from sopgen.diagnostics import Message
from sopgen.frozen import frozen
from sopgen.spec.durations.spelling import compiled
from sopgen.spec.refusals import NotReadableError

if TYPE_CHECKING:
    from datetime import date

_HAN = "㐀-䶿一-鿿"
_LETTER, _NO_CAPITAL = f"[A-Za-z0-9{_HAN}]", f"[a-z0-9{_HAN}]"
_REST = f"(?:[A-Za-z0-9{_HAN}_.-]*{_LETTER})?"
_MARKED = f"(?:[a-z{_HAN}][a-z{_HAN}_.-]*)?[A-Z0-9]{_REST}"
_AFTER_SLASH = f"/(?:(?:{_NO_CAPITAL}[a-z0-9{_HAN}_.-]*)?[A-Z]{_REST}|[0-9](?:[0-9_.-]*[0-9])?)"

ID_PATTERN = f"^{_NO_CAPITAL}+(?:-{_NO_CAPITAL}+)*$"
"""An ECMA-262 expression for ids: lower-case words joined by hyphens; Chinese letters are letters."""

DOCUMENT_NUMBER = f"^(?:{_MARKED}(?:{_AFTER_SLASH})*|{_LETTER}{_REST}(?:{_AFTER_SLASH})+)$"
"""An ECMA-262 expression for what may stand as the number of a document, where no id can stand.

Letters, digits, Chinese letters and ``-_./``, with an upper-case letter or a digit.
"""

_STANDARD = "[A-Z][A-Z0-9]*(?:/[A-Z0-9]+)* ?[0-9][0-9A-Z.:—–-]*"
_ISSUED = f"[A-Za-z0-9{_HAN}]+〔[0-9]{{4}}〕第?[0-9]+号"

CITED_NUMBER = f"{DOCUMENT_NUMBER}|^(?:{_STANDARD}|{_ISSUED})$"
"""An ECMA-262 expression for what a document may be cited by: its number, or the designation of a standard (GB/T
19012—2019, ISO 9001:2015), or the number of an official document (国发〔2026〕1号)."""

DEFAULT_PATTERN = "AFS-SOP-{year}-{seq:03}"
"""The pattern of numbers where a repository sets none."""

_ASCII_ID, _ASCII_NUMBER = (pattern.replace(_HAN, "") for pattern in (ID_PATTERN, DOCUMENT_NUMBER))
# A Chinese letter counts as a small one. Classes with ranges of them take Python 15 ms to compile.


def is_number(text: str) -> bool:
    """Whether ``text``, where an id may stand too, is the number of a document."""
    text = text if text.isascii() else re.sub(f"[{_HAN}]", "a", text)
    return compiled(_ASCII_NUMBER).fullmatch(text) is not None and compiled(_ASCII_ID).fullmatch(text) is None


_NOT_READ = Message(zh="读不懂编号规则“{text}”", en="the numbering pattern `{text}` cannot be read")
_NO_SEQ = Message(zh="编号规则“{text}”里没有流水号", en="the numbering pattern `{text}` has no running number")
_TWICE = Message(zh="编号规则“{text}”里有字段出现了两次", en="the numbering pattern `{text}` has a field twice")
_RUN_TOGETHER = Message(
    zh="编号规则“{text}”里有两个长短不定的字段没有隔开",
    en="two fields of the numbering pattern `{text}` run together, so its numbers could not be taken apart",
)
_FORMS = Message(
    zh="写成 AFS-SOP-{year}-{seq:03}；字段有 {year}、{month}、{day}、{date}、{seq} 和 {dept} 之类的词，"
    "各用一次，用 - 等符号隔开；花括号本身写成 {{ 和 }}",
    en="write it like AFS-SOP-{year}-{seq:03}: fields are {year}, {month}, {day}, {date}, {seq} and words such as "
    "{dept}, each once, with a sign such as - between them; braces themselves are {{ and }}",
)
_MISSING = Message(
    zh="编号规则“{text}”还需要 {name} 的值", en="the numbering pattern `{text}` needs a value for {name}"
)
_UNFIT = Message(zh="“{number}”不合编号规则“{text}”", en="`{number}` does not follow the numbering pattern `{text}`")
_VALUES = Message(
    zh="词里只用字母、数字和汉字，年份四位，流水号从 1 起",
    en="words have only letters and digits, a year has four digits, running numbers begin at 1",
)

_PART = re.compile(r"\{\{|\}\}|\{([a-z]+)(?::0([1-9]))?\}|[^{}]")
_WIDTHS = {"year": 4, "month": 2, "day": 2, "date": 8}


class _Field(NamedTuple):
    """A field of a pattern; ``width`` is how many digits it has, for ``seq`` at least, 0 for a word."""

    name: str
    width: int

    def expression(self) -> str:
        if not self.width:
            return f"(?P<{self.name}>{_LETTER}+)"
        longer = f"|[1-9][0-9]{{{self.width},11}}" if self.name == "seq" else ""
        return f"(?P<{self.name}>[0-9]{{{self.width}}}{longer})"

    def write(self, value: int | str) -> str:
        if self.name == "year":
            return str(value)[-2:] if self.width == 2 else str(value)
        return str(value).zfill(self.width)

    def read(self, digits: str) -> int | str:
        if not self.width or self.name == "date":
            return digits
        return int(digits) + (2000 if self.name == "year" and self.width == 2 else 0)


@frozen
class NumberPattern:
    """The pattern that the numbers of a repository follow, such as ``AFS-SOP-{year}-{seq:03}``.

    ``{year}`` has four digits, ``{year:02}`` the last two; ``{month}`` and ``{day}`` have two, ``{date}`` eight;
    ``{seq:03}`` is the running number in three digits or more; any other name, as in ``{dept}``, is a word of letters
    and digits. ``{{`` and ``}}`` are braces.

    Attributes:
        text: the pattern as typed.

    Raises:
        NotReadableError: the pattern cannot be read, or what it writes could not be read again.
    """

    text: str
    _parts: tuple[str | _Field, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_parts", tuple(_read_parts(self.text)))
        _check(self.text, self._parts)

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its fields, in order."""
        return tuple(part.name for part in self._parts if isinstance(part, _Field))

    def format(self, **values: int | str) -> str:
        """The number with these values; values of fields that the pattern has not are passed over.

        Raises:
            NotReadableError: a value is missing, or the number would not follow the pattern.
        """
        if missing := [name for name in self.fields if name not in values]:
            raise NotReadableError(_MISSING.format(text=self.text, name=missing[0]), _VALUES)
        number = "".join(part if isinstance(part, str) else part.write(values[part.name]) for part in self._parts)
        if self.parse(number) is None:
            raise NotReadableError(_UNFIT.format(number=number, text=self.text), _VALUES)
        return number

    def parse(self, number: str) -> dict[str, int | str] | None:
        """The value of each field in ``number``, or None if it does not follow the pattern.

        Year, month, day and seq are integers, the date is its eight digits.
        """
        match = compiled(self._expression()).fullmatch(number)
        if match is None:
            return None
        return {part.name: part.read(match[part.name]) for part in self._parts if isinstance(part, _Field)}

    def next(self, existing: Iterable[str], **values: int | str) -> str:
        """The number after the highest of ``existing`` that has the same values; the first is 1.

        Raises:
            NotReadableError: a value is missing, or the number would not follow the pattern.
        """
        first = self.format(seq=1, **values)
        kind = self._without_seq(first)
        taken = (self.parse(number) for number in existing if self._without_seq(number) == kind)
        seq = 1 + max((int(found["seq"]) for found in taken if found), default=0)
        return self.format(seq=seq, **values)

    def _without_seq(self, number: str) -> dict[str, int | str] | None:
        found = self.parse(number)
        return None if found is None else {name: value for name, value in found.items() if name != "seq"}

    def _expression(self) -> str:
        return "".join(re.escape(part) if isinstance(part, str) else part.expression() for part in self._parts)


def values_of(day: date) -> dict[str, int | str]:
    """What a day gives to a pattern."""
    return {"year": day.year, "month": day.month, "day": day.day, "date": f"{day:%Y%m%d}"}


def _read_parts(text: str) -> Iterator[str | _Field]:
    end = 0
    for part in _PART.finditer(text):
        name, width = part.groups()
        if part.start() != end or (width and name not in ("year", "seq")):
            break
        end = part.end()
        yield _Field(name, int(width or _WIDTHS.get(name, name == "seq"))) if name else part[0][0]
    if end != len(text) or not text:
        raise NotReadableError(_NOT_READ.format(text=text), _FORMS)


def _check(text: str, parts: tuple[str | _Field, ...]) -> None:
    names = [part.name for part in parts if isinstance(part, _Field)]
    if "seq" not in names:
        raise NotReadableError(_NO_SEQ.format(text=text), _FORMS)
    if len(names) > len(set(names)):
        raise NotReadableError(_TWICE.format(text=text), _FORMS)
    variable = 0
    for part in parts:
        if isinstance(part, _Field):
            variable += part.name == "seq" or not part.width
        elif not compiled(_LETTER).fullmatch(part):
            variable = 0
        if variable > 1:
            raise NotReadableError(_RUN_TOGETHER.format(text=text), _FORMS)
