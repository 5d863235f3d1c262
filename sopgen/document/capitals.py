"""Links that a sentence or a paragraph begins with: the words that layouts give them begin with a capital there."""

from __future__ import annotations

import re
from dataclasses import replace

from sopgen.document.nodes import Emphasis, Inline, Link, Span, Strong, Text

_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bcf)(?<!\bvs)[.!?][”’\"')]*\s+$")
"""How a text ends behind which another sentence begins; abbreviations that stand before references do not."""


def capitalised(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The content of a paragraph with ``Step 4`` in place of ``step 4`` where it begins with a link or a sentence does.

    What the spec says itself stays as it is.
    """
    return inlines if all(type(one) is Text for one in inlines) else _capitalised(inlines, begins=True)[0]


def _capitalised(inlines: tuple[Inline, ...], *, begins: bool) -> tuple[tuple[Inline, ...], bool]:
    """Such content, where a sentence may begin, and whether one begins behind it."""
    found: list[Inline] = []
    for one in inlines:
        if type(one) is Text:
            begins = bool(_END.search(one.value)) if one.value.strip() else begins
            found.append(one)
        elif isinstance(one, Emphasis | Span | Strong):
            children, begins = _capitalised(one.children, begins=begins)
            found.append(replace(one, children=children))
        else:
            found.append(_link(one) if begins and type(one) is Link else one)
            begins = False
    return tuple(found), begins


def _link(link: Link) -> Link:
    first = link.children[0] if link.children else None
    if type(first) is not Text or first.path or not link.href.startswith("#"):
        return link
    return replace(link, children=(replace(first, value=first.value[:1].upper() + first.value[1:]), *link.children[1:]))
