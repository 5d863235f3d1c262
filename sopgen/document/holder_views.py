"""What holds parts that print, a document or a part of a handbook, as a layout sees it."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from typing import Any, NamedTuple

from sopgen.document.arrangement import Part, arrange
from sopgen.document.views import View


class HolderView(View):
    """What holds parts that print."""

    @property
    def role_list(self) -> list[View]:
        """The roles without their ids."""
        return [role for _, role in self["roles"]]

    @property
    def record_list(self) -> list[View]:
        """The records without their ids."""
        return [record for _, record in self["records"]]

    @property
    def rules_by_topic(self) -> list[tuple[Any, list[View]]]:
        """The rules in groups, topics in the order in which they first occur; those without one first."""
        groups: dict[str, tuple[Any, list[View]]] = {}
        for rule in self["rules"]:
            groups.setdefault(rule._model.topic or "", (rule.topic, []))[1].append(rule)
        return [groups[topic] for topic in sorted(groups, key=bool)]

    def annex_letter(self, part: str) -> str:
        """The letter of the annex that the attachments or the forms make, after those that sections say they are."""
        before = sum(section._model.is_annex for section in self["sections"])
        return ascii_uppercase[(before + (part == "forms" and self.gives("attachments"))) % len(ascii_uppercase)]

    def arrange(self, *parts: str) -> Iterator[Part]:
        """The parts that are given, in the order of ``parts``, as ``arrange`` gives those of the whole document."""
        return arrange(self, *parts)

    def columns(self, items: list[View], keys: str) -> Columns:
        """The table that prints ``items``: a column for each of ``keys`` that at least one of them gives.

        Args:
            items: what to print, an item a row.
            keys: the keys that may have a column, separated by spaces; ``criteria*3`` is three times as wide.
        """
        wanted = dict(key.partition("*")[::2] for key in keys.split())
        names = [name for name in wanted if any(item.gives(name) for item in items)]
        rows = [(item.anchor, ["" if (value := item[name]) in _ABSENT else value for name in names]) for item in items]
        return Columns(names, " ".join(wanted[name] or "1" for name in names), rows)


_ABSENT = (None, False)


class Columns(NamedTuple):
    """A table as a layout sees it: the keys of its columns, their relative widths, and its rows with their anchors."""

    names: list[str]
    widths: str
    rows: list[tuple[str, list[Any]]]
