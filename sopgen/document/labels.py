"""The fixed words of documents, from ``templates/labels/``: a word list a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sopgen.diagnostics import Language
from sopgen.document.markup import Html, html
from sopgen.resources import templates
from sopgen.source import parse, read

Labels = Mapping[str, Any]
"""Labels by key: texts, lists of texts, or groups of labels."""


@cache
def labels(language: Language) -> Labels:
    """The labels of one language."""
    path = templates() / "labels" / f"{language}.yaml"
    found: Labels = _as_html(parse(read(path)).data)
    return found


def _as_html(value: Any) -> Any:
    """Labels as XHTML, escaped once rather than each time they print."""
    if isinstance(value, dict):
        return {key: _as_html(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_html(item) for item in value]
    return Html(html(value))
