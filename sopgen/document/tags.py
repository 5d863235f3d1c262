"""What the tags of a house template see of a spec: the keys of the language, each as plain text.

``{{ sop.title }}`` prints the title, ``{{ sop.prepared_by.name }}`` who prepared it; what the spec leaves out prints
nothing, what the language does not have is an error. Lists can be gone through; printed whole, their items stand on
lines of their own, or one after the other as the document has them. A map printed whole is the key that a bare value
stands for: ``{{ sop.prepared_by }}`` is the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from sopgen.document.markup import plain
from sopgen.document.views import Listed, Named, View
from sopgen.spec.kinds import Field, keys_of, model_in


class Told:
    """A map of the spec, or where ``view`` is None one that the spec leaves out: empty, as are all its keys.

    ``names`` are the keys that it may have; None if that is not known.
    """

    __slots__ = ("_model", "_view")

    def __init__(self, view: View | None, model: type[BaseModel] | None) -> None:
        self._view = view
        self._model = model

    @property
    def names(self) -> tuple[str, ...]:
        """The keys that there may be."""
        return tuple(self._fields)

    @property
    def _fields(self) -> Mapping[str, Field]:
        return keys_of(self._model) if self._model else {}

    @property
    def x(self) -> OwnKeys:
        """The user's own ``x-`` keys, as typed."""
        return OwnKeys({} if self._view is None else _typed(self._view.x))

    def __getattr__(self, key: str) -> Any:
        if key not in self._fields:
            raise AttributeError(key)
        model = model_in(self._fields[key].info.annotation, BaseModel)
        return told(None if self._view is None else getattr(self._view, key), model)

    def __getitem__(self, key: str) -> Any:
        try:
            return getattr(self, key)
        except AttributeError:
            raise KeyError(key) from None

    def __str__(self) -> str:
        print_as = getattr(self._view, "__html__", None)
        if print_as:
            return plain(print_as())
        main = getattr(self._model, "bare", None)
        return str(self[main]) if main and self else ""

    def __bool__(self) -> bool:
        return self._view is not None

    def __iter__(self) -> Iterator[Any]:
        return iter(())


class ToldList(list[Any]):
    """A list of the spec."""

    def __init__(self, items: Iterable[Any], separator: str) -> None:
        super().__init__(items)
        self._separator = separator

    def __str__(self) -> str:
        return self._separator.join(filter(None, map(str, self)))


class ToldNames(dict[str, Any]):
    """A map of names; printed whole, what its items are called: the names of roles and forms are ids."""

    def __str__(self) -> str:
        return "\n".join(_called(name, item) for name, item in self.items())


def _called(name: str, item: Any) -> str:
    keys = (key for key in ("name", "title") if isinstance(item, Told) and key in item.names)
    return next((text for key in keys if (text := str(item[key]))), name)


class OwnKeys(ToldNames):
    """A map's keys that begin with ``x-``; one that it leaves out prints nothing."""

    def __missing__(self, key: str) -> str:
        if not key.startswith("x-"):
            raise KeyError(key)
        return ""


def _typed(value: Any) -> Any:
    """What the user typed under a key of their own, printed like what the language has."""
    if isinstance(value, Mapping):
        return ToldNames({key: _typed(item) for key, item in value.items()})
    return ToldList(map(_typed, value), "\n") if isinstance(value, (list, tuple)) else value


def told(value: Any, model: type[BaseModel] | None = None) -> Any:
    """A value of a view as tags see it; ``model`` is what it is, or would be, or what its items are."""
    if value is None:
        return Told(None, model) if model else ""
    if isinstance(value, View):
        return Told(value, model or type(value._model))
    if isinstance(value, Named):
        return ToldNames({plain(name): told(item, model) for name, item in value})
    if isinstance(value, Listed):
        return ToldList([told(item, model) for item in value], "\n" if value.in_line is None else value.in_line)
    return plain(value) if isinstance(value, str) else value


def tags(sop: View, company: str) -> Mapping[str, Any]:
    """What a house template may speak of."""
    return {"sop": Told(sop, type(sop._model)), "company": company}
