"""What the shapes of the language and their keys are for, in a language of the reader.

In English that is what the models say of themselves; other languages have it in ``templates/reference/``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from sopgen.diagnostics import Language
from sopgen.resources import templates
from sopgen.source import parse, read
from sopgen.spec.docstrings import docstrings, example
from sopgen.spec.kinds import fields_of
from sopgen.spec.shape import Shape


class Description(NamedTuple):
    """What a shape is.

    Attributes:
        title: its name.
        about: what it is for.
        keys: what each of its keys is for.
        example: YAML that shows it; empty where that of another shape does.
    """

    title: str
    about: str
    keys: Mapping[str, str]
    example: str


def described(model: type[Shape], language: Language) -> Description:
    """What ``model`` and its keys are for."""
    if language == "en":
        told = docstrings(model)
        keys = {field.key: told[field.attribute] for field in fields_of(model)}
        return Description(_title(model), told[""], keys, example(model))
    shapes = reference_words(language)["shapes"]
    own = shapes[model.__name__]
    holders = [shapes[holder.__name__] for holder in reversed(model.__mro__) if holder.__name__ in shapes]
    keys = {key: text for holder in holders for key, text in holder["keys"].items()}
    return Description(own["title"], own["about"], keys, own.get("example", "").strip("\n"))


@cache
def reference_words(language: Language) -> Mapping[str, Any]:
    """The words of the reference in one language."""
    words: Any = parse(read(templates() / "reference" / f"{language}.yaml")).data
    found: Mapping[str, Any] = words
    return found


def _title(model: type[Shape]) -> str:
    """The name of a shape in English: ``ExceptionCase`` is an exception case, and an abbreviation stays in capitals."""
    words = re.sub("(?<=[a-z])(?=[A-Z])", " ", model.__name__).capitalize()
    return "SOP" if words == "Sop" else words
