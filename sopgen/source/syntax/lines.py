"""Complaints about lines: a colon that is missing or too many, and indentation."""

from __future__ import annotations

import re
from typing import Final

from sopgen.diagnostics import Diagnostic, Message, Related
from sopgen.source import problems
from sopgen.source.syntax import after, signs
from sopgen.source.syntax.problems import (
    COLON_IN_TEXT,
    ITEM_AMONG_KEYS,
    KEY_AMONG_ITEMS,
    LIST_AFTER_KEY,
    MISSING_COLON,
    NOT_YAML,
    ORDINARY_DASH,
    PART_BEGINS,
    SPACE_AFTER_DASH,
    VALUE_ABOVE,
    WIDE_SIGN,
    WRONG_INDENTATION,
)
from sopgen.source.syntax.stop import Stop

_WIDE: Final = re.compile(r" *([\u3000\xa0][ \u3000\xa0]*)")
_DASH: Final = re.compile(r"\s*(?:- +)*(-)[^\s-]")
_ANCHOR: Final = re.compile(r"&\S*\s+\Z")
_KEY: Final = re.compile(r"\s*(?:- +)*(?P<key>[^\s:：\"'][^:：\"']{0,40}?)(?P<colon>：|:(?=\S|[\u3000\xa0]))")
_VALUE_AFTER_KEY: Final = re.compile(r"\s*(?:[-?] +)*(?:\"[^\"]*\"|'[^']*'|[^\s\"'].*?):[ \t]+(?=\S)")
_WIDE_DASH: Final = re.compile(r" *([—–－−])\s*[a-z_]+\s*[:：]")
_WIDE_BRACKET: Final = re.compile(r" *(?:- +)*(?:[^\s:：]+: +)?([｛［])")
_ASCII: Final = {"｛": "{", "［": "["}


def colon(stop: Stop) -> Diagnostic:
    """A second ``: `` where there can be only one."""
    line = stop.line_start(stop.at)
    above = stop.line_above(line)
    if wide := _wide_sign(stop, line) or (_wide_sign(stop, above) if above is not None else None):
        return wide
    value = _VALUE_AFTER_KEY.match(stop.text, line, stop.at + 1)
    if value:
        return COLON_IN_TEXT.at(stop.span(stop.at), quoted=stop.quoted(value.end()))
    if above is None:
        return COLON_IN_TEXT.at(stop.span(stop.at), quoted=stop.quoted(stop.content(line)))
    if not _VALUE_AFTER_KEY.match(stop.text, above, stop.line_end(above)):
        return _missing(stop, above)
    start = stop.content(line)
    return WRONG_INDENTATION.at(stop.span(start, stop.at - start + 1), hint=VALUE_ABOVE)


def missing_colon(stop: Stop) -> Diagnostic:
    """A line that is not ``key: value``."""
    return _missing(stop, stop.line_start(stop.opened))


def _about_colon(text: str, key: re.Match[str]) -> Message:
    """What to do about the colon after a key."""
    if key["colon"] == "：":
        return problems.FULL_WIDTH_COLON
    return problems.ORDINARY_SPACE if text[key.end()] in "\u3000\xa0" else problems.SPACE_AFTER_COLON


def _missing(stop: Stop, line: int) -> Diagnostic:
    odd = _odd_beginning(stop, line)
    if odd is not None:
        return odd
    start, end = stop.content(line), stop.line_end(line)
    key = _KEY.match(stop.text, line, end)
    here, text = stop.span(start, end - start), stop.shown(stop.text[start:end])
    if key is None:
        return MISSING_COLON.at(here, text=text)
    return MISSING_COLON.at(here, hint=_about_colon(stop.text, key).format(name=key["key"]), text=text)


def list_after_key(stop: Stop) -> Diagnostic:
    """A dash in the line of a key."""
    return LIST_AFTER_KEY.at(stop.rest(stop.at))


def after_document(stop: Stop) -> Diagnostic:
    """Something after the end of the document."""
    above = stop.text[: stop.at]
    if above.lstrip().startswith("%"):
        return signs.special(stop, above.index("%"))
    if re.search(r"^\.\.\.\s", above, re.MULTILINE):
        return problems.SEVERAL_DOCUMENTS.at(stop.rest(stop.at))
    return after_value(stop)


def after_value(stop: Stop) -> Diagnostic:
    """Something that neither goes on with the value before it nor begins the next key or item."""
    found = after.same_line(stop) or _odd_beginning(stop, stop.line_start(stop.at))
    if found is not None:
        return found
    if stop.character == ":":
        return problems.EMPTY_KEY.at(stop.span(stop.at))
    line = stop.line_start(stop.at)
    if anchor := _ANCHOR.search(stop.text, line, stop.at):
        return signs.special(stop, anchor.start())
    if stop.content(line) < stop.at:
        return NOT_YAML.at(stop.rest(stop.at))
    if stop.last is not None and _stands_where_a_key_would(stop, stop.last.start_mark.index):
        return _missing(stop, stop.line_start(stop.last.start_mark.index))
    related = (Related(PART_BEGINS, stop.span(stop.opened)),) if stop.opened < stop.at else ()
    return WRONG_INDENTATION.at(stop.rest(stop.at), hint=_kind_of_line(stop), related=related)


def _stands_where_a_key_would(stop: Stop, text: int) -> bool:
    """Whether the text that begins at an offset has its line for itself, aligned with the key at the stop."""
    return stop.content(stop.line_start(text)) == text and stop.column(text) == stop.column(stop.at)


def _kind_of_line(stop: Stop) -> Message | None:
    """The hint for an item among keys, or a key among items; None where only the indentation is wrong."""
    if stop.opened == stop.at or stop.column(stop.at) != stop.column(stop.opened):
        return None
    return ITEM_AMONG_KEYS if stop.character == "-" else KEY_AMONG_ITEMS


def _wide_sign(stop: Stop, line: int) -> Diagnostic | None:
    """A dash or a bracket of a Chinese keyboard where one of YAML's begins an item, a list or a map."""
    end = stop.line_end(line)
    if dash := _WIDE_DASH.match(stop.text, line, end):
        return WIDE_SIGN.at(stop.source.location(*dash.span(1)), hint=ORDINARY_DASH, sign=dash[1])
    if bracket := _WIDE_BRACKET.match(stop.text, line, end):
        return WIDE_SIGN.at(stop.source.location(*bracket.span(1)), sign=bracket[1], ascii=_ASCII[bracket[1]])
    return None


def _odd_beginning(stop: Stop, line: int) -> Diagnostic | None:
    """A line that begins with spaces that are not spaces to YAML, or with a dash without one."""
    end = stop.line_end(line)
    if wide := _WIDE.match(stop.text, line, end):
        return problems.WIDE_INDENTATION.at(stop.source.location(*wide.span(1)))
    if dash := _DASH.match(stop.text, line, end):
        start = dash.start(1)
        text = stop.shown(stop.text[start:end])
        return MISSING_COLON.at(stop.span(start, end - start), hint=SPACE_AFTER_DASH, text=text)
    return None
