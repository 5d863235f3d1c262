"""YAML text as a tree in which every key and value knows where it stands."""

from __future__ import annotations

from sopgen.source.comments import Comment, comments
from sopgen.source.meant import meant_as_text
from sopgen.source.nearest import near
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
    "comments",
    "decode",
    "from_pointer",
    "meant_as_text",
    "near",
    "parse",
    "pointer",
    "read",
]
