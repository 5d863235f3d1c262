"""What a layout sees of a spec: the same keys, each printed.

``{{ step.action }}`` prints Markdown, ``{{ step.role }}`` the names of roles, ``{{ step.next }}`` "步骤 4": how a value
prints follows from its kind (``spec.kinds``). Every text carries the path it came from. A key that the spec leaves out
is ``None``, so ``{% if step.title %}`` asks whether there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, NamedTuple

from pydantic import BaseModel

from sopgen.document import markdown
from sopgen.document.counted import counted
from sopgen.document.markup import Html, html
from sopgen.document.printing import Printing
from sopgen.spec.clauses import Clause, LookupTable, Section
from sopgen.spec.control import Attachment
from sopgen.spec.dates import Date
from sopgen.spec.durations import TimeLimit
from sopgen.spec.forms import Form, Record, Script
from sopgen.spec.kinds import Field, Kind, fields_of, keys_of
from sopgen.spec.retention import Retention
from sopgen.spec.service import Classification, State
from sopgen.spec.shape import Names
from sopgen.spec.steps import Procedure, Step

Print = Callable[[str, str, Printing], Any]
"""Prints a text of the spec: the text, its path, and what it is printed with."""

ANCHORS: dict[type[BaseModel], str] = {
    Step: "step",
    Procedure: "procedure",
    Form: "form",
    Script: "script",
    Record: "record",
    Clause: "clause",
    LookupTable: "table",
    Section: "section",
    State: "state",
    Classification: "classification",
    Attachment: "attachment",
}
"""What the anchors of things that can be referred to begin with."""


class View:
    """A map of the spec; its keys are attributes.

    There is a subclass for each model (``view_of``), whose class attributes say that a key is absent; the keys that
    the spec gives are printed when the view is made.
    """

    anchor_space: ClassVar[str] = ""
    has_id: ClassVar[bool] = False
    has_language: ClassVar[bool] = False
    printers: ClassVar[Sequence[_Printer]] = ()

    def __init__(self, model: Any, path: str, printing: Printing) -> None:
        self._model = model
        self._path = path
        if self.has_language and path and model.language not in (None, printing.language):
            printing = printing.in_language(model.language)
        self._printing = printing
        given, own = model.__pydantic_fields_set__, self.__dict__
        for attribute, key, print_text in self.printers:
            if attribute in given:
                value = getattr(model, attribute)
                own[key] = None if value is None else show(value, print_text, f"{path}/{key}", printing)

    def __getitem__(self, key: str) -> Any:
        return getattr(self, key)

    def given(self, *keys: str) -> Iterator[tuple[str, Any]]:
        """Those of the keys that the spec gives, each with its value, in the order asked for."""
        own = self.__dict__
        for key in keys:
            value = own.get(key)
            if value is not None and value is not False and value != []:
                yield key, value

    def gives(self, key: str) -> bool:
        """Whether the spec gives the key, and gives it a value."""
        return getattr(self, key) not in (None, False, [])

    @property
    def path(self) -> str:
        """Where it stands in the spec."""
        return self._path

    @property
    def anchor(self) -> str:
        """The id that links to this part point to; empty for what has none."""
        if not self.anchor_space:
            return ""
        name = self._model.id if self.has_id else self._path.rpartition("/")[2]
        return self._printing.anchor(self.anchor_space, name) if name else ""

    @property
    def count(self) -> int:
        """The number of a form, a script, a table or an attachment among its like, from 1."""
        return self._printing.numbers[self._path]

    @property
    def t(self) -> Any:
        """The labels in the language of this part."""
        return self._printing.t

    def say_label(self, key: str, **values: object) -> Html:
        """A label, such as ``flow.call``, with its blanks filled in."""
        return self._printing.say(key, **values)

    def counted(self, series: str, number: object) -> Html:
        """The number of this part in its series, such as ``form``: a program that can count goes on from it."""
        return counted(series, number, (int(str(number)),))

    @property
    def own_language(self) -> str:
        """The language of this part, empty where it is the document's."""
        return self._model.language or "" if self.has_language else ""

    @property
    def x(self) -> Any:
        """The user's own ``x-`` keys, as typed."""
        return self._model.extras


class _Printer(NamedTuple):
    """How a view prints one key of its model."""

    attribute: str
    key: str
    print_text: Print


@cache
def view_of(model: type[BaseModel], view: type[View]) -> type[View]:
    """The subclass of ``view`` for one model: absent keys are class attributes, unless the view has its own way."""
    fields = fields_of(model)
    absent = {field.key: _absent(field) for field in fields if not hasattr(view, field.key)}
    printers = [_Printer(field.attribute, field.key, PRINT[field.kind]) for field in fields if field.key in absent]
    keys = keys_of(model)
    own = {
        "anchor_space": ANCHORS.get(model, view.anchor_space),
        "has_id": "id" in keys,
        "has_language": "language" in keys and "sopgen" not in keys,
    }
    return type(f"{model.__name__}{view.__name__}", (view,), {**absent, **own, "printers": tuple(printers)})


def _absent(field: Field) -> Any:
    """What a layout sees of a key that the spec leaves out."""
    if not field.is_list:
        return None
    return Named([], {}) if field.info.default_factory else Listed([], None)


def view(model: BaseModel, path: str, printing: Printing) -> View:
    """What a layout sees of ``model``, which stands at ``path``."""
    kind = type(model)
    return view_of(kind, printing.views.get(kind, View))(model, path, printing)


class Listed(list[Any]):
    """A list of the spec: texts print as a bulleted list when there are several, names in one line.

    ``in_line`` is what stands between those that print in one line; None for others.
    """

    def __init__(self, items: list[Any], in_line: str | None) -> None:
        super().__init__(items)
        self.in_line = in_line

    def __html__(self) -> str:
        if len(self) < 2:
            return html(self[0]) if self else ""
        if self.in_line is not None:
            return self.in_line.join(map(html, self))
        return f"<ul><li>{'</li><li>'.join(map(html, self))}</li></ul>"


class Named(list[Any]):
    """A map of names: pairs of a name and what it names; ``x`` holds the user's own keys."""

    def __init__(self, items: list[tuple[Html, Any]], extras: Mapping[str, Any]) -> None:
        super().__init__(items)
        self.x = extras


def show(value: Any, print_text: Print, path: str, printing: Printing) -> Any:  # noqa: PLR0911 (a table of types)
    """A value of the spec as a layout sees it: ``Html``, a ``View``, a list of them, a truth value, or None."""
    kind = type(value)
    if kind is str:
        return print_text(value, path, printing)
    if kind is tuple:
        items = [show(item, print_text, f"{path}/{place}", printing) for place, item in enumerate(value)]
        in_lists = print_text is _print_text or (value and isinstance(value[0], BaseModel))
        return Listed(items, None if in_lists else printing.t["list_separator"])
    if kind is bool or value is None:
        return value
    if isinstance(value, BaseModel):
        return view(value, path, printing)
    if kind is Names:
        items = [show_named(name, item, print_text, path, printing) for name, item in value.items()]
        return Named(items, value.extras)
    if kind is Date:
        return printing.text(value.printed(printing.language), path)
    return printing.text(value.text if isinstance(value, TimeLimit | Retention) else str(value), path)


def show_named(name: str, item: Any, print_text: Print, path: str, printing: Printing) -> tuple[Html, Any]:
    """A name of the user's choice, fit to stand in a path, and what it names."""
    path = f"{path}/{html(name.replace('~', '~0').replace('/', '~1'))}"
    return printing.text(name, path), show(item, print_text, path, printing)


def _print_line(value: str, path: str, printing: Printing) -> Html:
    return printing.text(value, path)


def _print_text(value: str, path: str, printing: Printing) -> Html:
    if markdown.is_plain(value):
        return printing.text(value, path)
    printed = markdown.render(value, lambda reference: printing.refer(reference, path), printing.image, printing.figure)
    content, inline = printed
    element = "span" if inline else "section"
    return Html(f'<{element} data-path="{path}">{content}</{element}>')


def _print_word(value: str, path: str, printing: Printing) -> Html:
    return printing.text(printing.t["words"].get(value, value), path)


def _named_by(print_name: Callable[[Printing, str], Html]) -> Print:
    return lambda value, _path, printing: print_name(printing, value)


PRINT: dict[Kind | None, Print] = {
    **dict.fromkeys(Kind, _print_line),
    None: _print_line,
    Kind.TEXT: _print_text,
    Kind.WORD: _print_word,
    Kind.PATTERN: lambda value, path, printing: printing.pattern(value, path),
    Kind.FILE: lambda value, path, printing: printing.text(printing.image(value), path),
    Kind.ROLE: _named_by(Printing.role),
    Kind.FORM: _named_by(Printing.form),
    Kind.SCRIPT: _named_by(Printing.script),
    Kind.RECORD: _named_by(Printing.record),
    Kind.STATE: _named_by(Printing.state),
    Kind.PROCEDURE: _named_by(Printing.procedure),
    Kind.CALL: _named_by(Printing.call),
    Kind.STEP: lambda value, path, printing: printing.step(value, path),
}
