"""Links that a sentence or a paragraph begins with: the words that layouts give them begin with a capital there."""

from __future__ import annotations

import re
from dataclasses import replace

from sopgen.document.nodes import Emphasis, Inline, Link, Span, Strong, Text

_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bcf)(?<!\bvs)[.!?][”’\"')]*\s+$")
"""How a text ends behind which another sentence begins; abbreviations that stand before references do not."""
_NOTHING = ". "
"""What stands before a paragraph, as if another sentence did."""
_MAY_CHANGE = frozenset({Emphasis, Link, Span, Strong})


def capitalised(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The content of a paragraph with ``Step 4`` in place of ``step 4`` where it begins with a link or a sentence does.

    What the spec says itself stays as it is.
    """
    return inlines if _MAY_CHANGE.isdisjoint(map(type, inlines)) else _capitalised(inlines, _NOTHING)[0]


def _capitalised(inlines: tuple[Inline, ...], before: str) -> tuple[tuple[Inline, ...], str]:
    """Such content behind the text ``before``, and the last text in it; empty if it ends with something else."""
    changed: dict[int, Inline] = {}
    for place, one in enumerate(inlines):
        if type(one) is Text:
            before = one.value if one.value.strip() else before
        elif isinstance(one, Emphasis | Span | Strong):
            children, before = _capitalised(one.children, before)
            if children is not one.children:
                changed[place] = replace(one, children=children)
        else:
            if type(one) is Link and _END.search(before):
                changed[place] = _link(one)
            before = ""
    return tuple(changed.get(place, one) for place, one in enumerate(inlines)) if changed else inlines, before


def _link(link: Link) -> Link:
    first = link.children[0] if link.children else None
    if type(first) is not Text or first.path or not link.href.startswith("#"):
        return link
    return replace(link, children=(replace(first, value=first.value[:1].upper() + first.value[1:]), *link.children[1:]))
