"""Reading ``sopgen.toml``, with everything that is wrong in it at its place."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sopgen.diagnostics import LANGUAGES, Diagnostic, Message
from sopgen.errors import ConfigError, ReadError
from sopgen.repository import problems
from sopgen.repository.settings import PROTECTIONS, Settings
from sopgen.repository.toml_places import broken, locate
from sopgen.source import Source, near, read
from sopgen.spec.refusals import NotReadableError


def read_settings(path: Path, name: str) -> Settings:
    """The settings in the file at ``path``, which messages call ``name``.

    Raises:
        ConfigError: the file cannot be read or is not valid; carries a diagnostic for everything that is wrong.
    """
    try:
        source = read(path, name)
    except ReadError as error:
        raise ConfigError(*error.diagnostics) from None
    try:
        data = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        problem, location = broken(error, source)
        raise ConfigError(problems.BROKEN_SETTINGS.at(location, problem=problem)) from None
    values: dict[str, Any] = {}
    found = list(_read(data, (), source, values))
    if found:
        raise ConfigError(*found)
    return Settings(**values)


def _read(
    data: Mapping[str, object], above: tuple[str, ...], source: Source, values: dict[str, Any]
) -> Iterator[Diagnostic]:
    """Puts what ``data``, the table at ``above``, sets into ``values``; yields what is wrong with it."""
    for key, value in data.items():
        path = (*above, key)
        entry = _ENTRIES.get(path)
        if entry is not None:
            try:
                values[entry.attribute] = entry.read(value)
            except NotReadableError as error:
                found = problems.WRONG_SETTING.at(locate(source, path), key=key, wanted=entry.wanted)
                yield replace(found, message=error.message, hint=error.hint)
            except ValueError:
                yield problems.WRONG_SETTING.at(locate(source, path), key=key, wanted=entry.wanted)
        elif path not in _TABLES:
            yield _unknown(path, source)
        elif isinstance(value, dict):
            yield from _read(value, path, source, values)
        else:
            yield problems.WRONG_SETTING.at(locate(source, path), key=key, wanted=TABLE.format(key=key))


def _unknown(path: tuple[str, ...], source: Source) -> Diagnostic:
    known = sorted({entry[len(path) - 1] for entry in _ENTRIES if entry[: len(path) - 1] == path[:-1]})
    meant = near(path[-1], known)
    hint = problems.DID_YOU_MEAN.format(name=meant) if meant else None
    return problems.UNKNOWN_SETTING.at(locate(source, path), hint=hint, key=".".join(path), keys=", ".join(known))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A setting: the attribute it sets, what reads its value or raises ``ValueError``, and what to call such values."""

    attribute: str
    read: Callable[[object], object]
    wanted: Message


def _text(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise ValueError


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(map(_text, value))
    raise ValueError


def _language(value: object) -> str:
    if value in LANGUAGES:
        return str(value)
    raise ValueError


def _protection(value: object) -> str:
    if value in PROTECTIONS:
        return str(value)
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

_ENTRIES = {
    ("language",): _Entry("language", _language, LANGUAGE),
    ("specs",): _Entry("specs", _text, TEXT),
    ("output",): _Entry("output", _text, TEXT),
    ("style",): _Entry("style", _text, TEXT),
    ("layouts",): _Entry("layouts", _text, TEXT),
    ("company",): _Entry("company", _text, TEXT),
    ("protect",): _Entry("protect", _protection, PROTECTION),
    ("select",): _Entry("select", _texts, TEXTS),
    ("ignore",): _Entry("ignore", _texts, TEXTS),
    ("numbers", "pattern"): _Entry("pattern", _pattern, TEXT),
    ("calendar", "hours_per_day"): _Entry("hours_per_day", _up_to(24), HOURS),
    ("calendar", "days_per_week"): _Entry("days_per_week", _up_to(7), DAYS),
}
_TABLES = {path[:1] for path in _ENTRIES if len(path) > 1}
