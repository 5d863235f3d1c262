"""Complaints about what stands in ``[]`` and ``{}``."""

from __future__ import annotations

import re
from typing import Final

from sopgen.diagnostics import Diagnostic
from sopgen.source.problems import EMPTY_KEY
from sopgen.source.syntax import after, signs
from sopgen.source.syntax.problems import (
    BRACKET_IN_TEXT,
    COLON_IN_TEXT,
    COLON_TOO_TIGHT,
    COMMA_OF_TEXT,
    COMMENT_IN_BRACKETS,
    EMPTY_ITEM,
    MISSING_COMMA,
    UNCLOSED_BRACKET,
)
from sopgen.source.syntax.stop import Stop

_CLOSING: Final = {"[": "]", "{": "}"}
_COMMENT: Final = re.compile(r"[ \t]#")
_IN_TEXT: Final = re.compile(r"\[\[[^\[\]]+\]\]|\{[^{},:]+\}")
"""A reference or a blank, which stands in texts only."""
_KEY_AT_END: Final = re.compile(r"([，；、])?(?:(?<=[，；、])|\s)\s*[a-z_]+\Z")
"""The next key at the end of a text, behind a comma that is not YAML's or none."""


def between_items(stop: Stop) -> Diagnostic:
    """Neither a comma nor the closing bracket after an item."""
    if stop.at_end or stop.character in ("]", "}") or _has_left(stop):
        return _unclosed(stop, stop.opened)
    if stop.character == ":" and (colon := _second_colon(stop)):
        return colon
    found = after.same_line(stop) if stop.character not in (":", '"', "'") else None
    return found or _in_text(stop) or MISSING_COMMA.at(stop.span(stop.at))


def item_expected(stop: Stop) -> Diagnostic:
    """No item where there should be one."""
    if stop.brackets and (stop.at_end or stop.character in ("]", "}")):
        return _unclosed(stop, stop.brackets[-1])
    if stop.character == ",":
        return EMPTY_ITEM.at(stop.span(stop.at))
    return EMPTY_KEY.at(stop.span(stop.at)) if stop.character == ":" else signs.at_stop(stop)


def tight_colon(stop: Stop) -> Diagnostic:
    """A colon with a bracket or a comma right behind it, as in ``{a:[b]}``."""
    colon = max(stop.text.find(":", stop.at), stop.at)
    return COLON_TOO_TIGHT.at(stop.span(colon))


def _second_colon(stop: Stop) -> Diagnostic | None:
    """A colon behind a text: that of the next key, where the comma before it is wrong, or one of the text."""
    from yaml import ScalarEvent

    last = stop.last
    kind = type(last)
    if kind is not ScalarEvent or last.style or not stop.same_line(last.start_mark.index, stop.at):
        return None
    start = last.start_mark.index
    key = _KEY_AT_END.search(stop.text, start, stop.at)
    if key is None:
        return COLON_IN_TEXT.at(stop.span(stop.at), quoted=stop.quoted(start))
    return MISSING_COMMA.at(stop.span(key.start(1)), hint=COMMA_OF_TEXT.format(sign=key[1])) if key[1] else None


def _in_text(stop: Stop) -> Diagnostic | None:
    """A text without quotes that a reference or a blank cuts in two, as in ``[see [[form:slip]], b]``."""
    from yaml import ScalarEvent

    last, cut = stop.last, _IN_TEXT.match(stop.text, stop.at)
    kind = type(last)
    if kind is not ScalarEvent or cut is None:
        return None
    return BRACKET_IN_TEXT.at(stop.span(stop.at), bracket=stop.character, quoted=stop.quoted(last.start_mark.index))


def _has_left(stop: Stop) -> bool:
    """Whether the stop is in a later line that is not indented as what stands in the brackets would be."""
    return not stop.same_line(stop.opened, stop.at) and stop.indent(stop.at) <= stop.indent(stop.opened)


def _unclosed(stop: Stop, start: int) -> Diagnostic:
    bracket = stop.text[start]
    closing = _CLOSING.get(bracket, "]")
    comment = _COMMENT.search(stop.text, start, stop.line_end(stop.at))
    hint = COMMENT_IN_BRACKETS.format(closing=closing) if comment else None
    return UNCLOSED_BRACKET.at(stop.span(start), hint=hint, bracket=bracket, closing=closing)
