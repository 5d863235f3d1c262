"""Values that YAML reads as a map, a list or nothing, where an author meant a text."""

from __future__ import annotations

import re
from typing import Final

from sopgen.diagnostics import Message
from sopgen.source.paths import Path
from sopgen.source.problems import LIST, MAP
from sopgen.source.tree import Tree

_QUOTE_REFERENCE: Final = Message(
    zh='以 [[ 开头的文字要加引号："{text}"', en='put quotes around a text that begins with [[: "{text}"'
)
_QUOTE_BRACKETS: Final = Message(
    zh="以 {sign} 开头的文字要加引号，否则会被当作{what}",
    en="put quotes around a text that begins with {sign}; without them it is {what}",
)
_QUOTE_COLON: Final = Message(
    zh="文字里有冒号加空格时，请给整段文字加引号", en="put quotes around a text that has a colon and a space in it"
)
_QUOTE_HASH: Final = Message(
    zh="“ #”之后是注释；如果它属于文字，请给整段文字加引号",
    en="what follows ` #` is a comment; if it belongs to a text, put quotes around all of it",
)
_REFERENCE: Final = re.compile(r"\[\[[^\[\],\n]*\]\]")
_COMMENT: Final = re.compile(r"[ \t]*#")


def meant_as_text(tree: Tree, path: Path) -> Message | None:
    """What to tell an author if the value at ``path`` should be a text: the quotes that were forgotten.

    None if nothing suggests that a text was meant, or if it is one.
    """
    start, end = tree.offsets(path)
    text = tree.source.text
    value = tree.value(path)
    if value is None and _COMMENT.match(text, end):
        return _QUOTE_HASH
    if isinstance(value, list) and (reference := _REFERENCE.match(text, start, end)):
        return _QUOTE_REFERENCE.format(text=reference[0])
    if isinstance(value, dict | list) and text[start] in "{[":
        return _QUOTE_BRACKETS.format(sign=text[start], what=LIST if isinstance(value, list) else MAP)
    if isinstance(value, dict) and len(value) == 1 and "\n" not in text[start:end]:
        return _QUOTE_COLON
    return None
