"""Classes of values, as ``dataclasses`` makes them, in a quarter of the time: start-up makes many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, slots: bool = True, eq: bool = True) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, /, *, slots: bool = True, eq: bool = True) -> Any:
    """A dataclass that type checkers hold frozen, compared and hashed by its fields; with ``eq=False`` by identity.

    At run time it is not frozen, and only its ``__init__`` is compiled for it: most of the time that a dataclass takes
    to be made goes into the compiling of its methods.
    """

    def make(cls: type[T]) -> type[T]:
        made = dataclass(slots=slots, eq=False, repr=False)(cls)
        for name, method in (_methods(made) if eq else {"__repr__": _shown}).items():
            if name not in cls.__dict__:
                setattr(made, name, method)
        return made

    return make if cls is None else make(cls)


def _methods(made: Any) -> dict[str, Callable[..., object]]:
    names = [one.name for one in fields(made) if one.compare]
    values = attrgetter(*names or ["__class__"])

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return {"__repr__": _shown, "__eq__": equal, "__hash__": lambda self: hash(values(self))}


def _shown(self: Any) -> str:
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({shown})"
