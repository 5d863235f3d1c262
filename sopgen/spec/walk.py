"""Every value of a spec with its path, read off the models once, in the order of their fields."""

from __future__ import annotations

from typing import Any, TypeAlias

from pydantic import BaseModel

from sopgen.source import Path
from sopgen.spec.kinds import Kind, fields_of
from sopgen.spec.shape import Names

Value: TypeAlias = tuple[Path, Kind | None, Any]
"""A value of a spec with its path and the kind of its texts."""


def values(model: BaseModel, path: Path = ()) -> list[Value]:
    """``(path, kind, value)`` for every model and every other value below ``model``, parents first.

    Only what the spec gives is visited, not what was left out. Keys of maps of names are part of the path.
    """
    found: list[Value] = []
    _gather(model, None, path, found)
    return found


def _gather(value: Any, kind: Kind | None, path: Path, found: list[Value]) -> None:
    if type(value) is str:
        found.append((path, kind, value))
    elif type(value) is tuple:
        for index, item in enumerate(value):
            _gather(item, kind, (*path, index), found)
    elif isinstance(value, BaseModel):
        found.append((path, None, value))
        given = value.__pydantic_fields_set__
        for field in fields_of(type(value)):
            if field.attribute in given:
                _gather(getattr(value, field.attribute), field.kind, (*path, field.key), found)
    elif isinstance(value, Names):
        for name, item in value.items():
            _gather(item, kind, (*path, name), found)
    elif value is not None:
        found.append((path, kind, value))
