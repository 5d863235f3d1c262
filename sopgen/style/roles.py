"""Roles in style sheets that nothing has, such as misspelt ones; no error, for layouts may have roles of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen.diagnostics import Diagnostic, Message, Severity
from sopgen.resources import templates
from sopgen.source.problems import Problem

if TYPE_CHECKING:
    from sopgen.source import Tree

_ROLES = (("paragraphs",), ("characters",), ("tables",), ("table", "cells"), ("table", "paragraphs"))
"""Where the keys of a style sheet are roles."""
_SHARED: Mapping[tuple[str, ...], tuple[str, ...]] = {("table", "paragraphs"): ("paragraphs",)}
"""Where roles are those of another place too."""
UNUSED_ROLE = Problem(
    "SOP613",
    "unused-role",
    Message(zh="没有版式用到“{name}”这个角色", en="no layout gives anything the role `{name}`"),
    severity=Severity.WARNING,
)
GIVE_IT = Message(
    zh='请在自己的版式里写 class="{name}"，或删去这个角色',
    en='write class="{name}" in a layout of your own, or take the role out',
)


def unused_roles(path: Path, layouts: Path | None) -> tuple[Diagnostic, ...]:
    """Warnings about roles that no layout has, no cover line, no end, nor a style sheet that this one is laid over.

    Args:
        path: the file of a valid style sheet.
        layouts: a folder of layouts of one's own.
    """
    from sopgen.style.loading import layers

    trees = layers(path)
    found = [one for depth, tree in enumerate(trees[:-1]) for one in _new(tree, trees[depth + 1 :])]
    texts = [*_texts(layouts), *_named(trees)] if found else []
    return tuple(diagnostic for name, diagnostic in found if not _is_given(name, texts))


def _new(tree: Tree, below: Sequence[Tree]) -> Iterator[tuple[str, Diagnostic]]:
    """The roles in one style sheet that those below it do not have, each with its warning."""
    from sopgen.source import did_you_mean

    for whole in _sheets(tree):
        for place in _ROLES:
            known = {name for base in below for name in _known(base, place)}
            for name in _keys(tree, (*whole, *place)):
                if name not in known:
                    hint = did_you_mean(name, sorted(known)) or GIVE_IT.format(name=name)
                    yield name, UNUSED_ROLE.at(tree.locate((*whole, *place, name), key=True), hint=hint, name=name)


def _known(tree: Tree, place: tuple[str, ...]) -> Iterator[str]:
    """The roles that a style sheet has at a place, whatever the language."""
    for whole in _sheets(tree):
        for shared in (place, _SHARED.get(place, place)):
            yield from _keys(tree, (*whole, *shared))


def _sheets(tree: Tree) -> list[tuple[str, ...]]:
    """Where what a style sheet says begins: what it says in general, and for each language."""
    return [(), *(("languages", language) for language in _keys(tree, ("languages",)))]


def _keys(tree: Tree, place: tuple[str, ...]) -> list[str]:
    there = tree.value(place)
    return list(there) if isinstance(there, dict) else []


def _texts(layouts: Path | None) -> list[str]:
    """The layouts that ship, and those of one's own."""
    folders = [templates() / "layouts", *([layouts] if layouts else [])]
    files = (file for folder in folders for file in sorted(Path(str(folder)).rglob("*.xhtml")))
    return [file.read_text(encoding="utf-8", errors="replace") for file in files]


def _named(trees: Sequence[Tree]) -> Iterator[str]:
    """The roles of the lines of covers, and of what ends a document."""
    for tree in trees:
        for whole in _sheets(tree):
            lines = tree.value((*whole, "cover"))
            count = len(lines) if isinstance(lines, list) else 0
            places: list[tuple[str | int, ...]] = [(*whole, "end")]
            places += [(*whole, "cover", line, "role") for line in range(count)]
            yield from (str(role) for place in places if (role := tree.value(place)))


def _is_given(name: str, texts: Sequence[str]) -> bool:
    """Whether a layout has the name anywhere, as a word of its own."""
    word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    return any(word.search(text) for text in texts)
