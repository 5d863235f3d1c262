"""A baseline: the findings that a repository has for now, in a file, so that only new ones are told.

A finding is known by its file, rule, path and text, not by its line; of findings that agree in all four, as many are
known as were recorded.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sopgen.diagnostics import Diagnostic, Location, Message, Position, Severity, Span
from sopgen.errors import ConfigError
from sopgen.repository import problems
from sopgen.repository.specfile import straight
from sopgen.source.reasons import reason

VERSION = 1
_KIND = "sopgen-baseline"
_READING = "SOP060"
"""The codes before it are of problems that keep a spec from being read, so that rules cannot look at all of it."""


class Entry(NamedTuple):
    """What a finding is known by.

    Attributes:
        file: its file, from the folder of the baseline, with forward slashes.
        rule: the rule.
        path: where in the spec it is.
        text: its message in English.
    """

    file: str
    rule: str
    path: str
    text: str


class Baseline:
    """The findings that are known, and how often."""

    def __init__(self, name: str, counts: Counter[Entry] | None = None) -> None:
        """A baseline in the file ``name``, which holds ``counts``."""
        self.name = name
        self.counts: Counter[Entry] = Counter() if counts is None else counts
        self._left = self.counts.copy()
        self._folder = straight(Path(name)).parent
        self._doubtful: set[str] = set()

    @classmethod
    def read(cls, name: str) -> Baseline:
        """The baseline in the file ``name``.

        Raises:
            ConfigError: it cannot be read, or is no baseline.
        """
        try:
            data = json.loads(Path(name).read_bytes())
        except OSError as error:
            raise ConfigError(_broken(name, reason(error))) from None
        except json.JSONDecodeError as error:
            place = Position(error.lineno, error.colno)
            raise ConfigError(_broken(name, problems.NOT_JSON, Span(place, place))) from None
        except (ValueError, RecursionError):
            raise ConfigError(_broken(name, problems.NOT_JSON)) from None
        if not isinstance(data, dict) or data.get(_KIND) != VERSION or not isinstance(data.get("findings"), list):
            raise ConfigError(_broken(name, problems.NOT_A_BASELINE))
        counts: Counter[Entry] = Counter()
        for number, record in enumerate(data["findings"], 1):
            entry, count = _entry(record)
            if entry is None:
                raise ConfigError(_broken(name, problems.WRONG_RECORD.format(number=number)))
            counts[entry] += count
        return cls(name, counts)

    def record(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Put what was found among what is known."""
        self.counts.update(self._key(diagnostic) for diagnostic in diagnostics)

    def new(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Those of ``diagnostics`` that are not known; each entry stands for as many as were recorded."""
        for diagnostic in diagnostics:
            entry = self._key(diagnostic)
            if diagnostic.severity is Severity.ERROR and diagnostic.code < _READING:
                self._doubtful.add(entry.file)
            if self._left[entry] > 0:
                self._left[entry] -= 1
            else:
                yield diagnostic

    def stale(self, files: Iterable[str], left_out: Collection[str]) -> Iterator[Diagnostic]:
        """A note if entries match nothing any more, now that all of ``files`` were looked at.

        Nothing can be said of files that were not looked at or could not be read, or of rules that were ``left_out``.
        """
        looked_at = {self._file(file) for file in files}
        count = sum(
            left
            for entry, left in self._left.items()
            if entry.rule not in left_out
            and entry.file not in self._doubtful
            and (entry.file in looked_at or not (self._folder / entry.file).exists())
        )
        if count:
            yield problems.STALE_BASELINE.at(Location(self.name), count=count, file=self.name)

    def data(self) -> bytes:
        """The contents of its file: a record a line, sorted, so that differences can be read."""
        records = (
            json.dumps({**entry._asdict(), "count": count}, ensure_ascii=False)
            for entry, count in sorted(self.counts.items())
        )
        lines = ",\n".join(f"    {record}" for record in records)
        findings = f"[\n{lines}\n  ]" if lines else "[]"
        text = f'{{\n  "{_KIND}": {VERSION},\n  "findings": {findings}\n}}\n'
        return text.encode("utf-8", "backslashreplace")

    def _key(self, diagnostic: Diagnostic) -> Entry:
        return Entry(self._file(diagnostic.location.file), diagnostic.rule, diagnostic.path, diagnostic.message.en)

    def _file(self, file: str) -> str:
        path = straight(Path(file))
        try:
            return Path(os.path.relpath(path, self._folder)).as_posix()
        except ValueError:  # on another drive
            return path.as_posix()


def _entry(record: object) -> tuple[Entry | None, int]:
    """What a record says; None if something is missing or of a wrong kind."""
    if not isinstance(record, dict):
        return None, 0
    texts = [record.get(key) for key in Entry._fields]
    count = record.get("count", 1)
    if type(count) is not int or count < 1 or not all(isinstance(text, str) for text in texts):
        return None, 0
    return Entry(*(str(text) for text in texts)), count


def _broken(name: str, problem: Message | str, span: Span | None = None) -> Diagnostic:
    return problems.BROKEN_BASELINE.at(Location(name, span), problem=problem, file=name)
