"""A whole report of diagnostics, in the form that was asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from sopgen.diagnostics import Diagnostic, Language
from sopgen.reporting import text
from sopgen.reporting.console import show
from sopgen.reporting.summary import summary

FORMS = ("full", "concise", "json")
"""The forms of a report by their names on the command line."""


def report(
    diagnostics: Sequence[Diagnostic], language: Language, form: str = "full", *, files: int | None = None
) -> None:
    """Print ``diagnostics`` on standard output; with the number of ``files``, a sentence that counts at the end."""
    if form == "json":
        from sopgen.reporting.records import as_json

        sys.stdout.write(as_json(diagnostics, language))
        return
    show((text.full if form == "full" else text.concise)(diagnostics, language))
    if files is not None:
        show([(f"{summary(files, diagnostics).text(language)}\n", "")])


def complain(diagnostics: Sequence[Diagnostic], language: Language) -> None:
    """Print on standard error what kept a command from running."""
    show(text.full(diagnostics, language), sys.stderr)
