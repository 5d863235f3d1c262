"""Quoted texts that do not end, or that hold what they cannot."""

from __future__ import annotations

import re
from typing import Final

from sopgen.diagnostics import Diagnostic
from sopgen.source.characters import escaped
from sopgen.source.syntax.problems import UNCLOSED_QUOTE, UNKNOWN_ESCAPE
from sopgen.source.syntax.stop import Stop
from sopgen.source.text import Source

_ESCAPE: Final = re.compile(r"\\(?:[xuU][0-9A-Fa-f]*|.)?")
_BEYOND_UNICODE: Final = re.compile(r"\\U(?!000|0010)[0-9A-Fa-f]{8}")
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F][0-9A-Fa-f]{2}")


def unclosed(stop: Stop) -> Diagnostic:
    """A quoted text that goes on to the end of the file."""
    return UNCLOSED_QUOTE.at(stop.span(stop.opened), quote=stop.text[stop.opened])


def escape(stop: Stop) -> Diagnostic:
    r"""A backslash in double quotes that YAML does not know, as in ``C:\dir``."""
    start = stop.text.rfind("\\", 0, stop.at + 1)
    found = _ESCAPE.match(stop.text, start)
    written = found[0] if found else "\\"
    here = stop.span(start, len(written))
    if _SURROGATE.match(written):
        return escaped(here, int(written[2:6], 16))
    return UNKNOWN_ESCAPE.at(here, escape=written)


def beyond_unicode(source: Source) -> Diagnostic:
    r"""An escape beyond the last character there is, as in ``\U00110000``."""
    found = _BEYOND_UNICODE.search(source.text)
    start, end = found.span() if found else (0, 0)
    return UNKNOWN_ESCAPE.at(source.location(start, end), escape=source.text[start:end])
