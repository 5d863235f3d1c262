"""Pydantic's errors about a style sheet in its author's words, each at its place in the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from sopgen.diagnostics import Diagnostic, Location, Message, Severity, listed
from sopgen.source import Path, did_you_mean
from sopgen.source.problems import LIST, MAP, TEXT
from sopgen.spec.constraints import ADD_KEY
from sopgen.spec.kinds import model_in
from sopgen.spec.wording import FILL_OR_DELETE, ONE_OF
from sopgen.style.model import Style
from sopgen.style.scalars import OrNone, Part

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from sopgen.source import Tree

UNKNOWN_KEY = Message(zh="这里没有“{key}”这个键", en="there is no key `{key}` here")
MISSING = Message(zh="缺少“{key}”", en="`{key}` is missing")
EMPTY = Message(zh="“{key}”没有内容", en="`{key}` is empty")
WRONG_SHAPE = Message(zh="“{key}”应为{wanted}", en="`{key}` should be {wanted}")
SHAPES = {"string_type": TEXT, "model_type": MAP, "dict_type": MAP, "tuple_type": LIST}
OR_NONE = Message(zh="不要的话写 none", en="write `none` to leave it out")
NOT_ONE_OF = Message(zh="“{key}”不能是“{value}”", en="`{key}` cannot be `{value}`")
NOT_A_FLAG = Message(
    zh="“{key}”应为 true 或 false（是或否），不能是“{value}”", en="`{key}` should be true or false, not `{value}`"
)
NOT_UNDERSTOOD = Message(zh="“{key}”的写法无法理解", en="`{key}` cannot be understood as written")
NOT_A_COLOR = Message(zh="“{value}”不是颜色", en="`{value}` is not a colour")
COLORS_LOOK_LIKE = Message(zh="写六位十六进制数，例如 C00000", en="write six hexadecimal digits, such as C00000")

Explained = tuple[Message, Message | None]
"""The message and the hint."""


def explain(error: ValidationError, layers: Sequence[Tree]) -> list[Diagnostic]:
    """One diagnostic for each place at which ``error`` finds a problem, in the order of the text.

    ``layers`` are the style sheet and what it extends, one after the other.
    """
    found: dict[object, Diagnostic] = {}
    items = error.errors(include_url=False)
    said: set[Path] = {item["loc"] for item in items}
    for item in items:
        if item["loc"][:1] == ("languages",) and _is_told(item["loc"][2:], said):
            continue
        diagnostic = _diagnostic(item, layers)
        found.setdefault((diagnostic.location, diagnostic.message), diagnostic)
    return sorted(found.values(), key=lambda diagnostic: diagnostic.sort_key)


def _is_told(path: Path, said: set[Path]) -> bool:
    """Whether the same is told of what holds for all languages, or of what stands around it there."""
    return any(path[:end] in said for end in range(1, len(path) + 1))


def _diagnostic(item: ErrorDetails, layers: Sequence[Tree]) -> Diagnostic:
    path = tuple(part for part in item["loc"] if part != "[key]")
    at_key = item["type"] in {"extra_forbidden", "missing"} or len(path) < len(item["loc"])
    message, hint = _EXPLAIN.get(item["type"], _not_understood)(item, path)
    location = _located(path, layers, key=at_key)
    return Diagnostic("SOP610", "invalid-style", Severity.ERROR, message, location, hint)


def _located(path: Path, layers: Sequence[Tree], *, key: bool) -> Location:
    """Where a value of a merged style sheet is written: the part of its language and the top layer come first."""
    paths = (path, path[2:]) if path[:1] == ("languages",) else (path,)
    written = ((tree, path) for path in paths for tree in layers)
    tree, path = max(written, key=lambda place: _depth(place[0].data, place[1]) - len(place[1]))
    return tree.locate(path, key=key)


def _depth(data: Any, path: Path) -> int:
    """How many steps of ``path`` exist in ``data``."""
    for depth, part in enumerate(path):
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return depth
    return len(path)


def _name(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _holder(path: Path) -> Any:
    """The model of the map that ``path`` ends in."""
    model: Any = Style
    for part in path[:-1]:
        model = model_in(model.model_fields[part].annotation, Part) if part in model.model_fields else model
    return model


def _unknown_key(_item: ErrorDetails, path: Path) -> Explained:
    model = _holder(path)
    known = [*model.model_fields, *(["extends"] if model is Style else [])]
    return UNKNOWN_KEY.format(key=_name(path)), _meant(_name(path), known)


def _meant(name: str, known: Sequence[str]) -> Message:
    """The word that was probably meant, else all that are known."""
    return did_you_mean(name, known) or ONE_OF.format(words=listed(known))


def _missing(_item: ErrorDetails, path: Path) -> Explained:
    return MISSING.format(key=_name(path)), ADD_KEY.format(key=_name(path))


def _wrong_shape(item: ErrorDetails, path: Path) -> Explained:
    key = _name(path) or "…"
    if item["input"] is None:
        return EMPTY.format(key=key), FILL_OR_DELETE
    field = _holder(path).model_fields.get(path[-1])
    may_be_none = field is not None and any(isinstance(mark, OrNone) for mark in field.metadata)
    return WRONG_SHAPE.format(key=key, wanted=SHAPES[item["type"]]), OR_NONE if may_be_none else None


def _one_of(item: ErrorDetails, path: Path) -> Explained:
    words = item["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    hint = _meant(str(item["input"]), words)
    if item["loc"][-1] == "[key]":
        return UNKNOWN_KEY.format(key=item["input"]), hint
    return NOT_ONE_OF.format(key=_name(path), value=item["input"]), hint


def _refused(item: ErrorDetails, _path: Path) -> Explained:
    error = item["ctx"]["error"]
    return error.message, error.hint


def _color(item: ErrorDetails, _path: Path) -> Explained:
    return NOT_A_COLOR.format(value=item["input"]), COLORS_LOOK_LIKE


def _flag(item: ErrorDetails, path: Path) -> Explained:
    return NOT_A_FLAG.format(key=_name(path), value=item["input"]), None


def _not_understood(_item: ErrorDetails, path: Path) -> Explained:
    return NOT_UNDERSTOOD.format(key=_name(path)), None


_EXPLAIN: dict[str, Callable[[ErrorDetails, Path], Explained]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    **dict.fromkeys(SHAPES, _wrong_shape),
    "literal_error": _one_of,
    "value_error": _refused,
    "string_pattern_mismatch": _color,
    "bool_parsing": _flag,
}
