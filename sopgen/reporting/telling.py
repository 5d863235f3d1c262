"""Telling what a run finds: at once or at the end, on standard output and in files, less what is known or minor."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from sopgen.diagnostics import Diagnostic, Language, Severity
from sopgen.frozen import frozen
from sopgen.reporting.formats import FORMATS
from sopgen.reporting.outcome import Outcome
from sopgen.reporting.report import report
from sopgen.reporting.targets import protect, targets
from sopgen.repository.baseline import Baseline
from sopgen.repository.outputs import write


@frozen
class Wanted:
    """How a run is told of.

    Attributes:
        form: the format of the report on standard output.
        outputs: further reports, as ``FORMAT=FILE``.
        fail_on: the least severity that makes the run fail.
        min_severity: the least severity that is shown.
        summary: whether the sentence that counts is wanted.
        statistics: whether a table that counts by rule is wanted.
        baseline: the file of findings that are known.
        write_baseline: the file to record all findings in, so that they are known from now on.
    """

    form: str = "full"
    outputs: Sequence[str] = ()
    fail_on: Severity = Severity.ERROR
    min_severity: Severity = Severity.NOTE
    summary: bool = True
    statistics: bool = False
    baseline: str | None = None
    write_baseline: str | None = None


class Telling:
    """The findings of a run, taken in as they come and told when all are there; at once where the format allows it."""

    def __init__(self, wanted: Wanted, language: Language, files: Sequence[tuple[str, Path]]) -> None:
        """Get ready to tell what is found in ``files``, each given by its name and its path.

        Raises:
            UsageError: what is wanted cannot be, or would harm one of the files.
            ConfigError: the baseline cannot be used.
        """
        self._wanted, self._language = wanted, language
        self._names = [name for name, _ in files]
        self._targets = targets(wanted.outputs)
        kept = [path for _, path in files]
        if wanted.baseline and not wanted.write_baseline:
            kept.append(Path(wanted.baseline))
        written = [Path(wanted.write_baseline)] if wanted.write_baseline else []
        protect([*(target.path for target in self._targets), *written], kept)
        self._recording = Baseline(wanted.write_baseline) if wanted.write_baseline else None
        self._baseline = Baseline.read(wanted.baseline) if wanted.baseline and not self._recording else None
        self._found: list[Diagnostic] = []
        self._known = 0
        self.mended = 0
        """How many findings were mended."""
        self.streams = FORMATS[wanted.form].streamed
        """Whether findings are printed as they come."""

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take in what was found."""
        found = list(diagnostics)
        new = [*self._baseline.new(found)] if self._baseline else found
        if self._recording:
            self._recording.record(found)
            new = []
        self._known += len(found) - len(new)
        self._found += new
        if self.streams:
            report(self._outcome(new), self._language, self._wanted.form)
            sys.stdout.flush()

    def conclude(self, left_out: Collection[str]) -> bool:
        """Print and write the reports, now that everything was taken in; whether the run fails.

        Args:
            left_out: the names of the rules that were not looked for.

        Raises:
            WriteError: a file cannot be written.
        """
        if self._baseline:
            self.add(self._baseline.stale(self._names, left_out))
        self._found.sort(key=lambda diagnostic: diagnostic.sort_key)
        outcome = self._outcome(self._found)
        if not self.streams:
            report(outcome, self._language, self._wanted.form)
        sys.stdout.flush()  # a further report may go the same way
        for form, path in self._targets:
            text = FORMATS[form].render(outcome, self._language)
            write(path, text.encode("utf-8", "backslashreplace"))
        if self._recording:
            write(Path(self._recording.name), self._recording.data())
        return any(diagnostic.severity >= self._wanted.fail_on for diagnostic in self._found)

    def _outcome(self, diagnostics: Sequence[Diagnostic]) -> Outcome:
        least = self._wanted.min_severity
        return Outcome(
            [diagnostic for diagnostic in diagnostics if diagnostic.severity >= least],
            self._names,
            self._wanted.fail_on,
            [diagnostic for diagnostic in diagnostics if diagnostic.severity < least],
            self._known,
            self.mended,
            self._wanted.summary,
            self._wanted.statistics,
        )
