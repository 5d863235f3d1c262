"""Classes of values, as ``dataclasses`` makes them, in a quarter of the time: start-up makes many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
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

    At run time it is not frozen, and only its ``__init__`` is compiled for it, without annotations: most of the time
    that a dataclass takes to be made goes into the compiling of its methods.
    """

    def make(cls: type[T]) -> type[T]:
        made = dataclass(slots=slots, init=False, eq=False, repr=False)(cls)
        for name, method in {"__init__": _init(made), "__repr__": _shown, **(_comparing(made) if eq else {})}.items():
            if name not in cls.__dict__:
                setattr(made, name, method)
        return made

    return make if cls is None else make(cls)


def _init(made: Any) -> Callable[..., None]:
    """``__init__`` as dataclasses write it: defaults and factories, and ``__post_init__`` after them."""
    parameters, lines = "self", ""
    known: dict[str, Any] = {}
    for one in fields(made):
        name = one.name
        if not one.init:
            continue
        value = name
        if one.default is not MISSING:
            known[f"_{name}"] = one.default
        elif one.default_factory is not MISSING:
            known[f"_{name}"] = one.default_factory
            value = f"_{name}() if {name} is _{name} else {name}"
        parameters += f", {name}=_{name}" if f"_{name}" in known else f", {name}"
        lines += f" self.{name} = {value}\n"
    if hasattr(made, "__post_init__"):
        lines += " self.__post_init__()\n"
    exec(f"def __init__({parameters}):\n{lines or ' pass'}", known)  # noqa: S102 (of names of fields alone)
    init: Callable[..., None] = known["__init__"]
    return init


def _comparing(made: Any) -> dict[str, Callable[..., object]]:
    names = [one.name for one in fields(made) if one.compare]
    values = attrgetter(*names or ["__class__"])

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return {"__eq__": equal, "__hash__": lambda self: hash(values(self))}


def _shown(self: Any) -> str:
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({shown})"
