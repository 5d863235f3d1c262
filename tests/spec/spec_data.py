"""Specs made up at random, from the models: valid ones, and ones with a few things changed."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from sopgen.spec import controlled, texts
from sopgen.spec.kinds import fields_of
from sopgen.spec.models import models
from sopgen.spec.roots import roots
from sopgen.spec.shape import Names, Shape, optional_keys

DEPTH = 5
"""Levels of shapes inside shapes."""

_AWKWARD = (
    "true", "null", "~", "1.0", "yes", "08:30", "- 甲", "# 甲", "甲: 乙", "[[close]]", "{工号}", "=", "<<", "&a", "*a",
    "!a", " 首尾有空格 ", "第一行\n第二行\n", "x-", "2026-03-01", "3天",
)  # fmt: skip
_ALPHABET = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff")
_WORDS = st.text(_ALPHABET, min_size=1, max_size=12).filter(str.strip) | st.sampled_from(_AWKWARD)
_INTEGERS = st.integers(-9, 10**7)
_DECIMALS = st.integers(-9, 99).map(lambda number: number + 0.25)
_SCALARS = _WORDS | _INTEGERS | _DECIMALS | st.booleans()
_IDS = st.from_regex("[a-z0-9甲乙]{1,4}(-[a-z0-9甲乙]{1,3})?", fullmatch=True) | st.integers(0, 999) | st.booleans()
_LIMITS = st.sampled_from(["10分钟内", "≤2小时", "每30分钟", "T+1日", "within 30 minutes", "PT2H", "立即", "半天"])

_TYPES: tuple[tuple[object, st.SearchStrategy[Any]], ...] = (
    (controlled.FormatVersion, st.sampled_from([1, "1"])),
    (texts.Id, _IDS),
    (texts.SectionId, _IDS),
    (texts.Number, st.sampled_from(["AFS-SOP-2026-001", "Q/AFS-001", "文件-1", 2026001, 12.25])),
    (texts.CitedNumber, st.sampled_from(["AFS-SOP-2026-001", "GB/T 19012—2019", "国发〔2026〕1号", 2026001])),
    (texts.Versioned, st.sampled_from(["V1.0", "1.0", "v2.10.3", "A/0", 1.25, 12.75])),
    (texts.Dated, st.sampled_from(["2026-03-01", "2024-02-29"])),
    (texts.Length, _LIMITS),
    (texts.Pause, _LIMITS | st.sampled_from(["3天", "3天后", "满2小时"])),
    (texts.Retained, st.sampled_from(["3年", "永久", "at least 2 years", "36个月"])),
    (texts.Flag, st.booleans() | st.sampled_from(["true", "是", "否", "FALSE"])),
    (texts.Count, st.integers(0, 999999) | st.sampled_from(["3", "007"])),
    (texts.Secrecy, st.sampled_from(["internal", "绝密"])),
    (texts.CellText, _SCALARS | st.sampled_from([None, "", "  "])),
)


Route = tuple[tuple[type[Shape], str], ...]
"""The keys that lead from a root to a shape, each with the shape it is a key of."""


def _routes(root: type[Shape]) -> dict[type[Shape], Route]:
    """The shortest way to every shape, so that none is rare."""
    routes: dict[type[Shape], Route] = {root: ()}
    for model in (found := [root]):
        for field in fields_of(model):
            for inner in models_in(field.info.annotation):
                if inner not in routes:
                    routes[inner] = (*routes[model], (model, field.key))
                    found.append(inner)
    return routes


def models_in(annotation: Any) -> list[type[Shape]]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return [annotation]
    return [model for inner in get_args(annotation) for model in models_in(inner)]


@st.composite
def specs(draw: st.DrawFn) -> dict[str, Any]:
    """Valid specs, as the data that an editor reads from them."""
    root = draw(st.sampled_from(roots()))
    route = draw(st.sampled_from([*_routes(root).values()]))
    return draw(_shape(root, DEPTH, route))


@cache
def _hints(model: type[Shape]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


@st.composite
def _shape(draw: st.DrawFn, model: type[Shape], depth: int, route: Route = ()) -> dict[str, Any]:
    fields = {field.key: field for field in fields_of(model)}
    (_, on_route), further = (route[0], route[1:]) if route else ((model, ""), ())
    optional = sorted(optional_keys(model))
    if depth <= 0:
        optional = [key for key in optional if fields[key].kind is not None]
    chosen = draw(st.sets(st.sampled_from(optional), max_size=4)) if optional else set()
    chosen = _consistent(model, chosen | ({on_route} & optional_keys(model)), on_route)
    keys = [key for key in fields if key not in optional_keys(model)] + draw(st.permutations(sorted(chosen)))
    data = {}
    for key in keys:
        here = further if key == on_route else ()
        data[key] = draw(_value(_hints(model)[fields[key].attribute], depth - 1, here, needed=key == on_route))
    absent = [key for key in optional if key not in data]
    if absent and draw(st.booleans()):
        data[draw(st.sampled_from(absent))] = None
    if draw(st.integers(0, 5)) == 0:
        data[draw(st.sampled_from(["x-", "x-owner", "x-甲"]))] = draw(_anything())
    return data


def _consistent(model: type[Shape], keys: set[str], kept: str) -> set[str]:
    """``keys`` made to agree with the constraints of ``model``; the key ``kept`` stays."""
    for constraint in model.constraints:
        present = sorted((key for key in constraint.keys if key in keys), key=lambda key: key != kept)
        if constraint.rule == "needs":
            first, second = constraint.keys
            if present == [first]:
                keys = keys | {second} if first == kept else keys - {first}
            continue
        if constraint.rule != "at-least-one":
            keys -= set(present[1:])
        if constraint.rule != "at-most-one" and not present:
            keys |= {constraint.keys[0]}
    return keys


def _value(annotation: Any, depth: int, route: Route = (), *, needed: bool = False) -> st.SearchStrategy[Any]:
    """What the type ``annotation`` takes; a list or map has something in it if it is ``needed``."""
    for known, strategy in _TYPES:
        if annotation == known:
            return strategy
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        least = next((mark.least for mark in arguments[1:] if hasattr(mark, "least")), None)
        if least is None:
            return _value(arguments[0], depth, route, needed=needed)
        items = _value(get_args(arguments[0])[0], depth, route, needed=needed)
        single = items.filter(lambda item: item is not None and not isinstance(item, list))
        return single | st.lists(items, min_size=max(least, needed), max_size=2)
    if origin in (Union, UnionType):
        inner = next(inner for inner in arguments if inner is not type(None))
        return _value(inner, depth, route, needed=needed)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is Names:
        keys, values = _value(arguments[0], depth), _value(arguments[1], depth, route, needed=needed)
        return _names(keys, values, least=int(needed))
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return _shape_or_bare(annotation, depth, route, needed=needed)
    return _SCALARS


def _names(
    keys: st.SearchStrategy[Any], values: st.SearchStrategy[Any], least: int
) -> st.SearchStrategy[dict[str, Any]]:
    names = keys.map(_as_key).filter(lambda key: not key.startswith("x-"))
    own = st.dictionaries(names, values, min_size=least, max_size=2)
    extras = st.dictionaries(st.sampled_from(["x-", "x-甲"]), _anything(), max_size=1)
    return st.tuples(own, extras).map(lambda both: {**both[0], **both[1]})


def _as_key(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _shape_or_bare(model: type[Shape], depth: int, route: Route, *, needed: bool) -> st.SearchStrategy[Any]:
    whole = st.deferred(lambda: _shape(model, depth, route))
    if model.bare is None or needed:
        return whole
    attribute = next(field.attribute for field in fields_of(model) if field.key == model.bare)
    bare = st.deferred(lambda: _value(_hints(model)[attribute], depth))
    return whole | bare.filter(
        lambda value: isinstance(value, list) if model.bare_list else not isinstance(value, dict)
    )


def _anything() -> st.SearchStrategy[Any]:
    leaves = st.none() | _SCALARS | st.sampled_from(["", "  "])
    keys = st.sampled_from(["x-a", "甲", "name", "action"])
    return leaves | st.lists(leaves, max_size=2) | st.dictionaries(keys, leaves, max_size=2)


KEYS = sorted({field.key for model in models() for field in fields_of(model)})
"""Every key of the language."""


@st.composite
def changed(draw: st.DrawFn) -> dict[str, Any]:
    """A spec of which up to three things were changed: values, keys, what is there at all."""
    data = draw(specs())
    for _ in range(draw(st.integers(1, 3))):
        holder, key = draw(st.sampled_from([*_places(data)]))
        change = draw(st.sampled_from(["value", "value", "text", "remove", "add", "rename"]))
        if change == "remove":
            del holder[key]
        elif change == "text" and isinstance(holder[key], str):
            holder[key] = draw(st.sampled_from(["{} ", " {}", "{}\n", "{}.", "{}-", "x{}"])).format(holder[key])
        elif change in ("add", "rename") and isinstance(holder, dict):
            value = holder.pop(key) if change == "rename" else draw(_anything())
            holder[draw(st.sampled_from(KEYS) | _WORDS)] = value
        else:
            holder[key] = draw(_anything())
        if not data:
            break
    return _tellable(data)


def _tellable(data: Any) -> Any:
    """``data`` without what only the loader can tell apart: ``version: 1``, which is ``1.0`` to a JSON Schema."""
    if isinstance(data, list):
        return [_tellable(item) for item in data]
    if not isinstance(data, dict):
        return data
    whole = {key for key, value in data.items() if key == "version" and type(value) is int}
    return {key: str(value) if key in whole else _tellable(value) for key, value in data.items()}


def _places(data: Any) -> list[tuple[Any, Any]]:
    """Every map or list with every key or position in it."""
    items = list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    found = [(data, key) for key, _ in items]
    for _, value in items:
        found += _places(value)
    return found
