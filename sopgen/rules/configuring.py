"""From the settings of a repository to what a run of the rules goes by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sopgen.diagnostics import Diagnostic, Location, Message
from sopgen.errors import ConfigError, UsageError
from sopgen.repository import problems
from sopgen.repository.settings import Key, Settings
from sopgen.rules.base.module import AnyRule
from sopgen.rules.base.option import Option
from sopgen.rules.base.policy import Policy
from sopgen.rules.selection import select as selected
from sopgen.source import did_you_mean
from sopgen.spec.durations import WorkCalendar


def configure(settings: Settings, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Policy:
    """What a run goes by: the settings, but only the rules of ``select`` if there are any, and none of ``ignore``.

    Raises:
        UsageError: a word of ``select`` or ``ignore`` fits no rule.
        ConfigError: what the settings say about rules is wrong; carries a diagnostic for everything that is.
    """
    options: dict[Option[Any], object] = {}
    wrong = [*_wrong_words(settings)]
    if settings.severity or settings.rules:
        from sopgen.rules.registry import RULES

        by_name = {rule.name: rule for rule in RULES}
        wrong += [*_wrong_rules(settings, by_name), *_read_options(settings, by_name, options)]
    if wrong:
        raise ConfigError(*wrong)
    return Policy(
        selected(tuple(select) or settings.select, (*ignore, *settings.ignore)),
        settings.severity,
        options,
        settings.language,
        WorkCalendar(settings.hours_per_day, settings.days_per_week),
        settings.pattern,
    )


def _wrong_words(settings: Settings) -> Iterator[Diagnostic]:
    """What fits no rule where settings choose rules."""
    chosen: list[tuple[Key, tuple[str, ...]]] = [(("select",), settings.select), (("ignore",), settings.ignore)]
    chosen += ((("per-file-ignores", glob), words) for glob, words in settings.per_file_ignores.items())
    for key, words in chosen:
        try:
            selected(words)
        except UsageError as error:
            at = settings.origins.get(key, Location(".".join(key)))
            yield from (replace(diagnostic, location=at) for diagnostic in error.diagnostics)


def _wrong_rules(settings: Settings, known: dict[str, AnyRule]) -> Iterator[Diagnostic]:
    """What is no rule where settings name one."""
    for table, names in (("severity", settings.severity), ("rules", settings.rules)):
        for name in names:
            if name not in known:
                yield _unknown((table, name), [*known], problems.LIST_RULES, settings)


def _read_options(
    settings: Settings, known: dict[str, AnyRule], values: dict[Option[Any], object]
) -> Iterator[Diagnostic]:
    """Puts what is set about rules into ``values``; yields what is wrong with it."""
    for name, table in settings.rules.items():
        options = {option.key: option for option in known[name].options} if name in known else {}
        for key, value in table.items() if name in known else ():
            if key not in options:
                keys = None if options else problems.NOTHING_TO_SET
                yield _unknown(("rules", name, key), [*options], keys, settings)
                continue
            try:
                values[options[key]] = options[key].read(value)
            except ValueError:
                at = settings.origins["rules", name, key]
                yield problems.WRONG_SETTING.at(at, key=key, wanted=options[key].wanted)


def _unknown(key: Key, known: list[str], other: Message | None, settings: Settings) -> Diagnostic:
    """What to tell of a key that is none of those ``known``; ``other`` is the hint where it resembles none."""
    hint = did_you_mean(key[-1], known) or other
    return problems.UNKNOWN_SETTING.at(settings.origins[key], hint=hint, key=".".join(key), keys=", ".join(known))
