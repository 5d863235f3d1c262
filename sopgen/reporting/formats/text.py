"""For people: one line a diagnostic, or with the line of the file, underlined, and the hint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from sopgen.diagnostics import Diagnostic, Language, Message, Severity
from sopgen.reporting.excerpt import excerpt
from sopgen.reporting.outcome import Outcome
from sopgen.reporting.summary import summary
from sopgen.reporting.tally import tally

Fragment: TypeAlias = tuple[str, str]
"""A text and how it looks on a terminal, in rich's words; ``""`` for plain."""

LOOKS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
HINT = Message(zh="提示：{hint}", en="hint: {hint}")


def full(outcome: Outcome, language: Language) -> str:
    """The report with the lines of the files, without colours."""
    return "".join(text for text, _ in fragments("full", outcome, language))


def concise(outcome: Outcome, language: Language) -> str:
    """The report with one line a diagnostic, without colours."""
    return "".join(text for text, _ in fragments("concise", outcome, language))


def fragments(form: str, outcome: Outcome, language: Language) -> Iterator[Fragment]:
    """The report in the form of that name: the diagnostics, then the sentence and the table that count them."""
    yield from FORMS[form](outcome.diagnostics, language)
    if outcome.summary:
        yield f"{summary(outcome).text(language)}\n", ""
    counted = tally(outcome.diagnostics, language) if outcome.statistics else ""
    if counted:
        yield f"\n{counted}" if outcome.summary else counted, ""


def in_lines(diagnostics: Iterable[Diagnostic], language: Language) -> Iterator[Fragment]:
    """One line a diagnostic: ``file:line:column: severity code rule: message``."""
    for diagnostic in diagnostics:
        yield from _headline(diagnostic, language)
        yield "\n", ""


def in_full(diagnostics: Iterable[Diagnostic], language: Language) -> Iterator[Fragment]:
    """The line of ``in_lines``, the line of the file with the span underlined, the hint, related places."""
    for diagnostic in diagnostics:
        yield from _headline(diagnostic, language)
        yield "\n", ""
        yield from _body(diagnostic, language)
        yield "\n", ""


FORMS: Mapping[str, Callable[[Iterable[Diagnostic], Language], Iterator[Fragment]]] = {
    "full": in_full,
    "concise": in_lines,
}
"""How each form tells the diagnostics."""


def _headline(diagnostic: Diagnostic, language: Language) -> Iterator[Fragment]:
    yield f"{diagnostic.location}: ", "bold"
    yield diagnostic.severity.label, LOOKS[diagnostic.severity]
    yield f" {diagnostic.code} {diagnostic.rule}: ", "dim"
    yield _one_line(diagnostic.message.text(language)), ""


def _body(diagnostic: Diagnostic, language: Language) -> Iterator[Fragment]:
    shown = excerpt(diagnostic.location)
    margin = " " * len(str(shown.number)) if shown else ""
    if shown:
        yield f"  {shown.number} | ", "dim"
        yield f"{shown.line}\n", ""
        yield f"  {margin} | ", "dim"
        yield f"{shown.marks}\n", LOOKS[diagnostic.severity]
    if diagnostic.hint:
        yield f"  {margin} = ", "dim"
        yield HINT.format(hint=diagnostic.hint).text(language) + "\n", ""
    for related in diagnostic.related:
        yield f"  {margin} = ", "dim"
        yield f"{related.location}", "bold"
        yield f": {related.message.text(language)}\n", ""


def _one_line(text: str) -> str:
    return text.replace("\n", "⏎")
