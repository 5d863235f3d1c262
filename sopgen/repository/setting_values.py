"""What each setting may be: what reads its value, and what to call such values in messages."""

from __future__ import annotations

from collections.abc import Callable

from sopgen.diagnostics import LANGUAGES, Message, Severity
from sopgen.frozen import frozen
from sopgen.repository.settings import PROTECTIONS, Key

TABLE = Message(zh="一节，写作 [{key}]", en="a table, begun by a line [{key}]")
TEXT = Message(zh="一段加双引号的文字", en="a text in double quotes")
TEXTS = Message(zh='一个列表，例如 ["undefined-role"]', en='a list such as ["undefined-role"]')
LANGUAGE = Message(zh="“zh-CN”或“en”", en='"zh-CN" or "en"')
PROTECTION = Message(
    zh="“none”（不保护）、“read-only”（只读）或“forms”（只能填写表单）",
    en='"none", "read-only" or "forms" (only forms can be filled in)',
)
HOURS = Message(zh="每天的工作小时数，大于 0，不超过 24", en="the working hours of a day, more than 0 and at most 24")
DAYS = Message(zh="每周的工作天数，大于 0，不超过 7", en="the working days of a week, more than 0 and at most 7")
LEVEL = Message(zh="“error”“warning”“note”之一", en='"error", "warning" or "note"')


@frozen
class Entry:
    """A setting.

    Attributes:
        attribute: the attribute of ``Settings`` that it sets.
        read: makes a value of what TOML holds; raises ``ValueError`` for what it cannot be.
        wanted: what its values are.
        is_path: whether its values are paths if they look like one.
    """

    attribute: str
    read: Callable[[object], object]
    wanted: Message
    is_path: bool = False


def _text(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise ValueError


def _optional_text(value: object) -> str:
    return "" if value == "" else _text(value)


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(map(_text, value))
    raise ValueError


def _one_of(*words: str) -> Callable[[object], str]:
    def read_word(value: object) -> str:
        if value in words:
            return str(value)
        raise ValueError

    return read_word


def _level(value: object) -> Severity:
    if value in [severity.label for severity in Severity]:
        return Severity[str(value).upper()]
    raise ValueError


def _up_to(most: int) -> Callable[[object], float]:
    def read_number(value: object) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= most:
            return value
        raise ValueError

    return read_number


def _pattern(value: object) -> str:
    from sopgen.spec.numbers import NumberPattern

    return NumberPattern(_text(value)).text


BASE = Entry("extend", _text, TEXT, is_path=True)
LAYOUTS = Entry("layouts", _optional_text, TEXT, is_path=True)
TEMPLATE = Entry("template", _optional_text, TEXT, is_path=True)
ENTRIES: dict[Key, Entry] = {
    ("language",): Entry("language", _one_of(*LANGUAGES), LANGUAGE),
    ("specs",): Entry("specs", _text, TEXT),
    ("output",): Entry("output", _text, TEXT),
    ("style",): Entry("style", _text, TEXT, is_path=True),
    ("template",): TEMPLATE,
    ("layouts",): LAYOUTS,
    ("company",): Entry("company", _optional_text, TEXT),
    ("protect",): Entry("protect", _one_of("", *PROTECTIONS), PROTECTION),
    ("select",): Entry("select", _texts, TEXTS),
    ("ignore",): Entry("ignore", _texts, TEXTS),
    ("numbers", "pattern"): Entry("pattern", _pattern, TEXT),
    ("calendar", "hours-per-day"): Entry("hours_per_day", _up_to(24), HOURS),
    ("calendar", "days-per-week"): Entry("days_per_week", _up_to(7), DAYS),
}
"""The settings that have one value, by their key."""
TABLES: dict[Key, Entry] = {
    ("severity",): Entry("severity", _level, LEVEL),
    ("per-file-ignores",): Entry("per_file_ignores", _texts, TEXTS),
}
"""The settings that are a table with keys of the user's own, and what the values of those are."""
EXTEND: Key = ("extend",)
RULES: Key = ("rules",)
"""The table that has a table for each rule; what may stand in that, the rule says."""
KNOWN: frozenset[Key] = frozenset({*ENTRIES, *TABLES, EXTEND, RULES})
GROUPS: frozenset[Key] = frozenset(key[:1] for key in ENTRIES if len(key) > 1)
"""The tables that only group settings."""
