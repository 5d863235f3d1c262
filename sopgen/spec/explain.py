"""Pydantic's errors in the author's words, each at its place in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from sopgen.diagnostics import Diagnostic, Message, Severity
from sopgen.source import Path, Tree, meant_as_text
from sopgen.source.nearest import DID_YOU_MEAN, near
from sopgen.source.problems import LIST, MAP, TEXT
from sopgen.spec import unknown_keys, wording
from sopgen.spec.constraints import ADD_KEY
from sopgen.spec.kinds import PROSE, Kind, keys_of
from sopgen.spec.models import model_at
from sopgen.spec.numbers import ID_PATTERN
from sopgen.spec.paths import lasting_pointer, source_path
from sopgen.spec.problem import Problem
from sopgen.spec.refusals import NotReadableError
from sopgen.spec.roots import KINDS
from sopgen.spec.steps import Decision
from sopgen.spec.synonyms import WORDS

if TYPE_CHECKING:
    from pydantic import ValidationError

CODES = {"unknown-key": "SOP050", "missing-key": "SOP051", "wrong-value": "SOP052", "contradiction": "SOP053"}
"""The code of each name of a problem."""


def explain(error: ValidationError, tree: Tree) -> list[Diagnostic]:
    """A diagnostic for each problem that ``error`` tells of, in the order of the text.

    A key that is missing only because it is misspelt is told of once, where it is written.
    """
    problems = [Problem.of(item, tree) for item in error.errors(include_url=False)]
    by_name = {problem.path for problem in problems if _as_list(problem)}
    problems = [one for one in problems if _as_list(one) or not _is_inside(one.path, by_name)]
    misspelt = {_misspelt(problem) for problem in problems if problem.type == "extra_forbidden"}
    found = {_diagnostic(problem, tree) for problem in problems if misspelt.isdisjoint(_missed(problem))}
    return sorted(found, key=lambda diagnostic: diagnostic.sort_key)


def _as_list(problem: Problem) -> Message | None:
    """How to write the list, where one is wanted and its items stand there by name or by number; None otherwise."""
    value, model = problem.value, model_at(problem.path, problem.root)
    if problem.type != "missing" or model is None or not isinstance(value, dict) or not value:
        return None
    known = keys_of(model).keys()
    if not known.isdisjoint(value):
        return None
    listed = len(problem.path) > len(problem.written)
    name, item = next(iter(value.items()))
    if listed and "id" in known and all(isinstance(one, dict) for one in value.values()):
        return wording.ITEMS_NOT_NAMES.format(name=name)
    if any(isinstance(one, (dict, list)) or _misspelt_in(problem, key) for key, one in value.items()):
        return None
    if model is Decision:
        return wording.BRANCHES_AS_LIST.format(name=name, item=item)
    return wording.ITEMS_NOT_NUMBERS.format(name=f"{name}:", item=item) if listed and model.bare else None


def _misspelt_in(problem: Problem, key: str) -> str | None:
    return unknown_keys.misspelt(tuple(problem.path), key, problem.root)


def _is_inside(path: Path, others: set[Path]) -> bool:
    return any(path[:end] in others for end in range(1, len(path) + 1))


def _misspelt(problem: Problem) -> tuple[Path, object]:
    """The map that an unknown key stands in, and the key it was probably meant to be."""
    above = tuple(problem.path[:-1])
    return above, unknown_keys.misspelt(above, str(problem.path[-1]), problem.root)


def _missed(problem: Problem) -> set[tuple[Path, object]]:
    """The keys that something is missing for want of, each with its map."""
    keys = (problem.context["key"],) if problem.type == "missing" else problem.context.get("keys", ())
    return {(tuple(problem.path), key) for key in keys}


class _Told(NamedTuple):
    rule: str
    message: Message
    hint: Message


def _diagnostic(problem: Problem, tree: Tree) -> Diagnostic:
    told = _EXPLAIN.get(problem.type, _not_understood)(problem)
    location = tree.locate(problem.written, key=problem.at_key)
    path = lasting_pointer(tree.data, problem.path)
    return Diagnostic(CODES[told.rule], told.rule, Severity.ERROR, told.message, location, told.hint, path=path)


def _unknown_key(problem: Problem) -> _Told:
    *above, key = problem.path
    holder = wording.subject(source_path(problem.tree.data, tuple(above)))
    message = wording.UNKNOWN_KEY.format(holder=holder, key=key)
    return _Told("unknown-key", message, unknown_keys.meant(tuple(above), str(key), problem.root))


def _missing(problem: Problem) -> _Told:
    if hint := _as_list(problem):
        message = wording.WRONG_SHAPE.format(what=problem.what, wanted=LIST, found=MAP)
        return _Told("wrong-value", message, hint)
    key = problem.context["key"]
    hint = ADD_KEY.format(key=key) if problem.path else wording.TOP_KEYS[key]
    return _Told("missing-key", wording.MISSING.format(key=key, holder=problem.what), hint)


def _contradiction(problem: Problem) -> _Told:
    return _Told("contradiction", problem.context["message"], problem.context["hint"])


def _wrong_shape(problem: Problem) -> _Told:
    if problem.value is None:
        return _empty(problem)
    wanted, found = wording.SHAPES.get(problem.type, TEXT), wording.found(problem.value)
    if isinstance(problem.value, list) and len(problem.path) > len(problem.written):  # a text or a map will do
        wanted = wording.ONE
    message = wording.WRONG_SHAPE.format(what=problem.what, wanted=wanted, found=found)
    return _Told("wrong-value", message, _how_to_shape(problem, wanted))


def _how_to_shape(problem: Problem, wanted: Message) -> Message:
    if problem.type == "dict_type":
        return wording.NAMES_NOT_LIST if isinstance(problem.value, list) else wording.NAMES_NOT_TEXT
    if wanted is MAP:
        return _how_to_map(problem)
    if problem.kind in wording.DEFINED_IN and isinstance(problem.value, dict):
        return wording.DEFINED_ELSEWHERE.format(key=wording.DEFINED_IN[problem.kind])
    quotes = None if _holds_maps(problem.value) else meant_as_text(problem.tree, problem.written)
    if quotes is not None and (problem.kind in PROSE or _is_nested(problem.value)):
        return quotes
    if problem.kind is Kind.TEXT and isinstance(problem.written[-1], str):
        return wording.BLOCK_OF_TEXT.format(key=problem.written[-1])
    return wording.COUNTERSIGNED if problem.written[-1] in wording.SIGNED_ONCE else wording.ONE_VALUE


def _how_to_map(problem: Problem) -> Message:
    model = model_at(problem.path, problem.root) or problem.root
    return wording.AS_MAP.format(keys=", ".join(keys_of(model)))


def _holds_maps(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _is_nested(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, list) for item in value)


def _empty(problem: Problem) -> _Told:
    needed = problem.field is not None and problem.field.info.is_required() and isinstance(problem.written[-1], str)
    hint = meant_as_text(problem.tree, problem.written) or (wording.FILL if needed else wording.FILL_OR_DELETE)
    return _Told("wrong-value", wording.EMPTY.format(what=problem.what), hint)


def _too_few(problem: Problem) -> _Told:
    return _Told("wrong-value", wording.EMPTY.format(what=problem.what), wording.ONE_AT_LEAST)


def _unfit(problem: Problem) -> _Told:
    """A text that does not look like an id or a number."""
    if not str(problem.value).strip():
        return _empty(problem)
    if problem.kind is Kind.NUMBER:
        return _Told("wrong-value", wording.NOT_A_NUMBER.format(value=problem.shown), wording.NUMBERS_LOOK_LIKE)
    message = wording.NOT_AN_ID.format(value=problem.shown)
    name = re.sub("[ _-]+", "-", re.sub("(?<=[a-z])(?=[A-Z])", "-", str(problem.value))).strip("-").lower()
    hint = DID_YOU_MEAN.format(name=name) if re.fullmatch(ID_PATTERN, name) else wording.IDS_LOOK_LIKE
    return _Told("wrong-value", message, hint)


def _part_name(problem: Problem) -> _Told:
    hint = wording.RENAME.format(name=f"{problem.value}-policy".replace("_", "-"))
    return _Told("wrong-value", wording.PART_NAME.format(value=problem.shown), hint)


def _one_of(problem: Problem) -> _Told:
    if not isinstance(problem.value, str):
        return _wrong_shape(problem)
    words = [*KINDS] if problem.path == ("kind",) else re.findall("'([^']*)'", problem.context["expected"])
    message = wording.NOT_ONE_OF.format(what=problem.what, value=problem.shown)
    return _Told("wrong-value", message, _likely(problem.value, words) or wording.ONE_OF.format(words=", ".join(words)))


def _likely(text: str, words: list[str]) -> Message | None:
    folded = text.strip().lower()
    name = next((name for name in WORDS.get(folded, ()) if name in words), None) or near(folded, words)
    return DID_YOU_MEAN.format(name=name) if name else None


def _fixed(message: Message, hint: Message, *words: str) -> Callable[[Problem], _Told]:
    """What to tell of a text that is not of one form; ``words`` are what may be meant."""

    def told(problem: Problem) -> _Told:
        if not isinstance(problem.value, str):
            return _wrong_shape(problem)
        if not problem.value.strip():
            return _empty(problem)
        likely = _likely(problem.value, [*words])
        return _Told("wrong-value", message.format(what=problem.what, value=problem.shown), likely or hint)

    return told


def _refused(problem: Problem) -> _Told:
    error = problem.context["error"]
    if not isinstance(error, NotReadableError):
        return _not_understood(problem)
    return _Told("wrong-value", error.message, error.hint)


def _not_understood(problem: Problem) -> _Told:
    return _Told("wrong-value", wording.NOT_UNDERSTOOD.format(what=problem.what), wording.SEE_STARTER)


_EXPLAIN: dict[str, Callable[[Problem], _Told]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "contradiction": _contradiction,
    "string_type": _wrong_shape,
    "model_type": _wrong_shape,
    "dict_type": _wrong_shape,
    "tuple_type": _wrong_shape,
    "string_too_short": _empty,
    "too_short": _too_few,
    "string_pattern_mismatch": _unfit,
    "part_name": _part_name,
    "literal_error": _one_of,
    "value_error": _refused,
    "bool_parsing": _fixed(wording.NOT_A_FLAG, wording.FLAGS, "true", "false"),
    "int_parsing": _fixed(wording.NOT_A_COUNT, wording.COUNTS),
    "spec_version": _fixed(wording.NOT_THIS_VERSION, wording.WRITE_VERSION),
}
