"""The order in which the parts of a document print, with its free sections and tables between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from sopgen.document.views import View

_END = ""
"""The place of tables and sections that name none."""


class Part(NamedTuple):
    """A part to print: the layout template that prints it, and the table or section it prints, if it is one."""

    name: str
    item: View | None = None


def arrange(sop: View, *parts: str, annexes: Collection[str] = ()) -> Iterator[Part]:
    """The parts that the spec gives, in the order of ``parts``.

    Args:
        sop: the SOP.
        parts: names of parts, each with the keys it prints when these are others: ``"conditions: triggers
            preconditions"``. Tables and sections stand after the part that prints the key they name.
        annexes: names of parts that the text ends before.

    Yields:
        Each part that has something to print; tables and sections at their places, the rest at the end of the text.
    """
    waiting: dict[str, list[Part]] = defaultdict(list)
    for kind in ("table", "section"):
        for item in sop[f"{kind}s"]:
            waiting[str(item._model.after or _END)].append(Part(kind, item))
    for part in parts:
        name, _, keys = part.partition(":")
        names = keys.split() or [name]
        if name in annexes:
            yield from _placed(waiting, _END)
        if any(sop[key] for key in names):
            yield Part(name)
        for key in names:
            yield from _placed(waiting, key)
    sections = {section._model.id for section in sop["sections"]}
    for place in sorted(waiting, key=sections.__contains__):  # what stands after a section comes with that section
        yield from _placed(waiting, place)


def _placed(waiting: dict[str, list[Part]], place: str) -> Iterator[Part]:
    """What stands after ``place``, and after what stands there."""
    following = waiting.pop(place, [])[::-1]
    while following:  # not by recursion, since rows of sections may be long
        part = following.pop()
        yield part
        model: Any = part.item
        if part.name == "section" and model._model.id:
            following += waiting.pop(model._model.id, [])[::-1]
