"""The reference of the spec language: every shape and every key in Markdown, from the models, in two languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from sopgen.diagnostics import Language
from sopgen.spec import controlled, texts
from sopgen.spec.constraints import Constraint
from sopgen.spec.descriptions import described, reference_words
from sopgen.spec.kinds import Field, fields_of, model_in
from sopgen.spec.models import models
from sopgen.spec.parts import HANDBOOK_PARTS, PARTS
from sopgen.spec.shape import Many, Names, Shape

MARK = "<!-- What follows is made from the models by docs/generate.py. -->\n"
"""The line of the page below which everything is generated."""

_TYPES = {**vars(texts), "FormatVersion": controlled.FormatVersion, "Rows": Many[Many[texts.CellText]]}
"""The types of values by the names under which the words have what they take."""


def updated(page: str, language: Language) -> str:
    """``page`` with everything below its ``MARK`` made anew."""
    written, mark, _ = page.partition(MARK)
    return f"{written}{mark}\n{reference(language)}"


def reference(language: Language) -> str:
    """The parts in their order, the list of shapes, and a section for each, parents first."""
    page = _Page(language)
    shapes = " · ".join(map(page.link, models()))
    return "\n".join([page.order(), f"{page.words['keys']}\n\n{shapes}\n", *map(page.section, models())])


class _Page:
    """The reference in one language, and the words of it."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words: Mapping[str, Any] = reference_words(language)

    def order(self) -> str:
        """The parts in the order in which they print."""
        comma = self.words["and"][0]
        sop, handbook = (comma.join(_quoted(parts)) for parts in (PARTS, HANDBOOK_PARTS))
        return self._said("order", sop=sop, handbook=handbook)

    def section(self, model: type[Shape]) -> str:
        """What there is to say of a shape."""
        told = described(model, self.language)
        shown = f"```yaml\n{told.example}\n```" if told.example else ""
        parts = [f"### {told.title}", told.about, self._places(model), *self._notes(model), self._table(model), shown]
        return "\n\n".join(filter(None, parts)) + "\n"

    def link(self, model: type[Shape]) -> str:
        """A link to the section of a shape."""
        title = described(model, self.language).title.lower()
        return f"[{title}](#{title.replace(' ', '-')})"

    def _places(self, model: type[Shape]) -> str:
        """Where a shape may stand: keys that the same shapes have are told of together."""
        parents: dict[str, list[type[Shape]]] = {}
        for parent in models():
            for field in fields_of(parent):
                if model_in(_hints(parent)[field.attribute], Shape) is model:
                    parents.setdefault(field.key, []).append(parent)
        keys: dict[tuple[type[Shape], ...], list[str]] = {}
        for key, holders in parents.items():
            keys.setdefault(tuple(holders), []).append(key)
        told = [
            (self._listed(_quoted(names), "and"), self._listed([*map(self.link, holders)], "or_shapes"))
            for holders, names in keys.items()
        ]
        places = [self._said("place", keys=listed, shapes=shapes) for listed, shapes in told]
        return self._said("places", places=self.words["place_separator"].join(places)) if places else ""

    def _notes(self, model: type[Shape]) -> Iterator[str]:
        """What is to be said about all keys together."""
        if model.bare is not None:
            yield self._said("bare_list" if model.bare_list else "bare", key=f"`{model.bare}`")
        yield from map(self._rule, model.constraints)

    def _rule(self, constraint: Constraint) -> str:
        keys = _quoted(constraint.keys)
        return self._said(constraint.rule, first=keys[0], second=keys[1], keys=self._listed(keys, "and"))

    def _table(self, model: type[Shape]) -> str:
        keys, hints = described(model, self.language).keys, _hints(model)
        rows = [
            f"| `{field.key}` | {self._takes(hints[field.attribute])} | {self._default(field)} | {keys[field.key]} |"
            for field in fields_of(model)
        ]
        head = " | ".join(self.words["columns"])
        return "\n".join([f"| {head} |", "|---|---|---|---|", *rows])

    def _default(self, field: Field) -> str:
        if field.info.is_required():
            return str(self.words["compulsory"])
        default = field.info.get_default(call_default_factory=True)
        if default in (None, (), {}):
            return ""
        return f"`{str(default).lower() if isinstance(default, bool) else default}`"

    def _takes(self, annotation: Any) -> str:
        """What a value of the type ``annotation`` is, in plain words."""
        for name, told in self.words["takes"].items():
            if annotation == _TYPES[name]:
                return str(told)
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Literal:
            return self._listed(_quoted(arguments), "or")
        if origin is Names:
            left = "ids" if arguments[0] == texts.Id else "names"
            return self._said(f"map_of_{left}", value=self._takes(arguments[1]))
        if origin is tuple:
            return self._said("list", value=self._takes(arguments[0]))
        if isinstance(annotation, type) and issubclass(annotation, Shape):
            return self.link(annotation)
        inner = [one for one in (arguments if origin in (Union, UnionType) else arguments[:1]) if one is not type(None)]
        if not inner:
            raise TypeError(f"no words for what {annotation} takes")
        return self._takes(inner[0])

    def _said(self, key: str, /, **values: str) -> str:
        said: str = self.words[key]
        return said.format(**values)

    def _listed(self, words: Sequence[str], manner: str) -> str:
        comma, joint = self.words[manner]
        return f"{comma.join(words[:-1])}{joint}{words[-1]}" if words[1:] else words[0]


def _quoted(keys: Sequence[str]) -> list[str]:
    return [f"`{key}`" for key in keys]


@cache
def _hints(model: type[Shape]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)
