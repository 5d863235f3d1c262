"""Text that YAML reads without complaint, though hardly as its author meant it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Diagnostic
from sopgen.source import problems
from sopgen.source.scalars import Scalar, scalars
from sopgen.source.text import Source

_CUT: Final = re.compile(r" (#(?!sopgen)[^\s#=*!~-].*)")
_ITEM: Final = re.compile(r"^( *+)[^\s#][^\n]*+(?<![:|>\-])(?=\n\1 ++(- .*))", re.MULTILINE)
_LINE: Final = re.compile(
    r"^ *+(?:- ++)*+(?:(?P<key>(?P<name>[a-z][a-z_]*+)(?:：|:(?=[^\x00-\x7f])))|(?P<dash>-)[^\s\d.\-])", re.MULTILINE
)
_SPLIT: Final = re.compile(r", ((?:(?:and|or|but|nor) [a-z]|以及|或者)[^\n,\[\]{}]*+)(?=[,\]])")
_WIDE: Final = re.compile(r"^ *([\u3000\xa0][ \u3000\xa0]*)", re.MULTILINE)


def overlooked(source: Source) -> list[Diagnostic]:
    """Warnings about what is cut off or split, or is read as text though it looks like a key or an item of a list.

    ``source`` is valid YAML. Patterns that may match too much pick the places; only if there are any is the text read
    once more to see which of them are scalars.
    """
    looking = {_CUT: _cut_off, _ITEM: _swallowed, _LINE: _misread, _SPLIT: _split}
    matches = {pattern: [*pattern.finditer(source.text)] for pattern in looking}
    written = scalars(source.text) if any(matches.values()) else ()
    if not written:
        return []
    found = [one for pattern, look in looking.items() for one in look(source, matches[pattern], written)]
    return sorted(found, key=lambda diagnostic: diagnostic.sort_key)


def wide_indentation(source: Source) -> list[Diagnostic]:
    """The keys that begin with full-width or no-break spaces at the beginning of a line."""
    matches = list(_WIDE.finditer(source.text))
    plain = {scalar.start: scalar for scalar in scalars(source.text) if not scalar.style} if matches else {}
    return [
        problems.WIDE_INDENTATION.at(source.location(*match.span(1)))
        for match in matches
        if (key := plain.get(match.start(1))) and source.text.startswith(":", key.end)
    ]


def _cut_off(source: Source, matches: Sequence[re.Match[str]], written: Sequence[Scalar]) -> Iterator[Diagnostic]:
    """Texts that end where a `` #`` begins that has no space after it, as ``拨打 #8002`` does."""
    for match in matches:
        before = _at_or_before(written, match.start())
        start = match.start()
        text_cut = before.end == start and not before.style
        value_missing = source.text.endswith((":", "-"), before.end, start)
        in_comment = source.text.find("#", before.end, start) >= 0
        if text_cut or (value_missing and not in_comment):
            yield problems.CUT_OFF_TEXT.at(source.location(*match.span(1)), comment=match[1])


def _swallowed(source: Source, matches: Sequence[re.Match[str]], written: Sequence[Scalar]) -> Iterator[Diagnostic]:
    """Items of a list that go on with the text of the line above."""
    for match in matches:
        text = _at_or_before(written, match.start(2))
        if text.start < match.start(2) < text.end and not text.style:
            yield problems.SWALLOWED_ITEM.at(source.location(*match.span(2)))


def _misread(source: Source, matches: Sequence[re.Match[str]], written: Sequence[Scalar]) -> Iterator[Diagnostic]:
    """Lines that begin like a key or an item of a list."""
    plain = {scalar.start for scalar in written if not scalar.style}
    for match in matches:
        what = str(match.lastgroup)
        if match.start(what) not in plain:
            continue
        here = source.location(*match.span(what))
        if what == "key":
            yield problems.COLON_WITHOUT_SPACE.at(here, key=match["key"], name=match["name"])
        else:
            yield problems.DASH_WITHOUT_SPACE.at(here)


def _split(source: Source, matches: Sequence[re.Match[str]], written: Sequence[Scalar]) -> Iterator[Diagnostic]:
    """Items of a list in brackets that go on with the sentence of the one before: ``[at the desk, or by phone]``."""
    plain = {scalar.start: scalar.end for scalar in written if not scalar.style}
    for match in matches:
        end = plain.get(match.start(1))
        if end is not None:
            here = source.location(match.start(1), end)
            yield problems.SPLIT_ITEM.at(here, text=source.text[match.start(1) : end])


def _at_or_before(written: Sequence[Scalar], offset: int) -> Scalar:
    """The last scalar that begins at an offset or before it."""
    return written[bisect_right(written, offset, key=lambda scalar: scalar.start) - 1]
