"""Printing a report."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from sopgen.diagnostics import Diagnostic, Language
from sopgen.reporting.console import show
from sopgen.reporting.formats import FORMATS, text
from sopgen.reporting.outcome import Outcome


def report(outcome: Outcome, language: Language, form: str = "full") -> None:
    """Print a report on standard output, in the format of that name."""
    if form in text.FORMS:
        show(text.fragments(form, outcome, language))
    else:
        sys.stdout.write(FORMATS[form].render(outcome, language))


def tell(diagnostics: Iterable[Diagnostic], language: Language) -> None:
    """Print on standard output what kept a command from doing all of its work."""
    show(text.in_full(diagnostics, language))


def complain(diagnostics: Iterable[Diagnostic], language: Language) -> None:
    """Print on standard error what kept a command from running."""
    show(text.in_full(diagnostics, language), sys.stderr)
