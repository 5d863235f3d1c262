"""YAML text as a tree in which every key and value knows where it stands.

What is imported from here is loaded when it is first named: most of those who import it want a type or two.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopgen.source.changing import changed
    from sopgen.source.comment import Comment, comments
    from sopgen.source.meant import meant_as_text
    from sopgen.source.nearest import did_you_mean, near
    from sopgen.source.parsing import parse
    from sopgen.source.paths import Path, from_pointer, pointer
    from sopgen.source.reading import decode, read
    from sopgen.source.text import Source
    from sopgen.source.tree import Data, Tree

__all__ = [
    "Comment",
    "Data",
    "Path",
    "Source",
    "Tree",
    "changed",
    "comments",
    "decode",
    "did_you_mean",
    "from_pointer",
    "meant_as_text",
    "near",
    "parse",
    "pointer",
    "read",
]

_MODULES = {
    "changed": "changing",
    "Comment": "comment",
    "comments": "comment",
    "meant_as_text": "meant",
    "did_you_mean": "nearest",
    "near": "nearest",
    "parse": "parsing",
    "Path": "paths",
    "from_pointer": "paths",
    "pointer": "paths",
    "decode": "reading",
    "read": "reading",
    "Source": "text",
    "Data": "tree",
    "Tree": "tree",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"sopgen.source.{_MODULES[name]}"), name)
