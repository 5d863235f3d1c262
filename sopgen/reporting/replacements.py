"""The fixes that diagnostics carry, as text in place of text, for the programs that read reports."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sopgen.diagnostics import Diagnostic, Span
from sopgen.errors import ReadError
from sopgen.reporting.excerpt import lines_of

if TYPE_CHECKING:
    from sopgen.source import Source, Tree
    from sopgen.source.changing import Edit

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
        source, edits = self._edits(diagnostic)
        return tuple(_replacement(source, *edit) for edit in edits)

    def joined(self, diagnostic: Diagnostic) -> Replacement | None:
        """The same in one piece, which holds what stays between the changes too; None where nothing is replaced."""
        source, edits = self._edits(diagnostic)
        if not edits:
            return None
        text, first = "", edits[0][0]
        last = first
        for start, end, new in edits:
            text, last = text + source.text[last:start] + new, end
        return _replacement(source, first, last, text)

    def _edits(self, diagnostic: Diagnostic) -> tuple[Source, tuple[Edit, ...]]:
        """The text of the file, and the edits of it that the fix comes to."""
        from sopgen.source import Source, changed

        file = diagnostic.location.file
        if diagnostic.fix is not None and self._told[file] < MOST:
            self._told[file] += 1
            tree = self._tree(file)
            made = changed(tree, diagnostic.fix.changes) if tree else None
            if tree is not None and made is not None:
                return tree.written, made.edits
        return Source(file, "", ""), ()

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


def _replacement(source: Source, start: int, end: int, text: str) -> Replacement:
    return Replacement(Span(source.position(start), source.position(end)), text)
