"""How forms, scripts, clauses and tables print: field by field, word for word, number by number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import zip_longest
from typing import Any

from markupsafe import escape

from sopgen.document.markdown import is_plain
from sopgen.document.markup import Html
from sopgen.document.views import View

WIDE_FIELDS = frozenset({"long_text", "table", "photo", "multi_choice", "signature", "datetime"})
"""Types of form field that need the width of the page."""
PROMPTED = frozenset({"text", "long_text", "number"})
"""Types of form field that hold nothing on paper, so that a hint may stand in them."""
TICKED = frozenset({"true", "yes", "是", "√", "☑"})
"""Defaults that tick a check box."""
MOST_OPTIONS = 4
"""Up to how many options a choice fits half the width of the page."""
_HALF, _BOX, _NARROW = 13.5, 1.7, 0.45
"""How many Chinese characters that half holds, how many a box takes with the room around it, what others take."""


class FieldView(View):
    """A field of a form."""

    @property
    def type(self) -> str:
        """What is filled in, as the language names it."""
        return str(self._model.type)

    @property
    def is_wide(self) -> bool:
        """Whether it takes the width of the page."""
        hint, options = self._model.hint or "", self._model.options
        if self.type in WIDE_FIELDS or self["fields"] or len(options) > MOST_OPTIONS or len(hint) > 24:
            return True
        return sum(_width(option) + _BOX for option in options) > _HALF

    @property
    def title(self) -> str:
        """What is asked for, as plain text."""
        return str(self._model.name or self._model.group)

    @cached_property
    def choices(self) -> list[tuple[str, str, Html, bool]]:
        """What to choose from: each with its path, as plain text and as it prints, and whether it is the default."""
        printed = zip(self._model.options, self["options"], strict=True)
        return [
            (f"{self._path}/options/{place}", typed, text, typed == self._model.default)
            for place, (typed, text) in enumerate(printed)
        ]

    @property
    def is_ticked(self) -> bool:
        """Whether the default is one of the options, or says of a check box that it is ticked."""
        default = self._model.default
        return default in self._model.options or (self.type == "checkbox" and default in TICKED)

    @property
    def value(self) -> str:
        """The default as plain text."""
        return self._model.default or ""

    @property
    def prompt(self) -> str:
        """The key of what stands in the field until it is filled in: the hint or example of a text, if it is plain."""
        if self.type not in PROMPTED or self.value or self._model.options or self._model.group:
            return ""
        hint = self._model.hint
        if hint and is_plain(hint):
            return "hint"
        return "example" if self._model.example else ""

    @property
    def prompt_text(self) -> str:
        """What stands in the field until it is filled in, as plain text."""
        return str(getattr(self._model, self.prompt)) if self.prompt else ""


def _width(text: str) -> float:
    """About how wide a text is, in Chinese characters: they are those that UTF-8 needs three bytes for."""
    wide = (len(text.encode("utf-8", "replace")) - len(text)) / 2
    return wide + (len(text) - wide) * _NARROW


class FormView(View):
    """A form, its fields arranged in rows of two."""

    @cached_property
    def rows(self) -> list[list[FieldView]]:
        """The fields as they stand on paper: a wide one or a group alone in its row, others two by two."""
        return list(_paired(self["fields"]))


def _paired(fields: list[FieldView]) -> Iterator[list[FieldView]]:
    waiting: list[FieldView] = []
    for field in fields:
        if field["group"] is not None or field.is_wide:
            if waiting:
                yield waiting
            waiting = []
            yield [field]
            if field["group"] is not None:
                yield from _paired(field["fields"])
            continue
        waiting.append(field)
        if len(waiting) == 2:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


class ScriptView(View):
    """Words to say, with blanks."""

    @property
    def say(self) -> Html:
        """The words as typed, line by line; ``{{`` and ``}}`` print as single braces."""
        words = self._model.say.strip("\n")
        lines = escape(_BRACES.sub(lambda match: match[0][0], words)).split("\n")
        if len(lines) == 1:
            return Html(f'<span data-path="{self._path}/say">{lines[0]}</span>')
        spans = "<br/>".join(f"<span>{line}</span>" for line in lines)  # in which white space is kept
        return Html(f'<span data-path="{self._path}/say">{spans}</span>')


_BRACES = re.compile(r"\{\{|\}\}")


class ClauseView(View):
    """A chapter, article or item, with its number."""

    @cached_property
    def _place(self) -> Any:
        return self._printing.clause_places[self._path]

    @property
    def level(self) -> str:
        """``chapter``, ``section``, ``article`` or ``item``."""
        return str(self._place.level)

    @property
    def depth(self) -> int:
        """How deep an item stands in its article, from 1; 0 for all others."""
        return int(self._place.depth)

    @property
    def number(self) -> Html:
        """The number that stands before it."""
        return self._printing.clause_number(self._place)

    @property
    def anchor(self) -> str:
        """The id that links to it point to: every clause has one, as items are called by their article too."""
        return self._printing.clause_anchor(self._place)


_ONE_NUMBER = r"[-+≤≥<>¥$€￥]?\s*[0-9][0-9,]*(?:\.[0-9]+)?\s*[%‰元]?"
_NUMBER = re.compile(f"(?:{_ONE_NUMBER}(?:\\s*[~～–—至]\\s*{_ONE_NUMBER})?)?")
"""What stands to the right in a table: a number or a range, perhaps with signs and units, or nothing."""


class TableView(View):
    """A look-up table."""

    @property
    def number(self) -> int:
        """Its number, from 1."""
        return self.count

    @property
    def width(self) -> int:
        """How many columns it needs, for its headings and for its longest row."""
        rows = [len(row) for row in self._model.rows]
        return max([len(self["columns"]), *rows])

    @cached_property
    def roles(self) -> list[str]:
        """The role of the cells of each column: ``number``, to be set right, where all of them are numbers."""
        columns = zip_longest(*self._model.rows, fillvalue="")
        return ["number" if all(_NUMBER.fullmatch(cell) for cell in column) else "" for column in columns]


class SectionView(View):
    """A free section."""

    @property
    def is_annex(self) -> bool:
        """Whether its title has a number of its own, that of an annex."""
        return bool(self._model.is_annex)


class RuleView(View):
    """A rule without a sequence, its key printed as a label."""

    @property
    def kind(self) -> str:
        """How binding it is, in words."""
        return str(self.t["rules"][self._model.kind])

    @property
    def content(self) -> Any:
        """What it says."""
        return self[self._model.kind]


class CautionView(View):
    """A call-out."""

    @property
    def kind(self) -> str:
        """``note``, ``tip``, ``caution``, ``warning`` or ``danger``."""
        return str(self._model.kind)

    @property
    def content(self) -> Any:
        """What it says."""
        return self[self.kind]


class RoleView(View):
    """A role; outside parties are marked."""

    @cached_property
    def name(self) -> Html:
        """The name of the role."""
        printed = self._printing.text(self._model.name, f"{self._path}/name")
        if not self._model.external:
            return printed
        return Html(printed + self._printing.say("parenthesis", text=self.t["external"]))
