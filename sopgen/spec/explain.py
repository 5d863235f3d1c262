"""Pydantic's errors in the author's words, each at its place in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from sopgen.diagnostics import Diagnostic, Message, Severity
from sopgen.source import Path, Tree, near
from sopgen.spec import wording
from sopgen.spec.kinds import Field, Kind, fields_of
from sopgen.spec.paths import source_path
from sopgen.spec.sop import Sop
from sopgen.spec.synonyms import SYNONYMS

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Explained = tuple[str, Message, Message | None]
"""The name of the problem, the message and the hint."""


def explain(error: ValidationError, tree: Tree) -> list[Diagnostic]:
    """One diagnostic for each place at which ``error`` finds a problem, in the order of the text."""
    found: dict[object, Diagnostic] = {}
    for item in error.errors(include_url=False):
        diagnostic = _diagnostic(item, tree)
        found.setdefault((diagnostic.location, diagnostic.rule in KEY_PROBLEMS), diagnostic)
    return sorted(found.values(), key=lambda diagnostic: diagnostic.sort_key)


KEY_PROBLEMS = frozenset({"unknown-key", "missing-key", "contradiction"})
CODES = {"unknown-key": "SOP050", "missing-key": "SOP051", "wrong-value": "SOP052", "contradiction": "SOP053"}


def _diagnostic(item: ErrorDetails, tree: Tree) -> Diagnostic:
    path = tuple(item["loc"])
    at_key = path[-1:] == ("[key]",) or item["type"] in ("extra_forbidden", "contradiction")
    path = path[:-1] if path[-1:] == ("[key]",) else path
    rule, message, hint = _explained(item, path, tree)
    where = source_path(tree.data, path[:-1] if item["type"] == "missing" else path)
    at_key = at_key or (item["type"] == "missing" and bool(where) and isinstance(where[-1], str))
    return Diagnostic(CODES[rule], rule, Severity.ERROR, message, tree.locate(where, key=at_key), hint)


def _explained(item: ErrorDetails, path: Path, tree: Tree) -> Explained:
    special = _EXPLAIN.get(item["type"])
    if special is not None:
        return special(item, path, tree)
    return "wrong-value", wording.NOT_UNDERSTOOD.format(key=_name(path)), None


def _name(path: Path) -> str:
    """The key an author would name: the last one that is not a position."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _unknown_key(_item: ErrorDetails, path: Path, _tree: Tree) -> Explained:
    *above, key = path
    model = model_at(tuple(above))
    known = [field.key for field in fields_of(model)] if model else []
    message = wording.UNKNOWN_KEY.format(key=key)
    meant = SYNONYMS.get(str(key).lower())
    if meant not in known:
        meant = near(str(key), known)
    if meant is not None:
        return "unknown-key", message, wording.DID_YOU_MEAN.format(name=meant)
    for end in range(len(above) - 1, -1, -1):
        holder = model_at(tuple(above[:end]))
        if holder is not None and key in {field.key for field in fields_of(holder)}:
            where = wording.TOP_LEVEL if end == 0 else wording.INSIDE.format(key=_name(tuple(above[:end])))
            return "unknown-key", message, wording.INDENT_LESS.format(key=key, where=where)
    return "unknown-key", message, wording.KNOWN_KEYS.format(keys=", ".join(known))


def _missing(_item: ErrorDetails, path: Path, _tree: Tree) -> Explained:
    key = str(path[-1])
    if len(path) == 1:
        return "missing-key", wording.MISSING_AT_TOP.format(key=key), wording.TOP_KEYS.get(key)
    holder = _name(path[:-1])
    return "missing-key", wording.MISSING.format(key=key, holder=holder), wording.ADD_KEY.format(key=key)


def _wrong_type(item: ErrorDetails, path: Path, _tree: Tree) -> Explained:
    value, key = item["input"], _name(path)
    if value is None:
        return "wrong-value", wording.EMPTY.format(key=key), wording.FILL_OR_DELETE
    wanted = wording.SHAPES[item["type"]]
    message = wording.WRONG_SHAPE.format(key=key, wanted=wanted, found=wording.found(value))
    if isinstance(value, list) and any(isinstance(inner, list) for inner in value):
        return "wrong-value", message, wording.QUOTE_REFERENCE
    if isinstance(value, dict) and item["type"].startswith("string"):
        return "wrong-value", message, wording.QUOTE_COLON
    return "wrong-value", message, None


def _empty(_item: ErrorDetails, path: Path, _tree: Tree) -> Explained:
    return "wrong-value", wording.EMPTY.format(key=_name(path)), wording.FILL_OR_DELETE


def _pattern(item: ErrorDetails, path: Path, _tree: Tree) -> Explained:
    kind = Kind.ID if item["loc"][-1] == "[key]" else _kind_at(path)
    message = wording.NOT_A_NUMBER if kind is Kind.NUMBER else wording.EMPTY if kind is Kind.SAY else wording.NOT_AN_ID
    hint = wording.NUMBERS_LOOK_LIKE if kind is Kind.NUMBER else wording.IDS_LOOK_LIKE if kind is not Kind.SAY else None
    return "wrong-value", message.format(value=item["input"], key=_name(path)), hint


def _one_of(item: ErrorDetails, path: Path, _tree: Tree) -> Explained:
    expected = item["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
    message = wording.NOT_ONE_OF.format(value=_shown(item["input"]), key=_name(path))
    if path == ("kind",) and item["input"] == "handbook":
        return "wrong-value", wording.NO_HANDBOOKS, None
    words = expected.split(", ")
    meant = near(str(item["input"]).lower(), words)
    if meant is not None:
        return "wrong-value", message, wording.DID_YOU_MEAN.format(name=meant)
    return "wrong-value", message, wording.ONE_OF.format(words=", ".join(words))


def _refused(item: ErrorDetails, _path: Path, _tree: Tree) -> Explained:
    error = item["ctx"]["error"]
    return "wrong-value", error.message, error.hint


def _contradiction(item: ErrorDetails, _path: Path, _tree: Tree) -> Explained:
    return "contradiction", item["ctx"]["message"], None


def _fixed(message: Message) -> Callable[[ErrorDetails, Path, Tree], Explained]:
    def explained(item: ErrorDetails, path: Path, _tree: Tree) -> Explained:
        return "wrong-value", message.format(value=_shown(item["input"]), key=_name(path)), None

    return explained


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


_EXPLAIN: dict[str, Callable[[ErrorDetails, Path, Tree], Explained]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    **dict.fromkeys(wording.SHAPES, _wrong_type),
    "string_too_short": _empty,
    "string_pattern_mismatch": _pattern,
    "literal_error": _one_of,
    "value_error": _refused,
    "contradiction": _contradiction,
    "bool_parsing": _fixed(wording.NOT_A_FLAG),
    "int_parsing": _fixed(wording.NOT_A_COUNT),
    "spec_version": _fixed(wording.NOT_THIS_VERSION),
}


def model_at(path: Path) -> type[BaseModel] | None:
    """The model that describes the map at ``path``, None where there is none."""
    annotation: object = Sop
    for part in path:
        model = _model_in(annotation)
        if isinstance(part, str) and model is not None:
            info = next((info for name, info in model.model_fields.items() if (info.alias or name) == part), None)
            if info is not None:
                annotation = info.annotation
    return _model_in(annotation)


def _kind_at(path: Path) -> Kind | None:
    model, key = model_at(path[:-1]), _name(path)
    fields: Iterator[Field] = iter(fields_of(model) if model else ())
    return next((field.kind for field in fields if field.key == key), None)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for inner in get_args(annotation) if (model := _model_in(inner)) is not None), None)
