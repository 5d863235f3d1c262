"""The reference of the spec language: every shape and every key in Markdown, from the models and their docstrings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from sopgen.spec import controlled, texts
from sopgen.spec.constraints import Constraint
from sopgen.spec.docstrings import docstrings, example
from sopgen.spec.kinds import Field, fields_of, model_in
from sopgen.spec.models import models
from sopgen.spec.parts import HANDBOOK_PARTS, PARTS
from sopgen.spec.shape import Many, Names, Shape
from sopgen.spec.sop import Sop

MARK = "<!-- What follows is made from the models by docs/generate.py. -->\n"
"""The line of the page below which everything is generated."""

_TAKES: tuple[tuple[object, str], ...] = (
    (controlled.FormatVersion, "`1`"),
    (texts.Line, "a line of text"),
    (texts.Pattern, "text with blanks"),
    (texts.Text, "text in Markdown"),
    (texts.Say, "text, printed as typed"),
    (texts.Id, "an id"),
    (texts.SectionId, "an id, not the key of a part"),
    (texts.RoleId, "the id of a role"),
    (texts.StepId, "the id of a step, `end`, or a document number"),
    (texts.CallId, "a document number, or the id of a procedure"),
    (texts.ProcedureId, "the id of a procedure"),
    (texts.FormId, "the id of a form"),
    (texts.ScriptId, "the id of a script"),
    (texts.RecordId, "the id of a record"),
    (texts.StateId, "the id of a state"),
    (texts.ResourceName, "the name of a resource"),
    (texts.Word, "any word"),
    (texts.File, "the path of an image"),
    (texts.Place, "the key of a part, or the id of a section"),
    (texts.Number, "a document number"),
    (texts.SopName, "the path of an SOP from the handbook, or its number"),
    (texts.Length, "a time limit"),
    (texts.Pause, "a length of time"),
    (texts.Retained, "a length of time, or `permanent`"),
    (texts.Dated, "a date"),
    (texts.Versioned, "a version"),
    (texts.Flag, "`true` or `false`"),
    (texts.FlagOrText, "`true`, `false`, or text in Markdown"),
    (texts.CellText, "text in Markdown, or nothing"),
    (texts.Count, "a whole number"),
    (Many[Many[texts.CellText]], "a list of rows, each a list of cells: text in Markdown, or nothing"),
    (texts.Secrecy, "`public`, `internal`, `confidential`, `secret`, or 公开, 内部, 机密, 绝密"),
)
"""The types of values, and what they take in plain words."""


def updated(page: str) -> str:
    """``page`` with everything below its ``MARK`` made anew."""
    written, mark, _ = page.partition(MARK)
    return f"{written}{mark}\n{reference()}"


def reference() -> str:
    """The parts in their order, the list of shapes, and a section for each, parents first."""
    sop, handbook = (", ".join(f"`{part}`" for part in parts) for parts in (PARTS, HANDBOOK_PARTS))
    shapes = " · ".join(map(_link, models()))
    order = (
        f"## The order of the parts\n\nParts print in this order, and `after` may name them: {sop}.\n\n"
        f"Those of a handbook: {handbook}.\n"
    )
    return "\n".join([order, f"## Every key\n\n{shapes}\n", *map(_section, models())])


def _section(model: type[Shape]) -> str:
    yaml = example(model)
    shown = f"```yaml\n{yaml}\n```" if yaml else ""
    parts = [f"### {_title(model)}", docstrings(model)[""], _places(model), *_notes(model), _table(model), shown]
    return "\n\n".join(filter(None, parts)) + "\n"


def _title(model: type[Shape]) -> str:
    """The name of a shape in words: ``ExceptionCase`` is an exception case."""
    return "SOP" if model is Sop else re.sub("(?<=[a-z])(?=[A-Z])", " ", model.__name__).capitalize()


def _link(model: type[Shape]) -> str:
    title = _title(model).lower()
    return f"[{title}](#{title.replace(' ', '-')})"


def _places(model: type[Shape]) -> str:
    """Where a shape may stand: keys that the same shapes have are told of together."""
    parents: dict[str, list[type[Shape]]] = {}
    for parent in models():
        for field in fields_of(parent):
            if model_in(_hints(parent)[field.attribute], Shape) is model:
                parents.setdefault(field.key, []).append(parent)
    keys: dict[tuple[type[Shape], ...], list[str]] = {}
    for key, holders in parents.items():
        keys.setdefault(tuple(holders), []).append(f"`{key}`")
    places = [f"{_listed(names, 'and')} of {_listed([*map(_link, holders)])}" for holders, names in keys.items()]
    return f"Stands under {'; '.join(places)}." if places else ""


def _listed(words: Sequence[str], last: str = "or") -> str:
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _notes(model: type[Shape]) -> Iterator[str]:
    """What is to be said about all keys together."""
    if model.bare is not None:
        yield f"A {'list' if model.bare_list else 'value that is not a map'} stands for `{model.bare}`."
    yield from map(_rule, model.constraints)


def _rule(constraint: Constraint) -> str:
    keys = [f"`{key}`" for key in constraint.keys]
    if constraint.rule == "needs":
        return f"{keys[0]} needs {keys[1]}."
    if constraint.rule == "at-most-one":
        return f"{_listed(keys, 'and')} exclude each other."
    return (
        f"{'Exactly' if constraint.rule == 'exactly-one' else 'At least'} one of {_listed(keys, 'and')} is compulsory."
    )


def _table(model: type[Shape]) -> str:
    words, hints = docstrings(model), _hints(model)
    rows = [
        f"| `{field.key}` | {_takes(hints[field.attribute])} | {_default(field)} | {words[field.attribute]} |"
        for field in fields_of(model)
    ]
    return "\n".join(["| Key | Takes | If left out | Meaning |", "|---|---|---|---|", *rows])


def _default(field: Field) -> str:
    if field.info.is_required():
        return "**compulsory**"
    default = field.info.get_default(call_default_factory=True)
    if default in (None, (), {}):
        return ""
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def _takes(annotation: Any) -> str:
    """What a value of the type ``annotation`` is, in plain words."""
    for known, words in _TAKES:
        if annotation == known:
            return words
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return _listed([f"`{word}`" for word in arguments])
    if origin is Names:
        return f"a map of {'ids' if arguments[0] == texts.Id else 'names'}: {_takes(arguments[1])} for each"
    if origin is tuple:
        return f"{_takes(arguments[0])}, or a list"
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return _link(annotation)
    inner = arguments if origin in (Union, UnionType) else arguments[:1]
    return _takes(next(one for one in inner if one is not type(None)))


@cache
def _hints(model: type[Shape]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)
