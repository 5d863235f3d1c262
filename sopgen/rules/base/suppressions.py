"""Comments that suppress findings: ``# sopgen: ignore[rule] reason``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sopgen.diagnostics import Span
from sopgen.source import Comment

_WORD = r"sopgen\s*[:：]\s*(\w+)\s*(?:[\[［【]([^\]］】]*)[\]］】]?)?"
_SEPARATOR = r"[\s,，、;；]+"


@dataclass(slots=True, eq=False, repr=False)
class Suppression:
    """A comment that is meant to suppress findings.

    Attributes:
        comment: the comment.
        word: what follows ``sopgen:``; it should be ``ignore``.
        rules: the rules it names, as typed.
        used: those of them that it has suppressed a finding of.
    """

    comment: Comment
    word: str
    rules: tuple[str, ...]
    used: set[str] = field(default_factory=set)

    @property
    def span(self) -> Span:
        """Where the comment stands."""
        return self.comment.span


class Suppressions:
    """The comments of one spec that are meant to suppress findings, and what each has suppressed so far."""

    def __init__(self, comments: Iterable[Comment]) -> None:
        self._all = [found for comment in comments if (found := _read(comment))]
        self._by_line: Mapping[int, list[Suppression]] = defaultdict(list)
        for suppression in self._all:
            for line in suppression.comment.lines if suppression.word == "ignore" else ():
                self._by_line[line].append(suppression)

    def __iter__(self) -> Iterator[Suppression]:
        return iter(self._all)

    def cover(self, names: tuple[str, str], span: Span | None) -> bool:
        """Whether a comment suppresses a finding of the rule called ``names`` on a line that ``span`` touches."""
        if not self._by_line or span is None:
            return False
        covered = False
        for line in range(span.start.line, span.end.line + 1):
            for suppression in self._by_line.get(line, ()):
                meant = {rule for rule in suppression.rules if rule in names}
                suppression.used |= meant
                covered = covered or bool(meant)
        return covered


def _read(comment: Comment) -> Suppression | None:
    """What a comment says; None for one that has ``sopgen:`` in it by chance, such as the first line of a spec."""
    match = re.match(_WORD, comment.text)
    if match is None or (match[1] != "ignore" and match[2] is None):
        return None
    return Suppression(comment, match[1], tuple(filter(None, re.split(_SEPARATOR, match[2] or ""))))
