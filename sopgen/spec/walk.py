"""Every value of a spec with its path, read off the models once, in the order of their fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from sopgen.source import Path
from sopgen.spec.kinds import Kind, fields_of
from sopgen.spec.shape import Names


def values(model: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Kind | None, Any]]:
    """``(path, kind, value)`` for every model and every other value below ``model``, parents first.

    Only what the spec gives is visited, not what was left out. Keys of maps of names are part of the path.
    """
    yield path, None, model
    given = model.__pydantic_fields_set__
    for field in fields_of(type(model)):
        if field.attribute in given:
            yield from _below(getattr(model, field.attribute), field.kind, (*path, field.key))


def _below(value: Any, kind: Kind | None, path: Path) -> Iterator[tuple[Path, Kind | None, Any]]:
    if isinstance(value, BaseModel):
        yield from values(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _below(item, kind, (*path, index))
    elif isinstance(value, Names):
        for name, item in value.items():
            yield from _below(item, kind, (*path, name))
    elif value is not None:
        yield path, kind, value
