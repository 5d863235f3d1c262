"""Mistakes in layouts and in tags: what they raise, and names that do not exist, which remember of what."""

from __future__ import annotations

from functools import partial
from typing import Any

from jinja2 import StrictUndefined, TemplateError, UndefinedError

from sopgen.diagnostics import Message

FAILURES = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a mistake in a template raises, be it in Jinja's words or in Python's."""
UNKNOWN_NAME = Message(zh="没有“{name}”", en="there is no `{name}`")


class UnknownNameError(UndefinedError):
    """A template names what is not there: ``name`` of ``owner``, or by itself."""

    def __init__(self, owner: object, name: object, message: str | None = None) -> None:
        super().__init__(message)
        self.owner, self.name = owner, name


class Unknown(StrictUndefined):
    """What a name stands for that is not there; it remembers of what."""

    __slots__ = ()

    def __init__(self, hint: Any = None, obj: Any = None, name: Any = None, exc: Any = UndefinedError) -> None:
        told: Any = partial(UnknownNameError, obj, name)
        super().__init__(hint, obj, name, told if exc is UndefinedError else exc)
