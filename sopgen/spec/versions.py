"""Versions of documents: ``V1.0``, ``1.0`` and ``A/0``, the three schemes in use; a repository keeps to one."""

from __future__ import annotations

import re
from functools import lru_cache, total_ordering
from typing import Literal

from sopgen.diagnostics import Message
from sopgen.frozen import frozen
from sopgen.spec.refusals import NotComparableError, NotReadableError

Scheme = Literal["V1.0", "1.0", "A/0"]
"""A manner of writing versions, named by its first version."""

_COUNT = "(?:0|[1-9][0-9]{0,5})"
_NUMBERS = rf"[Vv]?{_COUNT}(?:\.{_COUNT}){{1,3}}"
_LETTER = f"[A-Z]/{_COUNT}"
VERSION_PATTERN = f"^(?:{_NUMBERS}|{_LETTER})$"
"""An ECMA-262 expression that takes exactly what ``parse_version`` reads."""

_NOT_READ = Message(zh="“{text}”不是版本号", en="`{text}` is not a version")
_FORMS = Message(zh="版本号写成 V1.0、1.0 或 A/0", en="write a version as V1.0, 1.0 or A/0")
_TWO_SCHEMES = Message(
    zh="版本号 {one} 与 {other} 写法不同，分不出先后",
    en="the versions {one} and {other} are of different schemes and have no order",
)
_ONE_SCHEME = Message(zh="统一用一种写法，如 V1.0 或 A/0", en="keep to one scheme, such as V1.0 or A/0")


@total_ordering
@frozen(eq=False)
class Version:
    """A version; ``str`` gives it as typed.

    Versions of numbers have one order with and without V: ``V1.0`` equals ``1.0`` and ``1.0.0``. Between them and
    versions with a letter there is none: ``<`` and its like raise ``NotComparableError``.

    Attributes:
        text: what was typed.
        scheme: how it is written.
        numbers: its numbers; a letter counts from A = 0.
    """

    text: str
    scheme: Scheme
    numbers: tuple[int, ...]

    def next_minor(self) -> str:
        """What to write after a small change: ``V1.1`` after ``V1.0``, ``A/1`` after ``A/0``."""
        major, minor, *rest = self.numbers
        return self._written(major, minor + 1, *[0] * len(rest))

    def next_major(self) -> str:
        """What to write after a great change: ``V2.0`` after ``V1.3``, ``B/0`` after ``A/2``, ``AA/0`` in the end."""
        major, *rest = self.numbers
        return self._written(major + 1, *[0] * len(rest))

    def _written(self, *numbers: int) -> str:
        if self.scheme == "A/0":
            return f"{chr(ord('A') + numbers[0]) if numbers[0] < 26 else 'AA'}/{numbers[1]}"
        prefix = self.text[0] if self.scheme == "V1.0" else ""
        return prefix + ".".join(map(str, numbers))

    @property
    def _key(self) -> tuple[bool, tuple[int, ...]]:
        significant = len(self.numbers)
        while significant and self.numbers[significant - 1] == 0:
            significant -= 1
        return self.scheme == "A/0", self.numbers[:significant]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def __lt__(self, other: Version) -> bool:
        own, its = self._key, other._key
        if own[0] != its[0]:
            raise NotComparableError(_TWO_SCHEMES.format(one=self, other=other), _ONE_SCHEME)
        return own < its

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=1024)
def parse_version(text: str) -> Version:
    """Reads a version.

    Raises:
        NotReadableError: it is of none of the three schemes.
    """
    if not re.fullmatch(VERSION_PATTERN, text):
        raise NotReadableError(_NOT_READ.format(text=text), _FORMS)
    letter, slash, number = text.partition("/")
    if slash:
        return Version(text, "A/0", (ord(letter) - ord("A"), int(number)))
    numbers = text.lstrip("Vv")
    return Version(text, "V1.0" if numbers != text else "1.0", tuple(map(int, numbers.split("."))))
