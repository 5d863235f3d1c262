"""Which model, and which field of it, describes what stands at a path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from sopgen.source import Path
from sopgen.spec.kinds import Field, fields_of, keys_of, model_in
from sopgen.spec.roots import roots
from sopgen.spec.shape import Names, Shape


def model_at(path: Path, root: type[Shape]) -> type[Shape] | None:
    """The model of the map at ``path`` of the model ``root``, None where there is no map of known keys."""
    annotation: object = root
    for part in path:
        annotation = _inside(annotation, part)
    return model_in(annotation, Shape)


def field_at(path: Path, root: type[Shape]) -> Field | None:
    """The innermost field on the way to ``path``: for an item of a list or map of names, the field that holds it."""
    found = None
    annotation: object = root
    for part in path:
        model = _plain(annotation)
        if isinstance(model, type) and issubclass(model, Shape):
            found = keys_of(model).get(str(part))
        annotation = _inside(annotation, part)
    return found


def holders(model: type[Shape], key: str) -> Iterable[str]:
    """The keys of ``model`` under which there are maps that have ``key``."""
    for field in fields_of(model):
        inner = model_in(field.info.annotation, Shape)
        if inner is not None and key in keys_of(inner):
            yield field.key


def models() -> Iterator[type[Shape]]:
    """The roots and every model below them, each once, in the order of their fields, parents first."""
    found: dict[type[Shape], None] = {}
    waiting: list[type[Shape]] = [*roots()]
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found[model] = None
            yield model
            waiting[:0] = [inner for field in fields_of(model) if (inner := model_in(field.info.annotation, Shape))]


def _inside(annotation: object, part: str | int) -> object:
    """What stands under ``part`` in a value of the type ``annotation``."""
    annotation = _plain(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        field = keys_of(annotation).get(str(part))
        return field.info.annotation if field else None
    arguments = get_args(annotation)
    return arguments[-1] if get_origin(annotation) is Names else arguments[0] if arguments else None


def _plain(annotation: Any) -> object:
    """``annotation`` without marks, and without None."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _plain(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return _plain(next(inner for inner in get_args(annotation) if inner is not type(None)))
    return annotation
