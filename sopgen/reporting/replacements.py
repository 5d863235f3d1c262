"""The fixes that diagnostics carry, as text in place of text, for the programs that read reports."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sopgen.diagnostics import Diagnostic, Span
from sopgen.errors import ReadError
from sopgen.reporting.excerpt import lines_of

if TYPE_CHECKING:
    from sopgen.source import Tree

MOST = 100
"""How many fixes are told of a file: for each, all of the file is read again to see that nothing else changes."""


class Replacement(NamedTuple):
    """Another text in place of what stands at ``span``."""

    span: Span
    text: str


class Replacements:
    """The fixes of one report."""

    def __init__(self) -> None:
        self._told: Counter[str] = Counter()
        self._trees: dict[str, Tree | None] = {}

    def of(self, diagnostic: Diagnostic) -> tuple[Replacement, ...]:
        """What the fix of a diagnostic comes to in the file, in its order; nothing where it cannot be made there."""
        file = diagnostic.location.file
        if diagnostic.fix is None or self._told[file] == MOST:
            return ()
        from sopgen.source import changed

        self._told[file] += 1
        tree = self._tree(file)
        made = changed(tree, diagnostic.fix.changes) if tree else None
        if tree is None or made is None:
            return ()
        at = tree.source.position
        return tuple(Replacement(Span(at(start), at(end)), text) for start, end, text in made.edits)

    def joined(self, diagnostic: Diagnostic) -> Replacement | None:
        """The same in one piece, which holds what stays between the changes too; None where nothing is replaced."""
        pieces = self.of(diagnostic)
        if not pieces:
            return None
        lines = lines_of(diagnostic.location.file)
        text, (start, end) = pieces[0].text, pieces[0].span
        for span, new in pieces[1:]:
            text, end = text + _between(lines, Span(end, span.start)) + new, span.end
        return Replacement(Span(start, end), text)

    def _tree(self, file: str) -> Tree | None:
        """What a file holds, as far as it can be read; reports go through files one after the other."""
        if file not in self._trees:
            self._trees = {file: _read(file)}
        return self._trees[file]


def _read(file: str) -> Tree | None:
    from sopgen.source import Source, parse

    try:
        return parse(Source(file, "\n".join(lines_of(file)), ""))
    except ReadError as error:
        return error.tree


def _between(lines: list[str], span: Span) -> str:
    """The text of a span."""
    (first, begin), (last, end) = span
    inside = lines[first - 1 : last]
    inside[-1] = inside[-1][: end - 1]
    inside[0] = inside[0][begin - 1 :]
    return "\n".join(inside)
