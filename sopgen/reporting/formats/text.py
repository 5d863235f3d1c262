"""Diagnostics for people: one line each, or with the line of the file, underlined, and the hint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from sopgen.diagnostics import Diagnostic, Language, Message, Severity
from sopgen.reporting.excerpt import excerpt

Fragment: TypeAlias = tuple[str, str]
"""A text and how it looks on a terminal, in rich's words; ``""`` for plain."""

LOOKS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
HINT = Message(zh="提示：{hint}", en="hint: {hint}")


def concise(diagnostics: Iterable[Diagnostic], language: Language) -> Iterator[Fragment]:
    """One line a diagnostic: ``file:line:column: severity code rule: message``."""
    for diagnostic in diagnostics:
        yield from _headline(diagnostic, language)
        yield "\n", ""


def full(diagnostics: Iterable[Diagnostic], language: Language) -> Iterator[Fragment]:
    """The line of ``concise``, the line of the file with the span underlined, the hint, related places."""
    for diagnostic in diagnostics:
        yield from _headline(diagnostic, language)
        yield "\n", ""
        yield from _body(diagnostic, language)
        yield "\n", ""


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
