"""Maps that are more than distinct keys with values: merge keys, and whatever is wrong with a key."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from sopgen.diagnostics import Diagnostic, Location, Message, Related
from sopgen.source import problems
from sopgen.source.text import Source

FIRST: Final = Message(zh="第一次写在这里", en="it is first written here")

_COLON: Final = re.compile(r"\s*:")
_OTHER_COLON: Final = re.compile(r"：|:(?!//)")


class Context(NamedTuple):
    """What the map stands in.

    Attributes:
        source: the text.
        inside: the spots of maps and lists by ``id``, as in ``tree.Marks``.
        report: takes each problem.
    """

    source: Source
    inside: Mapping[int, array[int]]
    report: Callable[[Diagnostic], None]


_Entries: TypeAlias = "dict[str, tuple[Any, array[int]]]"


def settle(items: list[Any], spots: array[int], start: int, context: Context) -> tuple[dict[str, Any], array[int]]:
    """The map of ``items``, keys and values in turn, that begins at offset ``start``, and its spots.

    Keys of the map itself go before those it merges, and the map merged first goes before the next.
    """
    own: _Entries = {}
    merged: _Entries = {}
    merging = False
    braces = context.source.text.startswith("{", start)
    for index in range(0, len(items), 2):
        key, value, spot = items[index], items[index + 1], spots[2 * index : 2 * index + 4]
        problem = _problem(key, spot, own, context.source)
        if problem is not None:
            context.report(problem)
        elif key is not None:
            own[key] = value, spot
            if key == "<<" and context.source.text.startswith("<", spot[0]):
                _merge(value, spot, merged, context)
                merging = True
            elif braces and spot[2] == spot[3] and not _COLON.match(context.source.text, spot[1]):
                context.report(_without_value(key, context.source.location(*spot[:2])))
    if merging:
        del own["<<"]
    entries = {**merged, **own}
    flat = array("I", [offset for _, spot in entries.values() for offset in spot])
    return {key: value for key, (value, _) in entries.items()}, flat


def _without_value(key: str, here: Location) -> Diagnostic:
    colon = _OTHER_COLON.search(key, 1)
    if colon is None:
        return problems.KEY_WITHOUT_VALUE.at(here, key=key)
    hint = problems.FULL_WIDTH_COLON if colon[0] == "：" else problems.SPACE_AFTER_COLON
    return problems.KEY_WITHOUT_VALUE.at(here, hint=hint.format(name=key[: colon.start()]), key=key)


def _problem(key: Any, spot: array[int], own: _Entries, source: Source) -> Diagnostic | None:
    here = source.location(*spot[:2])
    if isinstance(key, dict | list):
        return problems.COMPOUND_KEY.at(here, what=problems.MAP if isinstance(key, dict) else problems.LIST)
    if key is None:
        alias = source.text.startswith("*", spot[0])  # of nothing, which has been reported
        return None if alias else problems.EMPTY_KEY.at(here)
    if key in own:
        first = Related(FIRST, source.location(*own[key][1][:2]))
        return problems.DUPLICATE_KEY.at(here, key=key, related=(first,))
    return None


def _merge(value: Any, spot: array[int], merged: _Entries, context: Context) -> None:
    maps = value if isinstance(value, list) else [value]
    if all(isinstance(map_, dict) for map_ in maps):
        for map_ in maps:
            at = context.inside[id(map_)]
            for index, (key, entry) in enumerate(map_.items()):
                merged.setdefault(key, (entry, at[4 * index : 4 * index + 4]))
    elif value is not None or not context.source.text.startswith("*", spot[2]):  # an alias of nothing was reported
        context.report(problems.BAD_MERGE.at(context.source.location(*spot[2:])))
