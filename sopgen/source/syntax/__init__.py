"""Errors of YAML's syntax, told in the words of those who write specs.

A parser names the token that it could not use. What its author did wrong is often elsewhere: a quote that was never
closed, a text that wants quotes. So only the kind of complaint is taken from the parser; the text tells the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from sopgen.diagnostics import Diagnostic
from sopgen.source.syntax import brackets, lines, quotes, signs
from sopgen.source.syntax.problems import NOT_YAML
from sopgen.source.syntax.stop import Stop

if TYPE_CHECKING:
    from yaml import YAMLError

    from sopgen.source.text import Source

# libyaml and PyYAML word some complaints differently; each pattern knows both. The first that fits is taken.
_EXPLANATIONS: Final[tuple[tuple[str, Callable[[Stop], Diagnostic]], ...]] = (
    (r"\\t|tab character", signs.tab),
    (r"cannot start any token", signs.at_stop),
    (r"scanning an (alias|anchor)", signs.opened),
    (r"(scanning|parsing) a tag|tag handle", signs.tag),
    (r"a block scalar", signs.block),
    (r"unexpected (end of stream|document)", quotes.unclosed),
    (r"escape|hexdecimal|invalid Unicode", quotes.escape),
    (r"unexpected ':'", brackets.tight_colon),
    (r"values are not allowed", lines.colon),
    (r"keys are not allowed", signs.at_stop),
    (r"entries are not allowed", lines.list_after_key),
    (r"could not find expected ':'", lines.missing_colon),
    (r"directive|incompatible", signs.directive),
    (r"document start", lines.after_document),
    (r"',' or", brackets.between_items),
    (r"parsing a flow", brackets.item_expected),
    (r"node content", signs.at_stop),
    (r"block (mapping|collection)", lines.after_value),
)


def explain(error: YAMLError | ValueError, source: Source) -> Diagnostic:
    """What its author should know about an error of syntax."""
    if isinstance(error, ValueError):  # PyYAML's own parser does not look before it converts an escape
        return quotes.beyond_unicode(source)
    stop = Stop.of(error, source)
    for pattern, explanation in _EXPLANATIONS:
        if re.search(pattern, stop.words):
            return explanation(stop)
    return NOT_YAML.at(stop.rest(stop.at))
