"""What a run came to, as every report is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sopgen.diagnostics import Diagnostic, Severity


class Outcome(NamedTuple):
    """What a run came to.

    Attributes:
        diagnostics: what to tell, sorted.
        files: the names of the files that were looked at.
        fail_on: the least severity that makes the run fail.
        hushed: what was found and is less severe than what was asked for.
        known: how many findings the baseline knows.
        mended: how many findings were mended.
        summary: whether a report for people ends with a sentence that counts.
        statistics: whether it ends with a table that counts by rule.
    """

    diagnostics: Sequence[Diagnostic]
    files: Sequence[str] = ()
    fail_on: Severity = Severity.ERROR
    hushed: Sequence[Diagnostic] = ()
    known: int = 0
    mended: int = 0
    summary: bool = True
    statistics: bool = False
