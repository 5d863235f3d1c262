"""Characters of YAML's own at the beginning of what was meant as text."""

from __future__ import annotations

from sopgen.diagnostics import Diagnostic
from sopgen.source import problems
from sopgen.source.syntax.problems import SPECIAL_START, TAB, TEXT_AFTER_BLOCK_SIGN
from sopgen.source.syntax.stop import Stop


def tab(stop: Stop) -> Diagnostic:
    """A tab where YAML wants spaces."""
    length = len(stop.text[stop.at :]) - len(stop.text[stop.at :].lstrip("\t"))
    return TAB.at(stop.span(stop.at, max(length, 1)))


def at_stop(stop: Stop) -> Diagnostic:
    """A text that begins with a character that cannot begin anything: ``@``, `````, ``%``, ``,``."""
    return tab(stop) if stop.character == "\t" else special(stop, stop.at)


def opened(stop: Stop) -> Diagnostic:
    """A text that begins like an alias or an anchor: ``*工``, ``& 配件``."""
    return special(stop, stop.opened)


def directive(stop: Stop) -> Diagnostic:
    """A line that begins with ``%``."""
    return special(stop, stop.line_start(stop.opened))


def special(stop: Stop, start: int) -> Diagnostic:
    """The text that begins at ``start`` needs quotes."""
    value = stop.value(start)
    return SPECIAL_START.at(stop.span(start, len(value)), sign=value[:1], quoted=stop.quoted(start))


def tag(stop: Stop) -> Diagnostic:
    """A text that begins with ``!``."""
    value = stop.value(stop.opened)
    return problems.TAG.at(stop.span(stop.opened, len(value)), tag=value)


def block(stop: Stop) -> Diagnostic:
    """Text in the line of a ``|`` or ``>``, as in ``>95%``."""
    sign = stop.text[stop.opened]
    return TEXT_AFTER_BLOCK_SIGN.at(stop.rest(stop.opened), sign=sign, quoted=stop.quoted(stop.opened))
