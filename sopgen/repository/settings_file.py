"""Reading settings files, with everything that is wrong in them at its place."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sopgen.diagnostics import Diagnostic, Location, Related
from sopgen.errors import ConfigError, ReadError
from sopgen.repository import problems
from sopgen.repository.setting_values import (
    BASE,
    ENTRIES,
    EXTEND,
    GROUPS,
    KNOWN,
    LAYOUTS,
    RULES,
    TABLE,
    TABLES,
    TEMPLATE,
    Entry,
)
from sopgen.repository.settings import PROJECT_FILE_NAME, Key, Settings
from sopgen.repository.specfile import shown, straight
from sopgen.repository.toml_places import broken, locate
from sopgen.source import Source, did_you_mean, read
from sopgen.spec.refusals import NotReadableError

_IN_PROJECT: Key = ("tool", "sopgen")
"""The table of a ``pyproject.toml`` that holds settings."""


def read_settings(path: Path, name: str) -> Settings:
    """The settings in the file at ``path``, which messages call ``name``, over those of the files it extends.

    Raises:
        ConfigError: a file cannot be read or is not valid; carries a diagnostic for everything that is wrong.
    """
    reading = _Reading(straight(path.parent))
    reading.file(path, name, None, ())
    if reading.found:
        raise ConfigError(*reading.found)
    return Settings(**reading.values, origins=reading.origins)


def in_project(path: Path) -> bool:
    """Whether the ``pyproject.toml`` at ``path`` holds settings; one that is not TOML is none of ours."""
    try:
        text = path.read_text("utf-8")
        tool = tomllib.loads(text).get("tool") if "sopgen" in text else None
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(tool, dict) and isinstance(tool.get("sopgen"), dict)


class _Reading:
    """What the settings files of a repository at ``root`` amount to: values, where they are from, what is wrong."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.values: dict[str, Any] = {}
        self.origins: dict[Key, Location] = {}
        self.found: list[Diagnostic] = []

    def file(self, path: Path, name: str, asked: Location | None, around: tuple[Path, ...]) -> None:
        """Read a file, after the one it extends.

        Args:
            path: the file.
            name: what messages call it.
            asked: where another file says that it extends this one.
            around: the files that extend this one, directly or not.
        """
        if asked and straight(path) in around:
            self.found.append(problems.CIRCULAR_SETTINGS.at(asked, file=name))
            return
        try:
            source = read(path, name)
            data: Any = tomllib.loads(source.text)
        except ReadError as error:
            named = (Related(problems.EXTENDED_HERE, asked),) if asked else ()
            self.found += (replace(one, related=named) for one in error.diagnostics)
            return
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            self.found.append(broken(error, source))
            return
        place = _Place(source, _IN_PROJECT if path.name == PROJECT_FILE_NAME else (), straight(path.parent))
        for key in place.above:
            data = data.get(key, {}) if isinstance(data, dict) else {}
        if not isinstance(data, dict):
            wanted = TABLE.format(key=".".join(place.above))
            self.found.append(problems.WRONG_SETTING.at(place.of(()), key=place.above[-1], wanted=wanted))
            return
        base = self._value(EXTEND, data.pop("extend"), BASE, place) if "extend" in data else None
        if base is not None:
            self.file(path.parent / base, shown(path.parent / base), place.of(EXTEND), (*around, straight(path)))
        self._table(data, (), place)

    def _table(self, data: Mapping[str, Any], above: Key, place: _Place) -> None:
        """Take what ``data``, the table at ``above``, sets."""
        for typed, value in data.items():
            key = (*above, typed.replace("_", "-"))
            if key in ENTRIES:
                self._entry(ENTRIES[key], self._value((*above, typed), value, ENTRIES[key], place), place)
            elif key not in GROUPS and key not in TABLES and key != RULES:
                self.found.append(_unknown(key, place.of((*above, typed))))
            elif not isinstance(value, dict):
                wanted = TABLE.format(key=key[0])
                self.found.append(problems.WRONG_SETTING.at(place.of((typed,)), key=key[0], wanted=wanted))
            elif key in GROUPS:
                self._table(value, key, place)
            elif key == RULES:
                for name, options in value.items():
                    self._rule(name, options, place)
            else:
                self._own_keys(key, value, place)

    def _value(self, key: Key, value: object, entry: Entry, place: _Place) -> Any:
        """What a setting says; None if it cannot be that."""
        at = place.of(key)
        try:
            read = entry.read(value)
        except NotReadableError as error:
            found = problems.WRONG_SETTING.at(at, key=key[-1], wanted=entry.wanted)
            self.found.append(replace(found, message=error.message, hint=error.hint))
        except ValueError:
            self.found.append(problems.WRONG_SETTING.at(at, key=key[-1], wanted=entry.wanted))
        else:
            self.origins[tuple(part.replace("_", "-") for part in key)] = at
            return read
        return None

    def _entry(self, entry: Entry, value: Any, place: _Place) -> None:
        """Keep a value; a path in a file that is elsewhere is one from there."""
        if value is None:
            return
        if (
            value
            and entry.is_path
            and place.folder != self.root
            and (entry in (LAYOUTS, TEMPLATE) or value.endswith((".yaml", ".yml")))
        ):
            value = str(straight(place.folder / value))
        self.values[entry.attribute] = value

    def _own_keys(self, key: Key, table: Mapping[str, object], place: _Place) -> None:
        """Take a table whose keys are the user's own."""
        values = {name: self._value((*key, name), item, TABLES[key], place) for name, item in table.items()}
        kept = {name: value for name, value in values.items() if value is not None}
        attribute = TABLES[key].attribute
        self.values[attribute] = {**self.values.get(attribute, {}), **kept}

    def _rule(self, name: str, options: object, place: _Place) -> None:
        """Take the table of a rule; what stands in it is looked at by those who know the rules."""
        at = place.of((*RULES, name))
        if not isinstance(options, dict):
            wanted = TABLE.format(key=f"rules.{name}")
            self.found.append(problems.WRONG_SETTING.at(at, key=name, wanted=wanted))
            return
        rules = self.values.setdefault("rules", {})
        rules[name] = {**rules.get(name, {}), **{typed.replace("_", "-"): value for typed, value in options.items()}}
        self.origins[*RULES, name] = at
        for typed in options:
            self.origins[*RULES, name, typed.replace("_", "-")] = place.of((*RULES, name, typed))


class _Place:
    """A settings file that is being read: its text, the table in it that holds the settings, its folder."""

    def __init__(self, source: Source, above: Key, folder: Path) -> None:
        self.source, self.above, self.folder = source, above, folder

    def of(self, key: Key) -> Location:
        """Where a setting stands."""
        return locate(self.source, (*self.above, *key))


def _unknown(key: Key, at: Location) -> Diagnostic:
    known = sorted({entry[len(key) - 1] for entry in KNOWN if entry[: len(key) - 1] == key[:-1]})
    hint = did_you_mean(key[-1], known)
    return problems.UNKNOWN_SETTING.at(at, hint=hint, key=".".join(key), keys=", ".join(known))
