"""What sopgen tells its user: located messages in two languages, as plain data.

A ``Diagnostic`` is a value. Nothing here prints; ``reporting`` turns diagnostics into text, JSON and so on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from enum import IntEnum
from typing import Literal, NamedTuple

from sopgen.changes import Change
from sopgen.frozen import frozen

Language = Literal["zh-CN", "en"]
"""A language of messages and labels."""

LANGUAGES: tuple[Language, ...] = ("zh-CN", "en")


class Severity(IntEnum):
    """How bad a finding is, in rising order."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word used on the command line and in reports: ``error``, ``warning`` or ``note``."""
        return self.name.lower()


class Position(NamedTuple):
    """A place in a text: 1-based line and column, columns counted in characters."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of text; ``end`` is exclusive."""

    start: Position
    end: Position


@frozen
class Location:
    """A file, as the user named it, and the span in it, if one is known."""

    file: str
    span: Span | None = None

    @property
    def sort_key(self) -> tuple[str, int, int]:
        """Orders locations by file, then line, then column."""
        start = self.span.start if self.span else Position(0, 0)
        return self.file, start.line, start.column

    def __str__(self) -> str:
        if self.span is None:
            return self.file
        return f"{self.file}:{self.span.start.line}:{self.span.start.column}"


@frozen
class Message:
    """One sentence in Chinese and in English; ``{name}`` marks what ``format`` fills in."""

    zh: str
    en: str

    def format(self, **values: object) -> Message:
        """The same sentence with every ``{name}`` filled in; a value may itself be a ``Message``."""
        zh = {key: value.zh if isinstance(value, Message) else value for key, value in values.items()}
        en = {key: value.en if isinstance(value, Message) else value for key, value in values.items()}
        return Message(self.zh.format(**zh), self.en.format(**en))

    def text(self, language: Language) -> str:
        """The sentence in one language."""
        return self.zh if language == "zh-CN" else self.en

    def __str__(self) -> str:
        return self.en


def listed(items: Iterable[str | Message], zh: str = "、", en: str = ", ") -> Message:
    """Words and phrases as a sentence lists them."""
    told = [item if isinstance(item, Message) else Message(item, item) for item in items]
    return Message(zh.join(item.zh for item in told), en.join(item.en for item in told))


class Related(NamedTuple):
    """A second place that a diagnostic speaks of, and what is there."""

    message: Message
    location: Location


class Fix(NamedTuple):
    """What would mend what a diagnostic speaks of.

    Attributes:
        title: what it does, in a few words.
        safe: whether it cannot change what the document means.
        changes: the changes to the file, made together or not at all.
    """

    title: Message
    safe: bool
    changes: tuple[Change, ...]


@frozen
class Diagnostic:
    """A located message: what is wrong, where, and what to do about it.

    Attributes:
        code: ``SOP`` and three digits, never reused; metadata, not a name to remember.
        rule: the kebab-case name of what it forbids, such as ``undefined-role``.
        severity: error, warning or note.
        message: one sentence without a location.
        location: the file and span it speaks of.
        hint: what to do about it.
        related: further places, such as the first use of a duplicate id.
        fix: what would mend it, if a program can.
        path: the place in the spec as a JSON Pointer that stays when lines move: items of lists that have an id are
            named by it, as in ``/steps/register/role``; empty where the place is not in a spec, or all of it.
    """

    code: str
    rule: str
    severity: Severity
    message: Message
    location: Location
    hint: Message | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    path: str = field(default="", compare=False)

    @property
    def sort_key(self) -> tuple[tuple[str, int, int], str, str]:
        """Orders diagnostics by location, then code, then text."""
        return self.location.sort_key, self.code, self.message.en

    def __str__(self) -> str:
        return f"{self.location}: {self.severity.label} {self.code} {self.rule}: {self.message}"
