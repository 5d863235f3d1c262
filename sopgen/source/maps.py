"""Maps that are more than distinct keys with values: merge keys, and whatever is wrong with a key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from sopgen.diagnostics import Diagnostic, Location, Message, Related
from sopgen.source import problems
from sopgen.source.text import Source

MAP: Final = Message(zh="“键: 值”的形式", en="a map")
LIST: Final = Message(zh="列表", en="a list")
FIRST: Final = Message(zh="第一次写在这里", en="it is first written here")

_COLON: Final = re.compile(r"\s*:")
_Entries = dict[str, tuple[Any, list[int]]]


def settle(
    items: list[Any], spots: list[int], start: int, source: Source, inside: Mapping[int, list[int]]
) -> tuple[dict[str, Any], list[int], list[Diagnostic]]:
    """The map of ``items``, keys and values in turn, that begins at offset ``start``: dict, spots and problems.

    Keys of the map itself go before those it merges, and the map merged first goes before the next. ``inside`` has
    the spots of the maps to merge.
    """
    own: _Entries = {}
    merged: _Entries = {}
    found: list[Diagnostic] = []
    braces = source.text.startswith("{", start)
    for index in range(0, len(items), 2):
        key, value, spot = items[index], items[index + 1], spots[2 * index : 2 * index + 4]
        problem = _problem(key, spot, own, source)
        if problem is not None:
            found.append(problem)
        elif key is None:
            continue
        elif key == "<<" and source.text.startswith("<", spot[0]):
            found += _merge(value, spot, merged, source, inside)
        else:
            own[key] = value, spot
            if braces and spot[2] == spot[3] and not _COLON.match(source.text, spot[1]):
                found.append(_without_value(key, source.location(*spot[:2])))
    entries = {**merged, **own}
    flat = [offset for _, spot in entries.values() for offset in spot]
    return {key: value for key, (value, _) in entries.items()}, flat, found


def _without_value(key: str, here: Location) -> Diagnostic:
    name, colon, _ = key.partition("：")
    if colon:
        return problems.KEY_WITHOUT_VALUE.at(here, hint=problems.FULL_WIDTH_COLON, key=name)
    return problems.KEY_WITHOUT_VALUE.at(here, key=key)


def _problem(key: Any, spot: list[int], own: _Entries, source: Source) -> Diagnostic | None:
    here = source.location(*spot[:2])
    if isinstance(key, dict | list):
        return problems.COMPOUND_KEY.at(here, what=MAP if isinstance(key, dict) else LIST)
    if key is None:
        alias = source.text.startswith("*", spot[0])  # of nothing, which has been reported
        return None if alias else problems.EMPTY_KEY.at(here)
    if key in own:
        first = Related(FIRST, source.location(*own[key][1][:2]))
        return problems.DUPLICATE_KEY.at(here, key=key, related=(first,))
    return None


def _merge(
    value: Any, spot: list[int], merged: _Entries, source: Source, inside: Mapping[int, list[int]]
) -> list[Diagnostic]:
    maps = value if isinstance(value, list) else [value]
    if not all(isinstance(map_, dict) for map_ in maps):
        undefined = value is None and source.text.startswith("*", spot[2])
        return [] if undefined else [problems.BAD_MERGE.at(source.location(*spot[2:]))]
    for map_ in maps:
        at = inside[id(map_)]
        for index, (key, entry) in enumerate(map_.items()):
            merged.setdefault(key, (entry, at[4 * index : 4 * index + 4]))
    return []
