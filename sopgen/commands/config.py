"""``sopgen config``: the settings that hold, and where each is from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sopgen.diagnostics import Language, Message, Severity
from sopgen.repository import Repository
from sopgen.repository.setting_values import ENTRIES, RULES, TABLES
from sopgen.repository.settings import Key, Settings
from sopgen.rules.configuring import configure

DEFAULT = Message(zh="默认", en="default")


class _Line(NamedTuple):
    """A setting: its key, its value as TOML writes it, and where it is from."""

    key: Key
    value: str
    origin: str


def run(path: str, language: Language) -> int:
    """Print the settings that hold for ``path``, as TOML that could stand in a ``sopgen.toml``; 0.

    Raises:
        ConfigError: the settings are not valid.
    """
    from sopgen.reporting.console import show

    settings = Repository.find(Path(path)).settings
    show([(_shown([*_settings(settings, language), *_options(settings, language)]), "")])
    return 0


def _settings(settings: Settings, language: Language) -> Iterator[_Line]:
    for key, entry in ENTRIES.items():
        yield _Line(key, _toml(getattr(settings, entry.attribute)), _origin(settings, key, language))
    for key, entry in TABLES.items():
        for name, value in getattr(settings, entry.attribute).items():
            yield _Line((*key, name), _toml(value), _origin(settings, (*key, name), language))


def _options(settings: Settings, language: Language) -> Iterator[_Line]:
    from sopgen.rules.registry import RULES as ALL

    policy = configure(settings)
    for rule in ALL:
        for option in rule.options:
            key = (*RULES, rule.name, option.key)
            yield _Line(key, _toml(policy.option(option)), _origin(settings, key, language))


def _origin(settings: Settings, key: Key, language: Language) -> str:
    place = settings.origins.get(key)
    return str(place) if place else DEFAULT.text(language)


def _shown(lines: list[_Line]) -> str:
    """The settings under the headings of their tables, their origins behind them, aligned."""
    tables: dict[Key, list[tuple[str, str]]] = {}
    for key, value, origin in lines:
        tables.setdefault(key[:-1], []).append((f"{_toml_key(key[-1])} = {value}", origin))
    width = min(max(len(line) for table in tables.values() for line, _ in table), 60)
    shown = []
    for table, items in tables.items():
        shown += [f"\n[{'.'.join(map(_toml_key, table))}]\n"] if table else []
        shown += [f"{line:<{width}}  # {origin}\n" for line, origin in items]
    return "".join(shown)


def _toml_key(key: str) -> str:
    return key if re.fullmatch("[A-Za-z0-9_-]+", key) else _toml(key)


def _toml(value: object) -> str:
    if isinstance(value, Severity):
        return _toml(value.label)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_toml_key(str(key))} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
