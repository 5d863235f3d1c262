"""Finding styles in a template: by name, in English or Chinese, or by id.

Localised programs change the ids (Word in Chinese calls Normal ``a``, WPS ``1``) and keep the English names; people and
other programs translate the names too.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, cast

from sopgen.resources import templates
from sopgen.source import parse, read
from sopgen.writers.docx.house.names import element, val

if TYPE_CHECKING:
    from lxml.etree import _Element


def style_id(style: _Element) -> str:
    """The id of a style."""
    return style.get(element("styleId"), "")


def kind_of(style: _Element) -> str:
    """Whether a style is one of paragraphs, characters, tables or numbering."""
    return style.get(element("type"), "paragraph")


def is_default(style: _Element) -> bool:
    """Whether a style is that of everything that names none."""
    return style.get(element("default")) in {"1", "true", "on"}


@cache
def _other_names() -> Mapping[str, tuple[str, ...]]:
    path = templates() / "word" / "style-names.yaml"
    listed = cast("Mapping[str, list[str]]", parse(read(path)).data)
    return {_folded(name): tuple(map(_folded, others)) for name, others in listed.items()}


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()


class Known:
    """The styles of a template."""

    def __init__(self, root: _Element) -> None:
        self.by_id: dict[str, _Element] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._defaults: dict[str, str] = {}
        for style in root.findall(element("style")):
            name = style_id(style)
            self.by_id.setdefault(name, style)
            for other in (val(style, "name") or "", *(val(style, "aliases") or "").split(",")):
                self._names.setdefault((kind_of(style), _folded(other)), name)
            if is_default(style):
                self._defaults.setdefault(kind_of(style), name)
        for name, style in self.by_id.items():
            self._names.setdefault((kind_of(style), _folded(name)), name)

    def find(self, style: _Element) -> str | None:
        """The id under which the template has one of our styles; None if it lacks it."""
        kind = kind_of(style)
        if is_default(style) and kind in self._defaults:
            return self._defaults[kind]
        return self.named(val(style, "name") or "", kind) or self._names.get((kind, _folded(style_id(style))))

    def named(self, name: str, kind: str = "paragraph") -> str | None:
        """The id of the style of that English name, whatever it is called here; None if there is none."""
        names = (_folded(name), *_other_names().get(_folded(name), ()))
        return next((found for other in names if (found := self._names.get((kind, other)))), None)

    def has_default(self, kind: str) -> bool:
        """Whether a style is that of everything of that kind which names none."""
        return kind in self._defaults

    def chain(self, name: str | None) -> list[_Element]:
        """A style and those that it is based on, nearest first; one that has been there ends it."""
        found: dict[str, _Element] = {}
        while name in self.by_id and name not in found:
            found[name] = self.by_id[name]
            name = val(found[name], "basedOn")
        return [*found.values()]

    def cut_circles(self) -> list[str]:
        """Takes out what makes a style based on itself by a detour, which programs hang on; the names of these."""
        cut = []
        for style in self.by_id.values():
            base = style.find(element("basedOn"))
            if base is not None and self._returns(style):
                style.remove(base)
                cut.append(val(style, "name") or style_id(style))
        return cut

    def _returns(self, style: _Element) -> bool:
        """Whether one comes back to a style on the way through those that it is based on."""
        last = self.chain(style_id(style))[-1]
        return val(last, "basedOn") == style_id(style)
