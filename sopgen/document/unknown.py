"""Names that do not exist, in layouts and in tags: an error that remembers of what they were asked for."""

from __future__ import annotations

from functools import partial
from typing import Any

from jinja2 import StrictUndefined, UndefinedError


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
