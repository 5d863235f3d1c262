"""YAML events from libyaml, or from PyYAML's own parser where libyaml is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def reader(text: str) -> Callable[[], Any]:
    """A function that gives the next event of ``text`` and None after the last.

    It raises ``yaml.YAMLError``, or ``ValueError`` for an escape beyond Unicode, where the text is not YAML. The
    marks of its events count characters from 0.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    next_event: Callable[[], Any] = loader(text).get_event
    return next_event


def events(text: str) -> tuple[Any, ...]:
    """The events of ``text``, up to its end or to where it is not YAML."""
    from yaml import YAMLError

    found: list[Any] = []
    next_event = reader(text)
    try:
        while (event := next_event()) is not None:
            found.append(event)
    except (YAMLError, ValueError):
        pass
    return tuple(found)
