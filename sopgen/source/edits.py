"""Changes to single values of a text that leave all else as it was typed: comments, order, blank lines."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final

from sopgen.source.paths import Path
from sopgen.source.tree import Tree

# A letter or digit, then what means nothing to YAML, in braces and brackets too.
_PLAIN: Final = re.compile(r"[^\W_](?:[\w.()（）《》·、。，；：/+-]| (?! ))*(?<! )")
_NULLS: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off"})


def replaced(tree: Tree, values: Mapping[Path, str]) -> str:
    """The text of ``tree`` with other scalars at the paths of ``values``; paths that it has not are passed over."""
    text = tree.source.text
    spots = {tree.offsets(path): value for path, value in values.items() if isinstance(tree.value(path), str)}
    for (start, end), value in sorted(spots.items(), reverse=True):
        text = text[:start] + scalar(value) + text[end:]
    return text


def scalar(value: str) -> str:
    """``value`` as YAML writes it in one line: as it is where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(value) and value.lower() not in _NULLS:
        return value
    return json.dumps(value, ensure_ascii=False)
