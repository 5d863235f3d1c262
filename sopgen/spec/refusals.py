"""How value types refuse: exceptions that carry a sentence and a hint in both languages."""

from __future__ import annotations

from sopgen.diagnostics import Message


class RefusalError(Exception):
    """What a value type refuses with.

    Attributes:
        message: one sentence that says what is wrong.
        hint: the accepted forms, or what to do instead.
    """

    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}: {self.hint}"


class NotReadableError(RefusalError, ValueError):
    """A text that a value type cannot read."""


class NotComparableError(RefusalError, TypeError):
    """Two values that have no order between them."""
