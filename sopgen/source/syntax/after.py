"""What follows a value that has already ended, in the same line."""

from __future__ import annotations

from sopgen.diagnostics import Diagnostic
from sopgen.source.syntax.problems import TEXT_AFTER_BRACKET, TEXT_AFTER_QUOTE, UNCLOSED_QUOTE, UNOPENED_BRACKET
from sopgen.source.syntax.signs import special
from sopgen.source.syntax.stop import Stop


def same_line(stop: Stop) -> Diagnostic | None:
    """The problem, if the parser gave up in the line in which the last value ends; else None."""
    from yaml import AliasEvent, CollectionEndEvent, ScalarEvent

    last = stop.last
    if last is None or not stop.same_line(last.end_mark.index, stop.at):
        return None
    if stop.character in ("]", "}"):
        return UNOPENED_BRACKET.at(stop.span(stop.at), bracket=stop.character)
    kind, start = type(last), last.start_mark.index
    if kind is AliasEvent:
        return special(stop, start)
    if kind is ScalarEvent and last.style in ("'", '"'):
        return _after_quote(stop, start, last.end_mark.index)
    if issubclass(kind, CollectionEndEvent):
        here = stop.span(stop.at, len(stop.value(stop.at)))
        return TEXT_AFTER_BRACKET.at(here, closing=stop.text[start], quoted=stop.quoted(stop.opening))
    return None


def _after_quote(stop: Stop, start: int, end: int) -> Diagnostic:
    """The quoted text should go on; or it ended where the next one should begin, because its own end is missing."""
    if stop.same_line(start, end):
        return TEXT_AFTER_QUOTE.at(stop.span(stop.at, len(stop.value(stop.at))))
    return UNCLOSED_QUOTE.at(stop.span(start), quote=stop.text[start])
