"""For GitHub Actions: workflow commands, which the page of a pull request shows beside the lines.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Mapping

from sopgen.diagnostics import Diagnostic, Language, Severity
from sopgen.reporting.outcome import Outcome
from sopgen.reporting.places import tool_path
from sopgen.reporting.sentences import sentence

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


def render(outcome: Outcome, language: Language) -> str:
    """A command for each diagnostic."""
    return "".join(_command(diagnostic, language) for diagnostic in outcome.diagnostics)


def _command(diagnostic: Diagnostic, language: Language) -> str:
    values = {**_place(diagnostic), "title": f"{diagnostic.code} {diagnostic.rule}"}
    properties = ",".join(f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in values.items())
    return f"::{COMMANDS[diagnostic.severity]} {properties}::{sentence(diagnostic, language).translate(_IN_TEXT)}\n"


def _place(diagnostic: Diagnostic) -> Mapping[str, str | int]:
    """The file and the lines; the columns too where it is one line, as GitHub takes none with several."""
    file, span = tool_path(diagnostic.location.file), diagnostic.location.span
    if span is None:
        return {"file": file}
    (line, column), (end_line, end_column) = span
    if line != end_line:
        return {"file": file, "line": line, "endLine": end_line}
    return {"file": file, "line": line, "col": column, "endLine": line, "endColumn": end_column}
